"""Windows: printers, what waits in front of them, and what went wrong there."""

from collections.abc import Iterator
from typing import Any

from desktop_app.adapters.collectors.lines import shortened
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import date_of, text, whole
from desktop_app.domain.sections.programs import Printer, Printing, PrintJob

_STATES = {1: "other", 2: "unknown", 3: "idle", 4: "printing", 5: "warming up", 6: "stopped", 7: "offline"}
_ERRORS = {4: "media-empty", 6: "toner-empty", 7: "cover-open", 8: "media-jam", 9: "offline"}
_SPOOLER = {"Running": "running", "Stopped": "stopped", "Start Pending": "waiting", "Stop Pending": "waiting"}


def printing(pc: Pc) -> Printing | Partly:
    """Printers and what waits in front of them."""
    parts = Parts()
    services = parts.rows(lambda: pc.now.all("Win32_Service"))
    spooler = next((entry for entry in services if entry.get("Name") == "Spooler"), {})
    printers = parts.rows(lambda: pc.now.all("Win32_Printer"))
    jobs = parts.rows(lambda: map(_job, pc.now.all("Win32_PrintJob")))
    return parts.whole(
        Printing(
            spooler=_SPOOLER.get(str(spooler.get("State"))),
            default_printer=next((text(entry.get("Name")) for entry in printers if entry.get("Default")), None),
            last_errors=parts.rows(lambda: _errors(pc))[:10],
            printers=tuple(_printer(entry, jobs) for entry in printers),
            jobs=jobs,
        )
    )


def _printer(found: dict[str, Any], jobs: tuple[PrintJob, ...]) -> Printer:
    error = _ERRORS.get(found.get("DetectedErrorState", 0))
    name, is_off = text(found.get("Name")), bool(found.get("WorkOffline"))
    return Printer(
        name=name,
        driver=text(found.get("DriverName")),
        connection=text(found.get("PortName")),
        location=text(found.get("Location")),
        state="offline" if is_off else _STATES.get(found.get("PrinterStatus", 0)),
        reasons=(error,) if error else (),
        accepts_jobs=not is_off,
        default=bool(found.get("Default")),
        shared=bool(found.get("Shared")),
        waiting=sum(job.printer == name for job in jobs),
    )


def _job(found: dict[str, Any]) -> PrintJob:
    """A document; its state comes in words of the language, of which English and its numbers are known."""
    status = str(found.get("JobStatus") or "").lower()
    return PrintJob(
        id=whole(found.get("JobId")),
        printer=(text(found.get("Name")) or "").rpartition(",")[0] or None,
        owner=text(found.get("Owner")),
        document=text(found.get("Document")),
        size_bytes=whole(found.get("Size")),
        state="stopped" if "error" in status or "blocked" in status else "held" if "paused" in status else "waiting",
        since=date_of(found.get("TimeSubmitted")),
    )


def _errors(pc: Pc) -> Iterator[str]:
    """What was written down about printing in the last day, shortened. Raises ProgramFailed."""
    found = (shortened(str(entry.get("Text") or "")) for entry in pc.now.all("Print"))
    return iter(dict.fromkeys(message for message in found if message))
