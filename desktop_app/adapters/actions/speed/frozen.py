"""A program that no longer answers: found by asking its window, woken when it only sleeps, asked to close."""
# ruff: noqa: ARG002 -- every action has the same shape

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import proposed, shown_name
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.adapters.actions.speed.asleep import Wake, sleeping
from desktop_app.adapters.actions.speed.x_windows import x_screen
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("program", "window", "count", "memory_bytes")
_PATIENCE_S = 4.0
_CLOSING_S = 6.0
_SMALL_BYTES = 60_000_000
_SHOWN = 8
_WINDOWS = (
    "Get-Process | Where-Object { $_.MainWindowHandle -ne 0 } | "
    "Select-Object Id,MainWindowTitle,Responding | ConvertTo-Json -Compress"
)
_CLOSE_ON_WINDOWS = "[void](Get-Process -Id ([int]$env:RESCOUSSE_PROGRAM)).CloseMainWindow()"
_QUIT_ON_MACOS = ("-e", "on run argv", "-e", "quit application (item 1 of argv)", "-e", "end run")


@dataclass(frozen=True)
class Seen:
    """A window on the screen."""

    pid: int
    title: str
    answers: bool


def seen(here: Here) -> list[Seen] | None:
    """The windows; None where nobody may look at those of others (Wayland, macOS, no screen)."""
    if here.system == "windows":
        found = rows(powershell(here, _WINDOWS))
        return [Seen(row["Id"], str(row["MainWindowTitle"] or ""), bool(row["Responding"])) for row in found]
    with x_screen(here.environ.get("DISPLAY", "") if here.system == "linux" else "") as screen:
        if screen is None:
            return None
        owners = {window: screen.program(window) for window in screen.windows()}
        stopped = {process.pid for process in sleeping(here)}
        awake = [window for window, owner in owners.items() if owner not in stopped]
        answering = set(awake) - set(screen.unanswered(awake, _PATIENCE_S))
        return [Seen(owner, screen.title(window), window in answering) for window, owner in owners.items()]


@check("speed.frozen", Shown(("frozen", "asleep", "fine", "closed", "unknown"), _FACTS, {"wanted": str}))
def frozen_programs(here: Here, given: Given) -> Result:
    """Programs whose window does not answer, or that somebody stopped; with `wanted`, what became of that one."""
    if (wanted := given.text("wanted")) and processes.marked(wanted) is None:
        return Result("closed")
    windows = seen(here)
    pids = None if windows is None else {window.pid for window in windows}
    if found := list(sleeping(here, pids)):
        return Result("asleep", {"program": shown_name(found[0]), "count": len(found)})
    items = tuple(_items(windows or [], answers=False))
    if items:
        return Result("frozen", {**items[0].facts, "count": len(items)}, items=items)
    is_visible = bool(windows) or (windows is not None and not here.environ.get("WAYLAND_DISPLAY"))
    return Result("fine", {"count": 0}) if is_visible else Result("unknown", {"count": 0}, items=_largest())


def _items(windows: list[Seen], *, answers: bool) -> Iterator[Item]:
    silent = {window.pid: window for window in windows if window.answers is answers}
    for process in processes.mine():
        if process.pid in silent:
            with suppress(psutil.Error):
                yield Item(processes.mark(process), _facts(process, silent[process.pid].title))


def _facts(process: psutil.Process, title: str) -> dict[str, str | int | float | bool]:
    name = shown_name(process)
    return {"program": name, "window": f"{name}: {title}" if title else name, "memory_bytes": process.memory_info().rss}


def _largest() -> tuple[Item, ...]:
    """Where windows cannot be asked the user knows better than we do: the larger programs, largest first."""
    found = []
    for process in processes.mine():
        with suppress(psutil.Error):
            found.append(Item(processes.mark(process), _facts(process, "")))
    ranked = sorted(found, key=lambda item: -int(item.facts["memory_bytes"]))
    return tuple(item for item in ranked if int(item.facts["memory_bytes"]) > _SMALL_BYTES)[:_SHOWN]


@repair("speed.wake", Shown(("done", "nothing"), _FACTS, resource="programs"))
class WakeFrozen(Wake):
    """Lets a program that was stopped go on."""

    def found(self, here: Here) -> list[psutil.Process]:
        """Those with a window, where windows can be seen."""
        windows = seen(here)
        return list(sleeping(here, None if windows is None else {window.pid for window in windows}))


@repair(
    "speed.close",
    Shown(("closed", "open", "gone"), _FACTS, {"program": str}, resource="programs", undoable=False),
)
class Close(Final):
    """Asks one program to close, as its own button would. It may ask back, and it may refuse."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The program, by number and time of start."""
        return proposed(given)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Asks, and waits a little: whoever has unsaved work is asked what to do with it."""
        process = processes.marked(saved["program"])
        if process is None:
            return Result("closed")
        _ask_to_close(here, process)
        gone, _ = psutil.wait_procs([process], timeout=_CLOSING_S)
        say("program_ended" if gone else "", 1)
        return Result("closed" if gone or processes.marked(saved["program"]) is None else "open")


def _ask_to_close(here: Here, process: psutil.Process) -> None:
    """By its windows, where it has some; else by the signal that programs save their work on."""
    if here.system == "windows":
        powershell(here, _CLOSE_ON_WINDOWS, RESCOUSSE_PROGRAM=str(process.pid))
        return
    if here.system == "macos" and here.run("osascript", *_QUIT_ON_MACOS, process.name()).code == 0:
        return
    with x_screen(here.environ.get("DISPLAY", "") if here.system == "linux" else "") as screen:
        asked = [screen.ask_to_close(w) for w in screen.windows() if screen.program(w) == process.pid] if screen else []
    if any(asked):
        return
    try:
        process.terminate()
    except psutil.NoSuchProcess:
        return
    except psutil.AccessDenied as refusal:
        raise ActionFailed(str(refusal)) from refusal
