"""One program that the user chose, to be closed or ended: what is proposed, and the end of it."""

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.domain.action import ActionFailed, Given, Plan


def shown_name(process: psutil.Process) -> str:
    """What people read."""
    return process.name().removesuffix(".exe")


def proposed(given: Given) -> Plan:
    """The option `program`, by number and time of start; `gone` when it ended by itself or is not ours to end."""
    process = processes.marked(given.text("program"))
    if process is None:
        return Plan(outcome="gone")
    name = shown_name(process)
    return Plan({"program": processes.mark(process)}, {"program": name}, f"{process.pid} {name}")


def ended(process: psutil.Process, patience_s: float) -> bool:
    """As `processes.end`; ActionFailed when the system does not let us."""
    try:
        return processes.end(process, patience_s)
    except psutil.AccessDenied as refusal:
        raise ActionFailed(str(refusal)) from refusal
