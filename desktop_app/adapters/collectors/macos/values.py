"""Values as macOS writes them, made ours."""

import re
from datetime import UTC, datetime

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import moment

_UNITS = {"B": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}
_YES = frozenset({"yes", "true", "1", "on", "enabled", "attrib_yes", "attrib_on", "attrib_true", "spaudio_yes"})
_NO = frozenset({"no", "false", "0", "off", "disabled", "attrib_no", "attrib_off", "attrib_false", "spaudio_no"})
_HIDDEN = frozenset({"", "<redacted>", "(null)", "unknown", "none", "not available"})


def text(value: object) -> str | None:
    """A text that says something; what macOS hides from us is nothing."""
    found = clean(value) if isinstance(value, str) else ""
    return found if found.lower() not in _HIDDEN else None


def whole(value: object) -> int | None:
    """The whole number at the start of a text, or a number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value)
    found = re.match(r"\s*(-?\d+)", value) if isinstance(value, str) else None
    return int(found[1]) if found else None


def decimal(value: object) -> float | None:
    """The number at the start of a text, with a comma or a point before its fraction, or a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    found = re.match(r"\s*(-?\d+(?:[.,]\d+)?)", value) if isinstance(value, str) else None
    return float(found[1].replace(",", ".")) if found else None


def truth(value: object) -> bool | None:
    """Yes or no, in the ways of `system_profiler`: `spdisplays_yes`, `attrib_Yes`, `TRUE`, `Enabled`."""
    if isinstance(value, bool | int):
        return bool(value)
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in _YES or word.endswith("_yes"):
        return True
    return False if word in _NO or word.endswith("_no") else None


def size(value: object) -> int | None:
    """`16 GB`, `16,5 GB` in bytes."""
    found = re.match(r"\s*([\d.,]+)\s*([KMGT]?B)\b", value) if isinstance(value, str) else None
    number = decimal(found[1]) if found else None
    return int(number * _UNITS[found[2]]) if found and number is not None else None


def date_of(value: object) -> str | None:
    """A moment: a date of a property list, which is UTC, or a text with its zone."""
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
            return moment(value.timestamp()) if value.tzinfo else None
        if isinstance(value, datetime):
            return moment(value.replace(tzinfo=UTC).timestamp())
    except (ValueError, OverflowError):
        return None
    return None
