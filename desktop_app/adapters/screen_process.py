"""The screen process: started for one sharing, spoken to in lines, and gone when this program is."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.protocol.base import Word

_LONGEST_LINE = 4 * 1024 * 1024
_FAREWELL_S = 1.0
_log = logging.getLogger(__name__)


def command() -> tuple[str, ...]:
    """The words that start it."""
    return (sys.executable, "screen") if getattr(sys, "frozen", False) else (sys.executable, "-m", "desktop_app.screen")


def recorder(heard: Callable[[Word | None], object]) -> ScreenProcess:
    """The process that records steps."""
    from desktop_app.protocol.steps import FromRecorder

    return ScreenProcess(heard, (*command(), "steps"), FromRecorder)


class ScreenProcess:
    """`heard` gets every word, on a thread of its own, and None once: at the end, whatever ended it.

    A line that is none, by the type `lines`, ends it too. Raises OSError when it cannot be started.
    """

    def __init__(self, heard: Callable[[Word | None], object], start: Sequence[str] = (), lines: Any = None) -> None:
        self._heard, self._lock, self._lines = heard, Lock(), lines
        windowless = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            tuple(start) or command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=windowless
        )
        self._reader = Thread(target=self._read, name="rescousse-screen", daemon=True)
        self._reader.start()

    def say(self, word: Word) -> None:
        """A line to it; one that has gone hears nothing."""
        line = word.model_dump_json().encode() + b"\n"
        with self._lock, suppress(OSError, ValueError):
            assert self._process.stdin is not None  # noqa: S101 - it is a pipe
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def close(self) -> None:
        """The pipe closes, which ends it; one that stays is killed. Returns at once."""
        Thread(target=self._end, name="rescousse-screen-end", daemon=True).start()

    def _end(self) -> None:
        with self._lock, suppress(OSError):
            assert self._process.stdin is not None  # noqa: S101 - it is a pipe
            self._process.stdin.close()
        try:
            self._process.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _read(self) -> None:
        from pydantic import TypeAdapter, ValidationError

        from desktop_app.protocol.screen_lines import FromScreen

        spoken: Any = self._lines or FromScreen
        kind: TypeAdapter[Word] = TypeAdapter(spoken)
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        with self._process.stdout as lines:
            while line := lines.readline(_LONGEST_LINE):
                try:
                    self._heard(kind.validate_json(line))
                except ValidationError:
                    _log.error("the screen process said something that is no line: %d bytes", len(line))
                    self._process.kill()
                    break
        self._process.wait()
        self._heard(None)
