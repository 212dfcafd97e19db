"""Rules about what protects the machine."""

from collections.abc import Iterator

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.findings.reading import Reading, seconds_since

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION
_CARRIED = frozenset({"laptop", "convertible", "tablet", "detachable", "handheld"})
_SWITCHES = frozenset({"UAC", "SIP", "Gatekeeper"})
_NO_LICENCE = frozenset({"unlicensed", "expired", "notification"})
_DAY = 86400


def firewall(read: Reading) -> Iterator[Finding]:
    """A firewall is installed and switched off."""
    if read("security", "firewall_on") is False:
        yield Finding("firewall_off", ATTENTION, "security", {"product": str(read("security", "firewall", ""))})


def antivirus(read: Reading) -> Iterator[Finding]:
    """Programs against malware are there and none is on, or the one that is on knows old malware only."""
    known = [found for found in read.items("security", "antivirus") if found.get("on") is not None]
    on = [found for found in known if found["on"]]
    if known and not on:
        yield Finding("antivirus_off", PROBLEM, "security", {"product": str(known[0].get("name"))})
    if on and all(found.get("up_to_date") is False for found in on):
        yield Finding("antivirus_old", ATTENTION, "security", {"product": str(on[0].get("name"))})


def encryption(read: Reading) -> Iterator[Finding]:
    """A machine that people carry around keeps its files readable for whoever finds it."""
    if read("security", "disk_encrypted") is False and read("hardware", "chassis") in _CARRIED:
        yield Finding("disk_not_encrypted", ATTENTION, "security")


def lock(read: Reading) -> Iterator[Finding]:
    """The screen stays open when nobody is there."""
    if read("security", "screen_lock") is False:
        yield Finding("screen_not_locked", ATTENTION, "security")


def guards(read: Reading) -> Iterator[Finding]:
    """A guard that the maker of the system switches on is off. On Linux these are for each to decide."""
    for found in read.items("security", "protections"):
        if found.get("on") is False and found.get("name") in _SWITCHES:
            yield Finding("guard_off", ATTENTION, "security", {"product": str(found["name"])})
    if (
        read("security", "secure_boot") is False
        and read("os", "name") == "Windows"
        and read("os", "boot_mode") == "UEFI"
    ):
        yield Finding("secure_boot_off", ATTENTION, "security")


def certificates(read: Reading) -> Iterator[Finding]:
    """A certificate that ran out lately, or will soon; one that did long ago is missed by nobody."""
    for found in read.items("security", "certificates"):
        over = seconds_since(found.get("expires_at"), read.now)
        if over is None or not -limit.CERTIFICATE_SOON_DAYS * _DAY <= over <= limit.CERTIFICATE_LATELY_DAYS * _DAY:
            continue
        key, severity = ("certificate_expired", PROBLEM) if over >= 0 else ("certificate_expires", ATTENTION)
        fix = "own_certificate_expired" if over >= 0 else ""
        yield Finding(key, severity, "security", {"since": str(found["expires_at"])}, fix)


def licence(read: Reading) -> Iterator[Finding]:
    """The system has no valid licence."""
    if read("os", "licence") in _NO_LICENCE:
        yield Finding("system_not_licensed", ATTENTION, "os", {"system": str(read("os", "name", ""))})
