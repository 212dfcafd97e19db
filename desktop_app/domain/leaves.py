"""The values of a document one by one: each with the path that leads to it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Scalar = str | int | float | bool


class Leaf(NamedTuple):
    """A value. `path`: names and positions from the section on; `name`: the same without positions, with dots.

    `title`: the path of the value that people call its list item by; empty for what is in no list.
    """

    path: str
    name: str
    value: Scalar
    title: str = ""


_TITLES = (
    *("name", "mount", "document", "model", "address", "destination", "user", "subject", "program"),
    *("kind", "opens", "port", "names", "remote", "source", "given_name", "at"),
)


def leaves(section: str, data: Mapping[str, Any]) -> list[Leaf]:
    """Every value of a section in reading order."""
    found: list[Leaf] = []
    _gather(data, section, section, "", found)
    return found


def _gather(value: Any, path: str, name: str, title: str, found: list[Leaf]) -> None:
    """Thousands of values: the kinds that JSON knows are told apart by the quickest question first."""
    if isinstance(value, str | int | float):
        found.append(Leaf(path, name, value, title))
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, f"{path}/{key}", f"{name}.{key}", title, found)
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            here = f"{path}/{position}"
            _gather(item, here, name, _title(item, here) or title, found)


def title_of(item: Mapping[str, Any]) -> str:
    """The name of the value that people call a list item by; empty when it has none."""
    return next((key for key in _TITLES if item.get(key)), "")


def _title(item: Any, path: str) -> str:
    found = title_of(item) if isinstance(item, dict) else ""
    return f"{path}/{found}" if found else ""


def rebuilt(value: Any, path: str, change: Mapping[str, Any]) -> Any:
    """`value` with the leaves named in `change` replaced; a leaf whose change is None is left out."""
    if isinstance(value, Mapping):
        items = ((key, rebuilt(item, f"{path}/{key}", change)) for key, item in value.items())
        return {key: item for key, item in items if item is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        kept = (rebuilt(item, f"{path}/{position}", change) for position, item in enumerate(value))
        return [item for item in kept if item is not None]
    return change.get(path, value)
