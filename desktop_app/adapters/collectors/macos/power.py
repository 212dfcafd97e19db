"""macOS: battery, charger, sleep."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import decimal, text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.domain.sections.machine import Battery, Power, Sensor

_SECONDS = re.compile(r"sec = (\d+)")
_SLEEPS = {"standby": "standby", "powernap": "power nap", "autopoweroff": "power off", "sleep": "sleep"}
_HIBERNATES = "hibernatemode"
_ENDLESS_MINUTES = 65535
_NEGATIVE = 2**63
"""A current out of the battery, written as if it could not be one."""
_MILLI, _CENTI = 1000, 100
_BELIEVABLE_MAH = 500
"""Below, the capacity is a percentage, as Apple's own chips tell it under the old name."""


def power(mac: Mac) -> Power | Partly:
    """Battery and charger."""
    parts, found = Parts(), psutil_facts.power()
    cells = parts.rows(lambda: mac.registered("AppleSmartBattery"))
    told = parts.rows(lambda: mac.now.all("SPPowerDataType"))
    charger = next((entry for entry in told if entry.get("_name") == "sppower_ac_charger_information"), {})
    profiled = [entry for entry in told if entry.get("_name") == "spbattery_information"]
    times = parts.one(lambda: mac.settings("kern.sleeptime", "kern.waketime")) or {}
    watts = whole(charger.get("sppower_ac_charger_watts")) or next(iter(_watts(cells)), None)
    plugged = truth(charger.get("sppower_battery_charger_connected"))
    return parts.whole(
        replace(
            found,
            plugged_in=plugged if found.plugged_in is None else found.plugged_in,
            charger_watts=float(watts) if watts else None,
            batteries=tuple(_batteries(profiled, cells)),
            sleep_kinds=parts.rows(lambda: sleeps_from(mac.said("/usr/bin/pmset", "-g"))),
            last_slept_at=_moment(times.get("kern.sleeptime", "")),
            last_woke_at=_moment(times.get("kern.waketime", "")),
            woken_by=parts.one(lambda: _woken_by(mac)),
            temperatures=tuple(_temperatures(cells)),
        )
    )


def _moment(written: str) -> str | None:
    found = _SECONDS.search(written)
    return moment(int(found[1])) if found and int(found[1]) else None


def _woken_by(mac: Mac) -> str | None:
    """Raises ProgramFailed, ValueError."""
    reasons = (
        text(entry.get("Wake Reason")) or text(entry.get("Wake Type")) for entry in mac.registered("IOPMrootDomain")
    )
    return next(filter(None, reasons), None)


def sleeps_from(said: str) -> Iterator[str]:
    """Which kinds of sleep `pmset -g` shows as switched on."""
    for line in said.splitlines():
        words = line.split()
        if len(words) > 1 and words[0] in _SLEEPS and words[1] != "0":
            yield _SLEEPS[words[0]]
        if words[:1] == [_HIBERNATES] and words[1:2] not in (["0"], []):
            yield "hibernation"


def _watts(cells: tuple[Table, ...]) -> Iterator[int]:
    for cell in cells:
        found = whole((cell.get("AdapterDetails") or {}).get("Watts"))
        if found:
            yield found


def _temperatures(cells: tuple[Table, ...]) -> Iterator[Sensor]:
    """The battery's own, in hundredths of a degree; the others take an administrator."""
    for cell in cells:
        found = whole(cell.get("Temperature"))
        if found:
            yield Sensor("battery", found / _CENTI)


def _batteries(profiled: list[Table], cells: tuple[Table, ...]) -> Iterator[Battery]:
    for at in range(max(len(profiled), len(cells))):
        entry, cell = (profiled[at] if at < len(profiled) else {}), (cells[at] if at < len(cells) else {})
        yield replace(_battery(entry, cell), name="battery" if at == 0 else f"battery {at + 1}")


def _battery(entry: Table, cell: Table) -> Battery:
    charge, health, model = (entry.get(f"sppower_battery_{name}_info") or {} for name in ("charge", "health", "model"))
    designed, full = _wh(cell, "DesignCapacity"), _wh(cell, "AppleRawMaxCapacity") or _wh(cell, "MaxCapacity")
    told = decimal(health.get("sppower_battery_health_maximum_capacity"))
    minutes = whole(cell.get("TimeRemaining"))
    return Battery(
        state=_state(charge, cell),
        charge_percent=decimal(charge.get("sppower_battery_state_of_charge")),
        designed_wh=designed,
        full_wh=full,
        health_percent=told or (round(100 * full / designed, 1) if full and designed else None),
        cycles=whole(health.get("sppower_battery_cycle_count")) or whole(cell.get("CycleCount")),
        maker=text(model.get("sppower_battery_manufacturer")) or text(cell.get("Manufacturer")),
        model=text(model.get("sppower_battery_device_name")) or text(cell.get("DeviceName")),
        serial=text(model.get("sppower_battery_serial_number")) or text(cell.get("Serial")),
        technology="Li-ion",
        seconds_left=minutes * 60 if minutes and minutes < _ENDLESS_MINUTES else None,
    )


def _state(charge: Table, cell: Table) -> str:
    if truth(charge.get("sppower_battery_fully_charged")) or cell.get("FullyCharged") is True:
        return "full"
    if truth(charge.get("sppower_battery_is_charging")) or cell.get("IsCharging") is True:
        return "charging"
    drain = whole(cell.get("Amperage")) or 0
    is_drained = drain < 0 or drain >= _NEGATIVE
    return "not charging" if cell.get("ExternalConnected") is True and not is_drained else "discharging"


def _wh(cell: Table, name: str) -> float | None:
    """Energy in Wh from a charge in mAh at the voltage of now, in mV."""
    charge, volts = whole(cell.get(name)), whole(cell.get("Voltage"))
    return round(charge / _MILLI * volts / _MILLI, 1) if charge and volts and charge > _BELIEVABLE_MAH else None
