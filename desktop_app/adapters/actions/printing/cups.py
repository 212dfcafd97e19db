"""CUPS through its own command-line tools, on Linux and macOS."""

import getpass
import re
from dataclasses import dataclass
from datetime import datetime

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed

_PRINTER = re.compile(r"^printer (\S+) (.*)$")
_JOB = re.compile(r"^(\S+)-(\d+)\s+(\S+)\s+(\d+)\s+(\S.*)$")
_DEFAULT = re.compile(r"^system default destination: (\S+)")


@dataclass(frozen=True)
class Printer:
    """A queue. `reason` is the printer's own line, for the technician."""

    name: str
    is_stopped: bool
    reason: str = ""


@dataclass(frozen=True)
class Job:
    """A document that waits. `alerts` are the keywords of the print system."""

    id: str
    printer: str
    owner: str
    size: int
    queued_at: datetime | None
    alerts: str = ""
    status: str = ""

    @property
    def is_held(self) -> bool:
        """Whether somebody set it aside on purpose."""
        return "job-hold-until" in self.alerts


def is_running(here: Here) -> bool:
    """Whether the print system answers."""
    return "is running" in here.run("lpstat", "-r").out


def printers(here: Here) -> list[Printer]:
    """The queues of this computer."""
    ran = here.run("lpstat", "-p", "-l")
    if ran.code != 0 and "No destinations" not in ran.err:
        raise ActionFailed(f"lpstat: {ran.err.strip()}")
    return read_printers(ran.out)


def read_printers(text: str) -> list[Printer]:
    """The answer of `lpstat -p -l`."""
    found: list[Printer] = []
    for line in text.splitlines():
        if match := _PRINTER.match(line):
            found.append(Printer(match[1], match[2].startswith("disabled")))
        elif found and line.startswith("\t") and not found[-1].reason:
            found[-1] = Printer(found[-1].name, found[-1].is_stopped, line.strip())
    return found


def jobs(here: Here) -> list[Job]:
    """Every document that waits, oldest first."""
    return read_jobs(here.asked("lpstat", "-l", "-o"))


def read_jobs(text: str) -> list[Job]:
    """The answer of `lpstat -l -o`."""
    found: list[Job] = []
    for line in text.splitlines():
        if match := _JOB.match(line):
            printer, number, owner, size, queued = match.groups()
            found.append(Job(f"{printer}-{number}", printer, owner, int(size), _moment(queued)))
        elif found and (detail := line.strip()).startswith(("Alerts:", "Status:")):
            last, (name, _, value) = found[-1], detail.partition(":")
            alerts, status = (value.strip(), last.status) if name == "Alerts" else (last.alerts, value.strip())
            found[-1] = Job(last.id, last.printer, last.owner, last.size, last.queued_at, alerts, status)
    return found


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%a %b %d %H:%M:%S %Y").astimezone()
    except ValueError:
        return None


def my_name(here: Here) -> str:
    """The name under which this user prints."""
    return here.environ.get("CUPS_USER") or getpass.getuser()


def hold(here: Here, job_id: str) -> None:
    """Sets a document aside; one that is printed or gone by now is no fault."""
    _change(here, job_id, "hold")


def release(here: Here, job_id: str) -> None:
    """Puts a document back in the queue; one that is gone by now is no fault."""
    _change(here, job_id, "resume")


def _change(here: Here, job_id: str, how: str) -> None:
    ran = here.run("lp", "-i", job_id, "-H", how)
    is_gone = "does not exist" in ran.err or "finished" in ran.err or "is completed" in ran.err
    if ran.code != 0 and not is_gone:
        raise ActionFailed(f"lp -i {job_id} -H {how}: {ran.err.strip()}")


def enable(here: Here, printer: str) -> bool:
    """Starts a stopped queue; False when this user may not."""
    return _told(here, "enable", printer)


def disable(here: Here, printer: str) -> bool:
    """Stops a queue; False when this user may not."""
    return _told(here, "disable", printer)


def accept(here: Here, printer: str) -> bool:
    """Lets a queue take documents; False when this user may not."""
    return _told(here, "accept", printer)


def reject(here: Here, printer: str) -> bool:
    """Has a queue refuse documents; False when this user may not."""
    return _told(here, "reject", printer)


def _told(here: Here, what: str, printer: str) -> bool:
    """With the tool of CUPS (`cupsenable`), else by the service for what needs rights (`printing.enable`)."""
    return here.run(f"cups{what}", printer).code == 0 or privileged.did(here, f"printing.{what}", printer)


def default(here: Here) -> str:
    """The printer that documents go to when nobody chooses, or nothing."""
    match = _DEFAULT.search(here.run("lpstat", "-d").out)
    return match[1] if match else ""
