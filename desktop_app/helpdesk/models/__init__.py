"""What the help desk remembers."""

from desktop_app.helpdesk.models.article import Article, ArticleChange, ArticleVote, Revision
from desktop_app.helpdesk.models.conversation import Attachment, Attempt, Entry, Ticket
from desktop_app.helpdesk.models.desk import Incident, IncidentSubscription, Organisation
from desktop_app.helpdesk.models.event import Counter, News
from desktop_app.helpdesk.models.people import ApiToken, Device, EnrolmentKey, Person, Technician

__all__ = [
    "ApiToken",
    "Article",
    "ArticleChange",
    "ArticleVote",
    "Attachment",
    "Attempt",
    "Counter",
    "Device",
    "EnrolmentKey",
    "Entry",
    "Incident",
    "IncidentSubscription",
    "News",
    "Organisation",
    "Person",
    "Revision",
    "Technician",
    "Ticket",
]
