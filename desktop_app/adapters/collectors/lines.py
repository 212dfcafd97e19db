"""Lines of a system's own notes: shortened, and those that say the same put together. The same on every system."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import moment
from desktop_app.domain.sections.records import Record

_NUMBERS = re.compile(r"0x[0-9a-fA-F]+|\d+")
_KEY = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[\w+/=.:%~-]{20,}")
_LONGEST = 160
_MOST = 60


@dataclass(frozen=True)
class Line:
    """A line: by whom, how grave, when (microseconds since 1970), shortened; `mark` names its kind."""

    source: str
    level: str
    message: str
    at: int
    is_kernel: bool
    mark: str = ""


def shortened(message: str) -> str:
    """The first line of a message, without words as long and mixed as keys are."""
    first = clean(message[: 4 * _LONGEST].partition("\n")[0])
    text = _KEY.sub("…", first)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def grouped(lines: Iterable[Line]) -> tuple[Record, ...]:
    """Lines that differ in their numbers only are one record; the most frequent come first."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.source, _NUMBERS.sub("#", line.message)), []).append(line)
    most = sorted(found.values(), key=len, reverse=True)[:_MOST]
    return tuple(_record(same) for same in most)


def _record(same: list[Line]) -> Record:
    last = max(same, key=lambda line: line.at)
    at = moment(last.at / 1_000_000) if last.at else None
    return Record(last.source, last.level, None, len(same), at, last.message or None)
