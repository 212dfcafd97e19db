"""Programs that something stopped, and letting them go on: nothing in them is lost either way."""
# ruff: noqa: ARG002 -- every action has the same shape

from collections.abc import Collection, Iterator
from contextlib import suppress

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import shown_name
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts


def sleeping(here: Here, pids: Collection[int] | None = None) -> Iterator[psutil.Process]:
    """Stopped programs of this user, among `pids` when given.

    One in a terminal was put to sleep by its owner, and Windows puts its own to sleep all day long.
    """
    for process in processes.mine() if here.system != "windows" else ():
        with suppress(psutil.Error):
            is_stopped = process.status() == psutil.STATUS_STOPPED and process.terminal() is None
            if is_stopped and (pids is None or process.pid in pids):
                yield process


def go_on(mark: str, *, awake: bool) -> None:
    """Lets the program `mark` go on, or stops it; one that has ended is left alone. ActionFailed."""
    process = processes.marked(mark)
    if process is None:
        return
    try:
        (process.resume if awake else process.suspend)()
    except psutil.NoSuchProcess:
        return
    except psutil.AccessDenied as refusal:
        raise ActionFailed(str(refusal)) from refusal


def is_there(marks: Collection[str]) -> bool:
    """Whether one of these programs still runs."""
    return any(processes.marked(mark) for mark in marks)


class Wake:
    """Lets programs go on that were stopped; taking it back stops them again."""

    def found(self, here: Here) -> list[psutil.Process]:
        """Which programs."""
        raise NotImplementedError

    def plan(self, here: Here, given: Given) -> Plan:
        """The stopped programs, each by number and time of start."""
        found = self.found(here)
        if not found:
            return Plan(outcome="nothing")
        marks = [processes.mark(process) for process in found]
        facts: Facts = {"program": shown_name(found[0]), "count": len(marks)}
        return Plan({"programs": marks}, facts, ", ".join(marks))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """One after the other."""
        for number, mark in enumerate(saved["programs"], start=1):
            go_on(mark, awake=True)
            say("", number / len(saved["programs"]))
        return Result("done", {"count": len(saved["programs"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Somebody must be there to be stopped again."""
        return "" if is_there(saved["programs"]) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Stopped again."""
        for mark in saved["programs"]:
            go_on(mark, awake=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
