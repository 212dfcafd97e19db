"""Printers and waiting documents, asked of CUPS over its local socket (Linux and macOS)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import ipp
from desktop_app.adapters.collectors.lines import shortened
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.programs import Printer, Printing, PrintJob
from desktop_app.domain.snapshot import Reason

_PRINTER = (
    *(
        "printer-name",
        "printer-make-and-model",
        "device-uri",
        "printer-location",
        "printer-state",
        "printer-state-reasons",
    ),
    *("printer-is-accepting-jobs", "printer-is-shared"),
)
_JOB = (
    *(
        "job-id",
        "job-name",
        "job-originating-user-name",
        "job-printer-uri",
        "job-state",
        "job-state-reasons",
        "job-k-octets",
    ),
    "time-at-creation",
)
_NOTES, _TAIL, _MOST_ERRORS = "var/log/cups/error_log", 64 * 1024, 5
_PRINTER_STATES = {3: "idle", 4: "printing", 5: "stopped"}
_JOB_STATES = {3: "waiting", 4: "held", 5: "printing", 6: "stopped"}


def printing(tree: Tree) -> Printing | Partly:
    """Printers and what waits in front of them."""
    path = _door(tree)
    if path is None:
        return Printing(spooler="stopped" if tree.exists("etc/cups") else "missing")
    try:
        printers = ipp.ask(path, ipp.GET_PRINTERS, _PRINTER)
    except (ConnectionRefusedError, FileNotFoundError):
        return Printing(spooler="stopped")
    try:
        default = ipp.ask(path, ipp.GET_DEFAULT, ("printer-name",)).of(ipp.PRINTER)
        jobs = ipp.ask(path, ipp.GET_JOBS, _JOB).of(ipp.JOB)
    except (OSError, ValueError):
        return Partly(from_answers(printers, [], []), Reason.UNREADABLE)
    return replace(from_answers(printers, default, jobs), last_errors=last_errors(tree))


def last_errors(tree: Tree) -> tuple[str, ...]:
    """What went wrong last, from the print server's own notes where they may be read; the moment is left out."""
    found = (line.rpartition("] ")[2] for line in tree.tail(_NOTES, _TAIL).splitlines() if line.startswith("E "))
    return tuple(dict.fromkeys(shortened(text) for text in found))[-_MOST_ERRORS:]


def _door(tree: Tree) -> str | None:
    """The socket of the print server: the one the user's programs are told of, else the system's."""
    told = tree.environ.get("CUPS_SERVER", "")
    if told.startswith("/"):
        return told
    return next((str(tree.at(name)) for name in ipp.SOCKETS if tree.exists(name)), None)


def from_answers(printers: ipp.Answer, default: list[ipp.Attributes], jobs: list[ipp.Attributes]) -> Printing:
    """The section from what CUPS said."""
    chosen = next((str(found.get("printer-name", "")) for found in default), "") or None
    waiting = [_job(job) for job in jobs]
    count = Counter(job.printer for job in waiting)
    return Printing(
        spooler="running",
        spooler_version=printers.server or None,
        default_printer=chosen,
        printers=tuple(_printer(entry, chosen, count) for entry in printers.of(ipp.PRINTER)),
        jobs=tuple(waiting),
    )


def _printer(entry: Mapping[str, Any], chosen: str | None, count: Mapping[str | None, int]) -> Printer:
    name = str(entry.get("printer-name", ""))
    return Printer(
        name=name,
        driver=entry.get("printer-make-and-model") or None,
        connection=entry.get("device-uri") or None,
        location=entry.get("printer-location") or None,
        state=_PRINTER_STATES.get(entry.get("printer-state", 0)),
        reasons=_reasons(entry.get("printer-state-reasons")),
        accepts_jobs=entry.get("printer-is-accepting-jobs"),
        default=name == chosen,
        shared=entry.get("printer-is-shared"),
        waiting=count.get(name, 0),
    )


def _job(entry: Mapping[str, Any]) -> PrintJob:
    size, since = entry.get("job-k-octets"), entry.get("time-at-creation")
    return PrintJob(
        id=entry.get("job-id"),
        printer=str(entry.get("job-printer-uri", "")).rpartition("/")[2] or None,
        owner=entry.get("job-originating-user-name") or None,
        document=entry.get("job-name") or None,
        size_bytes=size * 1024 if size else None,
        state=_JOB_STATES.get(entry.get("job-state", 0)),
        reasons=_reasons(entry.get("job-state-reasons")),
        since=moment(since) if since else None,
    )


def _reasons(value: Any) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    return tuple(str(reason) for reason in found if reason and reason != "none")
