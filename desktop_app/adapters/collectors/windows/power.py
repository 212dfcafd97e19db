"""Windows: battery, mains, sleep, heat."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import date_of, number, text, whole
from desktop_app.domain.sections.machine import Battery, Power, Sensor

_STATES = {1: "discharging", 2: "plugged in", 3: "full", 4: "low", 5: "critical", 6: "charging", 7: "charging"}
_TECHNOLOGIES = {3: "Pb", 4: "NiCd", 5: "NiMH", 6: "Li-ion", 8: "Li-poly"}
_SLEEPS = {3: "S1", 4: "S2", 5: "S3", 6: "S4", 20: "S0"}
"""Where SYSTEM_POWER_CAPABILITIES says yes: sleep, hibernation, and the sleep of telephones (AoAc)."""
_HIBERNATION_FILE = 8
_WOKE = "Microsoft-Windows-Power-Troubleshooter"
_FREEZING_TENTHS = 2731.5
_ENDLESS_MINUTES = 10_000
"""Windows writes a number far above for a battery that is not being emptied."""
_COUNTED_MW = 1000


def power(pc: Pc) -> Power | Partly:
    """Battery, mains, sleep."""
    parts, can = Parts(), pc.calls.sleep()
    slept, woke, by = parts.one(lambda: _woke(pc)) or (None, None, None)
    return parts.whole(
        replace(
            psutil_facts.power(),
            batteries=parts.rows(lambda: _batteries(pc.now)),
            sleep_kinds=tuple(name for at, name in _SLEEPS.items() if len(can) > at and can[at] and _usable(can, at)),
            last_slept_at=slept,
            last_woke_at=woke,
            woken_by=by,
            temperatures=parts.rows(lambda: _zones(pc.now)),
        )
    )


def _usable(can: bytes, at: int) -> bool:
    return _SLEEPS[at] != "S4" or bool(can[_HIBERNATION_FILE])


def _woke(pc: Pc) -> tuple[str | None, str | None, str | None]:
    """When it last fell asleep and woke, and what woke it. Raises ProgramFailed."""
    found = next((mark for mark in pc.now.all("Marks") if mark.get("Source") == _WOKE), {})
    values = [str(value) for value in found.get("Values") or ()]
    moments = [date for date in map(_moment, values[:2]) if date]
    by = next((text(value) for value in values[7:8] if not value.isdecimal()), None)
    return (moments[0] if len(moments) > 1 else None), moments[-1] if moments else date_of(found.get("At")), by


def _moment(value: str) -> str | None:
    return date_of(value) if value[:4].isdecimal() and "T" in value else None


def _batteries(batch: Batch) -> Iterator[Battery]:
    """Raises ProgramFailed."""
    details = [batch.all(name) for name in ("BatteryStaticData", "BatteryFullChargedCapacity", "BatteryCycleCount")]
    for at, found in enumerate(batch.all("Win32_Battery")):
        yield _battery(found, *(entries[at] if at < len(entries) else {} for entries in details))


def _battery(found: dict[str, Any], fixed: dict[str, Any], full: dict[str, Any], cycles: dict[str, Any]) -> Battery:
    designed, now = number(fixed.get("DesignedCapacity")), number(full.get("FullChargedCapacity"))
    minutes = whole(found.get("EstimatedRunTime"))
    return Battery(
        name=text(found.get("Name")) or "battery",
        state=_STATES.get(found.get("BatteryStatus", 0)),
        charge_percent=number(found.get("EstimatedChargeRemaining")),
        designed_wh=round(designed / _COUNTED_MW, 1) if designed else None,
        full_wh=round(now / _COUNTED_MW, 1) if now else None,
        health_percent=round(100 * now / designed, 1) if now and designed else None,
        cycles=whole(cycles.get("CycleCount")) or None,
        maker=text(fixed.get("ManufactureName")),
        model=text(fixed.get("DeviceName")),
        serial=text(fixed.get("SerialNumber")),
        technology=_TECHNOLOGIES.get(found.get("Chemistry", 0)),
        seconds_left=minutes * 60 if minutes and minutes < _ENDLESS_MINUTES else None,
    )


def _zones(batch: Batch) -> Iterator[Sensor]:
    """Zones of the firmware, in tenths of kelvin. Raises ProgramFailed."""
    for entry in batch.all("Win32_PerfFormattedData_Counters_ThermalZoneInformation"):
        tenths = number(entry.get("HighPrecisionTemperature"))
        if tenths:
            yield Sensor(text(entry.get("Name")), round((tenths - _FREEZING_TENTHS) / 10, 1))
