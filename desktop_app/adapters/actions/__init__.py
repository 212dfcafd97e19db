"""Checks and repairs of this computer, by name. The modules behind are loaded when the first one is asked for."""

import importlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from desktop_app.adapters.actions import registry
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, ActionShape, Given, Plan, Result, Saved, Say

_MODULES = ("printing", "default_printer", "disk", "proxy", "programs", "sound", "clock", "browsers")


@cache
def _load() -> None:
    for name in _MODULES:
        importlib.import_module(f"{__name__}.{name}")


class Computer:
    """Runs registered actions on this computer. A name that is not registered is refused, whatever a fix file says."""

    def __init__(self, holding: Path, helpdesk_url: Callable[[], str] = lambda: "", here: Here | None = None) -> None:
        self._here = here or Here(holding, helpdesk_url)

    def shapes(self) -> Mapping[str, ActionShape]:
        """What can be called, and what each gives."""
        _load()
        return registry.shapes()

    def check(self, name: str, given: Given) -> Result:
        """Measures; ActionFailed when it cannot."""
        _load()
        if name not in registry.CHECKS:
            raise ActionFailed(f"no check {name}")
        function, shown = registry.CHECKS[name]
        self._fits(name, shown, given)
        return function(self._here, given)

    def plan(self, name: str, given: Given) -> Plan:
        """Works out a repair without changing anything."""
        repair, shown = self._repair(name)
        self._fits(name, shown, given)
        return repair.plan(self._here, given)

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        """Makes the planned change."""
        return self._repair(name)[0].apply(self._here, saved, say)

    def hindrance(self, name: str, saved: Saved) -> str:
        """Why the change can no longer be taken back; empty when it can."""
        return self._repair(name)[0].hindrance(self._here, saved)

    def undo(self, name: str, saved: Saved) -> None:
        """Takes the change back."""
        self._repair(name)[0].undo(self._here, saved)

    def forget(self, name: str, saved: Saved) -> None:
        """Lets go of what was kept for taking the change back."""
        self._repair(name)[0].forget(self._here, saved)

    def _repair(self, name: str) -> tuple[registry.Repair, registry.Shown]:
        _load()
        if name not in registry.REPAIRS:
            raise ActionFailed(f"no repair {name}")
        return registry.REPAIRS[name]

    def _fits(self, name: str, shown: registry.Shown, given: Given) -> None:
        """Refuses an action of another system, and options that it does not know."""
        if self._here.system not in shown.systems:
            raise ActionFailed(f"{name} does not exist on {self._here.system}")
        unknown = set(given.options) - set(shown.options)
        if unknown:
            raise ActionFailed(f"{name} has no option {', '.join(sorted(unknown))}")
