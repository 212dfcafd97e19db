"""The tables of actions that a fix file may name: one of checks, one of repairs, so a check never changes anything."""
# ruff: noqa: ARG002 -- every repair has the same shape

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionShape, Given, Plan, Result, Saved, Say

ALL_SYSTEMS = ("linux", "macos", "windows")
UNIX = ("linux", "macos")

Check = Callable[[Here, Given], Result]


class Repair(Protocol):
    """A change in four parts. `plan` changes nothing; everything later works from what it saved, whole or half made."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What would change, and what is needed to take it back."""

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Makes the change; made again after a crash, it only finishes."""

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Why it cannot be taken back now (a key `cannot_undo_…`), or nothing."""

    def undo(self, here: Here, saved: Saved) -> None:
        """Takes it back; done again after a crash, it only finishes."""

    def forget(self, here: Here, saved: Saved) -> None:
        """The time to take it back is over: what was kept for that goes."""


class Final:
    """The parts of a change that cannot be taken back: they say so, and nothing was kept for it."""

    def hindrance(self, here: Here, saved: Saved) -> str:
        """There is no way back."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is no way back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@dataclass(frozen=True)
class Shown:
    """What an action promises: the outcomes and facts it may give, the options it takes, where it exists."""

    outcomes: tuple[str, ...]
    facts: tuple[str, ...] = ()
    options: Mapping[str, type] = field(default_factory=dict)
    systems: tuple[str, ...] = ALL_SYSTEMS
    resource: str = ""
    undoable: bool = True


CHECKS: dict[str, tuple[Check, Shown]] = {}
REPAIRS: dict[str, tuple[Repair, Shown]] = {}


def check(name: str, shown: Shown) -> Callable[[Check], Check]:
    """Registers a function that measures and changes nothing."""

    def register(function: Check) -> Check:
        CHECKS[name] = (function, shown)
        return function

    return register


def repair(name: str, shown: Shown) -> Callable[[type[Repair]], type[Repair]]:
    """Registers a change."""

    def register(kind: type[Repair]) -> type[Repair]:
        REPAIRS[name] = (kind(), shown)
        return kind

    return register


def shapes() -> Mapping[str, ActionShape]:
    """Every registered action, as fix files are checked against."""
    found = {}
    for name, (_, shown) in CHECKS.items():
        found[name] = _shape(name, "check", shown)
    for name, (_, shown) in REPAIRS.items():
        found[name] = _shape(name, "repair", shown)
    return found


def _shape(name: str, kind: str, shown: Shown) -> ActionShape:
    return ActionShape(
        name=name,
        kind="repair" if kind == "repair" else "check",
        systems=frozenset(shown.systems),
        outcomes=frozenset(shown.outcomes),
        facts=frozenset(shown.facts),
        options=shown.options,
        resource=shown.resource,
        undoable=kind == "repair" and shown.undoable,
    )
