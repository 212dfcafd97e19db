"""The camera: whether there is one, which program holds it, whether a switch keeps it shut."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import shown_name
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.sound.privacy import is_blocked, is_locked
from desktop_app.domain.action import Given, Item, Result

_OUTCOMES = ("no_camera", "no_rights", "locked", "blocked", "taken", "taken_by_other", "free")
_USERS = (
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam",
    r"HKLM\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam",
)
_CAMERAS = "Get-PnpDevice -PresentOnly -Class Camera,Image -Status OK | Measure-Object | ForEach-Object Count"
# A program that uses the camera now has begun and not ended: its last end is written as zero
_IN_USE = re.compile(r"LastUsedTimeStop\s+REG_QWORD\s+0x0\s*$", re.MULTILINE)


@check("sound.camera", Shown(_OUTCOMES, ("program", "count")))
def camera(here: Here, _: Given) -> Result:
    """What keeps programs from the camera."""
    if outcome := _absent(here):
        return Result(outcome)
    if is_locked(here, "camera"):
        return Result("locked")
    if is_blocked(here, "camera"):
        return Result("blocked")
    holders, others = _holders(here)
    items = tuple(Item(processes.mark(one), {"program": shown_name(one)}) for one in holders)
    if items:
        return Result("taken", {**items[0].facts, "count": len(items)}, items=items)
    if others:
        return Result("taken_by_other", {"program": others[0], "count": len(others)})
    return Result("free", {"count": 0})


def _absent(here: Here) -> str:
    """Whether there is no camera, or one that is not for this user."""
    if here.system == "linux":
        found = _nodes(here)
        if not found:
            return "no_camera"
        return "" if any(os.access(node, os.R_OK | os.W_OK) for node in found) else "no_rights"
    if here.system == "macos":
        report = json.loads(here.asked("system_profiler", "SPCameraDataType", "-json", deadline_s=20) or "{}")
        return "" if report.get("SPCameraDataType") else "no_camera"
    from desktop_app.adapters.actions.powershell import powershell

    return "" if powershell(here, _CAMERAS).strip() not in ("", "0") else "no_camera"


def _nodes(here: Here) -> list[Path]:
    return sorted(here.at("dev").glob("video[0-9]*"))


def _holders(here: Here) -> tuple[list[psutil.Process], list[str]]:
    """Programs of this user that hold the camera and may be ended; names of those that may not."""
    if here.system == "linux":
        nodes = {str(node.resolve()) for node in _nodes(here)}
        return [one for one in processes.mine() if nodes & set(_open_files(one.pid))], []
    return _of_windows(here) if here.system == "windows" else ([], [])


def _open_files(pid: int) -> Iterator[str]:
    """What a program holds open, devices as well; nothing for one that is not ours to look into."""
    with suppress(OSError):
        for entry in os.scandir(f"/proc/{pid}/fd"):
            with suppress(OSError):
                yield str(Path(entry.path).readlink())


def _of_windows(here: Here) -> tuple[list[psutil.Process], list[str]]:
    used = [name for place in _USERS for name in read_users(here.run("reg", "query", place, "/s").out)]
    running = {(_path(one), one) for one in processes.mine()} if used else set()
    ours = [one for path, one in running if path in {name.lower() for name in used}]
    known = {_path(one) for one in ours}
    return ours, [_short(name) for name in used if name.lower() not in known]


def _path(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return process.exe().lower()
    return ""


def read_users(text: str) -> list[str]:
    """Who uses the camera now, from `reg query … /s`: the path of a program, or the name of a package."""
    found = []
    for block in re.split(r"\n(?=HKEY_)", text):
        if _IN_USE.search(block):
            name = block.splitlines()[0].rstrip().rpartition("\\")[2]
            found.append(name.replace("#", "\\"))
    return found


def _short(name: str) -> str:
    """The name people know: `Zoom` of `C:\\…\\Zoom.exe`, `WindowsCamera` of `Microsoft.WindowsCamera_8wekyb3d8bbwe`."""
    last = name.rpartition("\\")[2].removesuffix(".exe")
    return last.partition("_")[0].rpartition(".")[2]
