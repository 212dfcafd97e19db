"""A YAML text changed in one place: whatever else stands in it, comments and all, stays as its author wrote it."""

import re
import textwrap
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml

Place = tuple[str | int, ...]
"""The way to a value: keys of tables, numbers of items from 0."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WIDE = 1_000_000


class Unchangeable(Exception):
    """It is written in a way that only its author can change."""


def put(text: str, place: Place, value: Any) -> str:
    """With `value` (words, numbers, lists, tables) at `place`, and the tables on the way there. Raises Unchangeable."""
    return _changed(text, lambda: _put(text, place, value), lambda data: _with(data, place, _as_written(value)))


def add(text: str, place: Place, value: Any) -> str:
    """With one more item at the end of the list at `place`. Raises Unchangeable."""
    items = [*(data_at(text, place) or []), _as_written(value)]
    return _changed(text, lambda: _add(text, place, value), lambda data: _with(data, place, items))


def cut(text: str, place: Place) -> str:
    """Without the value at `place`; the comments right above an item go with it. Raises Unchangeable."""
    return _changed(text, lambda: _cut(text, place), lambda data: _without(data, place))


def swap(text: str, place: Place, number: int) -> str:
    """With item `number` of the list at `place` after the one that follows it, each with the comments right above it.

    Raises Unchangeable.
    """
    items = data_at(text, place)
    return _changed(text, lambda: _swap(text, place, number), lambda data: _with(data, place, _swapped(items, number)))


def data_at(text: str, place: Place = ()) -> Any:
    """The plain value at `place`, every word and number as it was written; None where there is none."""
    found = _plain(text)
    for name in place:
        try:
            found = found[name]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def _changed(text: str, change: Callable[[], str], expect: Callable[[Any], Any]) -> str:
    """The new text, when it says exactly what the old one said but for the change."""
    try:
        new = change()
        if data_at(new) == expect(data_at(text)):
            return new
    except (yaml.YAMLError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Unchangeable from error
    raise Unchangeable


def _as_written(value: Any) -> Any:
    return _plain(_dumped(value))


@lru_cache(maxsize=16)
def _plain(text: str) -> Any:
    return yaml.load(text, Loader=_PLAIN)  # noqa: S506 -- nothing but words, lists and tables


def _with(data: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    name, *rest = place
    if isinstance(name, int):
        return [*data[:name], _with(data[name], tuple(rest), value), *data[name + 1 :]]
    table = data if isinstance(data, dict) else {}
    return {**table, name: _with(table.get(name), tuple(rest), value)}


def _without(data: Any, place: Place) -> Any:
    *way, name = place
    holder = _reached(data, way)
    left = (
        [*holder[:name], *holder[name + 1 :]]
        if isinstance(name, int)
        else {key: value for key, value in holder.items() if key != name}
    )
    return _with(data, tuple(way), left)


def _reached(data: Any, way: list[str | int]) -> Any:
    for name in way:
        data = data[name]
    return data


def _swapped(items: Any, number: int) -> Any:
    return [*items[:number], items[number + 1], items[number], *items[number + 2 :]]


def _put(text: str, place: Place, value: Any) -> str:
    *way, name = place
    holder = _node(text, way)
    if holder is None or isinstance(holder, yaml.ScalarNode):
        return _put(text, tuple(way), {name: value})
    if isinstance(name, int):
        item = holder.value[name]
        return _instead(text, item.start_mark.index, item, _within(value))
    entry = next((pair for pair in holder.value if pair[0].value == name), None)
    if entry:
        told = f": {_within(value)}" if holder.flow_style else _told(value, entry[0].start_mark.column)
        return _instead(text, entry[0].end_mark.index, entry[1], told)
    if holder.flow_style:
        return _put(text, tuple(way), {**_read(text, way), name: value})
    column = holder.value[0][0].start_mark.column
    return _after(text, holder, textwrap.indent(f"{name}{_told(value, 0)}", " " * column))


def _instead(text: str, start: int, node: Any, told: str) -> str:
    end = _end(text, node)
    if getattr(node, "flow_style", False) and re.search(r"#.*\n", text[start:end]):
        raise Unchangeable  # comments between braces would be lost
    return text[:start] + told + text[end:]


def _add(text: str, place: Place, value: Any) -> str:
    node = _node(text, place)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        return _put(text, place, [*((node and _read(text, place)) or []), value])
    dash = _dash(text, node.value[-1])
    column = dash - text.rfind("\n", 0, dash) - 1
    return _after(text, node, textwrap.indent(_dumped([value]), " " * column))


def _cut(text: str, place: Place) -> str:
    *way, name = place
    holder = _node(text, way)
    if holder is None or holder.flow_style or len(holder.value) == 1:
        return _put(text, tuple(way), _without(_read(text, way), (name,)))
    if isinstance(name, int):
        start, end = _block(text, holder.value[name])
    else:
        key, value = next(pair for pair in holder.value if pair[0].value == name)
        start, end = text.rfind("\n", 0, key.start_mark.index) + 1, _line_end(text, _end(text, value))
    return text[:start] + text[end + 1 :]


def _swap(text: str, place: Place, number: int) -> str:
    node = _node(text, place)
    if node is None or node.flow_style:
        return _put(text, place, _swapped(_read(text, place), number))
    (a, b), (c, d) = (_block(text, node.value[one]) for one in (number, number + 1))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _node(text: str, way: Place | list[str | int]) -> Any:
    node = yaml.compose(text, Loader=_LOADER)
    for name in way:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == name), None)
        else:
            node = node.value[name] if isinstance(node, yaml.SequenceNode) and isinstance(name, int) else None
    return node


def _read(text: str, way: Place | list[str | int]) -> Any:
    return _reached(yaml.load(text, Loader=_LOADER), list(way))  # noqa: S506 -- the safe one, in C where there is one


def _end(text: str, node: Any) -> int:
    """Where what it says ends; the marks of lists and tables lie behind the comments that follow."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    return len(text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _after(text: str, node: Any, lines: str) -> str:
    at = _line_end(text, _end(text, node))
    return f"{text[:at]}\n{lines}{text[at:]}"


def _dash(text: str, item: Any) -> int:
    return text.rindex("-", 0, item.start_mark.index)


def _block(text: str, item: Any) -> tuple[int, int]:
    """The lines of an item, with the comments right above it; the last line break is left out."""
    start = text.rfind("\n", 0, _dash(text, item)) + 1
    while start and text[text.rfind("\n", 0, start - 1) + 1 : start].lstrip(" ").startswith("#"):
        start = text.rfind("\n", 0, start - 1) + 1
    return start, _line_end(text, _end(text, item))


def _told(value: Any, column: int) -> str:
    """What stands after a key of a table in lines, from its colon on."""
    if isinstance(value, dict | list) and value:
        return ":\n" + textwrap.indent(_dumped(value), " " * (column + 2))
    return f": {_dumped(value)}"


def _within(value: Any) -> str:
    """The same between braces."""
    return _dumped([value], is_flow=True)[1:-1]


def _dumped(value: Any, *, is_flow: bool = False) -> str:
    style = '"' if isinstance(value, str) and "\n" in value else None
    told = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, width=_WIDE, default_flow_style=is_flow, default_style=style
    )
    return told.removesuffix("\n").removesuffix("\n...")
