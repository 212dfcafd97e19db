"""What the forms of a guided fix change in its file: a field, an action, a step more, less or elsewhere.

A field is named by the way to its value: `at/steps/2/title/fr`.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from desktop_app.domain.action import ActionShape
from desktop_app.domain.fix import StepKind
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk import fix_known
from desktop_app.helpdesk.fix_draft import name_of
from desktop_app.helpdesk.fix_look import title_of
from desktop_app.helpdesk.fix_text import Place, Unchangeable, cut, data_at, put
from desktop_app.knowledge.fix_file import STEP_MAY, STEP_NEEDS, SYSTEMS
from desktop_app.knowledge.lint import OF_THE_ENGINE

NAMELESS = "fix"
"""What a fix is called until it has a title."""

_FIELD = re.compile(r"at(/[a-z0-9_.]{1,60}){1,6}")
_LAST = ("undo", "action", "kind")  # they decide which other fields there are
MAY_LACK = ("workaround", "prevention", "each")
"""Texts that a fix is whole without."""
_BREAKS = re.compile(r"[\r\n\t\x85\u2028\u2029 ]+")
_BY_KIND = {"check": "check", "verify": "check", "repair": "repair"}

Shapes = Mapping[str, ActionShape]


def place_of(field: str) -> Place:
    """The way that a field's name says; nothing for a name that is none."""
    parts = field.split("/")[1:] if _FIELD.fullmatch(field) else []
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def filled(text: str, fields: Mapping[str, Sequence[str]], shapes: Shapes) -> str:
    """The file with what was typed into the fields; one that says the same as the file leaves it untouched.

    What cannot be written where it belongs is kept in a comment at the end, and Unchangeable raised with the text.
    """
    left = []
    for place, said in sorted(((place_of(name), fields[name]) for name in fields), key=lambda one: _rank(one[0])):
        try:
            text = _filled(text, place, said, shapes) if place else text
        except Unchangeable:
            left.append(f"# {'.'.join(map(str, place))}: {_one_line(' '.join(said))}")
    if left:
        raise Unchangeable("\n".join([text.rstrip("\n"), *left, ""]))
    return _named(text) if "at/id" in fields else text


def _rank(place: Place) -> int:
    return 1 + _LAST.index(str(place[2])) if len(place) == 3 and place[2] in _LAST else 0


def _filled(text: str, place: Place, said: Sequence[str], shapes: Shapes) -> str:
    value, now = _value(text, place, said, shapes), data_at(text, place)
    if len(place) == 3 and place[-1] == "undo":
        return _with_way_back(text, place, str(value))
    if _is_same(value, now):
        return text
    if value in ("", []) and (place[-1] in (*LANGUAGES, "undo_days") or "goes_to" in place or "options" in place):
        return _less(text, place) if now is not None else text
    if len(place) == 3 and place[-1] == "action":
        return _with_action(text, place[:2], str(value), shapes)
    if len(place) == 3 and place[-1] == "kind":
        return _turned(text, place[:2], str(value), shapes)
    return put(text, place, value)


def _value(text: str, place: Place, said: Sequence[str], shapes: Shapes) -> Any:
    told = said[-1] if said else ""
    if place == ("systems",):
        order = [*(data_at(text, place) or ()), *SYSTEMS]
        return [one for one in dict.fromkeys(order) if one in said]
    if place[0] == "symptoms":
        return [line for one in told.splitlines() if (line := _one_line(one))]
    if place[-1] in ("minutes", "undo_days"):
        return _typed(_one_line(told), int)
    if len(place) == 4 and place[2] == "options":
        shape = shapes.get(data_at(text, (*place[:2], "action")) or "")
        return _typed(_one_line(told), shape.options.get(str(place[3]), str) if shape else str)
    return _one_line(told)


def _one_line(told: str) -> str:
    return _BREAKS.sub(" ", told).strip(" ")


def _typed(told: str, kind: type) -> str | int | float | bool:
    """As the action takes it; what is none of that stays as it is, for its author to mend."""
    if kind is bool:
        return told == "true" if told else told
    try:
        return kind(told) if kind in (int, float) else told
    except ValueError:
        return told


def _is_same(value: Any, now: Any) -> bool:
    if isinstance(value, list | dict):
        return bool(value == now)
    told = str(value).lower() if isinstance(value, bool) else str(value)
    return bool(now) and _one_line(str(now)) == told


def _less(text: str, place: Place) -> str:
    """Without the value, and without the text that has no language left, where there may be none."""
    text, holder = cut(text, place), place[:-1]
    is_bare = data_at(text, holder) == {} and (holder[-1] in MAY_LACK or "outcomes" in holder[:-1])
    return cut(text, holder) if is_bare else text


def _with_way_back(text: str, place: Place, chosen: str) -> str:
    now = data_at(text, place)
    if (chosen == "none") == (now == "none"):
        return text
    return put(text, place, "none" if chosen == "none" else {})


def _with_action(text: str, step: Place, name: str, shapes: Shapes) -> str:
    """The step does `name` now: what belonged to another action goes, and the words proposed for it, too; what is not
    said yet is proposed.
    """
    kind, old = str(data_at(text, (*step, "kind"))), shapes.get(data_at(text, (*step, "action")) or "")
    text, shape = put(text, (*step, "action"), name), shapes.get(name)
    for table, known in _tables(shape).items():
        for key in data_at(text, (*step, table)) or ():
            text = text if key in known else cut(text, (*step, table, key))
    return _proposed(text, step, _words(shape, kind), _words(old, kind))


def _tables(shape: ActionShape | None) -> Mapping[str, Collection[str]]:
    """The keys that an action leaves in the tables of its step."""
    outcomes = shape.outcomes | OF_THE_ENGINE if shape else ()
    return {"outcomes": outcomes, "goes_to": outcomes, "options": shape.options if shape else ()}


def _words(shape: ActionShape | None, kind: str) -> dict[Place, Any]:
    """What is proposed for an action, by the way to it in its step."""
    fields = fix_known.proposal(shape, kind) if shape else {}
    tables = {name: fields.pop(name, {}) for name in ("outcomes", "options")}
    found: dict[Place, Any] = {(name,): value for name, value in fields.items()}
    return found | {(name, key): value for name, table in tables.items() for key, value in table.items()}


def _proposed(text: str, step: Place, new: Mapping[Place, Any], old: Mapping[Place, Any]) -> str:
    for way in {**new, **old}:
        said = data_at(text, (*step, *way))
        is_theirs = way in old and _is_same(_plain(old[way]), said)
        if way in new and (is_theirs or not (any(said.values()) if isinstance(said, dict) else said)):
            text = put(text, (*step, *way), _plain(new[way]))
        elif is_theirs and len(way) == 1:
            # Nobody may say yes to words about something else
            text = put(text, (*step, *way), {}) if isinstance(said, dict) else cut(text, (*step, *way))
    return text


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _turned(text: str, step: Place, kind: str, shapes: Shapes) -> str:
    """The step is of another kind: it has the fields of that one alone."""
    if kind not in tuple(StepKind):
        return text
    text = put(text, (*step, "kind"), kind)
    allowed = {"id", "kind", "title", "seconds", *STEP_MAY[StepKind(kind)]}
    shape = shapes.get(data_at(text, (*step, "action")) or "")
    if shape is None or shape.kind != _BY_KIND.get(kind):
        allowed -= {"action", "outcomes", "goes_to", "options"}
    for name in data_at(text, step):
        text = text if name in allowed else cut(text, (*step, name))
    for name in STEP_NEEDS[StepKind(kind)]:
        text = text if data_at(text, (*step, name)) is not None else put(text, (*step, name), empty(name))
    return text


def empty(field: str) -> Any:
    """What a field of a step holds before anything is written."""
    return {"action": "", "choices": []}.get(field, {})


def _named(text: str) -> str:
    """With a name made from its title, when it has none of its own."""
    title = next(iter(title_of(text).values()), "")
    is_nameless = data_at(text, ("id",)) in (None, "", NAMELESS)
    return put(text, ("id",), name_of(title)) if is_nameless and title else text


def free(base: str, taken: Iterable[str]) -> str:
    """`base`, or `base_2` and so on: the first that nothing has."""
    known = set(taken)
    return next(name for n in count(1) if (name := base if n == 1 else f"{base}_{n}") not in known)
