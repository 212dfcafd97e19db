"""The snapshot: what a machine says of itself at one moment, and its one serialised form."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.leaves import Leaf, leaves
from desktop_app.domain.sections import SECTIONS

SCHEMA = "rescousse.snapshot/1"


class SectionStatus(StrEnum):
    """Whether a section could be read: wholly, in part, or not at all (`reason` says why)."""

    OK = "ok"
    PARTIAL = "partial"
    UNAVAILABLE = "unavailable"


class Reason(StrEnum):
    """Why a section is not whole; sentences in `resources/words/fields.toml`."""

    TOO_SLOW = "too_slow"
    TOO_MUCH = "too_much"
    NOT_ALLOWED = "not_allowed"
    NOT_HERE = "not_here"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Section:
    """One section. `data` is plain JSON as `domain.sections` describes it; `trimmed` counts what long lists lost."""

    name: str
    status: SectionStatus
    took_ms: float
    data: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    trimmed: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def leaves(self) -> list[Leaf]:
        """Every value in reading order: there are thousands, and each of masking and showing needs them all."""
        return leaves(self.name, self.data)


@dataclass(frozen=True)
class Snapshot:
    """All sections of one moment, and what they mean."""

    taken_at: datetime
    sections: Mapping[str, Section]
    findings: tuple[Finding, ...] = ()

    def get(self, section: str, name: str, default: Any = None) -> Any:
        """A value by section and field; `default` when the section or the field is missing."""
        found = self.sections.get(section)
        return default if found is None else found.data.get(name, default)


class NotASnapshot(ValueError):
    """The bytes are no snapshot that this version can read."""


def document(snapshot: Snapshot, masked: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The snapshot as the one document that is stored, shown and sent. `masked`: pseudonym, kind and count each."""
    return {
        "schema": SCHEMA,
        "taken_at": snapshot.taken_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "sections": {name: _section(section) for name, section in snapshot.sections.items()},
        "findings": [_finding(finding) for finding in snapshot.findings],
        "masked": [dict(entry) for entry in masked],
    }


def serialise(value: Mapping[str, Any]) -> bytes:
    """The bytes of a document; the only place that makes them, so that preview, hash and payload cannot differ."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


def digest(payload: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(payload).hexdigest()


def parse(payload: bytes) -> Snapshot:
    """The snapshot that `serialise` wrote, or a later minor version. Raises NotASnapshot."""
    try:
        value = json.loads(payload)
        if value["schema"].split("/")[0] != SCHEMA.split("/")[0]:
            raise NotASnapshot(value["schema"])
        sections = {str(name): _parse_section(str(name), entry) for name, entry in value["sections"].items()}
        findings = tuple(_parse_finding(entry) for entry in value.get("findings", ()))
        return Snapshot(datetime.fromisoformat(value["taken_at"]), sections, findings)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotASnapshot(str(error)) from error


def in_order(sections: Mapping[str, Section]) -> dict[str, Section]:
    """Sections in the order that people read them; unknown ones last."""
    known = {name: sections[name] for name in SECTIONS if name in sections}
    return known | {name: section for name, section in sections.items() if name not in known}


def _section(section: Section) -> dict[str, Any]:
    head: dict[str, Any] = {"status": str(section.status), "took_ms": round(section.took_ms, 1)}
    if section.reason:
        head["reason"] = section.reason
    if section.trimmed:
        head["trimmed"] = dict(section.trimmed)
    return head | dict(section.data)


def _finding(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": finding.key,
        "severity": str(finding.severity),
        "section": finding.section,
        "facts": dict(finding.facts),
    }
    return found | ({"fix_id": finding.fix_id} if finding.fix_id else {})


def _parse_section(name: str, entry: Mapping[str, Any]) -> Section:
    data = {key: value for key, value in entry.items() if key not in {"status", "took_ms", "reason", "trimmed"}}
    status = SectionStatus(entry["status"])
    took, reason, trimmed = float(entry["took_ms"]), str(entry.get("reason", "")), entry.get("trimmed", {})
    return Section(name, status, took, data, reason, dict(trimmed))


def _parse_finding(entry: Mapping[str, Any]) -> Finding:
    severity = Severity(entry["severity"])
    return Finding(entry["key"], severity, entry["section"], dict(entry["facts"]), entry.get("fix_id", ""))
