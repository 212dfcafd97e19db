"""Windows: errors of the last day, crashes and sudden stops of the last thirty, and the history of reliability."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.lines import shortened
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import date_of, number
from desktop_app.domain.sections.records import Crash, Logs, Milestone, Record, Stop

_LEVELS = {1: "critical", 2: "error", 3: "warning"}
_KERNEL = frozenset(
    {
        *("disk", "Ntfs", "Microsoft-Windows-Ntfs", "Microsoft-Windows-WHEA-Logger", "Display", "volmgr", "storahci"),
        *("stornvme", "Microsoft-Windows-Kernel-Power", "Microsoft-Windows-Kernel-PnP", "nvlddmkm", "amdkmdag", "igfx"),
    }
)
_BLUE_SCREEN, _POWER = "Microsoft-Windows-WER-SystemErrorReporting", "Microsoft-Windows-Kernel-Power"
_CRASHED, _HUNG = "Application Error", "Application Hang"
_DAY = timedelta(hours=24)
_MOST, _MOST_DAYS = 60, 30


def logs(pc: Pc) -> Logs | Partly:
    """What went wrong."""
    parts = Parts()
    known = parts.one(lambda: pc.now.all("Errors"))
    errors, marks = known or [], parts.rows(lambda: pc.now.all("Marks"))
    return parts.whole(
        Logs(
            scope="all messages" if known is not None else None,
            since=moment((datetime.now(UTC) - _DAY).timestamp()) if known is not None else None,
            errors_count=len(errors) if known is not None else None,
            errors=parts.rows(lambda: _grouped([entry for entry in errors if not _is_kernel(entry)])),
            kernel=parts.rows(lambda: _grouped([entry for entry in errors if _is_kernel(entry)])),
            crashes=parts.rows(lambda: _crashes(marks))[:_MOST],
            stops=parts.rows(lambda: _stops(marks))[:_MOST],
            reliability=parts.rows(lambda: _milestones(pc)),
        )
    )


def _is_kernel(entry: dict[str, Any]) -> bool:
    return str(entry.get("Source")) in _KERNEL


def _grouped(entries: list[dict[str, Any]]) -> tuple[Record, ...]:
    """Entries of the same source and number are one record; the most frequent come first."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for entry in entries:
        found.setdefault((clean(str(entry.get("Source"))), str(entry.get("Id"))), []).append(entry)
    most = sorted(found.items(), key=lambda pair: len(pair[1]), reverse=True)[:_MOST]
    return tuple(_record(source, code, same) for (source, code), same in most)


def _record(source: str, code: str, same: list[dict[str, Any]]) -> Record:
    last = max(same, key=lambda entry: date_of(entry.get("At")) or "")
    message = shortened(str(last.get("Text") or "")) or None
    return Record(source, _LEVELS.get(last.get("Level", 0)), code, len(same), date_of(last.get("At")), message)


def _crashes(marks: tuple[dict[str, Any], ...]) -> Iterator[Crash]:
    """Programs that ended by their own fault or did not answer, the latest first; where they lie is not told."""
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for mark in marks:
        values = [clean(str(value)) for value in mark.get("Values") or ()]
        if mark.get("Source") == _CRASHED and len(values) > 6:
            found.setdefault((values[0], f"0x{values[6].removeprefix('0x')}", values[3]), []).append(mark)
        elif mark.get("Source") == _HUNG and values:
            found.setdefault((values[0], "does not answer", ""), []).append(mark)
    for (program, cause, module), same in found.items():
        version = next((str(value) for value in (same[0].get("Values") or ())[1:2]), None)
        at = max(date_of(mark.get("At")) or "" for mark in same) or None
        yield Crash(program, version, cause, module or None, len(same), at)


def _stops(marks: tuple[dict[str, Any], ...]) -> Iterator[Stop]:
    """Blue screens with their code; a machine that lost its power. Windows writes twice about most of them."""
    for mark in marks:
        values = [str(value) for value in mark.get("Values") or ()]
        if mark.get("Source") == _BLUE_SCREEN and values:
            yield Stop("blue screen", clean(values[0].partition(" ")[0]), date_of(mark.get("At")))
        elif mark.get("Source") == _POWER and values[:1] == ["0"]:
            yield Stop("lost power", None, date_of(mark.get("At")))


def _milestones(pc: Pc) -> Iterator[Milestone]:
    """One a day of the last month, the latest first. Raises ProgramFailed."""
    days: dict[str, Milestone] = {}
    for entry in pc.later.all("Win32_ReliabilityStabilityMetrics"):
        at, index = date_of(entry.get("TimeGenerated")), number(entry.get("SystemStabilityIndex"))
        if at and index is not None:
            days.setdefault(at[:10], Milestone(at, round(index, 2)))
    return iter([days[name] for name in sorted(days, reverse=True)][:_MOST_DAYS])
