"""Rules about disks that age, places that fill up, and devices that do not work."""

from collections.abc import Iterator

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Facts, Finding, Severity
from desktop_app.domain.findings.reading import Reading, found_in, percent

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION
_REFUSED = "not let in"


def ageing(read: Reading) -> Iterator[Finding]:
    """A disk with damaged areas, or one that has been written to as often as it was built for."""
    for disk in read.items("storage", "disks"):
        facts: Facts = {"disk": str(disk.get("model") or disk.get("name"))}
        if disk.get("health") in {"failing", "unhealthy", "warning"}:
            continue
        if found_in(disk, "bad_sectors") >= limit.BAD_SECTORS or found_in(disk, "failing_attributes"):
            yield Finding("disk_damaged", PROBLEM, "storage", facts)
        elif found_in(disk, "wear_percent") >= limit.WORN_PERCENT:
            yield Finding("disk_worn", ATTENTION, "storage", facts)


def room_to_win(read: Reading) -> Iterator[Finding]:
    """The system's disk fills up, and much of it could be given back."""
    places = list(read.items("storage", "consumers"))
    whole = sum(found_in(place, "size_bytes") for place in places)
    full = any(
        percent(found_in(volume, "total_bytes") - found_in(volume, "free_bytes"), found_in(volume, "total_bytes"))
        >= limit.FILLING_PERCENT
        for volume in read.items("storage", "volumes")
        if volume.get("system")
    )
    if full and whole >= limit.ROOM_TO_WIN_BYTES:
        yield Finding("room_to_win", ATTENTION, "storage", {"room_bytes": int(whole)}, "disk_full")


def faulty(read: Reading) -> Iterator[Finding]:
    """Devices that the system cannot use."""
    for device in read.items("peripherals", "faulty"):
        key = "device_refused" if device.get("reason") == _REFUSED else "device_faulty"
        yield Finding(key, ATTENTION, "peripherals", {"device": str(device.get("name"))})
    for dock in read.items("peripherals", "docks"):
        if dock.get("state") == _REFUSED:
            yield Finding("device_refused", ATTENTION, "peripherals", {"device": str(dock.get("name"))})


def small_batteries(read: Reading) -> Iterator[Finding]:
    """A mouse, keyboard or headset that will soon be empty."""
    for device in read.items("peripherals", "bluetooth"):
        charge = found_in(device, "battery_percent")
        if device.get("connected") and 0 < charge <= limit.BATTERY_LOW_PERCENT:
            facts: Facts = {"device": str(device.get("name") or device.get("kind") or "?"), "charge": round(charge)}
            yield Finding("device_battery_low", ATTENTION, "peripherals", facts)


def modems(read: Reading) -> Iterator[Finding]:
    """A card for the mobile network that waits for its number."""
    if any(modem.get("state") == "locked" for modem in read.items("peripherals", "modems")):
        yield Finding("sim_locked", ATTENTION, "peripherals")


def charger(read: Reading) -> Iterator[Finding]:
    """Plugged in, and the battery empties all the same."""
    states = {battery.get("state") for battery in read.items("power", "batteries")}
    if read("power", "plugged_in") and "discharging" in states:
        yield Finding("charger_too_weak", ATTENTION, "power", {}, "battery_drains_fast")


def full_queue(read: Reading) -> Iterator[Finding]:
    """So many documents wait that none comes out in time."""
    count = len(list(read.items("printing", "jobs")))
    if count >= limit.MANY_JOBS:
        yield Finding("print_queue_full", ATTENTION, "printing", {"count": count}, "print_queue_stuck")
