"""What changed on this computer since a day when it worked: in words, masked as the report is, likeliest first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from desktop_app.domain.diff import Change, changes, first_of_each, naming
from desktop_app.domain.masking import known_in
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import Redactor, replaced
from desktop_app.domain.sections import traits
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.words import Language
from desktop_app.services import snapshot_words
from desktop_app.services.snapshot_words import ChangeWords

_SECTIONS: Mapping[str, str] = {
    "printing": "printing",
    "network": "network",
    "disk": "storage",
    "sound": "peripherals",
    "browser": "software",
    "slow": "memory",
    "security": "security",
}


class Snapshots(Protocol):
    """Keeps small snapshots of past days, and masks."""

    def days(self) -> list[date]:
        """The earlier days that are kept, newest first."""

    def of_day(self, day: date) -> Snapshot | None:
        """What was kept that day; None when it cannot be read."""

    def redactor(self, more: KnownValues) -> Redactor:
        """Masks what is known of this machine."""


@dataclass(frozen=True)
class Since:
    """What changed since `day`, which is None when no earlier day is kept. `more`: kinds, and how many are not told."""

    day: date | None = None
    days: tuple[date, ...] = ()
    told: tuple[ChangeWords, ...] = ()
    more: tuple[tuple[str, int], ...] = ()
    section: str = ""

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self.told) + sum(count for _, count in self.more)


def section_about(topics: Iterable[str]) -> str:
    """The section where trouble with these topics of a guided fix is looked for first; empty for none."""
    return next((_SECTIONS[topic] for topic in topics if topic in _SECTIONS), "")


def since(
    snapshots: Snapshots, snapshot: Snapshot, language: Language, day: date | None = None, section: str = ""
) -> Since:
    """What changed until `snapshot`, since `day` or the last day kept. For a worker."""
    days = tuple(snapshots.days())
    wanted = day if day in days else next(iter(days), None)
    before = snapshots.of_day(wanted) if wanted else None
    if before is None:
        return Since(None, days)
    found = changes(before, snapshot, section)
    redactor = snapshots.redactor(known_in(before) | known_in(snapshot))
    first, rest = first_of_each(found)
    told = (snapshot_words.change(_masked(change, redactor, language), language) for change in first)
    more = Counter[str]()
    for label, count in rest.items():
        more[snapshot_words.field_label(label, language)] += count
    return Since(wanted, days, tuple(told), tuple(more.items()), section)


def _masked(change: Change, redactor: Redactor, language: Language) -> Change:
    """The change as it may be shown beside a report: what the report masks is masked here."""

    def shown(name: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: shown(f"{name}.{key}", item) for key, item in value.items()}
        if not isinstance(value, str) or not value:
            return value
        mask = str(traits(name).get("mask", ""))
        return f"[{snapshot_words.kind(mask, language)}]" if mask else replaced(value, redactor.find(value))

    return replace(
        change,
        item=shown(naming(change.label), change.item),
        before=shown(change.label, change.before),
        after=shown(change.label, change.after),
    )
