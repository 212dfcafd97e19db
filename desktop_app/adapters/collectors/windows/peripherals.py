"""Windows: what is plugged in, built in or paired, and what of it does not work."""

import re
from collections.abc import Iterator

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.devices import Device, devices
from desktop_app.adapters.collectors.windows.mobile import modems
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.domain.sections.devices import (
    Bluetooth,
    Camera,
    Dock,
    FaultyDevice,
    Input,
    PciDevice,
    Peripherals,
    Sound,
    UsbDevice,
)

_USB = re.compile(r"USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})\\(.+)", re.IGNORECASE)
_PCI = re.compile(r"PCI\\VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})", re.IGNORECASE)
_SLOT = re.compile(r"\((\d+),(\d+),(\d+)\)")
_WAYS = {"{0.0.0": "output", "{0.0.1": "input"}
_FAULTS = {
    **{1: "not set up", 3: "no memory", 10: "cannot start", 12: "no resources", 14: "waits for a restart"},
    **{18: "driver must be installed again", 19: "registry damaged", 21: "being removed", 22: "switched off"},
    **{24: "missing", 28: "no driver", 31: "not working", 32: "driver switched off", 37: "driver cannot start"},
    **{39: "driver damaged", 43: "reported a problem", 48: "driver blocked", 52: "driver not signed"},
}
"""Microsoft's codes of the device manager (CM_PROB_…)."""
_NOT_PLUGGED_IN = 45
_BUSES = {
    "USB": "usb",
    "HID": "usb",
    "BTHENUM": "bluetooth",
    "BTHLE": "bluetooth",
    "ACPI": "built in",
    "ROOT": "virtual",
}
_MADE_BY_MAKERS = {0x04: "audio", 0x05: "input", 0x06: "imaging"}
_MAJOR = {0x01: "computer", 0x02: "phone", 0x03: "network", 0x07: "wearable", 0x08: "toy", 0x09: "health"}
"""Major classes of Bluetooth devices (Assigned Numbers); people give telephones and computers their names."""
_ADDRESS_AT, _CLASS_AT, _CONNECTED_AT, _NAME_AT, _PAIRED_BYTES = 8, 16, 20, 64, 560


def peripherals(pc: Pc) -> Peripherals | Partly:
    """What is there."""
    parts = Parts()
    found = parts.rows(lambda: devices(pc))
    is_on, paired = parts.one(pc.calls.bluetooth) or (None, [])
    return parts.whole(
        Peripherals(
            usb=tuple(_usb(found)),
            pci=tuple(_pci(found)),
            faulty=tuple(_faulty(found)),
            sound=tuple(_sound(found)),
            cameras=tuple(_cameras(found)),
            bluetooth_on=is_on,
            bluetooth_adapter=next(
                (d.name for d in found if d.kind == "bluetooth" and d.id.startswith(("USB", "PCI"))), None
            ),
            bluetooth=tuple(_paired(table) for table in paired if len(table) >= _PAIRED_BYTES),
            inputs=tuple(dict.fromkeys(_inputs(found))),
            docks=tuple(_docks(found)),
            modems=parts.rows(lambda: modems(pc)),
        )
    )


def _usb(found: tuple[Device, ...]) -> Iterator[UsbDevice]:
    """Devices, without the parts that a device has. A number with `&` in it was made up by Windows."""
    for device in found:
        words = _USB.fullmatch(device.id)
        if words:
            serial = words[3] if "&" not in words[3] else None
            number = f"{words[1]}:{words[2]}".lower()
            yield UsbDevice(device.place or device.id, device.name, device.maker, number, serial, device.driver)


def _pci(found: tuple[Device, ...]) -> Iterator[PciDevice]:
    for device in found:
        words, place = _PCI.match(device.id), _SLOT.search(device.place or "")
        if words:
            slot = "{:02x}:{:02x}.{}".format(*map(int, place.groups())) if place else device.id
            number = f"{words[1]}:{words[2]}".lower()
            yield PciDevice(slot, device.name, device.maker, number, device.kind, device.driver, device.version)


def _faulty(found: tuple[Device, ...]) -> Iterator[FaultyDevice]:
    for device in found:
        if device.problem and device.problem != _NOT_PLUGGED_IN:
            yield FaultyDevice(device.name or device.id, str(device.problem), _FAULTS.get(device.problem, "problem"))


def _sound(found: tuple[Device, ...]) -> Iterator[Sound]:
    for device in found:
        if device.kind == "sound way":
            way = device.id.rpartition("\\")[2][:6].lower()
            yield Sound(device.name, _WAYS.get(way), device.driver)


def _cameras(found: tuple[Device, ...]) -> Iterator[Camera]:
    for device in found:
        if device.kind == "camera" or (device.kind == "picture" and "cam" in (device.name or "").lower()):
            yield Camera(device.name, device.driver)


def _paired(table: bytes) -> Bluetooth:
    """A device from BLUETOOTH_DEVICE_INFO; the names of telephones and computers are what their owners wrote."""
    number = int.from_bytes(table[_CLASS_AT : _CLASS_AT + 4], "little") >> 8 & 0x1F
    kind = _MADE_BY_MAKERS.get(number)
    name = clean(table[_NAME_AT:_PAIRED_BYTES].decode("utf-16-le", "replace").partition("\0")[0]) or None
    return Bluetooth(
        name=name if kind else None,
        given_name=None if kind else name,
        kind=kind or _MAJOR.get(number),
        address=table[_ADDRESS_AT : _ADDRESS_AT + 6][::-1].hex(":"),
        connected=table[_CONNECTED_AT] == 1,
    )


def _inputs(found: tuple[Device, ...]) -> Iterator[Input]:
    for device in found:
        name = (device.name or "").lower()
        kind = next(
            (word for word in ("touchpad", "touchscreen", "pen") if word in name.replace("touch ", "touch")), None
        )
        if device.kind in {"keyboard", "mouse"} or (device.kind == "input" and kind):
            yield Input(device.name, kind or device.kind, _BUSES.get(device.id.partition("\\")[0]))


def _docks(found: tuple[Device, ...]) -> Iterator[Dock]:
    """Devices with a name of a dock; the controllers of the machine itself are none."""
    for device in found:
        name = (device.name or "").lower()
        if "dock" in name or ("thunderbolt" in name and "controller" not in name and not device.id.startswith("PCI")):
            yield Dock(device.name, device.maker, "problem" if device.problem else "active")
