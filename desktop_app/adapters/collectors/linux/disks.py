"""Linux: physical disks, from /sys/block and udev; how they are, from the disks' own keeper (udisks2)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors.linux.bus import Table, plain_table, system_bus
from desktop_app.adapters.collectors.linux.udev import described, numbered
from desktop_app.adapters.collectors.run import Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import FOR_ADMINISTRATORS, Disk

_SECTOR = 512
_NOT_DISKS = ("loop", "ram", "zram", "dm-", "md", "sr", "fd", "nbd")
_STATES = {"live": "ok", "running": "ok", "offline": "failing", "dead": "failing"}
_UDISKS = "org.freedesktop.UDisks2"
_BLOCK, _DRIVE = f"{_UDISKS}.Block", f"{_UDISKS}.Drive"
_ATA, _NVME = f"{_DRIVE}.Ata", f"{_UDISKS}.NVMe.Controller"
_KELVIN = 273.15

Objects = dict[str, dict[str, Table]]


def disks(tree: Tree, parts: Parts) -> tuple[Disk, ...]:
    """The disks; whether their keeper answered is noted in `parts`."""
    found = [_disk(tree, name) for name in tree.names("sys/block") if _is_disk(tree, name)]
    objects = parts.one(lambda: _objects(tree)) or {}
    drives = {_device(faces[_BLOCK]): str(faces[_BLOCK].get("Drive")) for faces in objects.values() if _BLOCK in faces}
    return tuple(_completed(disk, objects.get(drives.get(disk.name or "", ""), {})) for disk in found)


def _is_disk(tree: Tree, name: str) -> bool:
    return not name.startswith(_NOT_DISKS) and bool(tree.number(f"sys/block/{name}/size"))


def _disk(tree: Tree, name: str) -> Disk:
    here = f"sys/block/{name}/"
    about = described(tree, numbered(tree, here.rstrip("/"), "b"))
    spins, counters = tree.number(here + "queue/rotational"), tree.raw(here + "stat").split()
    return Disk(
        name=name,
        model=" ".join(filter(None, (tree.text(here + "device/vendor"), tree.text(here + "device/model")))) or None,
        size_bytes=(tree.number(here + "size") or 0) * _SECTOR,
        bus=_bus(tree, name) or about.get("ID_BUS"),
        media={0: "ssd", 1: "hdd"}.get(spins) if spins is not None else None,
        removable=tree.number(here + "removable") == 1,
        serial=tree.text(here + "device/serial") or tree.text(here + "serial") or about.get("ID_SERIAL_SHORT"),
        firmware=tree.text(here + "device/firmware_rev") or tree.text(here + "device/rev") or about.get("ID_REVISION"),
        health=_STATES.get(tree.text(here + "device/state") or ""),
        temperature_c=_heat(tree, here),
        wear_percent=_wear(tree, here),
        errors=_errors(tree, name),
        read_bytes=int(counters[2]) * _SECTOR if len(counters) > 6 else None,
        written_bytes=int(counters[6]) * _SECTOR if len(counters) > 6 else None,
    )


def _heat(tree: Tree, here: str) -> float | None:
    files = tree.glob(here + "device/hwmon*/temp1_input"), tree.glob(here + "device/hwmon/hwmon*/temp1_input")
    found = (tree.number(str(file.relative_to(tree.root))) for place in files for file in place)
    return next((heat / 1000 for heat in found if heat), None)


def _wear(tree: Tree, here: str) -> float | None:
    """Memory that is soldered in (eMMC) tells everybody how worn it is, in steps of ten percent; 0 is: not known."""
    words = (tree.text(here + "device/life_time") or "").split()
    steps = [int(word, 16) for word in words if word.startswith("0x")]
    return float(10 * max(steps)) if any(steps) else None


def _bus(tree: Tree, name: str) -> str | None:
    path = tree.target(f"sys/block/{name}")
    marks = (("/usb", "usb"), ("/nvme/", "nvme"), ("/ata", "sata"), ("/virtio", "virtio"), ("/mmc", "mmc"))
    return next((bus for mark, bus in marks if mark in path), None)


def _errors(tree: Tree, name: str) -> int | None:
    """Failed commands of the disk since the start, and errors that its file systems ever met."""
    failed = tree.number(f"sys/block/{name}/device/ioerr_cnt")
    met = [tree.number(f"sys/fs/{file.parent.parent.name}/{file.parent.name}/errors_count")
           for file in tree.glob(f"sys/fs/*/{name}*/errors_count")]  # fmt: skip
    known = [count for count in (failed, *met) if count is not None]
    return sum(known) if known else None


def _objects(tree: Tree) -> Objects:
    with system_bus(tree) as bus:
        found = bus.objects(_UDISKS, "/org/freedesktop/UDisks2") if bus else {}
        for path, faces in found.items():
            if bus is not None and faces.get(_NVME, {}).get("SmartUpdated"):
                answer = bus.call(_UDISKS, path, _NVME, "SmartGetAttributes", "a{sv}", {})
                faces[_NVME] |= plain_table(answer[0]) if answer else {}
        return found


def _device(block: Table) -> str:
    """The name of a device, which comes as bytes that end in a zero."""
    raw = block.get("Device")
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    return text.rstrip("\0").rpartition("/")[2]


def _completed(disk: Disk, faces: Mapping[str, Table]) -> Disk:
    told = {**_ata(faces.get(_ATA, {})), **_nvme(faces.get(_NVME, {}))}
    serial = disk.serial or (faces.get(_DRIVE, {}).get("Serial") or None)
    whole = replace(disk, serial=serial, **{name: value for name, value in told.items() if value is not None})
    is_kept_back = whole.wear_percent is None and (disk.name or "").startswith("nvme")
    return replace(whole, wear_unread=FOR_ADMINISTRATORS) if is_kept_back else whole


def _ata(face: Table) -> dict[str, Any]:
    """What the disk's self-watch says; numbers that were never read are zero or below."""
    if not face.get("SmartSupported") or not face.get("SmartUpdated"):
        return {}
    heat, seconds = face.get("SmartTemperature") or 0.0, face.get("SmartPowerOnSeconds") or 0
    bad, failing = face.get("SmartNumBadSectors", -1), face.get("SmartNumAttributesFailing", -1)
    return {
        "health": "failing" if face.get("SmartFailing") else "ok",
        "temperature_c": round(heat - _KELVIN, 1) if heat > 0 else None,
        "power_on_hours": seconds // 3600 if seconds > 0 else None,
        "bad_sectors": bad if bad >= 0 else None,
        "failing_attributes": failing if failing >= 0 else None,
    }


def _nvme(face: Table) -> dict[str, Any]:
    if not face.get("SmartUpdated"):
        return {}
    heat, hours = face.get("SmartTemperature") or 0, face.get("SmartPowerOnHours") or 0
    return {
        "health": "failing" if face.get("SmartCriticalWarning") else "ok",
        "temperature_c": round(heat - _KELVIN, 1) if heat > 0 else None,
        "power_on_hours": hours or None,
        "wear_percent": face.get("percent_used"),
    }
