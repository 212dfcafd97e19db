"""Linux: every section read from files, and from what the system's services tell; hardly a program is started.

A reader is loaded when its section's turn comes: while one waits for a moment to pass, the others are loaded.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from desktop_app.adapters.collectors.later import Later
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree

_OWN = ("identity", "hardware", "cpu", "memory", "network", "services", "processes", "logs")
_OWN_TOO = ("power", "security", "display", "peripherals", "software")
_OF_A_TREE = {name: f"linux.{name}" for name in (*_OWN, *_OWN_TOO)} | {"printing": "printing"}


class Linux:
    """The collectors of one tree. What is slow (updates on offer, sizes of places) is asked once in the background."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._pending = Later(lambda: _reader("linux.updates", "pending")(tree))
        self._consumers = Later(lambda: _reader("linux.consumers", "consumers")(tree))

    def collectors(self, patience_s: float = 0.0) -> dict[str, Collector]:
        """A reader for every section; slow answers that are not there yet are waited for `patience_s` seconds."""
        tree = self._tree
        return {name: partial(_read, module, name, tree) for name, module in _OF_A_TREE.items()} | {
            "os": partial(_read, "linux.os", "os_section", tree),
            "storage": lambda: _read("linux.storage", "storage", tree, self._consumers.told(patience_s)),
            "updates": lambda: _read("linux.updates", "updates", tree, self._pending.told(patience_s)),
            "environment": partial(_read, "environment", "environment", tree.environ),
            "application": partial(_read, "application", "application"),
        }


def _reader(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(f"desktop_app.adapters.collectors.{module}"), name)
    return found


def _read(module: str, name: str, *given: Any) -> Any:
    return _reader(module, name)(*given)


def collectors(tree: Tree) -> dict[str, Collector]:
    """The collectors of a tree, for once."""
    return Linux(tree).collectors()
