"""When and where somebody wants to be rung: `start/end;telephone`, the times in ISO 8601, read with patience."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_PHONE = 60
LONGEST_WISH = 500
# A post inside the house has three digits; nothing shorter can be called
_FEWEST_DIGITS = 3
_LONGEST_SLOT = timedelta(hours=2)
_SHORTEST_SLOT = timedelta(minutes=15)


@dataclass(frozen=True)
class CallBack:
    """A wish to be rung. None: at any time from the start, at any time up to the end."""

    starts: datetime | None
    ends: datetime | None
    phone: str


def can_ring(phone: str) -> bool:
    """Whether that may be a telephone number."""
    return sum(sign.isdigit() for sign in phone) >= _FEWEST_DIGITS


def write(slot: str, phone: str) -> str:
    """A wish as it travels. `slot`: start and end as `between` gives them; nothing for any time."""
    return f"{slot or '/'};{' '.join(phone.split())[:LONGEST_PHONE]}"


def between(start: datetime, end: datetime) -> str:
    """The time from one moment to another, in universal time."""
    return "/".join(moment.astimezone(UTC).isoformat(timespec="minutes") for moment in (start, end))


def slots(openings: Iterable[tuple[datetime, datetime]], now: datetime) -> list[tuple[datetime, datetime]]:
    """Opening hours in pieces short enough to wait beside a telephone; what is over, or nearly, is left out."""
    pieces = []
    for start, end in openings:
        while start < end:
            piece = min(start + _LONGEST_SLOT, end)
            if piece - max(start, now) >= _SHORTEST_SLOT:
                pieces.append((start, piece))
            start = piece
    return pieces


def read(text: str) -> CallBack:
    """What was written, as far as it can be understood; what is not a time is taken for the telephone."""
    slot, separator, phone = text.partition(";")
    first, _, last = slot.partition("/")
    starts, ends = _moment(first), _moment(last)
    if starts is None and ends is None and not separator:
        phone = text
    if starts is not None and ends is not None and ends < starts:
        starts, ends = ends, starts
    return CallBack(starts, ends, " ".join(phone.split())[:LONGEST_PHONE])


def _moment(text: str) -> datetime | None:
    """A time without a zone is universal time."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
