"""Small snapshots of past days, compressed, on this machine only: to tell what changed since it worked."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.snapshot import NotASnapshot, Snapshot, document, parse, serialise

KEPT_DAYS = 30
_LEFT_OUT = frozenset({"processes"})


class DailyFiles:
    """One file per day in `folder`, the last thirty. What cannot be written is not kept; nothing fails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, snapshot: Snapshot) -> None:
        """Remember this one, unless the day has one already. What was running is never kept."""
        file = self._folder / f"{snapshot.taken_at:%Y-%m-%d}.json.gz"
        with suppress(OSError):
            if not file.exists():
                sections = {name: section for name, section in snapshot.sections.items() if name not in _LEFT_OUT}
                self._write(file, serialise(document(replace(snapshot, sections=sections))))
                self._forget()

    def days(self) -> list[date]:
        """The days that are kept, newest first."""
        found = []
        for file in reversed(self._files()):
            with suppress(ValueError):
                found.append(date.fromisoformat(file.name[:10]))
        return found

    def of_day(self, day: date) -> Snapshot | None:
        """What was kept that day; None when it cannot be read."""
        import gzip
        import zlib

        with suppress(OSError, EOFError, NotASnapshot, zlib.error):
            return parse(gzip.decompress((self._folder / f"{day:%Y-%m-%d}.json.gz").read_bytes()))
        return None

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("????-??-??.json.gz"))

    def _write(self, file: Path, content: bytes) -> None:
        import gzip  # once a day

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(gzip.compress(content, 6))
        fresh.replace(file)

    def _forget(self) -> None:
        for file in self._files()[:-KEPT_DAYS]:
            file.unlink(missing_ok=True)
