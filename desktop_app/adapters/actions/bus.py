"""Asks and tells the services of Linux over D-Bus with `busctl`. Nothing is started for it."""

import json
from dataclasses import dataclass
from typing import Any, Literal

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran, ToolMissing
from desktop_app.domain.action import ActionFailed

Table = dict[str, Any]

_PROPERTIES = "org.freedesktop.DBus.Properties"
_OBJECTS = "org.freedesktop.DBus.ObjectManager"
_LOOKING_S = 4


@dataclass(frozen=True)
class Service:
    """One interface of one object of a service, on the bus of the machine or of the user."""

    name: str
    path: str
    face: str
    bus: Literal["system", "user"] = "system"

    def properties(self, here: Here) -> Table:
        """Every property; none when nobody answers to that name."""
        found = Service(self.name, self.path, _PROPERTIES, self.bus).ask(here, "GetAll", "s", self.face)
        return found if isinstance(found, dict) else {}

    def ask(self, here: Here, method: str, *words: str) -> Any:
        """What a method answers, its first value; None when nobody answers to that name or it says no."""
        try:
            ran = self._run(here, _LOOKING_S, "call", self.name, self.path, self.face, method, *words)
        except ToolMissing:
            return None
        return first(ran.out) if ran.code == 0 else None

    def tell(self, here: Here, method: str, *words: str, deadline_s: float = 10) -> None:
        """Has a method done; ActionFailed with the service's complaint."""
        _agreed(self._run(here, deadline_s, "call", self.name, self.path, self.face, method, *words))

    def put(self, here: Here, name: str, signature: str, value: str) -> None:
        """Sets a property; ActionFailed with the service's complaint."""
        _agreed(self._run(here, 10, "set-property", self.name, self.path, self.face, name, signature, value))

    def _run(self, here: Here, deadline_s: float, *words: str) -> Ran:
        options = (f"--{self.bus}", "--json=short", "--auto-start=no", f"--timeout={deadline_s:g}")
        return here.run("busctl", *options, *words, deadline_s=deadline_s + 2)


def objects(here: Here, service: str) -> dict[str, dict[str, Table]]:
    """Every object of a service with its interfaces and their properties."""
    found = Service(service, "/", _OBJECTS).ask(here, "GetManagedObjects")
    return found if isinstance(found, dict) else {}


def first(text: str) -> Any:
    """The first value of an answer of `busctl --json=short`."""
    values = json.loads(text).get("data") if text.strip() else None
    return _untyped(values[0]) if values else None


def _untyped(value: Any) -> Any:
    """Values without their types: busctl writes `{"type": "s", "data": "…"}` for a variant."""
    if isinstance(value, dict):
        if set(value) == {"type", "data"}:
            return _untyped(value["data"])
        return {name: _untyped(inner) for name, inner in value.items()}
    return [_untyped(inner) for inner in value] if isinstance(value, list) else value


def _agreed(ran: Ran) -> None:
    if ran.code != 0:
        raise ActionFailed(ran.err.strip() or "busctl refused")
