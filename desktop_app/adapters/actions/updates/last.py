"""How the last update ended, why, and the system's own window where it can be tried again.

Sources: apt's history.log and dpkg's status file, PackageKit's results of an offline update, the history of Windows
Update (IUpdateHistoryEntry: ResultCode, HResult), the property list of macOS Software Update.
"""
# ruff: noqa: ARG002 -- every action has the same shape

import configparser
import plistlib
import re
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "free_bytes", "count")
_LEAST_BYTES = 200_000_000
_TAIL_BYTES = 256 * 1024
_HALF = re.compile(r"^Status: \S+ \S+ (?:half-installed|half-configured|unpacked)$", re.MULTILINE)
_NAME = re.compile(r"^(?:Upgrade|Install): ([^:,\s]+)", re.MULTILINE)
_OFFLINE = "var/lib/PackageKit/offline-update-competed"
_MACOS = "Library/Preferences/com.apple.SoftwareUpdate.plist"
_MACOS_WELL = (0, 2)
_HISTORY = (
    "(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().QueryHistory(0,30) | "
    "Select-Object Title,ResultCode,HResult | ConvertTo-Json -Compress"
)
_FAILED_ON_WINDOWS = (4, 5)
_REASONS: Mapping[str, str] = {"no-space-on-device": "no_space", "no-network": "no_network"} | dict.fromkeys(
    ("package-download-failed", "cannot-fetch-sources", "no-more-mirrors-to-try"), "no_network"
)
# ERROR_DISK_FULL and WU_E_… of the maker's list
_CODES = {0x80070070: "no_space", 0x80240034: "no_network"} | dict.fromkeys(
    (0x80072EE2, 0x80072EE7, 0x80072EFD, 0x80072EFE, 0x8024402C, 0x80244022, 0x80072F8F), "no_network"
)
_WINDOWS = (
    *("org.gnome.Software", "org.kde.discover", "update-manager", "mintupdate", "org.manjaro.pamac.manager"),
    *("org.opensuse.yast.OnlineUpdate", "dnfdragora"),
)
_SETTINGS = {
    "windows": ("explorer.exe", "ms-settings:windowsupdate-action"),
    "macos": ("open", "x-apple.systempreferences:com.apple.preferences.softwareupdate"),
}
_STARTING_S = 10


@dataclass(frozen=True)
class Ending:
    """How an update ended, and of what."""

    outcome: str
    program: str = ""
    detail: str = ""


@check("updates.last", Shown(("fine", "failed", "no_space", "no_network", "half_done"), _FACTS))
def last_update(here: Here, given: Given) -> Result:  # noqa: ARG001 -- every check has the same shape
    """How the last update ended; first whether there is room for the next one."""
    free = _free(here)
    ending = {"linux": _linux, "windows": _windows, "macos": _macos}[here.system](here)
    outcome = "no_space" if free < _LEAST_BYTES else ending.outcome
    facts: Facts = {"program": ending.program, "free_bytes": free}
    return Result(outcome, facts, ending.detail)


def _free(here: Here) -> int:
    """Where updates are put first."""
    places = (here.at("var/cache/apt/archives"), here.at("var/cache"), here.home)
    place = next((place for place in places if place.is_dir()), here.home) if here.system == "linux" else here.home
    return psutil.disk_usage(str(place)).free


def _linux(here: Here) -> Ending:
    text = _tail(here.at("var/lib/dpkg/status"), None)
    if half := _HALF.search(text):
        block = text[text.rfind("Package: ", 0, half.start()) : half.start()]
        return Ending("half_done", block.partition("\n")[0].removeprefix("Package: "), half[0])
    return _of_apt(_tail(here.at("var/log/apt/history.log"), _TAIL_BYTES)) or _offline(here) or Ending("fine")


def _of_apt(text: str) -> Ending | None:
    """What apt wrote of its last run."""
    block = text.rpartition("Start-Date:")[2] if "Start-Date:" in text else ""
    error = next((line for line in block.splitlines() if line.startswith("Error:")), "")
    if not error:
        return None
    name = _NAME.search(block)
    return Ending("failed", name[1] if name else "apt", error)


def _offline(here: Here) -> Ending | None:
    reader = configparser.ConfigParser(interpolation=None, strict=False)
    with suppress(configparser.Error):
        reader.read_string(_tail(here.at(_OFFLINE), _TAIL_BYTES))
        table = reader["PackageKit Offline Update Results"] if reader.sections() else {}
        if table.get("Success", "true") == "false":
            code = table.get("ErrorCode", "")
            return Ending(_REASONS.get(code, "failed"), "PackageKit", f"{code}: {table.get('ErrorDetails', '')}")
    return None


def _windows(here: Here) -> Ending:
    """The latest word on each update counts: one that failed and came through later is well."""
    latest: dict[str, dict[str, object]] = {}
    for row in rows(powershell(here, _HISTORY, deadline_s=40)):
        latest.setdefault(str(row["Title"]), row)
    failed = [row for row in latest.values() if row["ResultCode"] in _FAILED_ON_WINDOWS]
    if not failed:
        return Ending("fine")
    code = int(str(failed[0]["HResult"])) & 0xFFFFFFFF
    return Ending(_CODES.get(code, "failed"), str(failed[0]["Title"]), f"0x{code:08X}")


def _macos(here: Here) -> Ending:
    with suppress(OSError, ValueError, AttributeError):
        code = plistlib.loads(here.at(_MACOS).read_bytes()).get("LastResultCode", 2)
        if code not in _MACOS_WELL:
            return Ending("failed", "macOS", f"result {code}")
    return Ending("fine")


def _tail(file: Path, most: int | None) -> str:
    with suppress(OSError), file.open("rb") as stream:
        if most:
            stream.seek(max(0, file.stat().st_size - most))
        return stream.read().decode("utf-8", "replace")
    return ""


@repair("updates.open", Shown(("opened", "by_hand"), _FACTS, resource="updates", undoable=False))
class OpenUpdates:
    """Opens the system's own window for updates. Nothing is installed by opening it."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which window; `by_hand` where none is known."""
        window = self._window(here)
        if here.system == "linux" and window is None:
            return Plan(outcome="by_hand")
        return Plan({"system": here.system}, detail=str(window or here.system))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Opens it."""
        try:
            if here.system == "linux":
                _launch(here, self._window(here))
            else:
                here.run(*_SETTINGS[here.system])
        except (ToolMissing, OSError) as missing:
            return Result("by_hand", detail=str(missing))
        say("", 1)
        return Result("opened")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """There is nothing to take back."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is nothing to take back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _window(self, here: Here) -> Path | None:
        files = (here.at("usr/share/applications") / f"{name}.desktop" for name in _WINDOWS)
        return next((file for file in files if file.is_file()), None)


def _launch(here: Here, window: Path | None) -> None:
    """Opens a program that stays open: it must not hang on our pipes, nor end with us."""
    words, nowhere = ("gio", "launch", str(window)), subprocess.DEVNULL
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 -- an argument list of our own
            words,
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            env=dict(here.environ),
            start_new_session=True,
            timeout=_STARTING_S,
            check=False,
        )
