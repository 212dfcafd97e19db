"""Starts a program of the system for a collector: a deadline, a limit to what is read, and nothing left behind."""

import atexit
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.snapshot import Reason

if TYPE_CHECKING:
    import subprocess

LIMIT_BYTES = 8 * 1024 * 1024
_NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0
"""A program of the console must not open one on the user's screen (CREATE_NO_WINDOW)."""
_running: "set[subprocess.Popen[bytes]]" = set()


class ProgramFailed(Exception):
    """A program was missing, too slow, too talkative, or said no; `reason` tells which."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Printed:
    """What a program printed, and why that is not all of it."""

    text: bytes
    reason: Reason | None = None


def output(words: Sequence[str], *, seconds: float = 2.0, limit: int = LIMIT_BYTES) -> bytes:
    """What the program prints, all of it. Raises ProgramFailed; it and all it started are ended before that."""
    found = printed(words, seconds=seconds, limit=limit)
    if found.reason is not None:
        raise ProgramFailed(found.reason)
    return found.text


def printed(words: Sequence[str], *, seconds: float = 2.0, limit: int = LIMIT_BYTES) -> Printed:
    """What the program prints before its time or the limit in bytes is over. Raises ProgramFailed if it cannot start.

    The program and all it started are ended before this returns.
    """
    import subprocess  # most snapshots start no program at all

    try:
        child = subprocess.Popen(  # noqa: S603 - fixed names of the system's own programs, no shell
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
    except FileNotFoundError as error:
        raise ProgramFailed(Reason.NOT_HERE) from error
    except OSError as error:
        raise ProgramFailed(Reason.NOT_ALLOWED) from error
    return _read(child, seconds, limit)


def _read(child: "subprocess.Popen[bytes]", seconds: float, limit: int) -> Printed:
    late = threading.Event()
    timer = threading.Timer(seconds, _end, args=(child, late))
    timer.daemon = True
    timer.start()
    _running.add(child)
    with child:
        text = child.stdout.read(limit + 1) if child.stdout else b""
        if len(text) > limit:
            _end(child)
    _running.discard(child)
    timer.cancel()
    if late.is_set():
        return Printed(text, Reason.TOO_SLOW)
    if len(text) > limit:
        return Printed(text[:limit], Reason.TOO_MUCH)
    return Printed(text, Reason.UNREADABLE if child.returncode else None)


def _end_all() -> None:
    """Leave no program running when this one ends."""
    for child in list(_running):
        _end(child)


def _end(child: "subprocess.Popen[bytes]", late: threading.Event | None = None) -> None:
    if late is not None:
        late.set()
    if sys.platform == "win32":
        child.kill()
        return
    import signal

    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


atexit.register(_end_all)
