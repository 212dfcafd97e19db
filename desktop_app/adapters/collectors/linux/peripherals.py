"""Linux: what is plugged in, built in or paired, from /sys, /proc and the keepers of radios."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.linux.bus import system_bus
from desktop_app.adapters.collectors.linux.cards import Card, cards
from desktop_app.adapters.collectors.linux.ids import named
from desktop_app.adapters.collectors.linux.radios import adapter, bluetooth, bluetooth_on, modems
from desktop_app.adapters.collectors.linux.sound import sound
from desktop_app.adapters.collectors.linux.udev import described, numbered
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import (
    Bluetooth,
    Camera,
    Dock,
    FaultyDevice,
    Input,
    Modem,
    PciDevice,
    Peripherals,
    UsbDevice,
)

_USB, _VIDEO, _DOCKS = "sys/bus/usb/devices", "sys/class/video4linux", "sys/bus/thunderbolt/devices"
_NEEDS_DRIVER = frozenset({"network", "display", "sound", "radio"})
_BUSES = {
    "0003": "usb",
    "0005": "bluetooth",
    "0011": "built in",
    "0018": "built in",
    "0019": "built in",
    "001f": "virtual",
}
_NO_INPUTS = re.compile(r"\b(button|lid switch|pc speaker|hdmi|video bus|headphone|mic|hotkeys|wmi)\b")


def peripherals(tree: Tree) -> Peripherals | Partly:
    """What is there, and what of it does not work."""
    parts = Parts()
    inside = parts.rows(lambda: cards(tree))
    paired, mobile = _radios(tree, parts)
    return parts.whole(
        Peripherals(
            usb=parts.rows(lambda: _usb(tree)),
            pci=tuple(_pci(card) for card in inside),
            faulty=(*_without_driver(inside), *parts.rows(lambda: _refused(tree))),
            sound=parts.rows(lambda: sound(tree)),
            cameras=tuple(dict.fromkeys(_cameras(tree))),
            bluetooth_on=bluetooth_on(tree),
            bluetooth_adapter=adapter(tree),
            bluetooth=paired,
            inputs=tuple(_inputs(tree)),
            docks=tuple(_docks(tree)),
            modems=mobile,
        )
    )


def _radios(tree: Tree, parts: Parts) -> tuple[tuple[Bluetooth, ...], tuple[Modem, ...]]:
    with ExitStack() as doors:
        bus = parts.one(lambda: doors.enter_context(system_bus(tree)))
        return parts.rows(lambda: bluetooth(bus)), parts.rows(lambda: modems(bus))


def _usb(tree: Tree) -> Iterator[UsbDevice]:
    """Devices, without the sockets of the machine and the parts that a device has."""
    for port in tree.names(_USB):
        here = f"{_USB}/{port}"
        maker, product = tree.text(f"{here}/idVendor"), tree.text(f"{here}/idProduct")
        if maker and product and not port.startswith("usb"):
            words = _named(tree, here, maker, product)
            speed = tree.text(f"{here}/speed") or ""
            yield UsbDevice(
                port=port,
                model=tree.text(f"{here}/product") or words[1],
                maker=tree.text(f"{here}/manufacturer") or words[0],
                id=f"{maker}:{product}",
                serial=tree.text(f"{here}/serial"),
                driver=_driver(tree, port),
                speed_mbit=float(speed) if speed.replace(".", "", 1).isdecimal() else None,
            )


def _named(tree: Tree, here: str, maker: str, product: str) -> tuple[str | None, str | None]:
    about = described(tree, numbered(tree, here, "c"))
    known = about.get("ID_VENDOR_FROM_DATABASE"), about.get("ID_MODEL_FROM_DATABASE")
    return known if any(known) else named(tree, "usb", maker, product)


def _driver(tree: Tree, port: str) -> str | None:
    """The driver of the first part of a device that has one."""
    parts = (name for name in tree.names(f"{_USB}/{port}") if name.startswith(f"{port}:"))
    found = (tree.target(f"{_USB}/{port}/{part}/driver").rpartition("/")[2] for part in parts)
    return next(filter(None, found), None)


def _pci(card: Card) -> PciDevice:
    about = (card.slot, card.model, card.maker, card.id, card.kind, card.driver, card.driver_version)
    return PciDevice(*about, card.class_id, card.built_by, card.revision)


def _without_driver(inside: tuple[Card, ...]) -> Iterator[FaultyDevice]:
    """Cards of a kind that is of no use without a driver, and that have none."""
    for card in inside:
        if card.kind in _NEEDS_DRIVER and card.driver is None:
            yield FaultyDevice(card.words, card.id, "no driver")


def _refused(tree: Tree) -> Iterator[FaultyDevice]:
    """USB devices that the system did not let in, or that never said what they are."""
    for port in tree.names(_USB):
        here = f"{_USB}/{port}"
        if tree.number(f"{here}/authorized") == 0 and not port.startswith("usb"):
            yield FaultyDevice(tree.text(f"{here}/product") or port, tree.text(f"{here}/idProduct"), "not let in")


def _cameras(tree: Tree) -> Iterator[Camera]:
    """A camera has several files, of which the first is told."""
    for name in tree.names(_VIDEO):
        driver = tree.target(f"{_VIDEO}/{name}/device/driver").rpartition("/")[2] or None
        yield Camera(tree.text(f"{_VIDEO}/{name}/name"), driver)


def _inputs(tree: Tree) -> Iterator[Input]:
    for block in tree.raw("proc/bus/input/devices").split("\n\n"):
        lines = {line[:1]: line[3:] for line in block.splitlines() if line[1:3] == ": "}
        name = clean(lines.get("N", "").removeprefix("Name=").strip('"'))
        kind = _kind(name.lower(), lines.get("H", "").removeprefix("Handlers=").split(), block)
        if name and kind:
            bus = lines.get("I", "").partition("Bus=")[2][:4]
            yield Input(name, kind, _BUSES.get(bus, bus or None))


def _kind(name: str, handlers: list[str], block: str) -> str | None:
    """What people call it. A keyboard can repeat its keys; a knob or a lid cannot."""
    if _NO_INPUTS.search(name):
        return None
    for word, kind in (("touchpad", "touchpad"), ("touchscreen", "touchscreen"), ("stylus", "pen"), ("pen", "pen")):
        if word in name.split() or (len(word) > 3 and word in name):
            return kind
    if any(handler.startswith("mouse") for handler in handlers):
        return "mouse"
    return "keyboard" if "kbd" in handlers and "B: EV=120013" in block else None


def _docks(tree: Tree) -> Iterator[Dock]:
    """Thunderbolt devices; what has no name is a socket of the machine."""
    for name in tree.names(_DOCKS):
        model = tree.text(f"{_DOCKS}/{name}/device_name")
        if model and not name.endswith("-0"):
            let_in = tree.number(f"{_DOCKS}/{name}/authorized")
            yield Dock(model, tree.text(f"{_DOCKS}/{name}/vendor_name"), "active" if let_in else "not let in")
