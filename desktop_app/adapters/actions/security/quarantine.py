"""A suspicious file is made harmless where it lies: its programs stop, nothing opens it, all of it can come back."""
# ruff: noqa: ARG002 -- every action has the same shape

import os
import stat
from pathlib import Path

from desktop_app.adapters.actions import holding, processes
from desktop_app.adapters.actions.files.looking import place, readable
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, repair
from desktop_app.adapters.actions.security import evidence
from desktop_app.adapters.actions.security.strangers import FACTS, Stranger, fetched, strangers
from desktop_app.adapters.actions.speed.asleep import go_on
from desktop_app.adapters.actions.speed.startup_places import PLACES
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_HELD = ".rescousse-held"


def _held_name(path: Path) -> Path:
    """Beside it, out of sight, under a name that nothing opens. Another folder may be another disk."""
    return path.with_name(f".{path.name}{_HELD}")


@repair("security.set_aside", Shown(("done", "gone"), (*FACTS, "evidence"), {"file": str}, resource="strangers"))
class SetAside:
    """Stops the programs of a file where they are, keeps it from opening at sign-in, and takes its name away."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Only what the two checks show: a program from an odd place, or a file fetched lately."""
        wanted = given.text("file")
        every = [*strangers(here), *(Stranger(path) for path in fetched(here))]
        one = next((one for one in every if holding.stored(one.path) == wanted), None)
        if one is None:
            return Plan(outcome="gone")
        is_file = one.path.is_file() and not one.path.is_symlink()
        saved = {
            "path": wanted,
            "mode": stat.S_IMODE(one.path.stat().st_mode) if is_file else 0,
            "is_file": is_file,
            "programs": [processes.mark(process) for process in one.programs],
            "entries": [[entry.id, entry.state] for entry in one.entries],
            "token": evidence.new_token(),
        }
        facts = {"program": readable(one.path), "file": readable(one.path), "folder": place(here, one.path)}
        return Plan(saved, {**facts, "count": len(one.programs)}, str(one.path))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """What is going on is written down first."""
        path, held = self._pair(saved)
        file = evidence.write(here, saved["token"], path if path.exists() else held)
        for mark in saved["programs"]:
            go_on(mark, awake=False)
        say("", 0.3)
        self._switch(here, saved, on=False)
        say("", 0.6)
        if saved["is_file"] and path.is_file() and not os.path.lexists(held):
            path.rename(held)
        if saved["is_file"] and held.is_file():
            held.chmod(0)
        say("files_set_aside", 1)
        return Result("done", {"evidence": file.name}, str(file))

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Something else may have taken its name, or somebody removed it."""
        path, held = self._pair(saved)
        if not saved["is_file"]:
            return ""
        if os.path.lexists(path) and os.path.lexists(held):
            return "changed_since"
        return "" if os.path.lexists(path) or os.path.lexists(held) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Its name, its rights, its place at sign-in, and its programs go on."""
        path, held = self._pair(saved)
        if saved["is_file"] and held.is_file() and not os.path.lexists(path):
            held.chmod(int(saved["mode"]) & 0o7777)
            held.rename(path)
        self._switch(here, saved, on=True)
        for mark in saved["programs"]:
            go_on(mark, awake=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """What was written down goes; the file stays as it is, harmless."""
        evidence.drop(here, saved["token"])

    def _pair(self, saved: Saved) -> tuple[Path, Path]:
        path = holding.restored(saved["path"])
        if not path.is_absolute() or ".." in path.parts or not path.name:
            raise ActionFailed(f"no such file: {path}")
        return path, _held_name(path)

    def _switch(self, here: Here, saved: Saved, *, on: bool) -> None:
        states = {str(entry): str(state) for entry, state in saved["entries"]}
        for entry in PLACES[here.system].entries(here):
            if entry.id in states and str(holding.restored(saved["path"])) in entry.command and entry.is_on is not on:
                if on:
                    PLACES[here.system].on(here, entry, states[entry.id])
                else:
                    PLACES[here.system].off(here, entry)
