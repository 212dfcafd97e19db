"""Opening hours: when the help desk is open, and when so much working time will have passed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FURTHEST_DAYS = 400  # a calendar without any opening hour must not be searched for ever

Span = tuple[time, time]
Open = tuple[datetime, datetime]


@dataclass(frozen=True)
class Calendar:
    """Weekly hours in a time zone, and the days it stays closed. Moments given and returned are aware."""

    zone: ZoneInfo
    week: Mapping[str, tuple[Span, ...]]
    holidays: frozenset[date]

    @classmethod
    def read(cls, zone: str, week: Mapping[str, Sequence[Sequence[str]]], holidays: Sequence[str]) -> "Calendar":
        """From plain values. Raises ValueError for what is not a time, a day or a zone."""
        spans = {day: tuple(_span(pair) for pair in week.get(day, ())) for day in DAYS}
        return cls(ZoneInfo(zone), spans, frozenset(date.fromisoformat(day) for day in holidays))

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody answers at `moment`."""
        local = moment.astimezone(self.zone)
        return any(start <= local < end for start, end in self._spans(local.date()))

    def opens_at(self, moment: datetime) -> datetime | None:
        """The next opening after `moment`, or `moment` itself while it is open; None when it never opens."""
        if self.is_open(moment):
            return moment
        return next((start.astimezone(UTC) for start, _ in self._from(moment)), None)

    def after(self, moment: datetime, working: timedelta) -> datetime | None:
        """When `working` time will have passed; wall-clock hours count, so a change of clocks does not move them."""
        left = working
        for start, end in self._from(moment):
            if end - start >= left:
                return (start + left).astimezone(UTC)
            left -= end - start
        return None

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments."""
        spans = takewhile(lambda span: span[0] < end, self._from(start))
        return sum((min(closing, end) - opening for opening, closing in spans), timedelta())

    def openings(self, start: datetime, end: datetime) -> list[Open]:
        """When it is open between two moments, in UTC."""
        spans = takewhile(lambda span: span[0] < end, self._from(start))
        return [(opening.astimezone(UTC), min(closing, end).astimezone(UTC)) for opening, closing in spans]

    def _from(self, moment: datetime) -> Iterator[Open]:
        """The open spans that remain from `moment` on."""
        local = moment.astimezone(self.zone)
        for days in range(_FURTHEST_DAYS):
            for start, end in self._spans(local.date() + timedelta(days=days)):
                if end > local:
                    yield max(start, local), end

    def _spans(self, day: date) -> list[Open]:
        if day in self.holidays:
            return []
        return [
            (datetime.combine(day, start, self.zone), datetime.combine(day, end, self.zone))
            for start, end in self.week[DAYS[day.weekday()]]
        ]


def _span(pair: Sequence[str]) -> Span:
    start, end = (time.fromisoformat(moment) for moment in pair)
    if end <= start:
        raise ValueError(f"{pair[0]} is not before {pair[1]}")
    return start, end
