"""Checks and repairs of this computer, by name.

The first part of a name is its package: a guided fix loads what its own steps need.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from desktop_app.adapters.actions import commands, registry
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, ActionShape, Given, Plan, Result, Saved, Say
from desktop_app.domain.command import Command, Effect
from desktop_app.knowledge.pack_commands import shapes_of

_TOPICS = tuple(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg)


@cache
def _load(topic: str) -> None:
    package = importlib.import_module(f"{__name__}.{topic}")
    for found in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{found.name}")


def _load_of(name: str) -> None:
    """Loads what `name` lives with; a topic of somebody else's invention loads nothing."""
    topic = name.partition(".")[0]
    if topic in _TOPICS:
        _load(topic)


def registered() -> Mapping[str, ActionShape]:
    """Every action of the program itself."""
    for topic in _TOPICS:
        _load(topic)
    return registry.shapes()


class Computer:
    """Runs registered actions on this computer, and the commands of signed packs. Any other name is refused, whatever
    a fix file says.
    """

    def __init__(
        self,
        holding: Path,
        helpdesk_url: Callable[[], str] = lambda: "",
        here: Here | None = None,
        pack_commands: Callable[[], Mapping[str, Command]] = dict,
    ) -> None:
        self._here = here or Here(holding, helpdesk_url)
        self._pack_commands = pack_commands

    def shapes(self) -> Mapping[str, ActionShape]:
        """What can be called, and what each gives."""
        return {**shapes_of(self._pack_commands()), **registered()}

    def check(self, name: str, given: Given) -> Result:
        """Measures; ActionFailed when it cannot."""
        function, shown = self._check(name)
        self._fits(name, shown, given)
        return _promised(name, shown, function(self._here, given))

    def plan(self, name: str, given: Given) -> Plan:
        """Works out a repair without changing anything."""
        repair, shown = self._repair(name)
        self._fits(name, shown, given)
        return repair.plan(self._here, given)

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        """Makes the planned change."""
        repair, shown = self._repair(name)
        return _promised(name, shown, repair.apply(self._here, saved, say))

    def hindrance(self, name: str, saved: Saved) -> str:
        """Why the change can no longer be taken back; empty when it can."""
        return self._way_back(name).hindrance(self._here, saved)

    def undo(self, name: str, saved: Saved) -> None:
        """Takes the change back."""
        self._way_back(name).undo(self._here, saved)

    def forget(self, name: str, saved: Saved) -> None:
        """Lets go of what was kept for taking the change back."""
        self._way_back(name).forget(self._here, saved)

    def _check(self, name: str) -> tuple[registry.Check, registry.Shown]:
        _load_of(name)
        if name in registry.CHECKS:
            return registry.CHECKS[name]
        command = self._command(name, Effect.READS)
        if command is None:
            raise ActionFailed(f"no check {name}")
        return lambda here, given: commands.check(here, command, given), commands.shown_of(command)

    def _repair(self, name: str) -> tuple[registry.Repair, registry.Shown]:
        _load_of(name)
        if name in registry.REPAIRS:
            return registry.REPAIRS[name]
        command = self._command(name, Effect.CHANGES)
        if command is None:
            raise ActionFailed(f"no repair {name}")
        return commands.CommandRepair(command), commands.shown_of(command)

    def _command(self, name: str, effect: Effect) -> Command | None:
        """The command of a pack in force, when it declares to do no more than `effect`."""
        known = None if name in registry.CHECKS or name in registry.REPAIRS else self._pack_commands().get(name)
        return known if known and known.effect is effect else None

    def _way_back(self, name: str) -> registry.Repair:
        """What was changed by a pack that is no longer in force can still be taken back."""
        _load_of(name)
        return registry.REPAIRS[name][0] if name in registry.REPAIRS else commands.CommandRepair()

    def _fits(self, name: str, shown: registry.Shown, given: Given) -> None:
        """Refuses an action of another system, and options that it does not know."""
        if self._here.system not in shown.systems:
            raise ActionFailed(f"{name} does not exist on {self._here.system}")
        unknown = set(given.options) - set(shown.options)
        if unknown:
            raise ActionFailed(f"{name} has no option {', '.join(sorted(unknown))}")


def _promised(name: str, shown: registry.Shown, result: Result) -> Result:
    """The result when it is one that the action promises: a fix file says nothing of any other."""
    if result.outcome not in shown.outcomes:
        raise ActionFailed(f"{name} answered {result.outcome}, which it never should")
    return result
