"""What a snapshot means: a list of small rules, each silent on a healthy machine."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop_app.domain.findings import around, connection, devices, machine, safety, upkeep
from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.findings.reading import Reading, Sections

__all__ = ["Finding", "Severity", "findings", "fine"]

RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    machine.restart_wanted,
    machine.running_long,
    machine.out_of_support,
    machine.clock,
    machine.unclean_shutdown,
    machine.memory_short,
    machine.memory_ended_programs,
    machine.memory_faulty,
    machine.memory_small,
    machine.processor_overloaded,
    machine.volumes,
    machine.disks,
    machine.shares,
    machine.battery,
    machine.heat,
    around.network,
    around.addresses,
    around.wifi,
    around.proxy,
    connection.beyond,
    connection.answers,
    connection.cards,
    connection.clock_off,
    around.spooler,
    around.queues,
    around.printer_trouble,
    around.default_printer,
    around.updates,
    around.programs,
    around.leftovers,
    upkeep.failing,
    upkeep.waiting,
    upkeep.services,
    upkeep.starts,
    upkeep.crashes,
    upkeep.disk_trouble,
    upkeep.unreliable,
    upkeep.own_policy,
    safety.firewall,
    safety.antivirus,
    safety.encryption,
    safety.lock,
    safety.guards,
    safety.certificates,
    safety.licence,
    devices.ageing,
    devices.room_to_win,
    devices.faulty,
    devices.small_batteries,
    devices.modems,
    devices.charger,
    devices.full_queue,
)
_ORDER = {Severity.PROBLEM: 0, Severity.ATTENTION: 1, Severity.FINE: 2}


def findings(snapshot: Sections) -> list[Finding]:
    """What is wrong, worst first; nothing on a healthy machine.

    The same thing is told once, with the worst of its facts.
    """
    read = Reading(snapshot, snapshot.taken_at)
    found = [finding for rule in RULES for finding in rule(read)]
    once = {(finding.key, tuple(sorted(finding.facts.items()))): finding for finding in found}
    return sorted(once.values(), key=lambda finding: _ORDER[finding.severity])


def fine(snapshot: Sections) -> list[Finding]:
    """What was measured and is well: only for sections of which nothing is wrong."""
    read = Reading(snapshot, snapshot.taken_at)
    troubled = {finding.section for finding in findings(snapshot)}
    well = [*around.fine(read), *machine.fine(read, snapshot.taken_at)]
    return [replace(finding, severity=Severity.FINE) for finding in well if finding.section not in troubled]
