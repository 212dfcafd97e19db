"""Who is there: from the consoles that are open, the calendar, and real answers of the last days."""

from datetime import UTC, datetime, timedelta

from desktop_app.domain.waiting import usual
from desktop_app.helpdesk.models import Organisation, Technician
from desktop_app.helpdesk.waiting import waited
from desktop_app.protocol.desk import Availability

HERE = timedelta(seconds=60)
_LOOK_BACK = timedelta(days=7)


def is_here(seen: datetime | None, now: datetime | None = None) -> bool:
    """Whether somebody, or a machine, that was last seen then counts as being there."""
    return seen is not None and (now or datetime.now(UTC)) - seen < HERE


def people(now: datetime | None = None) -> int:
    """Technicians whose console was seen a moment ago and who did not say that they are away."""
    since = (now or datetime.now(UTC)) - HERE
    return Technician.objects.answering().filter(is_away=False, last_seen__gte=since).count()


def availability() -> Availability:
    """The truth for the person card."""
    now = datetime.now(UTC)
    calendar = Organisation.load().calendar()
    if not calendar.is_open(now):
        return Availability(state="closed", opens_at=calendar.opens_at(now))
    there, answers = people(now), waited(now, calendar, _LOOK_BACK)
    wait_minutes = usual([one.minutes for one in answers])
    return Availability(state="available" if there else "busy", people=there, wait_minutes=wait_minutes)
