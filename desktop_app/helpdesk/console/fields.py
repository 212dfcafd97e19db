"""What a stranger's report may be told in: only fields that are ours are looked up, and no text plays tricks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from desktop_app.domain.diff import Change
from desktop_app.domain.sections import TYPES, inside, traits
from desktop_app.domain.unseen import JOINING, UNSEEN
from desktop_app.field_words import ChangeWords, field_label, value_words
from desktop_app.field_words import change as change_words
from desktop_app.helpdesk.console import words

_LONGEST = 2000
_SHORT = 300
_TRICKS = re.compile(rf"(?![{JOINING}])[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{UNSEEN}]")


@cache
def known() -> frozenset[str]:
    """The dotted names of all fields."""
    return frozenset(name for section, holder in TYPES.items() for name in _names(holder, section))


def _names(holder: type[Any], name: str) -> Iterator[str]:
    for entry in fields(holder):
        yield (path := f"{name}.{entry.name}")
        if within := inside(holder, entry.name):
            yield from _names(within, path)


def harmless(text: str) -> str:
    """`text` with what steers a terminal, turns the direction of writing or is not seen made visible: `[U+202E]`."""
    return _TRICKS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def label(name: str) -> str:
    """What a field is called, by its dotted name."""
    return harmless(field_label(name, words.language()))


def shown(name: str, value: object) -> str:
    """A value with its unit; what cannot be said so stands as it came."""
    unit = str(traits(name).get("unit", "")) if name in known() else ""
    try:
        said = value_words(value, unit, words.language())
    except (ValueError, OverflowError):  # not a number, or a year that no calendar has
        said = str(value)
    return harmless(said)[:_LONGEST]


def told(change: Change) -> ChangeWords:
    """A change in words, none of them with tricks."""
    try:
        said = change_words(change, words.language())
    except (ValueError, OverflowError):
        said = change_words(replace(change, before=None, after=None), words.language())
        said = replace(said, before=_plain(change.before), after=_plain(change.after))
    return replace(said, **{name: harmless(getattr(said, name))[:_SHORT] for name in ("title", "before", "after")})


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def fitting(value: object, name: str) -> Any:
    """What of `value` is as the field `name` describes it: the rest could be anything, of any size and depth."""
    if isinstance(value, Mapping):
        return {key: fitting(item, f"{name}.{key}") for key, item in value.items() if f"{name}.{key}" in known()}
    if isinstance(value, list):
        return [fitting(item, name) for item in value if not isinstance(item, list)]
    return value
