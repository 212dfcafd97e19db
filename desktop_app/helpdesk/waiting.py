"""A request's place in the waiting line, and what can truly be said of how long that takes."""

from datetime import UTC, datetime, timedelta

from django.db.models import Q

from desktop_app.domain.hours import Calendar
from desktop_app.domain.ticket import Status
from desktop_app.domain.waiting import Waited, usual_from
from desktop_app.helpdesk.models import Organisation, Ticket
from desktop_app.protocol.tickets import Place

_LOOK_BACK = timedelta(days=28)
_MOST = 200


def place(ticket: Ticket) -> Place:
    """Its place among those that nobody has taken, the pressing ones first; 0 for one that is not among them.

    While the help desk is closed nothing is said of minutes.
    """
    line = Ticket.objects.filter(status__in=(Status.NEW, Status.OPEN), assignee=None, first_answer_at=None)
    if not line.filter(pk=ticket.pk).exists():
        return Place(rank=0)
    before = Q(priority__lt=ticket.priority) | Q(priority=ticket.priority, created_at__lt=ticket.created_at)
    rank, now, calendar = 1 + line.filter(before).count(), datetime.now(UTC), Organisation.load().calendar()
    return Place(rank=rank, wait_minutes=usual_from(rank, waited(now, calendar)) if calendar.is_open(now) else None)


def waited(now: datetime, calendar: Calendar, look_back: timedelta = _LOOK_BACK) -> list[Waited]:
    """The last first answers, in open hours: a night does not count as waiting."""
    answered = Ticket.objects.filter(created_at__gte=now - look_back, first_answer_at__isnull=False)
    told = answered.order_by("-created_at").values_list("priority", "created_at", "first_answer_at")[:_MOST]
    return [
        Waited(priority, came, first, calendar.between(came, first).total_seconds() / 60)
        for priority, came, first in told
        if first is not None
    ]
