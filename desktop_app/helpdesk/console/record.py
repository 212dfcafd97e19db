"""A computer report as the console shows it. It is a stranger's bytes: read leniently, bounded, never trusted."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.domain.asking import may_be_asked
from desktop_app.domain.leaves import title_of
from desktop_app.field_words import finding_facts, unread
from desktop_app.field_words import section as section_words
from desktop_app.helpdesk.console import fields, words
from desktop_app.helpdesk.models import Attachment

_MOST_ROWS = 50_000
_SHOWN = 300
"""Rows of a section on a page; all are searched: thousands of packages must not hide the sections after them."""
_DEEPEST = 8
_LARGEST = 1e18
_MOST_MASKED = 1_000_000
_LONGEST_RAW = 400_000
LONGEST_READ = 8 * 1024 * 1024
"""Bytes: a larger report is offered as a file, it is not taken apart on the server."""
_TONES = {"problem": "bad", "attention": "warn"}
_HEAD = frozenset({"status", "took_ms", "reason", "trimmed"})


@dataclass(frozen=True)
class FindingLine:
    """A finding in words."""

    title: str
    detail: str
    tone: str


class Row(NamedTuple):
    """A value: what it is called, its technical name, what the list entry is called that it belongs to."""

    label: str
    name: str
    entry: str
    value: str


@dataclass(frozen=True)
class SectionRows:
    """One section, in order. `note`: why it is not whole. `left_out`: rows that only a search brings up."""

    name: str
    title: str
    status: str
    note: str
    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.rows) + self.left_out

    @property
    def entries(self) -> list[tuple[str, list[Row]]]:
        """The rows under what their list entry is called."""
        return [(entry, list(rows)) for entry, rows in groupby(self.rows, key=lambda row: row.entry)]


@dataclass(frozen=True)
class Record:
    """The whole report. `masked` counts what its owner hid, `stand_ins` are the pseudonyms that may be asked about;
    `raw` is what was sent, cut where it is endless.
    """

    sent_when: str
    masked: int
    findings: tuple[FindingLine, ...]
    sections: tuple[SectionRows, ...]
    raw: str
    attachment_id: str = ""
    size: int = 0
    stand_ins: tuple[str, ...] = ()

    @property
    def worrying(self) -> int:
        """How many findings ask for a look."""
        return sum(finding.tone != "ok" for finding in self.findings)

    def matching(self, query: str) -> tuple[SectionRows, ...]:
        """The first rows of each section; for words, of those with all these in them, the section's name counting."""
        wanted = query.casefold().split()
        found = (
            (section, [row for row in section.rows if not wanted or _has(row, section, wanted)])
            for section in self.sections
        )
        return tuple(_begun(section, rows) for section, rows in found if rows or not wanted)


def _begun(section: SectionRows, rows: Sequence[Row]) -> SectionRows:
    shown = tuple(rows[:_SHOWN])
    return replace(section, rows=shown, left_out=len(rows) - len(shown))


def _has(row: Row, section: SectionRows, wanted: list[str]) -> bool:
    text = " ".join((section.title, *row)).casefold()
    return all(word in text for word in wanted)


def document(content: bytes) -> Mapping[str, Any]:
    """The report as JSON holds it; something unreadable is one without anything in it."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def read(content: bytes, attachment: Attachment) -> Record:
    """What can be made of the bytes."""
    found = document(content)
    return Record(
        words.day_and_clock(attachment.created_at),
        _masked(found.get("masked")),
        tuple(_findings(found.get("findings"))),
        tuple(_sections(found.get("sections"))),
        fields.harmless(content[:_LONGEST_RAW].decode("utf-8", "replace")),
        attachment.pk,
        attachment.size,
        tuple(_stand_ins(found.get("masked"))),
    )


def _masked(listed: object) -> int:
    """How many values were hidden: each entry says how often its value stood there."""
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    counts = [entry.get("count", 1) for entry in entries]
    return sum(count for count in counts if isinstance(count, int) and 0 < count < _MOST_MASKED)


def _stand_ins(listed: object) -> Iterator[str]:
    """What is masked and not a secret."""
    for entry in listed[:_MOST_ROWS] if isinstance(listed, list) else ():
        pseudonym = entry.get("pseudonym") if isinstance(entry, dict) else None
        if isinstance(pseudonym, str) and may_be_asked(pseudonym):
            yield pseudonym


def _findings(listed: object) -> Iterator[FindingLine]:
    for finding in listed[:100] if isinstance(listed, list) else []:
        if isinstance(finding, dict) and isinstance(finding.get("key"), str):
            yield _finding(finding)


def _facts(given: object) -> Iterator[tuple[str, object]]:
    """Texts, and numbers of a size that a machine can have: whoever sends them sends what they like."""
    for name, value in given.items() if isinstance(given, dict) else ():
        if isinstance(value, str) or (isinstance(value, int | float) and abs(value) < _LARGEST):
            yield str(name), value


def _finding(finding: Mapping[str, Any]) -> FindingLine:
    facts = finding_facts(dict(_facts(finding.get("facts"))), words.language())
    key = finding["key"]
    detail = words.spoken("findings", f"{key}_detail", facts)
    is_known = detail != f"{key}_detail".replace("_", " ")
    tone = _TONES.get(str(finding.get("severity")), "ok")
    title = words.spoken("findings", key, facts)
    return FindingLine(fields.harmless(title), fields.harmless(detail) if is_known else "", tone)


def _sections(listed: object) -> Iterator[SectionRows]:
    left = _MOST_ROWS
    for name, section in listed.items() if isinstance(listed, dict) else ():
        if not isinstance(section, dict):
            continue
        rows = []
        for row in _rows({key: value for key, value in section.items() if key not in _HEAD}, name):
            if left <= 0:
                break
            rows.append(row)
            left -= 1
        yield _section(name, section, tuple(rows))


def _section(name: str, section: Mapping[str, Any], rows: tuple[Row, ...]) -> SectionRows:
    status, language = str(section.get("status", "")), words.language()
    title = fields.harmless(section_words(name, language))
    note = unread(str(section.get("reason", "")), language) or fields.harmless(status)
    return SectionRows(name, title, status, note if status != "ok" else "", rows)


def _rows(value: object, name: str, entry: str = "", depth: int = 0) -> Iterator[Row]:
    """Every leaf under `value`."""
    if depth > _DEEPEST or value is None:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _rows(inner, f"{name}.{key}", entry, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _rows(inner, name, _called(inner) or entry, depth + 1)
    else:
        yield Row(fields.label(name), fields.harmless(name), entry, fields.shown(name, value))


def _called(item: object) -> str:
    """What people call an entry of a list: its name, its model, where it is mounted."""
    found = item.get(title_of(item)) if isinstance(item, dict) else None
    return fields.harmless(str(found))[:200] if isinstance(found, str | int | float) else ""
