"""A stuck print queue: own documents are set aside, never deleted, and the queue is started again."""
# ruff: noqa: ARG002 -- every action has the same shape

from datetime import UTC, datetime, timedelta

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import cups, windows
from desktop_app.adapters.actions.printing.cups import Job, Printer
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("printer", "count", "size_bytes", "stopped")
# Keywords of the print system for a document that will not move by itself
_STUCK = ("stopped", "aborted", "Error", "Blocked", "Offline", "PaperOut", "UserIntervention")
_PATIENCE = timedelta(minutes=2)


def look(here: Here) -> tuple[bool, list[Printer], list[Job]]:
    """Whether the print system runs, its printers, and this user's waiting documents that nobody set aside."""
    if here.system == "windows":
        runs, printers, jobs, _ = windows.state(here)
    else:
        runs = cups.is_running(here)
        printers, jobs = (cups.printers(here), cups.jobs(here)) if runs else ([], [])
    mine = here.environ.get("USERNAME", "") if here.system == "windows" else cups.my_name(here)
    return runs, printers, [job for job in jobs if job.owner == mine and not job.is_held]


def stuck(printers: list[Printer], mine: list[Job], now: datetime) -> list[Job]:
    """The documents that wait in vain: on a stopped queue, in error, or for too long."""
    stopped = {printer.name for printer in printers if printer.is_stopped}
    return [job for job in mine if job.printer in stopped or _is_stuck(job, now)]


def _is_stuck(job: Job, now: datetime) -> bool:
    has_waited = job.queued_at is not None and now - job.queued_at > _PATIENCE
    return has_waited or any(word in job.alerts for word in _STUCK)


@check("printing.queue", Shown(("stuck", "paused", "waiting", "clear", "no_printer", "no_service"), _FACTS))
def print_queue(here: Here, _: Given) -> Result:
    """Whether this user's documents move."""
    runs, printers, mine = look(here)
    if not runs:
        return Result("no_service", {"count": 0})
    if not printers:
        return Result("no_printer", {"count": 0})
    blocked = stuck(printers, mine, datetime.now(UTC))
    stopped = next((printer for printer in printers if printer.is_stopped), None)
    if blocked:
        return _found("stuck", blocked[0].printer, blocked, printers)
    if stopped:
        return _found("paused", stopped.name, [], printers)
    if mine:
        return _found("waiting", mine[0].printer, mine, printers)
    return _found("clear", cups.default(here) if here.system != "windows" else printers[0].name, [], printers)


def _found(outcome: str, printer: str, jobs: list[Job], printers: list[Printer]) -> Result:
    its = [job for job in jobs if job.printer == printer]
    one = next((p for p in printers if p.name == printer), Printer(printer, is_stopped=False))
    facts: Facts = {
        "printer": printer,
        "count": len(its),
        "size_bytes": sum(job.size for job in its),
        "stopped": one.is_stopped,
    }
    lines = [f"{job.id} {job.alerts} {job.status}".strip() for job in its]
    return Result(outcome, facts, "; ".join([f"{printer}: {one.reason or 'ok'}", *lines]))


@repair("printing.queue.set_aside", Shown(("done", "not_allowed", "nothing"), _FACTS, resource="printing"))
class SetAside:
    """Sets this user's stuck documents aside and starts the queue again."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The documents, by their number, and whether the queue is stopped."""
        _, printers, mine = look(here)
        blocked = stuck(printers, mine, datetime.now(UTC))
        if not blocked:
            return Plan(outcome="nothing")
        printer = blocked[0].printer
        found = _found("stuck", printer, blocked, printers)
        saved = {
            "printer": printer,
            "jobs": [job.id for job in blocked if job.printer == printer],
            "stopped": bool(found.facts["stopped"]),
        }
        return Plan(saved, found.facts, found.detail)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Sets aside, then starts the queue; `not_allowed` when this user may not start it."""
        hold = windows.hold if here.system == "windows" else cups.hold
        for number, job_id in enumerate(saved["jobs"], start=1):
            hold(here, job_id)
            say("documents_set_aside" if number == len(saved["jobs"]) else "", number / (len(saved["jobs"]) + 1))
        if saved["stopped"] and (here.system == "windows" or not cups.enable(here, saved["printer"])):
            return Result("not_allowed", {"stopped": True})
        say("queue_started", 1)
        return Result("done", {"count": len(saved["jobs"]), "printer": saved["printer"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The documents must still be there."""
        if here.system == "windows":
            there = {job.id for job in windows.state(here)[2]}
        else:
            there = {job.id for job in cups.jobs(here)}
        return "" if there.intersection(saved["jobs"]) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Puts the documents back in the queue."""
        release = windows.release if here.system == "windows" else cups.release
        for job_id in saved["jobs"]:
            release(here, job_id)

    def forget(self, here: Here, saved: Saved) -> None:
        """Documents stay aside: deleting somebody's document is never ours to do."""
