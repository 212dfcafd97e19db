"""Windows: system, hardware, processor, memory, power."""

import platform
import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.batch import Batch, with_batch
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import moment
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.domain.sections.devices import Display, Graphics
from desktop_app.domain.sections.identity import Identity
from desktop_app.domain.sections.machine import Battery, Cpu, Hardware, Memory, Module, Os, Power

VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_ZONE = r"HKLM\SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
_NAMES = r"HKLM\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName"
_FIRMWARE = r"HKLM\HARDWARE\DESCRIPTION\System\BIOS"
_PROCESSOR = r"HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0"
_REBOOT = (
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update",
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing",
)
_CHASSIS = {
    3: "desktop",
    4: "desktop",
    6: "tower",
    7: "tower",
    8: "laptop",
    9: "laptop",
    10: "laptop",
    14: "laptop",
    13: "all-in-one",
    30: "tablet",
    31: "convertible",
    32: "detachable",
    35: "mini-pc",
}
_MEMORY_KINDS = {24: "DDR3", 26: "DDR4", 34: "DDR5", 35: "LPDDR5", 30: "LPDDR4"}
_BATTERY_STATES = {1: "discharging", 2: "plugged in", 3: "full", 4: "low", 5: "critical", 6: "charging", 7: "charging"}
_UNKNOWN = {"", "to be filled by o.e.m.", "default string", "system product name", "none", "not specified"}


def os_section(keys: Registry, batch: Batch) -> Os | Partly:
    """The system. Windows 11 still calls itself 10 in the registry: its build number tells."""
    build = text(keys.value(VERSION, "CurrentBuild"))
    name = text(keys.value(VERSION, "ProductName")) or "Windows"
    if build and build.isdecimal() and int(build) >= 22000:
        name = name.replace("Windows 10", "Windows 11")
    installed, started = keys.value(VERSION, "InstallDate"), psutil_facts.booted()
    pending = any(set(keys.keys(path)) & {"RebootRequired", "RebootPending"} for path in _REBOOT)
    found = Os(
        name="Windows",
        version=(re.search(r"\d+(?:\.\d)?", name) or [None])[0],
        build=f"{build}.{keys.value(VERSION, 'UBR') or 0} ({text(keys.value(VERSION, 'DisplayVersion')) or '?'})",
        edition=text(keys.value(VERSION, "EditionID")),
        architecture=platform.machine(),
        kernel=platform.version(),
        installed_at=moment(installed) if isinstance(installed, int) else None,
        booted_at=moment(started),
        uptime_s=int(time.time() - started),
        locale=text(keys.value(r"HKCU\Control Panel\International", "LocaleName")),
        time_zone=text(keys.value(_ZONE, "TimeZoneKeyName")),
        utc_offset=datetime.now().astimezone().strftime("%z"),
        restart_pending=pending,
    )
    return with_batch(found, lambda: replace(found, virtual_machine=_virtual(batch.first("Win32_ComputerSystem"))))


def _virtual(system: dict[str, Any]) -> str | None:
    model = f"{system.get('Manufacturer')} {system.get('Model')}"
    known = ("VMware", "VirtualBox", "QEMU", "KVM", "Xen", "Parallels")
    if "Microsoft" in model and "Virtual" in model:
        return "Hyper-V"
    return next((name for name in known if name in model), None)


def identity(keys: Registry) -> Identity:
    """Whose machine it is."""
    return Identity(computer_name=text(keys.value(_NAMES, "ComputerName")))


def hardware(keys: Registry, batch: Batch) -> Hardware | Partly:
    """The machine itself: the registry knows the most of it, CIM the numbers."""
    found = Hardware(
        maker=text(keys.value(_FIRMWARE, "SystemManufacturer")),
        model=text(keys.value(_FIRMWARE, "SystemProductName")),
        family=text(keys.value(_FIRMWARE, "SystemFamily")),
        sku=text(keys.value(_FIRMWARE, "SystemSKU")),
        firmware_maker=text(keys.value(_FIRMWARE, "BIOSVendor")),
        firmware_version=text(keys.value(_FIRMWARE, "BIOSVersion")),
        firmware_date=text(keys.value(_FIRMWARE, "BIOSReleaseDate")),
        board_maker=text(keys.value(_FIRMWARE, "BaseBoardManufacturer")),
        board_model=text(keys.value(_FIRMWARE, "BaseBoardProduct")),
    )
    return with_batch(found, lambda: _numbered(found, batch))


def _numbered(found: Hardware, batch: Batch) -> Hardware:
    enclosure = batch.first("Win32_SystemEnclosure")
    kinds = enclosure.get("ChassisTypes")
    kind = kinds[0] if isinstance(kinds, list) and kinds else kinds
    return replace(
        found,
        serial=text(batch.first("Win32_BIOS").get("SerialNumber")),
        uuid=text(batch.first("Win32_ComputerSystemProduct").get("UUID")),
        asset_tag=text(enclosure.get("SMBIOSAssetTag")),
        chassis=_CHASSIS.get(kind) if isinstance(kind, int) else None,
        board_serial=text(batch.first("Win32_BaseBoard").get("SerialNumber")),
    )


def display(batch: Batch) -> Display:
    """What draws on the screens. Raises ProgramFailed."""
    return Display(
        graphics=tuple(
            Graphics(text(card.get("PNPDeviceID")), text(card.get("Name")), text(card.get("DriverVersion")))
            for card in batch.all("Win32_VideoController")
        )
    )


def cpu(keys: Registry, batch: Batch) -> Cpu | Partly:
    """The processor."""
    found = replace(
        psutil_facts.cpu(),
        model=text(keys.value(_PROCESSOR, "ProcessorNameString")),
        maker=text(keys.value(_PROCESSOR, "VendorIdentifier")),
    )
    return with_batch(found, lambda: _measured(found, batch.all("Win32_Processor")))


def _measured(found: Cpu, chips: list[dict[str, Any]]) -> Cpu:
    if not chips:
        return found
    return replace(
        found,
        sockets=len(chips),
        mhz_max=number(chips[0].get("MaxClockSpeed")) or found.mhz_max,
        mhz_now=number(chips[0].get("CurrentClockSpeed")) or found.mhz_now,
        cache_l2_bytes=whole(chips[0].get("L2CacheSize"), 1024),
        cache_l3_bytes=whole(chips[0].get("L3CacheSize"), 1024),
        use_percent=number(chips[0].get("LoadPercentage")),
    )


def memory(batch: Batch) -> Memory | Partly:
    """Memory and its modules."""
    found = psutil_facts.memory()
    return with_batch(found, lambda: replace(found, modules=tuple(map(_module, batch.all("Win32_PhysicalMemory")))))


def _module(found: dict[str, Any]) -> Module:
    return Module(
        slot=text(found.get("DeviceLocator")),
        size_bytes=whole(found.get("Capacity")),
        kind=_MEMORY_KINDS.get(found.get("SMBIOSMemoryType", 0)),
        mhz=whole(found.get("Speed")),
        maker=text(found.get("Manufacturer")),
        part=text(found.get("PartNumber")),
        serial=text(found.get("SerialNumber")),
    )


def power(batch: Batch) -> Power | Partly:
    """Battery and mains."""
    found = psutil_facts.power()
    return with_batch(found, lambda: replace(found, batteries=tuple(_batteries(batch))))


def _batteries(batch: Batch) -> list[Battery]:
    details = zip_by_order(batch, "BatteryStaticData", "BatteryFullChargedCapacity", "BatteryCycleCount")
    return [
        _battery(found, *(details[at] if at < len(details) else ({}, {}, {})))
        for at, found in enumerate(batch.all("Win32_Battery"))
    ]


def zip_by_order(batch: Batch, *names: str) -> list[tuple[dict[str, Any], ...]]:
    """The objects of several classes side by side, as far as the longest goes."""
    lists = [batch.all(name) for name in names]
    length = max(map(len, lists), default=0)
    return [tuple(entries[at] if at < len(entries) else {} for entries in lists) for at in range(length)]


def _battery(found: dict[str, Any], fixed: dict[str, Any], full: dict[str, Any], cycles: dict[str, Any]) -> Battery:
    designed, now = number(fixed.get("DesignedCapacity")), number(full.get("FullChargedCapacity"))
    minutes = whole(found.get("EstimatedRunTime"))
    return Battery(
        name=text(found.get("Name")) or "battery",
        state=_BATTERY_STATES.get(found.get("BatteryStatus", 0)),
        charge_percent=number(found.get("EstimatedChargeRemaining")),
        designed_wh=round(designed / 1000, 1) if designed else None,
        full_wh=round(now / 1000, 1) if now else None,
        health_percent=round(100 * now / designed, 1) if now and designed else None,
        cycles=whole(cycles.get("CycleCount")) or None,
        maker=text(fixed.get("ManufactureName")),
        model=text(fixed.get("DeviceName")),
        serial=text(fixed.get("SerialNumber")),
        seconds_left=minutes * 60 if minutes and minutes < 10_000 else None,
    )


def text(value: object) -> str | None:
    """A text that says something; makers' placeholders do not."""
    found = str(value).strip() if isinstance(value, str) else ""
    return found if found.lower() not in _UNKNOWN else None


def number(value: object) -> float | None:
    """A number."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def whole(value: object, times: int = 1) -> int | None:
    """A whole number, `times` as large; CIM writes 64-bit ones as text now and then."""
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    return int(value) * times if isinstance(value, int | float) and not isinstance(value, bool) else None


def date_of(value: object) -> str | None:
    """A moment as PowerShell writes it in JSON: `/Date(1731600000000)/` or ISO."""
    found = re.search(r"/Date\((-?\d+)", value) if isinstance(value, str) else None
    if found:
        return moment(int(found[1]) / 1000)
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        except ValueError:
            return None
    return None
