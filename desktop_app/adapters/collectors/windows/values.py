"""Values as Windows writes them, made ours: what says nothing, or cannot be told apart from nonsense, is None."""

import re
from datetime import UTC, datetime, timedelta, timezone

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import moment

_UNKNOWN = {
    *("", "to be filled by o.e.m.", "default string", "system product name", "system manufacturer", "none", "o.e.m."),
    *("not specified", "not applicable", "n/a", "unknown", "invalid", "0", "00000000", "chassis serial number"),
    *("system serial number", "base board serial number", "no asset tag", "no asset information", "asset tag"),
}
_SINCE_1601 = 11_644_473_600
_TICKS = 10_000_000
_DMTF = re.compile(r"(\d{14})(?:\.(\d{6}))?([+-]\d{3})")
_MILLISECONDS = re.compile(r"/Date\((-?\d+)")
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Windows writes the last days of 1899 or 1999 for what never happened."""


def text(value: object) -> str | None:
    """A text that says something; makers' placeholders do not."""
    found = clean(value) if isinstance(value, str) else ""
    return found if found.lower() not in _UNKNOWN else None


def number(value: object) -> float | None:
    """A number."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def whole(value: object, times: int = 1) -> int | None:
    """A whole number, `times` as large; CIM writes 64-bit ones as text now and then."""
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        value = int(value)
    return int(value) * times if isinstance(value, int | float) and not isinstance(value, bool) else None


def truth(value: object) -> bool | None:
    """Yes or no, also where it is written as a number."""
    return bool(value) if isinstance(value, bool | int) else None


def decimal(value: str) -> float | None:
    """A number as people write it in their language: a comma or a point before the fraction."""
    found = re.match(r"\s*([+-]?\d+(?:[.,]\d+)?)", value)
    return float(found[1].replace(",", ".")) if found else None


def date_of(value: object) -> str | None:
    """A moment: PowerShell's `/Date(1731600000000)/`, ISO, or CIM's own (DSP0004) with its minutes from Greenwich.

    A date in the way of a language is none: 03/04 is March in one and April in another.
    """
    if not isinstance(value, str):
        return None
    milliseconds, dmtf = _MILLISECONDS.search(value), _DMTF.fullmatch(value.strip())
    try:
        if milliseconds:
            found = datetime.fromtimestamp(int(milliseconds[1]) / 1000, UTC)
        elif dmtf:
            zone = timezone(timedelta(minutes=int(dmtf[3])))
            found = datetime.strptime(dmtf[1], "%Y%m%d%H%M%S").replace(tzinfo=zone)
        else:
            found = datetime.fromisoformat(value.strip()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment(found.timestamp()) if found > _NEVER else None


def filetime(ticks: object) -> str | None:
    """A moment by the count of 100 ns since 1601 (FILETIME)."""
    return moment(ticks / _TICKS - _SINCE_1601) if isinstance(ticks, int) and ticks > 0 else None


def day(value: object) -> str | None:
    """`20261101` as a moment."""
    found = value if isinstance(value, str) else ""
    try:
        written = datetime.strptime(found, "%Y%m%d")  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return written.strftime("%Y-%m-%dT00:00:00Z")


def last_part(value: object) -> str | None:
    """The words of `@oem12.inf,%name%;Name for people`."""
    return text(value.rpartition(";")[2]) if isinstance(value, str) else None


def texts(value: object) -> list[str]:
    """The texts of a list, of which CIM makes a single text when there is one."""
    found = value if isinstance(value, list) else [value]
    return [clean(entry) for entry in found if isinstance(entry, str) and entry.strip()]
