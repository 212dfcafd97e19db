"""A computer report as the console shows it. It is a stranger's bytes: read leniently, bounded, never trusted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Attachment

_MOST_ROWS = 5000
_DEEPEST = 8
_MOST_MASKED = 1_000_000
_LONGEST_RAW = 400_000
LONGEST_READ = 8 * 1024 * 1024
"""Bytes: a larger report is offered as a file, it is not taken apart on the server."""
_TONES = {"problem": "bad", "attention": "warn"}


@dataclass(frozen=True)
class FindingLine:
    """A finding in words."""

    title: str
    detail: str
    tone: str


@dataclass(frozen=True)
class SectionRows:
    """One section: label and value, in order."""

    name: str
    title: str
    status: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Record:
    """The whole report. `masked` counts what its owner hid; `raw` is what was sent, cut where it is endless."""

    sent_when: str
    masked: int
    findings: tuple[FindingLine, ...]
    sections: tuple[SectionRows, ...]
    raw: str

    @property
    def worrying(self) -> int:
        """How many findings ask for a look."""
        return sum(finding.tone != "ok" for finding in self.findings)

    def matching(self, query: str) -> tuple[SectionRows, ...]:
        """Only the rows with these words in them; all of them for no words."""
        if not query:
            return self.sections
        wanted = query.casefold()
        found = (
            replace(section, rows=tuple(row for row in section.rows if wanted in " ".join(row).casefold()))
            for section in self.sections
        )
        return tuple(section for section in found if section.rows)


def read(content: bytes, attachment: Attachment) -> Record:
    """What can be made of the bytes; something unreadable is a report without sections."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = {}
    document = document if isinstance(document, dict) else {}
    return Record(
        words.day_and_clock(attachment.created_at),
        _masked(document.get("masked")),
        tuple(_findings(document.get("findings"))),
        tuple(_sections(document.get("sections"))),
        content[:_LONGEST_RAW].decode("utf-8", "replace"),
    )


def _masked(listed: object) -> int:
    """How many values were hidden: each entry says how often its value stood there."""
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    counts = [entry.get("count", 1) for entry in entries]
    return sum(count for count in counts if isinstance(count, int) and 0 < count < _MOST_MASKED)


def _findings(listed: object) -> Iterator[FindingLine]:
    for finding in listed[:100] if isinstance(listed, list) else []:
        if isinstance(finding, dict) and isinstance(finding.get("key"), str):
            yield _finding(finding)


def _finding(finding: Mapping[str, Any]) -> FindingLine:
    given = finding.get("facts")
    facts = (
        {str(name): words.shown(str(name), value) for name, value in given.items()} if isinstance(given, dict) else {}
    )
    key = finding["key"]
    detail = words.spoken("findings", f"{key}_detail", facts)
    is_known = detail != f"{key}_detail".replace("_", " ")
    tone = _TONES.get(str(finding.get("severity")), "ok")
    return FindingLine(words.spoken("findings", key, facts), detail if is_known else "", tone)


def _sections(listed: object) -> Iterator[SectionRows]:
    left = _MOST_ROWS
    for name, section in listed.items() if isinstance(listed, dict) else ():
        if not isinstance(section, dict):
            continue
        rows = []
        for row in _rows({key: value for key, value in section.items() if key not in {"status", "took_ms"}}):
            if left <= 0:
                break
            rows.append(row)
            left -= 1
        title = words.spoken("fields", f"section_{name}", {})
        title = words.spoken("fields", str(name), {}) if title == f"section {name}".replace("_", " ") else title
        yield SectionRows(str(name), title.capitalize(), str(section.get("status", "")), tuple(rows))


def _rows(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every leaf under `value`: its path in words, and its text."""
    if len(path) > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _rows(inner, (*path, str(key)))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _rows(inner, (*path, str(number)))
    elif value is not None:
        yield " · ".join(part.replace("_", " ") for part in path), str(value)[:2000]
