"""Rules about the machine: system, memory, processor, disks, power."""

from collections.abc import Iterator
from datetime import datetime

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Facts, Finding, Severity
from desktop_app.domain.findings.reading import Reading, days_since, found_in, percent

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION


def restart_wanted(read: Reading) -> Iterator[Finding]:
    """A restart is awaited for days: updates are not in force until then."""
    if read("os", "restart_pending"):
        days = days_since(read("os", "restart_pending_since"), read.now)
        if days is not None and days >= limit.RESTART_OVERDUE_DAYS:
            yield Finding("restart_overdue", ATTENTION, "os", {"days": days}, "update_restart_pending")


def running_long(read: Reading) -> Iterator[Finding]:
    """The machine has not been restarted for weeks."""
    days = int(read.number("os", "uptime_s")) // 86400
    if days >= limit.LONG_RUNNING_DAYS and not read("os", "restart_pending"):
        yield Finding("running_for_long", ATTENTION, "os", {"days": days}, "restart_overdue")


def out_of_support(read: Reading) -> Iterator[Finding]:
    """The maker gives no more security updates."""
    name, version = str(read("os", "name", "")).lower(), str(read("os", "version", ""))
    for (system, number), last in limit.SUPPORT_ENDS.items():
        same = version == number or version.startswith(f"{number}.")
        if name.startswith(system) and same and read.now.date() > last:
            facts: Facts = {"system": f"{read('os', 'name')} {version}", "since": last.isoformat()}
            yield Finding("out_of_support", PROBLEM, "os", facts)


def clock(read: Reading) -> Iterator[Finding]:
    """The clock is before any possible present, or the machine says that nobody sets it."""
    if read.now.year < limit.OLDEST_PLAUSIBLE_YEAR:
        yield Finding("clock_wrong", PROBLEM, "os", {"year": str(read.now.year)}, "clock_wrong")
    elif read("os", "clock_synchronised") is False:
        yield Finding("clock_not_set_by_network", ATTENTION, "os", {}, "clock_wrong")


def unclean_shutdown(read: Reading) -> Iterator[Finding]:
    """The machine stopped without being shut down."""
    if read("os", "last_shutdown_clean") is False:
        yield Finding("stopped_suddenly", ATTENTION, "os")


def memory_short(read: Reading) -> Iterator[Finding]:
    """Hardly any memory is left, or programs already wait for it."""
    used, waits = read.number("memory", "used_percent"), read.number("memory", "pressure_60_percent")
    stalled = read.number("memory", "stalled_10_percent")
    swap = percent(read.number("memory", "swap_used_bytes"), read.number("memory", "swap_total_bytes"))
    facts: Facts = {"used_percent": round(used), "total_bytes": int(read.number("memory", "total_bytes"))}
    if stalled >= limit.MEMORY_STALLED_PERCENT or (waits >= limit.MEMORY_PRESSURE_PERCENT and swap > 0):
        yield Finding("memory_thrashing", PROBLEM, "memory", facts, "memory_full")
    elif used >= limit.MEMORY_SHORT_PERCENT:
        yield Finding("memory_short", ATTENTION, "memory", facts, "memory_full")
    elif swap >= limit.SWAP_FULL_PERCENT:
        yield Finding("swap_nearly_full", ATTENTION, "memory", {"used_percent": round(swap)})


def memory_ended_programs(read: Reading) -> Iterator[Finding]:
    """The system had to end programs because memory ran out."""
    ended = int(read.number("memory", "programs_ended"))
    if ended:
        yield Finding("programs_ended_for_memory", ATTENTION, "memory", {"count": ended})


def memory_faulty(read: Reading) -> Iterator[Finding]:
    """The memory itself reports errors."""
    errors = int(read.number("memory", "hardware_errors"))
    if errors:
        yield Finding("memory_faulty", PROBLEM, "memory", {"count": errors})


def memory_small(read: Reading) -> Iterator[Finding]:
    """Too little memory for today's programs."""
    total = int(read.number("memory", "total_bytes"))
    if 0 < total < limit.SMALL_MEMORY_BYTES:
        yield Finding("memory_small", ATTENTION, "memory", {"total_bytes": total})


def processor_overloaded(read: Reading) -> Iterator[Finding]:
    """Far more work waits than the processor can do, and has for minutes."""
    load, threads = read.number("cpu", "load_5"), read.number("cpu", "threads") or 1.0
    if load / threads >= limit.LOAD_PER_THREAD:
        yield Finding("processor_overloaded", ATTENTION, "cpu", {"load": load}, "program_hangs")


def volumes(read: Reading) -> Iterator[Finding]:
    """Full or nearly full volumes, those without room for more names, and those that may not be written."""
    for volume in read.items("storage", "volumes"):
        name = str(volume.get("mount", ""))
        if volume.get("read_only"):
            if name == "/":
                yield Finding("system_disk_read_only", PROBLEM, "storage", {"volume": name})
            continue
        if not volume.get("removable") and volume.get("filesystem") not in {"iso9660", "udf"}:
            yield from _room(volume, name)


def _room(volume: dict[str, object], name: str) -> Iterator[Finding]:
    total, free = found_in(volume, "total_bytes"), found_in(volume, "free_bytes")
    used = percent(total - free, total)
    facts: Facts = {"volume": name, "free_bytes": int(free), "total_bytes": int(total)}
    if total and (used >= limit.FULL_PERCENT and free <= limit.FULL_BYTES):
        yield Finding("disk_full", PROBLEM, "storage", facts, "disk_full")
    elif total and used >= limit.NEARLY_FULL_PERCENT and free <= limit.NEARLY_FULL_BYTES:
        yield Finding("disk_nearly_full", ATTENTION, "storage", facts, "disk_full")
    inodes = found_in(volume, "inodes_total")
    if inodes and percent(found_in(volume, "inodes_free"), inodes) < limit.INODES_LEFT_PERCENT:
        yield Finding("disk_out_of_names", PROBLEM, "storage", {"volume": name}, "disk_full")


def disks(read: Reading) -> Iterator[Finding]:
    """Disks that say they are failing, arrays that lost one."""
    for disk in read.items("storage", "disks"):
        if disk.get("health") in {"failing", "unhealthy", "warning"}:
            yield Finding("disk_failing", PROBLEM, "storage", {"disk": str(disk.get("model") or disk.get("name"))})
    for raid in read.items("storage", "raid"):
        if found_in(raid, "missing"):
            yield Finding("raid_degraded", PROBLEM, "storage", {"disk": str(raid.get("name"))})


def shares(read: Reading) -> Iterator[Finding]:
    """A folder of another machine does not answer."""
    for share in read.items("storage", "shares"):
        if share.get("state") in {"disconnected", "unavailable"}:
            yield Finding("share_gone", ATTENTION, "storage", {"volume": str(share.get("mount"))}, "shared_drive_lost")


def battery(read: Reading) -> Iterator[Finding]:
    """A worn battery, or one that is nearly empty."""
    for found in read.items("power", "batteries"):
        health = found_in(found, "health_percent")
        if 0 < health < limit.BATTERY_WORN_PERCENT:
            severity = PROBLEM if health < limit.BATTERY_POOR_PERCENT else ATTENTION
            yield Finding("battery_worn", severity, "power", {"health": round(health)})
        charge = found_in(found, "charge_percent")
        if 0 < charge <= limit.BATTERY_LOW_PERCENT and found.get("state") == "discharging":
            yield Finding("battery_low", ATTENTION, "power", {"charge": round(charge)}, "battery_drains_fast")


def heat(read: Reading) -> Iterator[Finding]:
    """Something is close to the temperature at which it stops itself."""
    for sensor in read.items("power", "temperatures"):
        now, most = found_in(sensor, "celsius"), found_in(sensor, "critical_celsius")
        if most > 0 and now >= most - limit.HOT_MARGIN_C:
            yield Finding("too_hot", PROBLEM, "power", {"celsius": round(now)})
            return


def fine(read: Reading, taken: datetime) -> Iterator[Finding]:
    """What was measured and is well."""
    room = [found_in(volume, "free_bytes") for volume in read.items("storage", "volumes") if volume.get("system")]
    if room:
        yield Finding("room_fine", Severity.FINE, "storage", {"free_bytes": int(max(room))})
    if read.number("memory", "total_bytes"):
        yield Finding(
            "memory_fine", Severity.FINE, "memory", {"available_bytes": int(read.number("memory", "available_bytes"))}
        )
    if days_since(read("updates", "installed_at"), taken) is not None:
        yield Finding("updates_fine", Severity.FINE, "updates", {"since": str(read("updates", "installed_at"))})
    for found in read.items("power", "batteries"):
        if found_in(found, "health_percent"):
            yield Finding("battery_fine", Severity.FINE, "power", {"health": round(found_in(found, "health_percent"))})
