"""Rules about the way out: what answers, what is lent, what is slow or open."""

from collections.abc import Iterator

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.findings.reading import Reading, found_in, seconds_since

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION
_CHECKS = {
    "gateway": ("gateway_silent", "gateway_unreachable"),
    "names": ("names_silent", "dns_not_answering"),
    "help desk": ("helpdesk_silent", "no_internet"),
}


def beyond(read: Reading) -> Iterator[Finding]:
    """Connected, but the Internet is not reached; or reached at a price."""
    if read("network", "connected") and read("network", "reachability") in {"limited", "none"}:
        yield Finding("no_internet", PROBLEM, "network", {}, "no_internet")
    if read("network", "metered"):
        yield Finding("metered", ATTENTION, "network", {}, "metered_connection")


def answers(read: Reading) -> Iterator[Finding]:
    """Something on the way out does not answer."""
    if not read("network", "connected"):
        return
    for check in read.items("network", "checks"):
        key, fix = _CHECKS.get(str(check.get("name")), ("", ""))
        if key and check.get("ok") is False:
            yield Finding(key, PROBLEM, "network", {}, fix)


def cards(read: Reading) -> Iterator[Finding]:
    """A wireless network that anybody may listen to, a cable that is slower than cables are, an address given back."""
    for card in read.items("network", "interfaces"):
        if not card.get("up") or not card.get("cable", True):
            continue
        if card.get("wifi_security") in {"open", "WEP"}:
            yield Finding("wifi_open", ATTENTION, "network", {}, "wifi_wrong_network")
        speed = found_in(card, "speed_mbit")
        if card.get("kind") == "ethernet" and (0 < speed <= limit.SLOW_CABLE_MBIT or card.get("duplex") == "half"):
            yield Finding("cable_slow", ATTENTION, "network", {"speed": int(speed)}, "slow_link")
        over = seconds_since(card.get("lease_until"), read.now)
        if over is not None and over > limit.LEASE_OVER_SECONDS:
            yield Finding("lease_over", ATTENTION, "network", {"card": str(card.get("name"))}, "no_address")


def clock_off(read: Reading) -> Iterator[Finding]:
    """The clock is far from the network's time."""
    if abs(read.number("os", "clock_offset_s")) >= limit.CLOCK_OFF_SECONDS:
        facts = {"off_seconds": abs(round(read.number("os", "clock_offset_s")))}
        yield Finding("clock_off", PROBLEM, "os", facts, "clock_wrong")
