"""The policy of Linux: `/etc/rescousse/policy.toml`."""

import re
from pathlib import Path
from typing import Any

from desktop_app.adapters.flat import flatten
from desktop_app.adapters.policy.shape import Decided, decide_all
from desktop_app.domain.setting import PolicyFault

_TABLE = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_AT_LINE = re.compile(r"at line (\d+)")
_BREAK = "\n"


class TomlPolicy:
    """A policy file. No file means no policy; a broken one is told and changes nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lines: dict[str, int] = {}

    def read(self) -> tuple[Decided, list[PolicyFault]]:
        """Key to (value, locked), and what could not be understood, with its line."""
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}, []
        except (OSError, UnicodeDecodeError):
            return {}, [PolicyFault(str(self._file), 0, "", "policy_unreadable")]
        return self._decided(text)

    def _decided(self, text: str) -> tuple[Decided, list[PolicyFault]]:
        import tomllib  # most computers have no policy, and every start would pay for it

        self._lines = lines_of_keys(text)
        try:
            found: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return {}, [PolicyFault(str(self._file), _line_of(error, text), "", "policy_broken")]
        return decide_all(flatten(found), (str(self._file), self._lines))

    def place(self, key: str) -> tuple[str, int]:
        """The file, and the line of `key` (0 when it cannot be told)."""
        return str(self._file), self._lines.get(key, 0)


def lines_of_keys(text: str) -> dict[str, int]:
    """The line, from 1, where each dotted key is given; the parser itself does not tell."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split(_BREAK), 1):
        if head := _TABLE.match(line):
            table = _plain(head.group(1)) + "."
        elif given := _KEY.match(line):
            lines.setdefault(table + _plain(given.group(1)), number)
    return lines


def _plain(dotted: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))


def _line_of(error: ValueError, text: str) -> int:
    found = _AT_LINE.search(str(error))
    return int(found.group(1)) if found else text.count(_BREAK) + 1
