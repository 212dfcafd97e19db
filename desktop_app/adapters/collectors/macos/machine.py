"""macOS: system, hardware, processor, memory, power."""

import platform
import plistlib
import re
import time
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.batch import Batch, with_batch
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.devices import Display, Graphics
from desktop_app.domain.sections.identity import Identity
from desktop_app.domain.sections.machine import Battery, Cpu, Hardware, Memory, Module, Os, Power

_UNITS = {"KB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}


def os_section(tree: Tree) -> Os:
    """The system, from its own property list."""
    about, started = plist(tree, "System/Library/CoreServices/SystemVersion.plist"), psutil_facts.booted()
    zone = PurePosixPath(tree.target("etc/localtime")).parts
    settings = plist(tree, tree.environ.get("HOME", "").lstrip("/") + "/Library/Preferences/.GlobalPreferences.plist")
    return Os(
        name=about.get("ProductName") or "macOS",
        version=about.get("ProductVersion"),
        build=about.get("ProductBuildVersion"),
        architecture=platform.machine(),
        kernel=platform.release(),
        installed_at=tree.changed_at("var/db/.AppleSetupDone"),
        booted_at=moment(started),
        uptime_s=int(time.time() - started),
        locale=settings.get("AppleLocale"),
        time_zone="/".join(zone[zone.index("zoneinfo") + 1 :]) if "zoneinfo" in zone else None,
        utc_offset=datetime.now().astimezone().strftime("%z"),
    )


def identity(tree: Tree) -> Identity:
    """Whose machine it is."""
    names = plist(tree, "Library/Preferences/SystemConfiguration/preferences.plist").get("System", {})
    return Identity(computer_name=names.get("System", {}).get("ComputerName"))


def plist(tree: Tree, name: str) -> dict[str, Any]:
    """A property list, XML or binary; empty when it cannot be read."""
    content = tree.bytes(name)
    try:
        found = plistlib.loads(content) if content else {}
    except (plistlib.InvalidFileException, ValueError, OverflowError):
        return {}
    return found if isinstance(found, dict) else {}


def hardware(batch: Batch) -> Hardware:
    """The machine itself. Raises ProgramFailed."""
    found = batch.first("SPHardwareDataType")
    model = str(found.get("machine_name") or "")
    return Hardware(
        maker="Apple",
        model=f"{model} ({found.get('machine_model')})" if found.get("machine_model") else model or None,
        sku=found.get("model_number"),
        serial=found.get("serial_number"),
        uuid=found.get("platform_UUID"),
        chassis="laptop" if "Book" in model else "desktop" if model else None,
        firmware_maker="Apple",
        firmware_version=found.get("boot_rom_version"),
    )


def display(batch: Batch) -> Display:
    """What draws on the screens. Raises ProgramFailed."""
    return Display(
        graphics=tuple(
            Graphics(
                card.get("_name"),
                card.get("sppci_model") or card.get("_name"),
                card.get("spdisplays_mtlgpufamilysupport"),
            )
            for card in batch.all("SPDisplaysDataType")
        )
    )


def cpu(batch: Batch) -> Cpu | Partly:
    """The processor."""
    found = psutil_facts.cpu()
    return with_batch(found, lambda: _named(found, batch.first("SPHardwareDataType")))


def _named(found: Cpu, about: dict[str, Any]) -> Cpu:
    return replace(
        found,
        model=about.get("chip_type") or about.get("cpu_type"),
        maker="Apple" if about.get("chip_type") else "Intel" if about.get("cpu_type") else None,
        sockets=_whole(about.get("packages")),
        cache_l2_bytes=size(about.get("l2_cache_core") or about.get("l2_cache")),
        cache_l3_bytes=size(about.get("l3_cache")),
    )


def memory(batch: Batch) -> Memory | Partly:
    """Memory and its modules; Apple's own chips have none to tell of."""
    found = psutil_facts.memory()
    return with_batch(found, lambda: replace(found, modules=tuple(_modules(batch))))


def _modules(batch: Batch) -> list[Module]:
    entries = batch.all("SPMemoryDataType")
    slots = [slot for entry in entries for slot in entry.get("_items", [entry]) if isinstance(slot, dict)]
    return [
        Module(
            slot=slot.get("_name") or "memory",
            size_bytes=size(slot.get("dimm_size") or slot.get("SPMemoryDataType")),
            kind=slot.get("dimm_type"),
            mhz=_whole(slot.get("dimm_speed")),
            maker=slot.get("dimm_manufacturer"),
            part=slot.get("dimm_part_number"),
            serial=slot.get("dimm_serial_number"),
        )
        for slot in slots
        if size(slot.get("dimm_size") or slot.get("SPMemoryDataType"))
    ]


def power(batch: Batch) -> Power | Partly:
    """Battery and charger."""
    found = psutil_facts.power()
    return with_batch(found, lambda: _with_battery(found, batch.all("SPPowerDataType")))


def _with_battery(found: Power, entries: list[dict[str, Any]]) -> Power:
    batteries = tuple(_battery(entry) for entry in entries if entry.get("_name") == "spbattery_information")
    charger = next((entry for entry in entries if entry.get("_name") == "sppower_ac_charger_information"), {})
    watts = _whole(charger.get("sppower_ac_charger_watts"))
    plugged = {"TRUE": True, "FALSE": False}.get(str(charger.get("sppower_battery_charger_connected")))
    return replace(
        found,
        batteries=batteries,
        charger_watts=float(watts) if watts else None,
        plugged_in=plugged if found.plugged_in is None else found.plugged_in,
    )


def _battery(entry: dict[str, Any]) -> Battery:
    charge, health, model = (entry.get(f"sppower_battery_{name}_info") or {} for name in ("charge", "health", "model"))
    full = re.match(r"\d+", str(health.get("sppower_battery_health_maximum_capacity", "")))
    is_charging = charge.get("sppower_battery_is_charging") == "TRUE"
    return Battery(
        name="battery",
        state="full"
        if charge.get("sppower_battery_fully_charged") == "TRUE"
        else "charging"
        if is_charging
        else "discharging",
        charge_percent=_whole(charge.get("sppower_battery_state_of_charge")),
        health_percent=float(full[0]) if full else None,
        cycles=_whole(health.get("sppower_battery_cycle_count")),
        maker=model.get("sppower_battery_manufacturer"),
        model=model.get("sppower_battery_device_name"),
        serial=model.get("sppower_battery_serial_number"),
    )


def size(value: object) -> int | None:
    """`16 GB` in bytes."""
    found = re.match(r"([\d.,]+)\s*([KMGT]B)", value) if isinstance(value, str) else None
    return int(float(found[1].replace(",", ".")) * _UNITS[found[2]]) if found else None


def _whole(value: object) -> int | None:
    found = re.match(r"-?\d+", str(value))
    return int(found[0]) if found else None
