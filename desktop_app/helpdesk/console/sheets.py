"""Figures for a spreadsheet, in which no cell is ever a formula."""

import csv
from collections.abc import Iterable, Iterator

from desktop_app.helpdesk.console import words

# What a spreadsheet would calculate, and what it skips before it looks (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """A file of one line, for the writer of the standard library."""

    def write(self, text: str) -> str:
        return text


def cell(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) and not isinstance(value, int) else text


def rows(lines: Iterable[Iterable[object]]) -> Iterator[str]:
    """As a spreadsheet of this language opens it at a click."""
    yield "\ufeff"
    writer = csv.writer(_Line(), delimiter="," if words.language() == "en" else ";")
    for line in lines:
        yield writer.writerow([cell(value) for value in line])
