"""When an answer is promised, in words and as a share of the time that has passed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.domain.ticket import ENDED, Status
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Ticket

_SOON_MINUTES, _SOON_SHARE, _DAY_MINUTES = 30, 0.8, 24 * 60


@dataclass(frozen=True)
class Due:
    """`tone`: r late, w soon, empty else. `share` of the time that has passed, 0 to 100."""

    text: str
    tone: str = ""
    share: int = 0


def due(ticket: Ticket, now: datetime | None = None) -> Due:
    """The line and the bar of a request."""
    now = now or datetime.now(UTC)
    if ticket.status in ENDED:
        return Due(words.say("due_done", when=words.day_and_clock(ticket.resolved_at)) if ticket.resolved_at else "")
    if ticket.status == Status.PENDING_REQUESTER:
        return Due(words.say("due_paused", when=words.day_and_clock(ticket.updated_at)), share=50)
    if ticket.answer_by is None and ticket.solve_by is None:
        return Due(words.say("due_answered"))
    return _owed(ticket, now)


def _owed(ticket: Ticket, now: datetime) -> Due:
    """An answer when one is owed, else the solution."""
    key, by = ("due", ticket.answer_by) if ticket.answer_by else ("solve", ticket.solve_by or now)
    left = int((by - now).total_seconds() // 60)
    if left < 0:
        return Due(words.say(f"{key}_late", span=words.rough_span(-left)), "r", 100)
    whole = max(1.0, (by - ticket.created_at).total_seconds())
    share = min(1.0, (now - ticket.created_at).total_seconds() / whole)
    tone = "w" if left < _SOON_MINUTES or share > _SOON_SHARE else ""
    far = words.say(f"{key}_by", when=words.day_ahead(by, now)) if left >= _DAY_MINUTES else ""
    return Due(far or words.say(f"{key}_in", span=words.rough_span(left)), tone, round(share * 100))
