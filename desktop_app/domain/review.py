"""The review: what would be sent, value by value, and the user's choices about it. What it shows is what it sends."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from desktop_app.domain.findings.finding import Finding
from desktop_app.domain.leaves import rebuilt
from desktop_app.domain.masking import Masks
from desktop_app.domain.redaction.span import HIDDEN
from desktop_app.domain.review_rows import Piece, Row, Writer
from desktop_app.domain.sections import SENSITIVE
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot, digest, document, serialise

__all__ = ["FILE_NAMES", "Counts", "Piece", "Review", "ReviewSection", "Row"]

FILE_NAMES = "file_names"
"""A switch without rows of its own: off, the names of documents stay masked wherever they stand."""


@dataclass(frozen=True)
class ReviewSection:
    """A section and its switch."""

    name: str
    included: bool
    items: int
    masked: int
    sensitive: bool
    status: SectionStatus


@dataclass(frozen=True)
class Counts:
    """What the foot of the page says; `size` in bytes."""

    items: int
    masked: int
    size: int


@dataclass(frozen=True)
class Review:
    """A snapshot on its way out. Every `with_…` answers a new review; this one stays as it is."""

    snapshot: Snapshot
    masks: Masks
    off: frozenset[str] = SENSITIVE | {FILE_NAMES}
    choices: Mapping[str, bool] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()

    def with_section(self, name: str, on: bool) -> "Review":
        """The same with a section switched on or off."""
        return replace(self, off=self.off - {name} if on else self.off | {name})

    def with_row(self, path: str, shown: bool) -> "Review":
        """The same with a row shown, personal values included, or not sent at all."""
        return replace(self, choices={**self.choices, path: shown})

    def with_hidden_text(self, text: str) -> "Review":
        """The same with `text` masked wherever it stands."""
        wanted = text.strip()
        return replace(self, hidden=(*self.hidden, wanted)) if wanted and wanted not in self.hidden else self

    @cached_property
    def sections(self) -> tuple[ReviewSection, ...]:
        """Every section with its counts, and the switch for the names of files."""
        found = tuple(self._section(section) for section in self.snapshot.sections.values())
        names = sum(piece.kind == "document" for row in self._all for piece in row.pieces)
        files = ReviewSection(FILE_NAMES, FILE_NAMES not in self.off, 0, names, sensitive=True, status=SectionStatus.OK)
        return (*found, files)

    def worked_out(self) -> "Review":
        """The same, with everything that is drawn or sent of it known: long work, for a worker."""
        _ = self.counts
        return self

    def rows(self, section: str) -> tuple[Row, ...]:
        """The rows of a section, whether it is switched on or not."""
        return self._rows.get(section, ())

    def search(self, text: str) -> tuple[Row, ...]:
        """The rows whose value holds `text`."""
        wanted = text.casefold().strip()
        return tuple(row for row in self._all if wanted in str(row.value).casefold()) if wanted else ()

    @cached_property
    def counts(self) -> Counts:
        """Values, masked values and bytes, as they are sent."""
        on = [section for section in self.sections if section.included and section.name != FILE_NAMES]
        items, masked = sum(section.items for section in on), sum(section.masked for section in on)
        return Counts(items, masked, len(self.payload()))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the sections that are sent, their values masked like the rest."""
        return tuple(self._writer.finding(found) for found in self.snapshot.findings if found.section not in self.off)

    def payload(self) -> bytes:
        """The bytes that are shown, stored and sent: there are no others."""
        return self._payload

    def digest(self) -> str:
        """SHA-256 of the payload."""
        return digest(self._payload)

    @cached_property
    def _payload(self) -> bytes:
        kept = {name: self._sent(section) for name, section in self.snapshot.sections.items() if name not in self.off}
        return serialise(document(replace(self.snapshot, sections=kept, findings=self.findings), self._masked))

    @cached_property
    def _masked(self) -> list[dict[str, Any]]:
        count: Counter[tuple[str, str]] = Counter()
        for section, rows in self._touched.items():
            if section not in self.off:
                count.update((piece.text or HIDDEN, piece.kind) for row in rows for piece in row.pieces if piece.kind)
        return [{"pseudonym": name, "kind": kind, "count": times} for (name, kind), times in sorted(count.items())]

    @cached_property
    def _writer(self) -> Writer:
        return Writer(self.masks, self.choices, self.hidden, FILE_NAMES not in self.off)

    @cached_property
    def _rows(self) -> dict[str, tuple[Row, ...]]:
        return {name: self._writer.rows(section) for name, section in self.snapshot.sections.items()}

    @cached_property
    def _touched(self) -> dict[str, tuple[Row, ...]]:
        return {name: self._writer.touched(section) for name, section in self.snapshot.sections.items()}

    @cached_property
    def _all(self) -> list[Row]:
        return [row for rows in self._rows.values() for row in rows]

    def _section(self, section: Section) -> ReviewSection:
        rows = self.rows(section.name)
        items, masked = sum(row.state != "hidden" for row in rows), sum(row.masked for row in rows)
        on = section.name not in self.off
        return ReviewSection(section.name, on, items, masked, section.name in SENSITIVE, section.status)

    def _sent(self, section: Section) -> Section:
        touched = (row for row in self._touched[section.name] if row.state != "shown")
        change = {row.path: None if row.state == "hidden" else row.sent for row in touched}
        return replace(section, data=rebuilt(section.data, section.name, change)) if change else section
