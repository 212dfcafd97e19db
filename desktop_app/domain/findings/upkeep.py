"""Rules about what keeps the machine going: updates, services, crashes, this program."""

import re
from collections.abc import Iterator

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Facts, Finding, Severity
from desktop_app.domain.findings.reading import Reading, days_since, found_in

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION
_DISK_TROUBLE = re.compile(r"I/O error|EXT4-fs error|XFS .*corruption|Medium Error|nvme\S* .*timeout|bad sector", re.I)


def failing(read: Reading) -> Iterator[Finding]:
    """Updates that could not be installed and were not installed since."""
    last = days_since(read("updates", "installed_at"), read.now)
    recent = [
        update
        for update in read.items("updates", "failed")
        if (days := days_since(update.get("at"), read.now)) is not None and days <= limit.FAILED_UPDATE_DAYS
    ]
    if recent and (last is None or last >= min(days_since(update["at"], read.now) or 0 for update in recent)):
        names = [str(update["name"]) for update in recent if update.get("name")]
        facts: Facts = {"programs": "\n".join(names) or "?", "count": len(recent)}
        yield Finding("updates_failing", PROBLEM, "updates", facts, "update_failed")


def waiting(read: Reading) -> Iterator[Finding]:
    """Security updates wait although nothing was installed for days, or somebody put updates off."""
    count = int(read.number("updates", "security_count"))
    days = days_since(read("updates", "installed_at"), read.now)
    if count and days is not None and limit.SECURITY_UPDATE_DAYS <= days < limit.UPDATES_OLD_DAYS:
        yield Finding("security_updates_waiting", ATTENTION, "updates", {"count": count})
    until = read("updates", "paused_until")
    if isinstance(until, str) and until > read.now.isoformat():
        yield Finding("updates_paused", ATTENTION, "updates", {"until": until})


def services(read: Reading) -> Iterator[Finding]:
    """Services that should run and failed."""
    names = [str(found.get("title") or found.get("name")) for found in read.items("services", "failed")]
    if names:
        yield Finding("services_failed", ATTENTION, "services", {"programs": "\n".join(names), "count": len(names)})


def starts(read: Reading) -> Iterator[Finding]:
    """So many programs start at sign-in that it takes long."""
    own = [
        found for found in read.items("services", "autostart") if found.get("on") and found.get("source") != "system"
    ]
    if len(own) >= limit.MANY_STARTS:
        yield Finding("many_starts", ATTENTION, "services", {"count": len(own)}, "startup_programs")


def crashes(read: Reading) -> Iterator[Finding]:
    """A program that closes by itself again and again; a machine that stopped by itself."""
    for crash in read.items("logs", "crashes"):
        days = days_since(crash.get("last_at"), read.now)
        if found_in(crash, "count") >= limit.CRASHES and days is not None and days <= limit.CRASH_DAYS:
            facts: Facts = {"program": str(crash.get("program")), "count": int(found_in(crash, "count"))}
            yield Finding("program_crashes", PROBLEM, "logs", facts)
    recent = [
        stop for stop in read.items("logs", "stops") if (days_since(stop.get("at"), read.now) or 0) <= limit.STOP_DAYS
    ]
    if recent:
        yield Finding("machine_crashed", PROBLEM, "logs", {"count": len(recent)})


def disk_trouble(read: Reading) -> Iterator[Finding]:
    """The kernel wrote down that a disk could not be read or written."""
    lines = (record for record in read.items("logs", "kernel") if _DISK_TROUBLE.search(str(record.get("message", ""))))
    count = sum(int(found_in(record, "count")) or 1 for record in lines)
    if count:
        yield Finding("disk_trouble", PROBLEM, "logs", {"count": count})


def unreliable(read: Reading) -> Iterator[Finding]:
    """The system's own index of reliability is low."""
    days = sorted(read.items("logs", "reliability"), key=lambda day: str(day.get("at")))
    if days and 0 < found_in(days[-1], "index") <= limit.LOW_RELIABILITY:
        yield Finding("unreliable", ATTENTION, "logs", {"index": round(found_in(days[-1], "index"))})


def own_policy(read: Reading) -> Iterator[Finding]:
    """What the organisation decided for this program could not be understood."""
    count = int(read.number("application", "policy_faults"))
    if count:
        yield Finding("policy_not_understood", ATTENTION, "application", {"count": count})
