"""Every expression of redaction can be compiled: they are compiled late, so a mistake would show late."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from desktop_app.domain import redaction

MODULES = [found.name for found in pkgutil.iter_modules(redaction.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_each_can_be_compiled(name: str) -> None:
    module = importlib.import_module(f"{redaction.__name__}.{name}")
    assert all(one.pattern for value in vars(module).values() for one in expressions(value))


def expressions(value: object) -> Iterator[re.Pattern[str]]:
    """The expressions in a table, however deep."""
    if hasattr(value, "finditer") and value is not re:
        yield value  # type: ignore[misc]  # it has the methods of one
    for inner in value if isinstance(value, tuple) else ():
        yield from expressions(inner)
