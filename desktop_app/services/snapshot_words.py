"""The words of a snapshot in one language: those of its fields, its rows and its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app import resources
from desktop_app.domain.moments import day, moment
from desktop_app.domain.words import Language, french_spaces
from desktop_app.field_words import (
    ChangeWords,
    change,
    field_label,
    finding_facts,
    kind,
    section,
    unread,
    value_words,
)

if TYPE_CHECKING:  # pages load these words at the start; what they describe is loaded with the first snapshot
    from desktop_app.domain.findings.finding import Finding
    from desktop_app.domain.review_rows import Piece, Row

__all__ = [
    "ChangeWords",
    "FindingWords",
    "change",
    "day",
    "field_label",
    "finding",
    "group",
    "kind",
    "label",
    "moment",
    "reason",
    "section",
    "title",
    "unread",
    "value",
    "value_words",
]


@dataclass(frozen=True)
class FindingWords:
    """A finding in words; `action` is empty when nothing can be done here."""

    title: str
    detail: str
    action: str


def label(row: Row, language: Language) -> str:
    """What a row is called."""
    return field_label(row.label, language)


def title(pieces: Sequence[Piece], language: Language) -> str:
    """What an item of a list is called; a masked name by its kind and the number of its pseudonym."""
    called = "".join(_called(piece, language) for piece in pieces)
    return called[:1].upper() + called[1:] if any(piece.kind for piece in pieces) else called


def _called(piece: Piece, language: Language) -> str:
    return f"{kind(piece.kind, language)} {piece.text.rpartition('-')[2]}".rstrip() if piece.kind else piece.text


def value(row: Row, language: Language) -> str:
    """A row's value in words; masked parts stand as their pseudonyms."""
    if row.masked or row.state == "hidden":
        return row.sent
    return value_words(row.value, row.unit, language)


def group(name: str, language: Language) -> str:
    """What a group of sections is called: like the first of them, where that says enough."""
    return _sentence(f"group.{name}", language) or section(name, language)


def reason(name: str, language: Language) -> str:
    """Why a section helps the help desk."""
    return _sentence(f"why.{name}", language)


def finding(found: Finding, language: Language) -> FindingWords:
    """A finding in words: a title, what it means, and what its button says."""
    facts = finding_facts(found.facts, language)
    texts = resources.words("findings")
    parts = (texts.get(f"{found.key}{ending}", {}).get(language, "") for ending in ("", "_detail", "_action"))
    title, detail, action = (_filled(text, facts, language) for text in parts)
    return FindingWords(title or found.key, detail, action if found.fix_id else "")


def _filled(text: str, facts: Any, language: Language) -> str:
    filled = text.format_map(facts)
    return french_spaces(filled) if language == "fr" else filled


def _sentence(key: str, language: Language) -> str:
    return resources.sentence("fields", key, language) if key in resources.words("fields") else ""
