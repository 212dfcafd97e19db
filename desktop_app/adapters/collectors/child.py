"""Starts a program of the system for a collector: a deadline, a limit to what is read, and nothing left behind."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence

from desktop_app.domain.snapshot import Reason

LIMIT_BYTES = 8 * 1024 * 1024


class ProgramFailed(Exception):
    """A program was missing, too slow, too talkative, or said no; `reason` tells which."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason


def output(words: Sequence[str], *, seconds: float = 2.0, limit: int = LIMIT_BYTES) -> bytes:
    """What the program prints. Raises ProgramFailed; the program and all it started are ended before that."""
    try:
        child = subprocess.Popen(  # noqa: S603 - fixed names of the system's own programs, no shell
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise ProgramFailed(Reason.NOT_HERE) from error
    except OSError as error:
        raise ProgramFailed(Reason.NOT_ALLOWED) from error
    return _read(child, seconds, limit)


def _read(child: subprocess.Popen[bytes], seconds: float, limit: int) -> bytes:
    late = threading.Event()
    timer = threading.Timer(seconds, _end, args=(child, late))
    timer.daemon = True
    timer.start()
    with child:
        text = child.stdout.read(limit + 1) if child.stdout else b""
        if len(text) > limit:
            _end(child)
    timer.cancel()
    if late.is_set():
        raise ProgramFailed(Reason.TOO_SLOW)
    if len(text) > limit:
        raise ProgramFailed(Reason.TOO_MUCH)
    if child.returncode:
        raise ProgramFailed(Reason.UNREADABLE)
    return text


def _end(child: subprocess.Popen[bytes], late: threading.Event | None = None) -> None:
    if late is not None:
        late.set()
    if sys.platform == "win32":
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
