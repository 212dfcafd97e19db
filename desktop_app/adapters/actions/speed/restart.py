"""A restart that is overdue: updates wait for it, or the computer has been on for weeks. The system asks last."""
# ruff: noqa: ARG001, ARG002 -- every action has the same shape

import plistlib
import time
from contextlib import suppress
from pathlib import Path

import psutil

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing, ToolTooSlow
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.findings.thresholds import LONG_RUNNING_DAYS
from desktop_app.domain.fix import Facts

_FACTS = ("waits_seconds", "up_seconds")
_DAY = 86400
# Debian and its kin; PackageKit when an update is to be installed during the next start
_WAITS = ("run/reboot-required", "var/run/reboot-required", "var/lib/PackageKit/prepared-update")
_VERSION = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion"
_WAITS_ON_WINDOWS = (
    rf"{_VERSION}\WindowsUpdate\Auto Update\RebootRequired",
    rf"{_VERSION}\Component Based Servicing\RebootPending",
)
_WAITS_ON_MACOS = "Library/Updates/index.plist"
_DIALOGS = {
    "GNOME": ("gnome-session-quit", "--reboot"),
    "X-Cinnamon": ("cinnamon-session-quit", "--reboot"),
    "XFCE": ("xfce4-session-logout",),
    "MATE": ("mate-session-save", "--shutdown-dialog"),
    "LXQt": ("lxqt-leave", "--reboot"),
    "KDE": (
        *("busctl", "--user", "call", "org.kde.LogoutPrompt", "/LogoutPrompt"),
        *("org.kde.LogoutPrompt", "promptReboot"),
    ),
}
_DIALOG_ON_WINDOWS = "(New-Object -ComObject Shell.Application).ShutdownWindows()"
_DIALOG_ON_MACOS = ("osascript", "-e", 'tell application "loginwindow" to «event aevtrrst»')


@check("speed.restart", Shown(("wanted", "long", "recent"), _FACTS))
def restart_due(here: Here, given: Given) -> Result:
    """Whether something waits for a restart, and how long this computer has been on."""
    up = _up(here)
    wanted_by, since = _wanted(here)
    facts: Facts = {"waits_seconds": since, "up_seconds": up}
    outcome = "wanted" if wanted_by else "long" if up >= LONG_RUNNING_DAYS * _DAY else "recent"
    return Result(outcome, facts, f"up {up:.0f} s, wanted by {', '.join(wanted_by) or 'nobody'}")


def _up(here: Here) -> float:
    """Seconds since the start."""
    if here.system == "linux":
        with suppress(OSError, ValueError, IndexError):
            return float(here.at("proc/uptime").read_text(encoding="ascii").split()[0])
    return time.time() - psutil.boot_time()


def _wanted(here: Here) -> tuple[list[str], float]:
    """Who waits for a restart, and for how many seconds; `?` for somebody without a name."""
    if here.system == "windows":
        keys = [key for key in _WAITS_ON_WINDOWS if here.run("reg", "query", key).code == 0]
        return ["Windows" for _ in keys[:1]], 0
    if here.system == "macos":
        file = here.at(_WAITS_ON_MACOS)
        return _on_macos(file), _age(file)
    marks = [here.at(name) for name in _WAITS if here.at(name).exists()]
    if not marks:
        return [], 0
    names = [line for mark in marks for line in _lines(mark.with_name(f"{mark.name}.pkgs"))]
    return list(dict.fromkeys(names)) or ["?"], max(_age(mark) for mark in marks)


def _on_macos(file: Path) -> list[str]:
    with suppress(OSError, ValueError, AttributeError):
        waiting = plistlib.loads(file.read_bytes()).get("InstallAtLogout")
        return [str(name) for name in waiting] if isinstance(waiting, list) else []
    return []


def _lines(file: Path) -> list[str]:
    with suppress(OSError):
        return [
            line.strip() for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()
        ]
    return []


def _age(file: Path) -> float:
    with suppress(OSError):
        return max(0.0, time.time() - file.stat().st_mtime)
    return 0.0


@repair(
    "speed.restart.ask",
    Shown(("asked", "by_hand"), _FACTS, resource="power", undoable=False),
)
class AskToRestart(Final):
    """Opens the system's own window for restarting: the last word is said there."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which window; `by_hand` where this desktop has none that can be opened."""
        dialog = _dialog(here)
        if here.system == "linux" and not dialog:
            return Plan(outcome="by_hand")
        return Plan({"desktop": _desktop(here)}, detail=" ".join(dialog))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Opens it. A tool that waits for the answer is not waited for."""
        try:
            self._open(here)
        except ToolTooSlow:
            pass
        except ToolMissing as missing:
            return Result("by_hand", detail=missing.detail)
        say("", 1)
        return Result("asked")

    def _open(self, here: Here) -> None:
        if here.system == "windows":
            powershell(here, _DIALOG_ON_WINDOWS)
        elif here.system == "macos":
            here.asked(*_DIALOG_ON_MACOS)
        else:
            here.asked(*_dialog(here), deadline_s=5)


def _desktop(here: Here) -> str:
    named = here.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    return next((desktop for desktop in named if desktop in _DIALOGS), "")


def _dialog(here: Here) -> tuple[str, ...]:
    return _DIALOGS.get(_desktop(here), ())
