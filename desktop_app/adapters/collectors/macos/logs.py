"""macOS: crashes and kernel panics of the last thirty days by the heads of their reports; errors of the last hour."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.adapters.collectors.child import Printed
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.lines import Line, grouped, shortened
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.domain.sections.records import Crash, Logs, Stop

_REPORTS = "Library/Logs/DiagnosticReports"
_CRASH, _PANIC = "309", "210"
_OLD_CRASH, _OLD_PANIC = ".crash", ".panic"
_SIGNAL = re.compile(r'"signal"\s*:\s*"(SIG\w+)"|^Exception Type:\s+\S+ \((SIG\w+)\)', re.MULTILINE)
_OLD_HEAD = re.compile(r"^(Process|Version|Date/Time):\s+(.+?)\s*$", re.MULTILINE)
_OLD_DATE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d+)? ([+-]\d{4})")
_HEAD_BYTES = 16 * 1024
_LEVELS = {"Fault": "critical", "Error": "error"}
_KEPT, _HOUR = timedelta(days=30), timedelta(hours=1)
_MOST_FILES, _MOST = 500, 60


def logs(mac: Mac) -> Logs | Partly:
    """What went wrong."""
    parts, now = Parts(), datetime.now(UTC)
    answer = mac.log.answer
    parts.note(mac.log.reason or (answer.reason if answer else None))
    lines = None if answer is None else parts.rows(lambda: lines_from(answer))
    since = mac.log.asked_at - _HOUR if mac.log.asked_at and lines is not None else None
    reports = [report for report in parts.rows(lambda: _reports(mac)) if _is_new(report[2], now)]
    return parts.whole(
        Logs(
            scope="all messages" if lines is not None else None,
            since=moment(since.timestamp()) if since else None,
            errors_count=len(lines) if lines is not None else None,
            errors=grouped(line for line in lines or () if not line.is_kernel),
            kernel=grouped(line for line in lines or () if line.is_kernel),
            crashes=tuple(_crashes([crash for kind, crash, _ in reports if kind == _CRASH]))[:_MOST],
            stops=tuple(Stop("kernel panic", None, at) for kind, _, at in reports if kind == _PANIC)[:_MOST],
        )
    )


def lines_from(found: Printed) -> Iterator[Line]:
    """The messages of `log show --style ndjson`; one that was cut off is left out."""
    for content in found.text.splitlines():
        try:
            entry = json.loads(content)
            at = datetime.strptime(entry["timestamp"], "%Y-%m-%d %H:%M:%S.%f%z")
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        program = str(entry.get("processImagePath") or "").rpartition("/")[2] or "?"
        level, message = (
            _LEVELS.get(str(entry.get("messageType")), "error"),
            shortened(str(entry.get("eventMessage") or "")),
        )
        yield Line(clean(program), level, message, int(at.timestamp() * 1_000_000), program == "kernel")


def _is_new(at: str | None, now: datetime) -> bool:
    return at is not None and datetime.fromisoformat(at) >= now - _KEPT


def _reports(mac: Mac) -> Iterator[tuple[str, Crash, str | None]]:
    """The head of each report: its kind, the program, and when."""
    for folder in filter(None, (_REPORTS, f"{mac.home}/{_REPORTS}" if mac.home else "")):
        for name in mac.files.names(folder)[-_MOST_FILES:]:
            if name.endswith((".ips", _OLD_CRASH, _OLD_PANIC)):
                head = mac.files.raw(f"{folder}/{name}", _HEAD_BYTES)
                found = _new(head) if name.endswith(".ips") else _old(head, name)
                if found:
                    yield found


def _new(head: str) -> tuple[str, Crash, str | None] | None:
    """The first line of a report is JSON about it; of what follows, the signal alone is looked for."""
    try:
        about: dict[str, Any] = json.loads(head.partition("\n")[0])
    except (ValueError, RecursionError):
        return None
    if not isinstance(about, dict):
        return None
    name, version = (clean(str(about.get(key) or "")) or None for key in ("app_name", "app_version"))
    name = name or clean(str(about.get("name") or "")) or None
    at = _moment(str(about.get("timestamp") or ""))
    return str(about.get("bug_type")), Crash(name, version, _signal(head), None, 1, at), at


def _old(head: str, name: str) -> tuple[str, Crash, str | None] | None:
    """Reports before macOS 12 are text."""
    about = dict(_OLD_HEAD.findall(head))
    at, program = _moment(about.get("Date/Time", "")), clean(about.get("Process", "").partition(" [")[0]) or None
    kind = _PANIC if name.endswith(_OLD_PANIC) else _CRASH
    return kind, Crash(program, clean(about.get("Version", "")) or None, _signal(head), None, 1, at), at


def _signal(head: str) -> str | None:
    found = _SIGNAL.search(head)
    return found[1] or found[2] if found else None


def _moment(written: str) -> str | None:
    found = _OLD_DATE.search(written)
    return moment(datetime.strptime(f"{found[1]} {found[2]}", "%Y-%m-%d %H:%M:%S %z").timestamp()) if found else None


def _crashes(found: list[Crash]) -> Iterator[Crash]:
    """One for each program and cause, the latest first."""
    same: dict[tuple[str | None, str | None], list[Crash]] = {}
    for crash in sorted(found, key=lambda crash: crash.last_at or "", reverse=True):
        same.setdefault((crash.program, crash.cause), []).append(crash)
    for (program, cause), crashes in same.items():
        yield Crash(program, crashes[0].version, cause, None, len(crashes), crashes[0].last_at)
