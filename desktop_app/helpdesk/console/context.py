"""What every page of the console shows around its content."""

from typing import Any

from django.http import HttpRequest

from desktop_app.domain.ticket import UNDERWAY
from desktop_app.helpdesk import rights, sharing
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import News, Organisation, Technician, Ticket


def console(request: HttpRequest) -> dict[str, Any]:
    """The organisation's name, the page's language, and how many requests nobody has read."""
    me = getattr(request, "user", None)
    if not isinstance(me, Technician):
        return {"organisation": Organisation.load(), "language": words.language(), "me": None}
    waiting = Ticket.objects.filter(status__in=UNDERWAY, first_answer_at=None).count()
    return {
        "organisation": Organisation.load(),
        "language": words.language(),
        "me": me,
        "unanswered": waiting,
        "handed": Ticket.objects.filter(assignee=me, status__in=UNDERWAY).exclude(handed_over_at=None),
        "alarms": sharing.alarms(),
        "is_agent": me.answers,
        "is_auditor": rights.has(me, Technician.Role.AUDITOR),
        "is_supervisor": rights.has(me, Technician.Role.SUPERVISOR),
        "is_admin": rights.has(me, Technician.Role.ADMIN),
        "news_seq": feed.span(News.Channel.DESK)[1],
    }
