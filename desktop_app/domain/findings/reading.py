"""How rules read a snapshot: a missing value is a zero or nothing, never an error."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Sections(Protocol):
    """A snapshot, as far as rules need it."""

    @property
    def taken_at(self) -> datetime:
        """When it was taken."""

    def get(self, section: str, name: str, default: Any = None) -> Any:
        """A value, or `default`."""


@dataclass(frozen=True)
class Reading:
    """A snapshot and its moment."""

    snapshot: Sections
    now: datetime

    def __call__(self, section: str, name: str, default: Any = None) -> Any:
        """A value, or `default`."""
        return self.snapshot.get(section, name, default)

    def number(self, section: str, name: str) -> float:
        """A number; zero when there is none."""
        return _number(self.snapshot.get(section, name))

    def items(self, section: str, name: str) -> Iterator[dict[str, Any]]:
        """The objects of a list."""
        found = self.snapshot.get(section, name, ())
        return (
            (dict(item) for item in found if isinstance(item, Mapping)) if isinstance(found, list | tuple) else iter(())
        )


def found_in(item: Mapping[str, Any], name: str) -> float:
    """A number of a list item; zero when there is none."""
    return _number(item.get(name))


def percent(part: float, whole: float) -> float:
    """`part` of `whole` in percent; zero when there is no whole."""
    return 100 * part / whole if whole else 0.0


def days_since(moment: object, now: datetime) -> int | None:
    """Whole days from `moment` to `now`; None when there is no such moment, or it lies ahead."""
    seconds = seconds_since(moment, now)
    return None if seconds is None or seconds < 0 else int(seconds // 86400)


def seconds_since(moment: object, now: datetime) -> float | None:
    """Seconds from `moment` to `now`."""
    if not isinstance(moment, str):
        return None
    try:
        return (now - datetime.fromisoformat(moment)).total_seconds()
    except (ValueError, TypeError):
        return None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0
