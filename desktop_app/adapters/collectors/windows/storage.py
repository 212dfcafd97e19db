"""Windows: disks, volumes, drives of other machines. What lies on the network is named and never touched."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import number, text, whole
from desktop_app.domain.sections.storage import FOR_ADMINISTRATORS, Disk, Raid, Share, Storage, Volume

_BUSES = {
    **{3: "ata", 7: "usb", 8: "raid", 10: "sas", 11: "sata", 12: "sd", 13: "mmc", 14: "virtual", 15: "virtual"},
    **{16: "storage spaces", 17: "nvme", 18: "scm", 19: "ufs"},
}
_MEDIA = {3: "hdd", 4: "ssd", 5: "scm"}
_WEAR_OUT = (4, 5)
_COUNTERS = "MSFT_StorageReliabilityCounter"
_HEALTH = {0: "ok", 1: "warning", 2: "failing"}
_REMOVABLE = {7, 12, 13}
_CONNECTED = 0
_NUMBER = re.compile(r"Harddisk(\d+)")
_UUID = re.compile(r"\{([0-9a-fA-F-]{36})\}")


def storage(pc: Pc) -> Storage | Partly:
    """Disks, volumes, mapped drives."""
    parts = Parts()
    parts.note(pc.consumers.reason)
    about = {str(entry.get("DriveLetter")): entry for entry in parts.rows(lambda: pc.now.all("Win32_Volume"))}
    wear = {str(entry.get("DeviceId")): entry for entry in parts.rows(lambda: pc.later.all(_COUNTERS))}
    return parts.whole(
        Storage(
            disks=parts.rows(lambda: _disks(pc, wear)),
            volumes=parts.rows(lambda: (_volume(pc, found, about) for found in psutil_facts.volumes())),
            shares=parts.rows(lambda: _shares(pc)),
            raid=parts.rows(lambda: map(_space, pc.now.all("MSFT_VirtualDisk"))),
            consumers=tuple(pc.consumers.answer or ()),
        )
    )


def _volume(pc: Pc, found: Volume, about: dict[str, dict[str, Any]]) -> Volume:
    drive = (found.mount or "").rstrip("\\")
    told, mark = about.get(drive, {}), _UUID.search(str(about.get(drive, {}).get("DeviceID")))
    is_system = drive.upper() == pc.files.environ.get("SYSTEMDRIVE", "C:").upper()
    return replace(found, label=text(told.get("Label")), uuid=mark[1] if mark else None, system=is_system)


def _disks(pc: Pc, wear: dict[str, dict[str, Any]]) -> Iterator[Disk]:
    """Each disk with what it counted itself, where the user may know that. Raises ProgramFailed."""
    errors, written = Counter(_faulty(pc)), psutil_facts.written()
    is_kept_back = not wear and pc.later.knows(_COUNTERS)  # asked and refused, not merely still to come
    for entry in pc.now.all("MSFT_PhysicalDisk"):
        place = str(entry.get("DeviceId", ""))
        told, counted = wear.get(place, {}), written.get(f"PhysicalDrive{place}")
        yield replace(
            _disk(entry, place),
            temperature_c=number(told.get("Temperature")) or None,
            power_on_hours=whole(told.get("PowerOnHours")),
            wear_percent=number(told.get("Wear")),
            wear_unread=FOR_ADMINISTRATORS if is_kept_back and entry.get("MediaType") in _WEAR_OUT else None,
            bad_sectors=whole(told.get("ReadErrorsUncorrected")),
            errors=errors[place],
            read_bytes=counted[0] if counted else None,
            written_bytes=counted[1] if counted else None,
        )


def _disk(entry: dict[str, Any], place: str) -> Disk:
    bus = entry.get("BusType", 0)
    return Disk(
        name=f"disk{place}",
        model=text(entry.get("FriendlyName")),
        size_bytes=whole(entry.get("Size")),
        bus=_BUSES.get(bus),
        media=_MEDIA.get(entry.get("MediaType", 0)),
        removable=bus in _REMOVABLE,
        serial=text(entry.get("SerialNumber")),
        firmware=text(entry.get("FirmwareVersion")),
        health=_HEALTH.get(entry.get("HealthStatus", -1)),
    )


def _faulty(pc: Pc) -> Iterator[str]:
    """The number of the disk of each error that was written down within 30 days. Raises ProgramFailed."""
    for mark in pc.now.all("Marks"):
        place = _NUMBER.search(" ".join(map(str, mark.get("Values") or ()))) if mark.get("Source") == "disk" else None
        if place:
            yield place[1]


def _shares(pc: Pc) -> Iterator[Share]:
    for drive, remote, state in pc.calls.drives():
        yield Share(drive, remote or None, "smb", "connected" if state == _CONNECTED else "disconnected")


def _space(entry: dict[str, Any]) -> Raid:
    return Raid(
        name=text(entry.get("FriendlyName")),
        level=text(entry.get("ResiliencySettingName")),
        state=_HEALTH.get(entry.get("HealthStatus", -1)),
    )
