"""Takes a snapshot, says what it means, and prepares it for the user's eyes before it goes anywhere."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any, Protocol

from desktop_app.domain import findings as rules
from desktop_app.domain.asking import may_be_asked
from desktop_app.domain.bounds import bounded
from desktop_app.domain.errors import SupportError
from desktop_app.domain.findings import Finding
from desktop_app.domain.masking import known_in, masks, value_behind
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import Numbering, Redactor
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.sections import SECTIONS, SENSITIVE
from desktop_app.domain.snapshot import Section, Snapshot, in_order
from desktop_app.domain.words import Language

COLLECTOR_DEADLINE_S = 2.0
"""No section is waited for longer, whatever hangs."""


class Collectors(Protocol):
    """Reads the machine. `qt_facts`: what only the window system knows, by section and field."""

    qt_facts: Mapping[str, Mapping[str, Any]]

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        """The named sections, after `deadline_s` seconds at the most."""


class KeptNumbering(Numbering, Protocol):
    """A numbering that can be written to the disk."""

    @property
    def warning(self) -> SupportError | None:
        """That the same values are not called as before any more; None when all is well."""

    def keep(self) -> None:
        """Write what is new."""


class SettingsLike(Protocol):
    """The settings this service reads."""

    def value(self, key: str) -> Any:
        """The value in force."""


class History(Protocol):
    """Keeps small snapshots of past days."""

    def keep(self, snapshot: Snapshot) -> None:
        """Remember this one, once a day."""

    def days(self) -> list[date]:
        """The days that are kept, newest first."""

    def of_day(self, day: date) -> Snapshot | None:
        """What was kept that day; None when it cannot be read."""


class Snapshots:
    """The state of this machine. `known`: the values this machine knows of its people and itself."""

    def __init__(
        self,
        collectors: Collectors,
        numbering: KeptNumbering,
        known: Callable[[], KnownValues],
        settings: SettingsLike,
        history: History | None = None,
    ) -> None:
        self.collectors = collectors
        self._numbering = numbering
        self._known = known
        self._settings = settings
        self._history = history

    @property
    def warning(self) -> SupportError | None:
        """What the person should know of the stand-ins for masked values."""
        return self._numbering.warning

    def know(self, facts: Mapping[str, Mapping[str, Any]]) -> None:
        """What only the window system knows, by section and field; it stands in every snapshot from now on."""
        self.collectors.qt_facts = facts

    def take(self, sections: Sequence[str] | None = None, timeout_s: float = 5.0) -> Snapshot:
        """Read the named sections, or all; blocking, for `timeout_s` seconds at the most."""
        wanted = [name for name in SECTIONS if sections is None or name in sections]
        taken_at = datetime.now(UTC)
        read = self.collectors.collect(wanted, min(timeout_s, COLLECTOR_DEADLINE_S))
        found = in_order({name: bounded(section) for name, section in read.items()})
        snapshot = Snapshot(taken_at, found)
        snapshot = replace(snapshot, findings=tuple(rules.findings(snapshot)))
        if self._history is not None and sections is None:
            self._history.keep(snapshot)
        return snapshot

    def findings(self, snapshot: Snapshot) -> list[Finding]:
        """What is wrong, worst first, then what was measured and is well (severity `fine`)."""
        return [*snapshot.findings, *self.fine(snapshot)]

    def fine(self, snapshot: Snapshot) -> list[Finding]:
        """What was measured and is well."""
        return rules.fine(snapshot)

    def review(self, snapshot: Snapshot) -> Review:
        """The snapshot on its way out.

        Everything found is masked, sensitive sections and those switched off are out.
        """
        redactor = self.redactor(known_in(snapshot))
        facts = [fact for found in snapshot.findings for fact in found.facts.values() if isinstance(fact, str)]
        found = masks(snapshot, redactor, facts)
        self._numbering.keep()
        off = frozenset(map(str, self._settings.value("snapshot.sections_off")))
        return Review(snapshot, found, SENSITIVE | {FILE_NAMES} | off)

    def value_behind(self, pseudonym: str) -> str | None:
        """What a stand-in of an earlier report stands for: looked for now, then in the days that are kept.

        None for a secret, for what its owner hid by hand, and for what this computer no longer knows.
        """
        if not may_be_asked(pseudonym):
            return None
        kept = (self.of_day(day) for day in self.days())
        for snapshot in chain((self.take(),), (one for one in kept if one)):
            value = value_behind(snapshot, self.review(snapshot).masks, pseudonym)
            if value is not None:
                return value
        return None

    def redactor(self, more: KnownValues = KnownValues()) -> Redactor:  # noqa: B008 - frozen
        """The redactor of this machine, which also knows `more`."""
        return Redactor(self._known() | more, self._numbering)

    def redactor_of(self, known: KnownValues) -> Redactor:
        """The redactor of another machine, of which `known` is known."""
        return Redactor(known, self._numbering)

    def keep_pseudonyms(self) -> None:
        """Write new pseudonyms to the disk, so that the same values keep them."""
        self._numbering.keep()

    def text(self, review: Review, language: Language) -> str:
        """The review as text, for the clipboard."""
        from desktop_app.services.snapshot_exports import text

        return text(review, language)

    def days(self) -> list[date]:
        """The earlier days of which a small snapshot is kept here, newest first."""
        today = datetime.now(UTC).date()
        return [day for day in self._history.days() if day < today] if self._history else []

    def of_day(self, day: date) -> Snapshot | None:
        """What was kept that day; None when it cannot be read."""
        return self._history.of_day(day) if self._history else None

    def keep_today(self) -> None:
        """Remember today, unless that was done: what changed can only be told of days that are kept."""
        if self._history is not None and datetime.now(UTC).date() not in self._history.days():
            self.take()


def measure(snapshots: Snapshots, runs: int = 9) -> Mapping[str, Any]:
    """Medians of `runs` snapshots inside this process, in milliseconds: wall, processor, review, and each section."""
    walls, processor, reviews = [], [], []
    sections: dict[str, list[float]] = {}
    snapshots.review(snapshots.take())
    for _ in range(runs):
        wall, work = time.perf_counter(), time.process_time()
        snapshot = snapshots.take()
        walls.append((time.perf_counter() - wall) * 1000)
        processor.append((time.process_time() - work) * 1000)
        wall = time.perf_counter()
        payload = snapshots.review(snapshot).payload()
        reviews.append((time.perf_counter() - wall) * 1000)
        for section in snapshot.sections.values():
            sections.setdefault(section.name, []).append(section.took_ms)
    return {
        "wall_ms": _median(walls),
        "cpu_ms": _median(processor),
        "review_ms": _median(reviews),
        "bytes": len(payload),
        "per_section_ms": {name: _median(times) for name, times in sections.items()},
    }


def _median(values: list[float]) -> float:
    return round(sorted(values)[len(values) // 2], 1)
