"""Linux: the journal of the system, asked for the last errors only and never for more than it can tell quickly."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from desktop_app.adapters.collectors.child import Printed, ProgramFailed, printed
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.lines import Line, shortened
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.snapshot import Reason

SINCE = timedelta(hours=24)
_LINES, _BYTES, _SECONDS = 1000, 2 * 1024 * 1024, 0.9
_FIELDS = "MESSAGE,MESSAGE_ID,PRIORITY,SYSLOG_IDENTIFIER,_COMM,_SYSTEMD_UNIT,_TRANSPORT"
_JOURNAL = ("journalctl", "-q", "--no-pager", "-r", "-o", "json", f"--output-fields={_FIELDS}")
_FOLDERS = ("var/log/journal", "run/log/journal")
_LEVELS = {"0": "emergency", "1": "alert", "2": "critical", "3": "error", "4": "warning"}


def folder(tree: Tree) -> str | None:
    """Where the journal lies; None where there is none."""
    return next((str(tree.at(name)) for name in _FOLDERS if tree.names(name)), None)


def asked(tree: Tree, *words: str) -> Printed:
    """What the journal of this tree answers, newest first, as JSON. Raises ProgramFailed."""
    place = () if str(tree.root) == "/" else ("-D", folder(tree) or "")
    return printed((*_JOURNAL, *place, *words), seconds=_SECONDS, limit=_BYTES)


def errors(tree: Tree) -> tuple[list[Line], Reason | None]:
    """The errors of the last day, newest first, and why that is not all of them. Raises ProgramFailed."""
    since = f"--since=-{int(SINCE.total_seconds())}s"
    found = asked(tree, "-p", "err", "-n", str(_LINES), since)
    lines = list(read(found))
    return lines, found.reason or (Reason.TOO_MUCH if len(lines) >= _LINES else None)


def read(found: Printed) -> Iterator[Line]:
    """The lines of a journal in JSON; one that was cut off is left out. Raises ProgramFailed when none is any."""
    texts = found.text.splitlines()
    lines = [line for text in texts if (line := _line(text))]
    if texts and not lines and found.reason is None:
        raise ProgramFailed(Reason.UNREADABLE)
    return iter(lines)


def _line(text: bytes) -> Line | None:
    try:
        entry = json.loads(text)
        at = int(entry.get("__REALTIME_TIMESTAMP", 0))
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    source = entry.get("SYSLOG_IDENTIFIER") or entry.get("_COMM") or entry.get("_SYSTEMD_UNIT") or "?"
    level = _LEVELS.get(str(entry.get("PRIORITY")), "error")
    kernel = entry.get("_TRANSPORT") == "kernel"
    mark = str(entry.get("MESSAGE_ID", ""))
    return Line(clean(str(source)), level, shortened(_text(entry.get("MESSAGE"))), at, kernel, mark)


def _text(message: Any) -> str:
    """A message; one that is not UTF-8 comes as a list of bytes."""
    if isinstance(message, list):
        numbers = [byte for byte in message if isinstance(byte, int) and 0 <= byte < 256]
        return bytes(numbers).decode("utf-8", "replace")
    return message if isinstance(message, str) else ""
