"""Who is there: from the consoles that are open, the calendar, and real answers of the last days."""

import statistics
from datetime import UTC, datetime, timedelta

from desktop_app.domain.hours import Calendar
from desktop_app.helpdesk.models import Organisation, Technician, Ticket
from desktop_app.protocol.desk import Availability

HERE = timedelta(seconds=60)
_LOOK_BACK = timedelta(days=7)
_FEWEST_ANSWERS = 5


def is_here(seen: datetime | None, now: datetime | None = None) -> bool:
    """Whether somebody, or a machine, that was last seen then counts as being there."""
    return seen is not None and (now or datetime.now(UTC)) - seen < HERE


def people(now: datetime | None = None) -> int:
    """Technicians whose console was seen a moment ago and who did not say that they are away."""
    since = (now or datetime.now(UTC)) - HERE
    return Technician.objects.filter(is_active=True, is_away=False, last_seen__gte=since).count()


def availability() -> Availability:
    """The truth for the person card."""
    now = datetime.now(UTC)
    calendar = Organisation.load().calendar()
    if not calendar.is_open(now):
        return Availability(state="closed", opens_at=calendar.opens_at(now))
    there = people(now)
    return Availability(state="available" if there else "busy", people=there, wait_minutes=_wait_minutes(now, calendar))


def _wait_minutes(now: datetime, calendar: Calendar) -> int | None:
    """The median of real first answers in open hours: a night does not count as waiting.

    None when there are too few to promise anything.
    """
    answered = Ticket.objects.filter(created_at__gte=now - _LOOK_BACK).exclude(first_answer_at=None)
    waits = [
        calendar.between(created, first).total_seconds() / 60
        for created, first in answered.values_list("created_at", "first_answer_at")
        if first is not None
    ]
    return max(1, round(statistics.median(waits))) if len(waits) >= _FEWEST_ANSWERS else None
