"""macOS: what is plugged in, built in or paired, by `system_profiler` in its old and new forms."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import decimal, text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
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

_HEX = re.compile(r"(?:0x)?([0-9a-fA-F]{4})\b")
_SPEEDS = {"low_speed": 1.5, "full_speed": 12, "high_speed": 480, "super_speed": 5000, "super_speed_plus": 10000}
_SPEED = re.compile(r"([\d.]+)\s*([MG])b/s", re.IGNORECASE)
_DESKTOP, _MOUSE, _KEYBOARD = 1, {1, 2}, {6, 7}
_NAMED_BY_MAKERS = ("headphone", "headset", "speaker", "keyboard", "mouse", "trackpad", "gamepad", "stylus")
_NO_DRIVER = "no driver"


def peripherals(mac: Mac) -> Peripherals | Partly:
    """What is there, and what of it does not work."""
    parts = Parts()
    radio = parts.one(lambda: mac.around.first("SPBluetoothDataType")) or {}
    about = radio.get("controller_properties") or radio.get("local_device_title") or {}
    inside = parts.rows(lambda: mac.around.all("SPPCIDataType"))
    return parts.whole(
        Peripherals(
            usb=parts.rows(lambda: _usb(mac)),
            pci=tuple(map(_pci, inside)),
            faulty=tuple(_without_driver(inside)),
            sound=parts.rows(lambda: _sound(mac)),
            cameras=parts.rows(lambda: (Camera(text(e.get("_name"))) for e in mac.around.all("SPCameraDataType"))),
            bluetooth_on=truth(about.get("controller_state") or about.get("general_power")),
            bluetooth_adapter=text(
                about.get("controller_chipset") or about.get("general_chipset") or about.get("general_name")
            ),
            bluetooth=tuple(_paired(radio)),
            inputs=tuple(dict.fromkeys(parts.rows(lambda: _inputs(mac)))),
            docks=parts.rows(lambda: _docks(mac)),
        )
    )


def _usb(mac: Mac) -> Iterator[UsbDevice]:
    """Devices of both forms, without the sockets of the machine. Raises ProgramFailed."""
    for kind in ("SPUSBDataType", "SPUSBHostDataType"):
        for bus in mac.around.all(kind):
            yield from (_device(entry) for entry in _inside(bus) if _number(entry))


def _inside(entry: Table) -> Iterator[Table]:
    """What hangs on a bus, on its hubs, and on theirs."""
    waiting = list(entry.get("_items") or ())
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, dict):
            waiting += found.get("_items") or ()
            yield found


def _number(entry: Table) -> str | None:
    ids = (
        entry.get("vendor_id") or entry.get("USBDeviceKeyVendorID"),
        entry.get("product_id") or entry.get("USBDeviceKeyProductID"),
    )
    if ids[0] == "apple_vendor_id":
        ids = ("0x05ac", ids[1])
    found = [_HEX.search(str(part)) for part in ids]
    return ":".join(part[1].lower() for part in found if part) if all(found) else None


def _device(entry: Table) -> UsbDevice:
    serial = entry.get("serial_num") or entry.get("USBDeviceKeySerialNumber")
    maker = entry.get("manufacturer") or entry.get("USBDeviceKeyVendorName")
    place = entry.get("location_id") or entry.get("USBKeyLocationID")
    speed = entry.get("device_speed") or entry.get("USBDeviceKeyLinkSpeed")
    return UsbDevice(
        (text(place) or "").partition(" ")[0] or None,
        text(entry.get("_name")),
        text(maker),
        _number(entry),
        text(serial),
        None,
        _mbit(str(speed)),
    )


def _mbit(speed: str) -> float | None:
    found = _SPEED.search(speed)
    if found:
        return float(found[1]) * (1000 if found[2].upper() == "G" else 1)
    return _SPEEDS.get(speed)


def _pci(entry: Table) -> PciDevice:
    ids = [_HEX.search(str(entry.get(name))) for name in ("sppci_vendor-id", "sppci_device-id")]
    number = ":".join(part[1].lower() for part in ids if part) if all(ids) else None
    driver = None if truth(entry.get("sppci_driver_installed")) is False else "installed"
    kind = text(entry.get("sppci_device_type"))
    return PciDevice(
        text(entry.get("sppci_slot_name")),
        text(entry.get("_name")),
        None,
        number,
        kind.removeprefix("sppci_").replace("_", " ") if kind else None,
        driver,
    )


def _without_driver(inside: tuple[Table, ...]) -> Iterator[FaultyDevice]:
    for entry in inside:
        if truth(entry.get("sppci_driver_installed")) is False:
            yield FaultyDevice(text(entry.get("_name")), None, _NO_DRIVER)


def _sound(mac: Mac) -> Iterator[Sound]:
    """Ways in and out, and which is used. Raises ProgramFailed."""
    for group in mac.around.all("SPAudioDataType"):
        for entry in group.get("_items", ()):
            for kind in ("output", "input"):
                if whole(entry.get(f"coreaudio_device_{kind}")):
                    used = truth(entry.get(f"coreaudio_default_audio_{kind}_device")) is True
                    yield Sound(text(entry.get("_name")), kind, text(entry.get("coreaudio_device_transport")), used)


def _paired(radio: Table) -> Iterator[Bluetooth]:
    """Devices by three lists, of which the oldest says of each whether it is connected."""
    for list_name, connected in (("device_connected", True), ("device_not_connected", False), ("device_title", None)):
        for entry in _tables(radio.get(list_name)):
            for name, about in entry.items():
                if isinstance(about, dict):
                    yield _bluetooth(name, about, connected)


def _tables(value: object) -> Iterable[Table]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _bluetooth(name: str, about: Table, connected: bool | None) -> Bluetooth:
    """A device; the names of telephones and computers are what their owners wrote, those of headsets are not."""
    kind = text(
        about.get("device_minorType") or about.get("device_minorClassOfDevice_string") or about.get("device_majorType")
    )
    is_plain = (kind or "").lower().startswith(_NAMED_BY_MAKERS)
    state = truth(about.get("device_isconnected")) if connected is None else connected
    charge = decimal(about.get("device_batteryLevelMain") or about.get("device_batteryPercent"))
    return Bluetooth(
        name=text(name) if is_plain else None,
        given_name=None if is_plain else text(name),
        kind=kind,
        address=(text(about.get("device_address") or about.get("device_addr")) or "").replace("-", ":").lower() or None,
        connected=state,
        battery_percent=None if charge is None else int(charge),
    )


def _inputs(mac: Mac) -> Iterator[Input]:
    """Keyboards and pointers, by the page and number of what they are used for (USB HID). Raises ProgramFailed."""
    for entry in mac.registered("IOHIDDevice"):
        page, usage = whole(entry.get("PrimaryUsagePage")), whole(entry.get("PrimaryUsage"))
        name = text(entry.get("Product"))
        if name and page == _DESKTOP and usage in _MOUSE | _KEYBOARD:
            pad = "touchpad" if "trackpad" in name.lower() else "mouse"
            bus = (text(entry.get("Transport")) or "").lower()
            yield Input(
                name, "keyboard" if usage in _KEYBOARD else pad, "built in" if bus in {"spi", "fifo"} else bus or None
            )


def _docks(mac: Mac) -> Iterator[Dock]:
    """What hangs on a Thunderbolt bus. Raises ProgramFailed."""
    for bus in mac.around.all("SPThunderboltDataType"):
        for entry in _inside(bus):
            name = text(entry.get("device_name_key")) or text(entry.get("_name"))
            yield Dock(name, text(entry.get("vendor_name_key")), "active")
