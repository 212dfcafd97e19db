"""Reads the small files in which Linux tells about itself; what is missing or refused is None, never an error.

A snapshot opens a thousand of them: paths are texts here, for a tenth of the price.
"""

# ruff: noqa: PTH110, PTH115, PTH116, PTH123, PTH208

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.adapters.collectors.clean import clean

_SMALL = 1024 * 1024


@dataclass(frozen=True)
class Tree:
    """A root folder; `/` on a machine, a recorded one in tests. `environ`: the variables of the user's programs."""

    root: Path = Path("/")
    environ: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> Path:
        """The file `name`, given from the root without a leading slash."""
        return self.root / name

    def _path(self, name: str) -> str:
        return f"{self.root}/{name}"

    def end(self, name: str, limit: int) -> bytes:
        """The last `limit` bytes of a file; none when it cannot be read."""
        try:
            with open(self._path(name), "rb") as file:
                file.seek(max(0, file.seek(0, 2) - limit))
                return file.read(limit)
        except (OSError, ValueError):
            return b""

    def bytes(self, name: str, limit: int = _SMALL) -> bytes | None:
        """The first `limit` bytes of a file."""
        try:
            with open(self._path(name), "rb") as file:
                return file.read(limit)
        except (OSError, ValueError):
            return None

    def raw(self, name: str, limit: int = _SMALL) -> str:
        """A file as text; what is not UTF-8 is shown as such; empty when it cannot be read."""
        found = self.bytes(name, limit)
        return "" if found is None else found.decode("utf-8", "replace")

    def tail(self, name: str, limit: int) -> str:
        """The last `limit` bytes of a file as text, from the first whole line on when there are more."""
        found = self.end(name, limit)
        text = found.decode("utf-8", "replace")
        return text if len(found) < limit else text.partition("\n")[2]

    def text(self, name: str) -> str | None:
        """The one value in a file, cleaned; None when there is none."""
        return clean(self.raw(name)) or None

    def number(self, name: str) -> int | None:
        """The whole number in a file, decimal or 0x…"""
        try:
            return int(self.raw(name).strip() or "-", 0)
        except ValueError:
            return None

    def lines(self, name: str, limit: int = _SMALL) -> list[str]:
        """The lines of a file."""
        return self.raw(name, limit).splitlines()

    def pairs(self, name: str, separator: str = "=") -> dict[str, str]:
        """A file of `key=value` lines; quotes around values are taken off."""
        split = (line.partition(separator) for line in self.lines(name) if not line.lstrip().startswith("#"))
        return {key.strip(): clean(value).strip("\"'") for key, sign, value in split if sign}

    def names(self, folder: str) -> list[str]:
        """The names in a folder, sorted; empty when it cannot be read."""
        try:
            return sorted(os.listdir(self._path(folder)))
        except (OSError, ValueError):
            return []

    def glob(self, pattern: str) -> Iterator[Path]:
        """Files that match, sorted."""
        return iter(sorted(self.root.glob(pattern)))

    def target(self, name: str) -> str:
        """Where a symbolic link points, as written; empty when it is none."""
        try:
            return os.readlink(self._path(name))
        except (OSError, ValueError):
            return ""

    def exists(self, name: str) -> bool:
        """Whether a file or folder is there and may be seen."""
        return os.path.exists(self._path(name))

    def changed_at(self, name: str) -> str | None:
        """When a file was last written, as a moment in UTC."""
        try:
            return moment(os.stat(self._path(name)).st_mtime)
        except (OSError, ValueError):
            return None


def moment(seconds: float) -> str | None:
    """Seconds since 1970 as a moment in UTC; None for what no calendar holds."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (OverflowError, ValueError, OSError):
        return None


def number_in(text: str) -> int | None:
    """The first whole number at the start of `text`."""
    word = text.split(maxsplit=1)[0] if text.split() else ""
    return int(word) if word.lstrip("-").isdecimal() and word.isascii() else None
