"""A key, a disk or the home folder that takes no more writing: why, and mounting it again where the user may."""
# ruff: noqa: ARG001, ARG002 -- every action has the same shape

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import UNIX, Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("volume", "device", "free_bytes", "total_bytes")
_PLACES = {"linux": ("media", "run/media", "mnt"), "macos": ("Volumes",)}
# Discs, and images that are read-only by nature
_NEVER_WRITTEN = frozenset({"iso9660", "udf", "squashfs", "erofs", "cd9660"})
_FULL_PERCENT = 1
_DEVICE = re.compile(r"/dev/[A-Za-z0-9/_-]+")
_ON_WINDOWS = (
    "Get-Partition | Where-Object DriveLetter | ForEach-Object { $d = Get-Disk -Number $_.DiskNumber; "
    "$v = Get-Volume -Partition $_; [pscustomobject]@{letter=[string]$_.DriveLetter; label=$v.FileSystemLabel; "
    "usb=($d.BusType -eq 'USB' -or $d.BusType -eq 'SD'); locked=($d.IsReadOnly -or $_.IsReadOnly); "
    "size=$v.Size; free=$v.SizeRemaining} } | ConvertTo-Json -Compress"
)


@dataclass(frozen=True)
class Medium:
    """Something to write on. `is_protected`: by a switch on it, or by the system for everybody."""

    name: str
    device: str
    is_read_only: bool
    is_protected: bool
    free: int
    total: int


def media(here: Here) -> Iterator[Medium]:
    """Every key and disk that was plugged in."""
    if here.system == "windows":
        yield from (_on_windows(row) for row in rows(powershell(here, _ON_WINDOWS)) if row["usb"])
        return
    places = [here.at(place) for place in _PLACES[here.system]]
    for disk in psutil.disk_partitions(all=True):
        mount = Path(disk.mountpoint)
        is_device = disk.fstype not in _NEVER_WRITTEN and _DEVICE.fullmatch(disk.device)
        if is_device and any(place in mount.parents for place in places):
            with suppress(OSError):
                usage = psutil.disk_usage(disk.mountpoint)
                is_locked = _is_locked(here, disk.device)
                is_read_only = "ro" in disk.opts.split(",")
                yield Medium(mount.name, disk.device, is_read_only, is_locked, usage.free, usage.total)


def _on_windows(row: dict[str, object]) -> Medium:
    is_locked = bool(row["locked"])
    name = str(row["label"] or f"{row['letter']}:")
    return Medium(name, f"{row['letter']}:", is_locked, is_locked, int(str(row["free"])), int(str(row["size"])))


def _is_locked(here: Here, device: str) -> bool:
    """Whether the device itself refuses to be written (Linux: /sys/class/block/NAME/ro, of the disk or its part)."""
    name = device.rpartition("/")[2]
    with suppress(OSError, ValueError):
        folder = here.at("sys/class/block") / name
        return any(
            (place / "ro").read_text().strip() == "1"
            for place in (folder, folder.resolve().parent)
            if (place / "ro").exists()
        )
    return False


@check("files.medium", Shown(("home_read_only", "protected", "read_only", "full", "fine"), _FACTS))
def medium_state(here: Here, given: Given) -> Result:
    """The home folder first; then what is plugged in, the worst of it."""
    if here.system != "windows" and os.statvfs(here.home).f_flag & os.ST_RDONLY:
        return Result("home_read_only", {"volume": str(here.home)})
    worst = [(outcome, one) for one in media(here) if (outcome := _outcome(one)) != "fine"]
    if not worst:
        return Result("fine")
    outcome, one = worst[0]
    facts: Facts = {"volume": one.name, "device": one.device, "free_bytes": one.free, "total_bytes": one.total}
    return Result(outcome, facts, f"{one.device}: {outcome}")


def _outcome(one: Medium) -> str:
    if one.is_protected:
        return "protected"
    if one.is_read_only:
        return "read_only"
    return "full" if one.total and 100 * one.free < _FULL_PERCENT * one.total else "fine"


@repair(
    "files.medium.remount",
    Shown(("done", "busy", "no_rights", "gone"), _FACTS, {"device": str}, resource="media", undoable=True),
)
class Remount:
    """Takes a key or disk out and in again, by the system's own means and with the rights of the user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one; on Windows nobody but an administrator may."""
        if here.system not in UNIX:
            return Plan(outcome="no_rights")
        device = given.text("device")
        one = next((one for one in media(here) if one.device == device and one.is_read_only), None)
        if one is None:
            return Plan(outcome="gone")
        return Plan({"device": device}, {"volume": one.name, "device": device}, device)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Out, then in."""
        device = self._device(saved)
        try:
            if refusal := self._out(here, device):
                return Result("busy" if "busy" in refusal.lower() else "no_rights", detail=refusal)
            say("", 0.5)
            self._in(here, device, read_only=False)
        except ToolMissing as missing:
            return Result("no_rights", detail=missing.detail)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It must still be plugged in."""
        return "" if Path(self._device(saved)).exists() else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Out, and in for reading only."""
        device = self._device(saved)
        if any(one.device == device and one.is_read_only for one in media(here)):
            return
        if refusal := self._out(here, device):
            raise ActionFailed(refusal)
        self._in(here, device, read_only=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _device(self, saved: Saved) -> str:
        device = str(saved["device"])
        if not _DEVICE.fullmatch(device):
            raise ActionFailed(f"not a device: {device}")
        return device

    def _out(self, here: Here, device: str) -> str:
        """Why it cannot be taken out; nothing when it is out."""
        if all(one.device != device for one in media(here)):
            return ""
        words = ("diskutil", "unmount", device) if here.system == "macos" else ("udisksctl", "unmount", "-b", device)
        ran = here.run(*words, *(["--no-user-interaction"] if here.system == "linux" else []), deadline_s=30)
        return "" if ran.code == 0 else ran.err.strip() or ran.out.strip() or "refused"

    def _in(self, here: Here, device: str, *, read_only: bool) -> None:
        if here.system == "macos":
            here.asked("diskutil", "mount", *(["readOnly"] if read_only else []), device, deadline_s=30)
            return
        more = ["-o", "ro"] if read_only else []
        here.asked("udisksctl", "mount", "-b", device, *more, "--no-user-interaction", deadline_s=30)
