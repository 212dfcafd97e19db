"""Rules about what surrounds the machine: network, printers, programs."""

from collections.abc import Iterator

from desktop_app.domain.findings import thresholds as limit
from desktop_app.domain.findings.finding import Facts, Finding, Severity
from desktop_app.domain.findings.reading import Reading, days_since, found_in, seconds_since

PROBLEM, ATTENTION = Severity.PROBLEM, Severity.ATTENTION
_OUT_OF_PAPER = ("media-empty", "media-needed")
_TROUBLE = {
    "media-jam": "printer_paper_jam",
    "toner-empty": "printer_toner_empty",
    "marker-supply-empty": "printer_toner_empty",
    "cover-open": "printer_cover_open",
    "door-open": "printer_cover_open",
    "offline": "printer_offline",
    "connecting-to-device": "printer_offline",
}


def network(read: Reading) -> Iterator[Finding]:
    """No network; or one without a way out, without names, or with an address the machine gave itself."""
    if read("network", "connected") is False:
        yield Finding("no_network", PROBLEM, "network", {}, "no_internet")
        return
    if read("network", "connected") is None:
        return
    if not list(read.items("network", "gateways")):
        yield Finding("no_way_out", PROBLEM, "network", {}, "gateway_unreachable")
    if not read("network", "dns_servers"):
        yield Finding("no_name_server", PROBLEM, "network", {}, "dns_not_answering")
    if read("network", "sign_in_page"):
        yield Finding("sign_in_page", ATTENTION, "network", {}, "captive_portal")


def addresses(read: Reading) -> Iterator[Finding]:
    """Addresses that no network gave, or that another machine has too."""
    for card in read.items("network", "interfaces"):
        found = [item for item in card.get("addresses", ()) if item.get("family") == "ipv4"]
        if card.get("up") and found and all(item.get("scope") == "link" for item in found):
            yield Finding("address_self_given", PROBLEM, "network", {"card": str(card.get("name"))}, "no_address")
        if any(item.get("duplicate") for item in card.get("addresses", ())):
            yield Finding(
                "address_used_twice", PROBLEM, "network", {"card": str(card.get("name"))}, "duplicate_address"
            )


def wifi(read: Reading) -> Iterator[Finding]:
    """A weak wireless signal."""
    for card in read.items("network", "interfaces"):
        signal = found_in(card, "wifi_signal_dbm")
        if card.get("up") and signal < limit.WEAK_SIGNAL_DBM:
            yield Finding("wifi_weak", ATTENTION, "network", {"signal": int(signal)}, "wifi_weak")


def proxy(read: Reading) -> Iterator[Finding]:
    """Programs are sent through a machine that does not exist any more: this very computer, where nothing listens."""
    ports = {item.get("port") for item in read.items("network", "listeners")}
    for found in read.items("network", "proxies"):
        host, _, port = str(found.get("address", "")).rpartition(":")
        if host in {"127.0.0.1", "localhost", "::1"} and port.isdecimal() and int(port) not in ports:
            yield Finding("proxy_dead", PROBLEM, "network", {}, "names_not_resolved_proxy")
            return


def spooler(read: Reading) -> Iterator[Finding]:
    """Nothing can be printed: what prints is not running although it is installed."""
    if read("printing", "spooler") == "stopped":
        yield Finding("printing_stopped", PROBLEM, "printing", {}, "print_queue_stuck")


def queues(read: Reading) -> Iterator[Finding]:
    """Documents that wait too long or in front of a stopped printer; printers that are stopped with nothing waiting."""
    printers = list(read.items("printing", "printers"))
    stopped = {str(p.get("name")) for p in printers if p.get("state") == "stopped" or p.get("accepts_jobs") is False}
    stuck = [job for job in read.items("printing", "jobs") if _is_stuck(job, stopped, read)]
    if stuck:
        facts: Facts = {"count": len(stuck), "printer": str(stuck[0].get("printer", ""))}
        yield Finding("print_queue_stuck", PROBLEM, "printing", facts, "print_queue_stuck")
    for name in sorted(stopped - {str(job.get("printer")) for job in stuck}):
        yield Finding("printer_stopped", ATTENTION, "printing", {"printer": name}, "print_queue_stuck")


def _is_stuck(job: dict[str, object], stopped: set[str], read: Reading) -> bool:
    age = seconds_since(job.get("since"), read.now)
    waits = job.get("printer") in stopped or (age or 0) >= limit.JOB_STUCK_SECONDS
    return job.get("state") == "stopped" or (job.get("state") != "held" and waits)


def printer_trouble(read: Reading) -> Iterator[Finding]:
    """What printers say themselves: paper, toner, cover."""
    for printer in read.items("printing", "printers"):
        told: set[str] = set()
        for reason in map(str, printer.get("reasons", ())):
            bare = reason.removesuffix("-error").removesuffix("-warning").removesuffix("-report")
            key = "printer_out_of_paper" if bare.startswith(_OUT_OF_PAPER) else _TROUBLE.get(bare, "")
            if key and key not in told:
                told.add(key)
                fix = "printer_offline" if key == "printer_offline" else ""
                yield Finding(key, ATTENTION, "printing", {"printer": str(printer.get("name"))}, fix)


def default_printer(read: Reading) -> Iterator[Finding]:
    """There are printers, but none is chosen."""
    if list(read.items("printing", "printers")) and not read("printing", "default_printer"):
        yield Finding("no_default_printer", ATTENTION, "printing", {}, "default_printer_wrong")


def updates(read: Reading) -> Iterator[Finding]:
    """Updates were not installed for weeks, or one stopped half-way."""
    days = days_since(read("updates", "installed_at"), read.now)
    checked = days_since(read("updates", "checked_at"), read.now)
    if days is not None and min(days, days if checked is None else max(checked, days)) >= limit.UPDATES_OLD_DAYS:
        yield Finding("updates_old", ATTENTION, "updates", {"days": days})
    broken = read("updates", "half_installed", ())
    if isinstance(broken, list | tuple) and broken:
        yield Finding(
            "half_installed", PROBLEM, "updates", {"programs": "\n".join(map(str, broken)), "count": len(broken)}
        )


def programs(read: Reading) -> Iterator[Finding]:
    """Programs that keep a processor busy, take most of the memory, or do not answer any more."""
    threads = read.number("cpu", "threads") or 1.0
    for program in read.items("processes", "programs"):
        name, now = str(program.get("name")), found_in(program, "cpu_percent")
        long = found_in(program, "running_s") >= limit.BUSY_SECONDS
        if long and min(now, found_in(program, "cpu_average_percent")) >= limit.BUSY_PERCENT * max(1.0, threads / 4):
            facts: Facts = {"program": name, "percent": round(now / threads)}
            yield Finding("program_busy", ATTENTION, "processes", facts, "program_hangs")
        if found_in(program, "memory_bytes") >= limit.EATEN_MEMORY_SHARE * (
            read.number("memory", "total_bytes") or 1e18
        ):
            facts = {"program": name, "memory_bytes": int(found_in(program, "memory_bytes"))}
            yield Finding("program_eats_memory", ATTENTION, "processes", facts, "memory_full")
    for program in read.items("processes", "hung"):
        yield Finding("program_hangs", PROBLEM, "processes", {"program": str(program.get("name"))}, "program_frozen")


def leftovers(read: Reading) -> Iterator[Finding]:
    """Programs wait for a disk that does not answer, or their remains pile up."""
    if read.number("processes", "waiting_for_disk") >= 5:
        count = int(read.number("processes", "waiting_for_disk"))
        yield Finding("waiting_for_disk", PROBLEM, "processes", {"count": count})
    if read.number("processes", "zombies") >= limit.ZOMBIES:
        yield Finding("many_remains", ATTENTION, "processes", {"count": int(read.number("processes", "zombies"))})


def fine(read: Reading) -> Iterator[Finding]:
    """What was measured and is well."""
    cards = [
        card
        for card in read.items("network", "interfaces")
        if card.get("up") and card.get("kind") in {"wifi", "ethernet"}
    ]
    if read("network", "connected") and cards:
        kind = "network_fine_wifi" if any(card.get("kind") == "wifi" for card in cards) else "network_fine_cable"
        yield Finding(kind, Severity.FINE, "network")
    printers = list(read.items("printing", "printers"))
    if printers and read("printing", "spooler") == "running":
        yield Finding("printers_fine", Severity.FINE, "printing", {"count": len(printers)})
    if read.number("processes", "count"):
        yield Finding("programs_fine", Severity.FINE, "processes", {"count": int(read.number("processes", "count"))})
