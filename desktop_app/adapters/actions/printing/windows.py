"""The print system of Windows, one PowerShell call a question. Names travel in the environment, never as code."""

import json
from datetime import datetime

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.printing.cups import Job, Printer

_STATE = (
    "@{service=(Get-Service Spooler).Status.ToString(); "
    "printers=@(Get-CimInstance Win32_Printer | Select-Object Name,Default,PrinterStatus,PrinterState,WorkOffline); "
    "jobs=@(Get-Printer | Get-PrintJob | Select-Object Id,PrinterName,UserName,Size,JobStatus,DocumentName,"
    "@{n='Submitted';e={$_.SubmittedTime.ToUniversalTime().ToString('o')}})} | ConvertTo-Json -Depth 4 -Compress"
)
_HOLD = "Suspend-PrintJob -PrinterName $env:RESCOUSSE_PRINTER -ID ([int]$env:RESCOUSSE_JOB)"
_RELEASE = "Resume-PrintJob -PrinterName $env:RESCOUSSE_PRINTER -ID ([int]$env:RESCOUSSE_JOB)"
_SET_DEFAULT = (
    "$p = Get-CimInstance Win32_Printer | Where-Object Name -eq $env:RESCOUSSE_PRINTER; "
    "Invoke-CimMethod -InputObject $p -MethodName SetDefaultPrinter | Out-Null"
)
# JobStatus texts that mean somebody set the document aside
_PAUSED = ("Paused",)
# Win32_Printer.PrinterStatus
_OFFLINE = 7


def state(here: Here) -> tuple[bool, list[Printer], list[Job], str]:
    """Whether the print system runs, the printers, the waiting documents, the default printer."""
    return read_state(powershell(here, _STATE))


def read_state(text: str) -> tuple[bool, list[Printer], list[Job], str]:
    """The JSON of one question."""
    answer = json.loads(text)
    printers = [Printer(p["Name"], is_stopped=_is_stopped(p)) for p in answer["printers"]]
    default = next((p["Name"] for p in answer["printers"] if p.get("Default")), "")
    return answer["service"] == "Running", printers, [_job(job) for job in answer["jobs"]], default


def _is_stopped(printer: dict[str, object]) -> bool:
    return bool(printer.get("WorkOffline")) or printer.get("PrinterStatus") == _OFFLINE


def _job(job: dict[str, object]) -> Job:
    status = str(job.get("JobStatus") or "")
    return Job(
        id=f"{job['PrinterName']}-{job['Id']}",
        printer=str(job["PrinterName"]),
        owner=str(job.get("UserName") or ""),
        size=int(str(job.get("Size") or 0)),
        queued_at=datetime.fromisoformat(str(job["Submitted"])) if job.get("Submitted") else None,
        alerts="job-hold-until-specified" if any(word in status for word in _PAUSED) else status,
        status=str(job.get("DocumentName") or ""),
    )


def hold(here: Here, job_id: str) -> None:
    """Sets a document aside."""
    _change(here, job_id, _HOLD)


def release(here: Here, job_id: str) -> None:
    """Puts a document back in the queue."""
    _change(here, job_id, _RELEASE)


def _change(here: Here, job_id: str, script: str) -> None:
    printer, _, number = job_id.rpartition("-")
    powershell(here, script, RESCOUSSE_PRINTER=printer, RESCOUSSE_JOB=number)


def set_default(here: Here, printer: str) -> None:
    """Makes `printer` the default of this user."""
    powershell(here, _SET_DEFAULT, RESCOUSSE_PRINTER=printer)
