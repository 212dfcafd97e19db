"""Who holds the settings folder of Firefox, Thunderbird or a browser of the Chromium family.

A running program, or a lock that a program left behind. Firefox: a link `lock` to `address:+number` (with the plus it
recovers by itself) and a system lock on `.parentlock`. Chromium: a link `SingletonLock` to `computer-number`, refused
when it names another computer.
"""

import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.processes import mine, plain_name

LOCK_FILES = {"mozilla": "lock", "chromium": "SingletonLock"}


@dataclass(frozen=True)
class Lock:
    """`held` by `process` of this computer (None: by one we cannot name), `stale` and left by `host`, or `free`."""

    state: Literal["free", "held", "stale"]
    host: str = ""
    process: psutil.Process | None = None


def lock(here: Here, family: str, folder: Path, programs: Sequence[str]) -> Lock:
    """Who holds `folder`; on Windows the system itself lets go, so only running programs count."""
    if here.system == "windows":
        process = next(_running(programs), None)
        return Lock("held", process=process) if process else Lock("free")
    link = _link(folder / LOCK_FILES[family])
    host, mark, number = link.rpartition("-" if family == "chromium" else ":")
    process = _of_number(number, programs)
    if process:
        return Lock("held", host, process)
    if family == "mozilla" and _is_locked(folder / ".parentlock"):
        return Lock("held", host)
    recovers = number.startswith("+") or (family == "chromium" and host == socket.gethostname())
    return Lock("stale", host) if mark and not recovers else Lock("free")


def _link(file: Path) -> str:
    with suppress(OSError):
        return str(file.readlink())
    return ""


def _of_number(number: str, programs: Sequence[str]) -> psutil.Process | None:
    digits = number.removeprefix("+")
    with suppress(psutil.Error):
        process = psutil.Process(int(digits)) if digits.isdigit() else None
        if process and process.username() == psutil.Process().username() and _is_one_of(process, programs):
            return process
    return None


def _running(programs: Sequence[str]) -> Iterator[psutil.Process]:
    for process in mine():
        with suppress(psutil.Error):
            if _is_one_of(process, programs):
                yield process


def _is_one_of(process: psutil.Process, programs: Sequence[str]) -> bool:
    return plain_name(process.name()) in programs and process.status() != psutil.STATUS_ZOMBIE


def _is_locked(file: Path) -> bool:
    """Whether some program holds the system's lock on `file`."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        with file.open("rb") as stream:
            fcntl.lockf(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
