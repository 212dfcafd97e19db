"""An update that does not come to its end: who holds the lock, whether it still works, what the user may do."""
# ruff: noqa: ARG002 -- every action has the same shape

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop_app.adapters.actions import holding, privileged, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.leftover import Leftover
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.adapters.actions.speed.asleep import Wake
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "age_seconds", "file")
_OUTCOMES = ("fine", "working", "asleep", "stuck", "leftover", "half_done")
_LONG_S = 2 * 3600
# fcntl locks, which end with their program (dpkg, apt, rpm)
_LOCKS = (
    *("var/lib/dpkg/lock-frontend", "var/lib/dpkg/lock", "var/lib/apt/lists/lock", "var/cache/apt/archives/lock"),
    "var/lib/rpm/.rpm.lock",
)
# Files that name a program or only lie there, and outlive it (dnf, zypper, pacman)
_MARKS = ("var/cache/dnf/metadata_lock.pid", "var/lib/dnf/rpmdb_lock.pid", "run/zypp.pid", "var/lib/pacman/db.lck")
# Steps that dpkg wrote down and did not finish
_JOURNAL = "var/lib/dpkg/updates"
_ON_MACOS = ("system_installd", "installd", "softwareupdate")
_ON_WINDOWS = (
    "@(Get-Service wuauserv,bits,TrustedInstaller -ErrorAction SilentlyContinue | "
    "Select-Object Name,@{n='Status';e={$_.Status.ToString()}}) + "
    "@(Get-Process TiWorker,TrustedInstaller -ErrorAction SilentlyContinue | Select-Object Name,"
    "@{n='Status';e={'Working'}}) | ConvertTo-Json -Compress"
)


@dataclass(frozen=True)
class Holder:
    """A program that keeps others from updating."""

    pid: int
    name: str
    since: float
    is_stopped: bool


@check("updates.stuck", Shown(_OUTCOMES, _FACTS))
def update_state(here: Here, given: Given) -> Result:  # noqa: ARG001 -- every check has the same shape
    """Whether an update is under way, hangs, or left something behind."""
    if here.system == "windows":
        return _on_windows(rows(powershell(here, _ON_WINDOWS)))
    if here.system == "macos":
        busy = next((p for p in psutil.process_iter(["name"]) if p.info["name"] in _ON_MACOS), None)
        return Result("working", {"program": busy.info["name"], "age_seconds": 0}) if busy else Result("fine")
    holder = next(_holders(here), None)
    if holder:
        facts: Facts = {"program": holder.name, "age_seconds": max(0.0, time.time() - holder.since)}
        return Result(_verdict(holder), facts, f"{holder.pid} {holder.name}")
    if mark := next(_leftovers(here), None):
        return Result("leftover", {"file": mark.name}, str(mark))
    steps = _steps(here)
    return Result("half_done", detail=f"{len(steps)} steps of dpkg") if steps else Result("fine")


def _on_windows(found: list[dict[str, str]]) -> Result:
    states = {row["Name"]: row["Status"] for row in found}
    pending = next((name for name, state in states.items() if state.endswith("Pending")), "")
    working = next((name for name, state in states.items() if state == "Working"), "")
    outcome = "stuck" if pending else "working" if working else "fine"
    return Result(outcome, {"program": pending or working, "age_seconds": 0}, str(states))


def _holders(here: Here) -> Iterator[Holder]:
    """Who holds one of the locks (/proc/locks: kind, pid, device and inode)."""
    inodes = {}
    for name in _LOCKS:
        with suppress(OSError):
            inodes[here.at(name).stat().st_ino] = here.at(name)
    with suppress(OSError):
        for line in here.at("proc/locks").read_text(encoding="ascii").splitlines():
            words = line.split()
            if len(words) > 5 and words[4].isdigit() and int(words[5].rpartition(":")[2]) in inodes:
                yield from _holder(int(words[4]))


def _holder(pid: int) -> Iterator[Holder]:
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        is_stopped = process.status() == psutil.STATUS_STOPPED
        yield Holder(pid, process.name(), process.create_time(), is_stopped)


def _verdict(holder: Holder) -> str:
    """Stopped by somebody; at work; or without a second of work after hours."""
    if holder.is_stopped:
        return "asleep" if _is_ours(holder.pid) else "stuck"
    is_old = time.time() - holder.since > _LONG_S
    return "stuck" if is_old and not _works(holder.pid) else "working"


def _is_ours(pid: int) -> bool:
    return any(process.pid == pid for process in processes.mine())


def _works(pid: int) -> bool:
    """Whether it, or one of its children, used the processor within a second."""
    with suppress(psutil.Error):
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        before = sum(sum(process.cpu_times()[:2]) for process in family)
        time.sleep(1)
        return sum(sum(process.cpu_times()[:2]) for process in family) > before
    return False


def _leftovers(here: Here) -> Iterator[Path]:
    """Marks of programs that are gone."""
    for name in _MARKS:
        mark = here.at(name)
        with suppress(OSError, ValueError):
            number = mark.read_text(encoding="ascii", errors="replace").strip()
            is_alive = psutil.pid_exists(int(number)) if number.isdigit() else _has_pacman()
            if not is_alive:
                yield mark


def _has_pacman() -> bool:
    return processes.is_running(("pacman", "pamac-daemon", "packagekitd", "yay", "paru"))


def _steps(here: Here) -> list[str]:
    with suppress(OSError):
        return [file.name for file in here.at(_JOURNAL).iterdir() if file.name.isdigit()]
    return []


@repair("updates.stuck.wake", Shown(("done", "nothing"), ("program", "count"), resource="updates"))
class WakeUpdate(Wake):
    """Lets an update go on that was stopped."""

    def found(self, here: Here) -> list[psutil.Process]:
        """Who holds the lock and sleeps."""
        if here.system != "linux":
            return []
        asleep = {holder.pid for holder in _holders(here) if holder.is_stopped}
        return [process for process in processes.mine() if process.pid in asleep]


@repair(
    "updates.stuck.restart",
    Shown(("done", "no_rights"), _FACTS, resource="updates", undoable=False),
)
class RestartService(Final):
    """Starts anew what looks for updates. On Linux only an administrator may, or whom the policy allows it."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Whether there is something that a user may start anew."""
        is_forbidden = here.system == "linux" and not privileged.may(here, "updates.restart")
        return Plan(outcome="no_rights") if is_forbidden else Plan({"system": here.system})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Tries with the user's own rights."""
        try:
            if here.system == "windows":
                powershell(here, "Restart-Service wuauserv,bits -Force", deadline_s=60)
            elif here.system == "linux":
                if not privileged.did(here, "updates.restart"):
                    return Result("no_rights")
            else:
                agent = f"gui/{os.getuid()}/com.apple.SoftwareUpdateNotificationManager"
                here.asked("launchctl", "kickstart", "-k", agent)
        except ActionFailed as refusal:
            if not privileged.did(here, "updates.restart"):
                return Result("no_rights", detail=refusal.detail)
        say("", 1)
        return Result("done")


@repair("updates.stuck.tidy", Shown(("done", "no_rights", "nothing"), _FACTS, resource="holding"))
class Tidy(Leftover):
    """Sets the mark of a program aside that is gone."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which mark; mostly only an administrator may touch it."""
        mark = next(_leftovers(here), None)
        if mark is None:
            return Plan(outcome="nothing")
        if not os.access(mark.parent, os.W_OK):
            return Plan(outcome="no_rights", facts={"file": mark.name})
        moves = holding.plan(here, [mark])
        return Plan(moves.saved, {"file": mark.name}, str(mark), moves.outcome and "no_rights")

    def must_fit(self, here: Here, saved: Saved) -> None:
        """Only such marks."""
        known = {here.at(name) for name in _MARKS}
        if not holding.is_ours(here, saved) or {holding.restored(source) for source, _ in saved["moves"]} - known:
            raise ActionFailed("not a mark of an update")
