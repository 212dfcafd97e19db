"""What the help desk remembers."""

from desktop_app.helpdesk.models.article import Article, ArticleChange, ArticleVote, Revision
from desktop_app.helpdesk.models.audit import Audit
from desktop_app.helpdesk.models.case import Case, CaseStep
from desktop_app.helpdesk.models.conversation import Attachment, Attempt, Entry, Ticket
from desktop_app.helpdesk.models.desk import Incident, IncidentSubscription, Organisation
from desktop_app.helpdesk.models.event import Counter, News
from desktop_app.helpdesk.models.fixes import CountSeen, FixCount, OrganisationPack
from desktop_app.helpdesk.models.heard import Heard
from desktop_app.helpdesk.models.label import Kind, Tag
from desktop_app.helpdesk.models.link import TicketLink
from desktop_app.helpdesk.models.people import ApiToken, Device, EnrolmentKey, Identity, Person, Technician
from desktop_app.helpdesk.models.promise import Promise
from desktop_app.helpdesk.models.release import ReleaseNotice
from desktop_app.helpdesk.models.reply import CannedReply
from desktop_app.helpdesk.models.rules import Rules
from desktop_app.helpdesk.models.sharing import Sharing
from desktop_app.helpdesk.models.sign import Judged, Sign
from desktop_app.helpdesk.models.view import SavedView
from desktop_app.helpdesk.models.watch import Looking, Watch
from desktop_app.helpdesk.models.work import Call, Escalation, Part, TimeSpent
from desktop_app.helpdesk.models.written_fix import FixChange, FixRevision, WrittenFix

__all__ = [
    "ApiToken",
    "Article",
    "ArticleChange",
    "ArticleVote",
    "Attachment",
    "Attempt",
    "Audit",
    "Call",
    "CannedReply",
    "Case",
    "CaseStep",
    "CountSeen",
    "Counter",
    "Device",
    "EnrolmentKey",
    "Entry",
    "Escalation",
    "FixChange",
    "FixCount",
    "FixRevision",
    "Heard",
    "Identity",
    "Incident",
    "IncidentSubscription",
    "Judged",
    "Kind",
    "Looking",
    "News",
    "Organisation",
    "OrganisationPack",
    "Part",
    "Person",
    "Promise",
    "ReleaseNotice",
    "Revision",
    "Rules",
    "SavedView",
    "Sharing",
    "Sign",
    "Tag",
    "Technician",
    "Ticket",
    "TicketLink",
    "TimeSpent",
    "Watch",
    "WrittenFix",
]
