"""The search that reads every file to find it faster later: measured, and told to wait while people work."""
# ruff: noqa: ARG002 -- every action has the same shape

import time
from contextlib import suppress

import psutil

from desktop_app.adapters.actions import privileged, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.speed.asleep import go_on, is_there
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "percent", "count")
_STOP, _START = "indexing.stop", "indexing.start"
_BUSY_PERCENT = 40
# On a computer without a moment of rest, much less is already too much
_FELT_PERCENT, _NO_REST_PERCENT = 8, 90
# The names that the kernel keeps of them have 15 letters at most
_INDEXERS = {
    "linux": (
        *("tracker-miner-f", "tracker-extract", "tracker-miner-fs-3", "tracker-extract-3", "localsearch-3"),
        *("localsearch-ext", "localsearch-extractor-3", "baloo_file", "baloo_file_extractor", "baloo_file_extr"),
        *("recollindex", "zeitgeist-fts"),
    ),
    "windows": ("searchindexer", "searchprotocolhost", "searchfilterhost"),
    "macos": ("mds", "mds_stores", "mdworker", "mdworker_shared"),
}


@check("speed.indexing", Shown(("busy", "calm", "none"), _FACTS, {"busy_percent": int}))
def indexing(here: Here, given: Given) -> Result:
    """How hard the programs of the search work, in percent of one core over a second."""
    found = _indexers(here)
    if not found:
        return Result("none", {"percent": 0, "count": 0})
    psutil.cpu_percent()
    for process in found:
        with suppress(psutil.Error):
            process.cpu_percent()
    time.sleep(1)
    most = given.number("busy_percent", _BUSY_PERCENT)
    limit = min(most, _FELT_PERCENT) if psutil.cpu_percent() >= _NO_REST_PERCENT else most
    shares = [(share, process.name()) for process in found if (share := _share(process)) is not None]
    percent = sum(share for share, _ in shares)
    facts: Facts = {"program": max(shares)[1] if shares else "", "percent": round(percent), "count": len(shares)}
    return Result("busy" if percent >= limit else "calm", facts, f"{percent:.0f} %")


def _share(process: psutil.Process) -> float | None:
    with suppress(psutil.Error):
        return process.cpu_percent()
    return None


def _indexers(here: Here) -> list[psutil.Process]:
    names = _INDEXERS[here.system]
    return [p for p in psutil.process_iter(["name"]) if processes.plain_name(p.info["name"] or "") in names]


@repair(
    "speed.indexing.pause",
    Shown(("done", "nothing", "no_rights"), _FACTS, resource="indexing"),
)
class Pause:
    """Makes the search wait: its programs are stopped where they are, or its service is."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The programs of this user; where the system itself searches, its service."""
        found = _indexers(here)
        if not found:
            return Plan(outcome="nothing")
        ours = {process.pid for process in processes.mine()} if here.system == "linux" else set()
        marks = [processes.mark(process) for process in found if process.pid in ours]
        if here.system == "linux" and not marks:
            return Plan(outcome="no_rights")
        return Plan({"programs": marks}, {"program": found[0].name(), "count": len(found)}, ", ".join(marks))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Stops them."""
        try:
            self._switch(here, saved, on=False)
        except ActionFailed as refusal:
            if here.system == "linux":
                raise
            return Result("no_rights", detail=refusal.detail)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """After the next sign-in other programs do this work, and nothing waits any more."""
        return "" if here.system != "linux" or is_there(saved["programs"]) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """They go on where they were."""
        self._switch(here, saved, on=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """The time is over: the search goes on, so that files are found again."""
        with suppress(ActionFailed):
            self._switch(here, saved, on=True)

    def _switch_service(self, here: Here, *, on: bool) -> None:
        """The service of Windows. ActionFailed when neither this account nor our own service may."""
        try:
            powershell(here, f"{'Start' if on else 'Stop'}-Service WSearch")
        except ActionFailed:
            verb = _START if on else _STOP
            if not (privileged.may(here, _START, _STOP) and privileged.did(here, verb)):
                raise

    def _switch(self, here: Here, saved: Saved, *, on: bool) -> None:
        if here.system == "windows":
            self._switch_service(here, on=on)
        elif here.system == "macos":
            here.asked("mdutil", "-i", "on" if on else "off", "/")
        known = {processes.mark(process) for process in _indexers(here)} if saved["programs"] else set()
        for mark in known & set(saved["programs"]):
            go_on(mark, awake=on)
