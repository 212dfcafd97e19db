"""What surrounds a computer in GLPI's inventory: screens, devices, people, protection."""

from collections.abc import Iterator, Mapping
from typing import Any

Table = dict[str, Any]
Sections = Mapping[str, Any]


def around(sections: Sections) -> Table:
    """The lists by their names in GLPI; empty ones too."""
    display, devices = sections.get("display", {}), sections.get("peripherals", {})
    identity, security = sections.get("identity", {}), sections.get("security", {})
    return {
        "videos": [_video(found) for found in display.get("graphics", ())],
        "monitors": [_monitor(found) for found in display.get("screens", ())],
        "usbdevices": [_usb(found) for found in devices.get("usb", ())],
        "controllers": [_controller(found) for found in devices.get("pci", ())],
        "sounds": [table(name=found.get("name"), description=found.get("kind")) for found in devices.get("sound", ())],
        "inputs": [_input(found) for found in devices.get("inputs", ())],
        "modems": [_modem(found) for found in devices.get("modems", ())],
        "simcards": list(_cards(devices)),
        "users": list(_users(identity)),
        "local_users": list(_accounts(identity)),
        "antivirus": [_antivirus(found) for found in security.get("antivirus", ())],
        "firewalls": list(_firewall(security)),
        "remote_mgmt": [_remote(found) for found in security.get("remote_tools", ()) if found.get("name")],
    }


def table(**values: Any) -> Table:
    """The values that are there."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _video(found: Sections) -> Table:
    memory = found.get("memory_bytes")
    return table(
        name=found.get("model"),
        pcislot=found.get("slot"),
        memory=int(memory) // (1024 * 1024) if isinstance(memory, int | float) else None,
    )


def _monitor(found: Sections) -> Table:
    return table(
        caption=found.get("model"),
        name=found.get("model"),
        manufacturer=found.get("maker"),
        serial=found.get("serial"),
        port=found.get("name"),
    )


def _usb(found: Sections) -> Table:
    maker, product = _numbers(found)
    return table(
        name=found.get("model"),
        caption=found.get("model"),
        manufacturer=found.get("maker"),
        serial=found.get("serial"),
        vendorid=maker,
        productid=product,
    )


def _controller(found: Sections) -> Table:
    maker, product = _numbers(found)
    return table(
        name=found.get("model"),
        caption=found.get("model"),
        manufacturer=found.get("maker"),
        driver=found.get("driver"),
        pcislot=found.get("slot"),
        type=found.get("kind"),
        vendorid=maker,
        productid=product,
        pciclass=found.get("class_id"),
        pcisubsystemid=found.get("built_by"),
        rev=found.get("revision"),
    )


def _numbers(found: Sections) -> tuple[str | None, str | None]:
    maker, mark, product = str(found.get("id", "")).partition(":")
    return (maker, product) if mark else (None, None)


def _input(found: Sections) -> Table:
    return table(name=found.get("name"), caption=found.get("name"), type=found.get("kind"), interface=found.get("bus"))


def _modem(found: Sections) -> Table:
    return table(
        name=found.get("model"), model=found.get("model"), manufacturer=found.get("maker"), imei=found.get("imei")
    )


def _cards(devices: Sections) -> Iterator[Table]:
    for found in devices.get("modems", ()):
        card = table(iccid=found.get("sim"), operator_name=found.get("operator"))
        if card:
            yield card


def _users(identity: Sections) -> Iterator[Table]:
    names = [found.get("user") for found in identity.get("signed_in", ())] or [identity.get("user")]
    return (table(login=name, domain=identity.get("domain")) for name in dict.fromkeys(names) if name)


def _accounts(identity: Sections) -> Iterator[Table]:
    for found in identity.get("accounts", ()):
        if found.get("user"):
            yield table(id=found["user"], login=found["user"], name=found.get("full_name"))


def _antivirus(found: Sections) -> Table:
    return table(
        name=found.get("name"),
        version=found.get("version"),
        enabled=found.get("on"),
        uptodate=found.get("up_to_date"),
    )


def _firewall(security: Sections) -> Iterator[Table]:
    if "firewall_on" in security:
        yield table(status="on" if security["firewall_on"] else "off", description=security.get("firewall"))


def _remote(found: Sections) -> Table:
    return table(id=found["name"], type=found["name"], version=found.get("version"))
