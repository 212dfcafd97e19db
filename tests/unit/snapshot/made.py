"""Snapshots made by hand, and their review as the service makes it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from desktop_app.domain.findings import findings
from desktop_app.domain.masking import known_in, masks
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.sections import SENSITIVE, TYPES, inside
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def every_field(holder: type[Any] | None = None, path: str = "") -> Iterator[str]:
    """The dotted name of every field of every section, lists and their entries' fields included."""
    named = TYPES.items() if holder is None else ((entry.name, inside(holder, entry.name)) for entry in fields(holder))
    for name, kind in named:
        here = f"{path}.{name}".lstrip(".")
        if path:
            yield here
        if kind is not None:
            yield from every_field(kind, here)


def build(**sections: Mapping[str, Any]) -> Snapshot:
    """A snapshot of the given data, with its findings."""
    made = {name: Section(name, SectionStatus.OK, 1.5, data) for name, data in sections.items()}
    plain = Snapshot(NOW, made)
    return Snapshot(NOW, made, tuple(findings(plain)))


def reviewed(snapshot: Snapshot, known: KnownValues = KnownValues(), *, everything: bool = False) -> Review:  # noqa: B008
    """A review as the service makes it."""
    redactor = Redactor(known | known_in(snapshot), CountingFromOne())
    facts = [str(fact) for found in snapshot.findings for fact in found.facts.values() if isinstance(fact, str)]
    off = frozenset[str]() if everything else SENSITIVE | {FILE_NAMES}
    return Review(snapshot, masks(snapshot, redactor, facts), off)


class NothingOff:
    """Settings under which every section is sent."""

    def value(self, key: str) -> list[str]:
        return []


class Numbers(CountingFromOne):
    """Pseudonyms that are not written anywhere."""

    warning = None

    def keep(self) -> None:
        """Nowhere."""
