"""The words of fields in one language: what they are called, their values, what changed. Both houses use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app import resources
from desktop_app.domain.amounts import duration, number, size, worded
from desktop_app.domain.moments import day, moment
from desktop_app.domain.words import NO_BREAK_SPACE, Language

if TYPE_CHECKING:  # loaded with the first snapshot
    from desktop_app.domain.diff import Change

_UNITS = {"%", "MHz", "Mb/s", "dBm", "°C", "W", "Wh", "Hz", "mm"}


@dataclass(frozen=True)
class ChangeWords:
    """A change in words: what happened to what, from what to what. `what`: added, changed or removed."""

    what: str
    kind: str
    title: str
    before: str
    after: str


def field_label(name: str, language: Language) -> str:
    """What a field is called, by its dotted name: its own words, else those of its last part, else that part itself."""
    last = name.rpartition(".")[2]
    for key in (name, last):
        if key in resources.words("fields"):
            return resources.sentence("fields", key, language)
    return last.replace("_", " ")


def value_words(found: Any, unit: str, language: Language) -> str:
    """A value with its unit, as a person says it."""
    if isinstance(found, bool):
        return _sentence(f"value.{str(found).lower()}", language)
    if isinstance(found, str):
        return moment(found, language) if unit == "moment" else _sentence(f"value.{found}", language) or found
    if isinstance(found, int | float):
        return _quantity(found, unit, language)
    return "" if found is None else str(found)


def _quantity(found: float, unit: str, language: Language) -> str:
    if unit == "bytes":
        return size(int(found), language)
    if unit == "s":
        return duration(found, language)
    shown = number(found, language, 0 if found == round(found) else 1)
    return f"{shown}{NO_BREAK_SPACE}{unit}" if unit in _UNITS else shown


def kind(name: str, language: Language) -> str:
    """What was masked: a name of a person, an address…"""
    return _sentence(f"kind.{name}", language) or name


def section(name: str, language: Language) -> str:
    """What a section is called."""
    return _sentence(f"section.{name}", language) or name


def unread(why: str, language: Language) -> str:
    """Why a section is not whole, from its `reason`; empty for a whole one."""
    return _sentence(f"reason.{why}", language) if why else ""


def finding_facts(facts: Mapping[str, object], language: Language) -> Mapping[str, object]:
    """The facts of a finding as the gaps of its sentences want them: amounts in words, counts that count, days."""
    days = {name: day(str(facts[name]), language) for name in ("since", "until") if name in facts}
    return worded({**facts, **days}, language)


def change(found: Change, language: Language) -> ChangeWords:
    """A change in words."""
    from desktop_app.domain.sections import traits

    unit = str(traits(found.label).get("unit", ""))
    parts = [field_label(found.label, language)]
    if found.item:
        parts.append(found.item)
    before, after = (_shown(item, unit, language) for item in (found.before, found.after))
    return ChangeWords(found.kind, _sentence(f"change.{found.kind}", language), ", ".join(parts), before, after)


def _shown(found: Any, unit: str, language: Language) -> str:
    if isinstance(found, dict):
        return str(found.get("version") or found.get("state") or "")
    return value_words(found, unit, language)


def _sentence(key: str, language: Language) -> str:
    return resources.sentence("fields", key, language) if key in resources.words("fields") else ""
