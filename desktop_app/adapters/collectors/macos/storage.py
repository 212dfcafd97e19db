"""macOS: disks, volumes, folders of other machines. What lies on the network is named and never touched."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import size, text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.storage import Disk, Raid, Share, Storage, Volume

_DISKUTIL = "/usr/sbin/diskutil"
_SYSTEM = {"/", "/System/Volumes/Data"}
_NETWORK = frozenset({"smbfs", "nfs", "afpfs", "webdav", "ftp", "cifs", "autofs"})
_MOUNTED = re.compile(r"^(.+?) on (.+) \((\w+)[,)]", re.MULTILINE)
_HEALTH = {"Verified": "ok", "Failing": "failing"}
_KELVIN = 273
_COLDEST_KELVIN = 200
_WEAR = "SMARTDeviceSpecificKeysMayVaryNotGuaranteed"
_MOST_DISKS = 8


def storage(mac: Mac) -> Storage | Partly:
    """Disks, volumes, shares."""
    parts = Parts()
    parts.note(mac.consumers.reason)
    about = {str(entry.get("mount_point")): entry for entry in parts.rows(lambda: mac.now.all("SPStorageDataType"))}
    return parts.whole(
        Storage(
            disks=parts.rows(lambda: _disks(mac, parts)),
            volumes=parts.rows(lambda: (_volume(v, about) for v in psutil_facts.volumes() if _is_told(v.mount or ""))),
            shares=parts.rows(lambda: _shares(mac)),
            raid=parts.rows(lambda: _raid(mac)),
            consumers=tuple(mac.consumers.answer or ()),
        )
    )


def _is_told(mount: str) -> bool:
    """The parts that the system keeps for itself share the room of its one volume."""
    return mount in _SYSTEM or not mount.startswith(("/System/Volumes/", "/Library/Developer/", "/private/var/"))


def _volume(found: Volume, about: dict[str, Table]) -> Volume:
    """A volume; that of the system itself is sealed on every Mac, which is no trouble."""
    told = about.get(found.mount or "", {})
    writable = truth(told.get("writable"))
    locked = found.read_only if writable is None else not writable
    names, free = _inodes(found.mount or "")
    return replace(
        found,
        inodes_total=names,
        inodes_free=free,
        read_only=None if found.mount == "/" else locked,
        label=text(told.get("_name")),
        uuid=text(told.get("volume_uuid")),
        system=found.mount in _SYSTEM,
    )


def _inodes(mount: str) -> tuple[int | None, int | None]:
    try:
        told = os.statvfs(mount)
    except OSError:
        return None, None
    return told.f_files or None, told.f_ffree if told.f_files else None


def _disks(mac: Mac, parts: Parts) -> Iterator[Disk]:
    """Disks by `diskutil`, with what `system_profiler` knows of them. Raises ProgramFailed, ValueError."""
    profiled = dict(_profiled(mac))
    counted = {
        name: entry for entry in parts.rows(lambda: mac.registered("IOBlockStorageDriver", 2)) for name in _of(entry)
    }
    listed = parts.one(lambda: mac.told(_DISKUTIL, "list", "-plist", "physical")) or {}
    names = [str(name) for name in listed.get("WholeDisks", ())][:_MOST_DISKS] or list(profiled)
    for name in names:
        told = parts.one(lambda name=name: mac.told(_DISKUTIL, "info", "-plist", name)) or {}  # type: ignore[misc]
        yield _counted(_disk(name, told, profiled.get(name, {})), counted.get(name, {}).get("Statistics", {}))


def _profiled(mac: Mac) -> Iterator[tuple[str, Table]]:
    for kind in ("SPNVMeDataType", "SPSerialATADataType"):
        for controller in mac.now.all(kind):
            for entry in controller.get("_items", ()):
                yield str(entry.get("bsd_name")), entry


def _of(entry: Table) -> list[str]:
    return [str(child["BSD Name"]) for child in entry.get("IORegistryEntryChildren", ()) if "BSD Name" in child]


def _disk(name: str, told: Table, entry: Table) -> Disk:
    wear = told.get(_WEAR) or {}
    kelvin, solid = whole(wear.get("TEMPERATURE")), truth(told.get("SolidState"))
    return Disk(
        name=name,
        model=text(entry.get("device_model")) or text(told.get("MediaName")) or text(entry.get("_name")),
        size_bytes=whole(entry.get("size_in_bytes")) or whole(told.get("TotalSize")) or size(entry.get("size")),
        bus=(text(told.get("BusProtocol")) or "").lower() or ("nvme" if "spnvme_trim_support" in entry else None),
        media={True: "ssd", False: "hdd"}.get(solid if solid is not None else _is_solid(entry)),
        removable=truth(told.get("RemovableMediaOrExternalDevice")),
        serial=text(entry.get("device_serial")),
        firmware=text(entry.get("device_revision")),
        health=_HEALTH.get(str(told.get("SMARTStatus") or entry.get("smart_status"))),
        temperature_c=float(kelvin - _KELVIN) if kelvin and kelvin > _COLDEST_KELVIN else None,
        power_on_hours=whole(wear.get("POWER_ON_HOURS_0")),
        wear_percent=_percent(wear.get("PERCENTAGE_USED")),
        bad_sectors=whole(wear.get("MEDIA_ERRORS_0")),
    )


def _percent(value: object) -> float | None:
    found = whole(value)
    return None if found is None else float(found)


def _is_solid(entry: Table) -> bool:
    return "Rotational" not in str(entry.get("spsata_medium_type", ""))


def _counted(disk: Disk, counts: Table) -> Disk:
    errors = [whole(counts.get(f"Errors ({what})")) for what in ("Read", "Write")]
    return replace(
        disk,
        errors=sum(filter(None, errors)) if any(count is not None for count in errors) else None,
        read_bytes=whole(counts.get("Bytes (Read)")),
        written_bytes=whole(counts.get("Bytes (Write)")),
    )


def _shares(mac: Mac) -> Iterator[Share]:
    """What is mounted from elsewhere; a login in the address is left out. Raises ProgramFailed."""
    for source, place, kind in _MOUNTED.findall(mac.said("/sbin/mount")):
        if kind in _NETWORK and kind != "autofs":
            yield Share(clean(place), _without_login(clean(source)), kind, "mounted")


def _without_login(source: str) -> str:
    slashes = "//" if source.startswith("//") else ""
    host, slash, path = source.removeprefix("//").partition("/")
    return f"{slashes}{host.rpartition('@')[2]}{slash}{path}" if slashes else source


def _raid(mac: Mac) -> Iterator[Raid]:
    """Raises ProgramFailed, ValueError."""
    for entry in (mac.told(_DISKUTIL, "appleRAID", "list", "-plist") or {}).get("AppleRAIDSets", ()):
        members = [text(member.get("MemberStatus")) for member in entry.get("Members", ())]
        missing = sum(state not in {"Online", "Spare"} for state in members)
        yield Raid(text(entry.get("Name")), text(entry.get("Level")), text(entry.get("Status")), len(members), missing)
