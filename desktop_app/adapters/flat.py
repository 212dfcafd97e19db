"""Nested tables to dotted keys and back: `[helpdesk] url` is `helpdesk.url` everywhere else."""

from collections.abc import Mapping
from typing import Any


def flatten(table: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """Dotted key to value. A table that has a `value` is one value with its own options, and is left whole."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        key = f"{before}{name}"
        if isinstance(value, Mapping) and "value" not in value:
            found.update(flatten(value, f"{key}."))
        else:
            found[key] = value
    return found


def unflatten(values: Mapping[str, object]) -> dict[str, Any]:
    """The nested tables of dotted keys."""
    table: dict[str, Any] = {}
    for key, value in values.items():
        *parents, name = key.split(".")
        inner = table
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[name] = value
    return table
