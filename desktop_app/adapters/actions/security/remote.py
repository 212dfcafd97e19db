"""A program through which somebody may be looking: found by its name, ended, and kept from opening again."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
import time
from collections.abc import Iterator
from contextlib import suppress

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import ended
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.adapters.actions.security.remote_tools import REMOTE_TOOLS
from desktop_app.adapters.actions.speed.startup_places import PLACES, Entry
from desktop_app.domain.action import Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "count", "age_seconds")
_PATIENCE_S = 5
_BY_NAME = {name: tool for tool, (_, names) in REMOTE_TOOLS.items() for name in names}


def _running() -> dict[str, list[psutil.Process]]:
    """Every known tool that runs, for whatever user, with its processes."""
    found: dict[str, list[psutil.Process]] = {}
    for process in psutil.process_iter(["name", "status"]):
        tool = _BY_NAME.get(processes.plain_name(process.info["name"] or ""))
        if tool and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.setdefault(tool, []).append(process)
    return found


@check("security.remote", Shown(("running", "none"), _FACTS, {"wanted": str}))
def remote_tools(here: Here, given: Given) -> Result:  # noqa: ARG001 -- every check has the same shape
    """The tools that run now; with `wanted`, that one alone."""
    wanted = given.text("wanted")
    items = tuple(Item(tool, _facts(tool, found)) for tool, found in _running().items() if wanted in ("", tool))
    if not items:
        return Result("none", {"count": 0})
    return Result("running", {**items[0].facts, "count": len(items)}, ", ".join(item.id for item in items), items)


def _facts(tool: str, found: list[psutil.Process]) -> dict[str, str | int | float | bool]:
    started = []
    for process in found:
        with suppress(psutil.Error):
            started.append(process.create_time())
    return {"program": REMOTE_TOOLS[tool][0], "age_seconds": max(0.0, time.time() - min(started, default=time.time()))}


@repair(
    "security.remote.end",
    Shown(("ended", "gone", "not_ours", "refused"), _FACTS, {"tool": str}, resource="programs", undoable=False),
)
class EndTool(Final):
    """Ends every part of one tool that belongs to this user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Its processes; `not_ours` when it belongs to the system or to somebody else."""
        tool = given.text("tool")
        running = {process.pid for process in _running().get(tool, [])}
        if not running:
            return Plan(outcome="gone")
        ours = [process for process in processes.mine() if process.pid in running]
        facts: Facts = {"program": REMOTE_TOOLS[tool][0], "count": len(running)}
        if not ours:
            return Plan(outcome="not_ours", facts=facts)
        return Plan({"tool": tool, "programs": [processes.mark(process) for process in ours]}, facts, str(running))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """One after the other."""
        for mark in saved["programs"]:
            with suppress(psutil.NoSuchProcess):
                process = processes.marked(mark)
                if process and processes.plain_name(process.name()) in _BY_NAME:
                    ended(process, _PATIENCE_S)
        say("program_ended", 1)
        left = _running().get(str(saved["tool"]), [])
        return Result("refused" if left else "ended", {"count": len(left)})


@repair("security.remote.keep_shut", Shown(("done", "nothing"), _FACTS, {"tool": str}, resource="startup"))
class KeepShut:
    """Keeps one tool from opening at sign-in."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Its entries, each with how it is switched today."""
        tool = given.text("tool")
        found = [entry for entry in self._entries(here, tool) if entry.is_on] if tool in REMOTE_TOOLS else []
        if not found:
            return Plan(outcome="nothing")
        saved = {"tool": tool, "entries": [[entry.id, entry.state] for entry in found]}
        return Plan(saved, {"program": REMOTE_TOOLS[tool][0], "count": len(found)}, ", ".join(e.id for e in found))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Off."""
        for entry, _ in self._known(here, saved):
            if entry.is_on:
                PLACES[here.system].off(here, entry)
        say("setting_changed", 1)
        return Result("done", {"count": len(saved["entries"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Something must be left to switch on."""
        return "" if self._known(here, saved) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """As they were."""
        for entry, state in self._known(here, saved):
            if not entry.is_on:
                PLACES[here.system].on(here, entry, state)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _known(self, here: Here, saved: Saved) -> list[tuple[Entry, str]]:
        states = {str(entry): str(state) for entry, state in saved["entries"]}
        tool = str(saved["tool"])
        found = self._entries(here, tool) if tool in REMOTE_TOOLS else ()
        return [(entry, states[entry.id]) for entry in found if entry.id in states]

    def _entries(self, here: Here, tool: str) -> Iterator[Entry]:
        """Entries whose command names one of its programs, as a whole word."""
        names = "|".join(map(re.escape, REMOTE_TOOLS[tool][1]))
        word = re.compile(rf"(?:^|[/\\\s\"'])(?:{names})(?:\.exe|\.appimage)?(?:$|[\s\"'])", re.IGNORECASE)
        return (entry for entry in PLACES[here.system].entries(here) if word.search(entry.command))
