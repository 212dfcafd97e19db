"""Run by the Python of Windows against the service that runs there: what programs that mean no good would try.

Ends with one JSON line of what came of each.
"""

import json
from typing import Any

import pywintypes
import win32con
import win32event
import win32file
import win32pipe
import win32security

from desktop_app.privileged.asking import ask
from desktop_app.privileged.pipe import ASK, MOST_BYTES, NAME, Caller, Pipe


def _opened() -> Any:
    win32pipe.WaitNamedPipe(NAME, 20_000)
    return win32file.CreateFile(NAME, ASK, 0, None, win32con.OPEN_EXISTING, 0, None)


def _says_nothing() -> bool:
    """Somebody who opens the pipe and is silent: is the next one answered?"""
    silent = _opened()
    try:
        return bool(ask([]))
    finally:
        silent.Close()


def _is_cut_off(letter: bytes) -> bool:
    line = _opened()
    try:
        win32file.WriteFile(line, letter)
        win32file.ReadFile(line, MOST_BYTES)
    except pywintypes.error:
        return True
    finally:
        line.Close()
    return False


def _makes_another() -> int:
    """The error of Windows; 0 when it let us."""
    try:
        Pipe(win32event.CreateEvent(None, True, False, None))
    except pywintypes.error as problem:
        return int(problem.winerror)
    return 0


def _descriptor() -> str:
    line = _opened()
    found = win32security.GetSecurityInfo(line, win32security.SE_KERNEL_OBJECT, win32security.DACL_SECURITY_INFORMATION)
    line.Close()
    which = win32security.SDDL_REVISION_1, win32security.DACL_SECURITY_INFORMATION
    return str(win32security.ConvertSecurityDescriptorToStringSecurityDescriptor(found, *which))


def main() -> None:
    """Each, once."""
    told = {
        "after_silence": _says_nothing(),
        "too_long": _is_cut_off(b"[" * (MOST_BYTES + 1)),
        "another": _makes_another(),
        "descriptor": _descriptor(),
        "sits_here": [Caller("S-1-5-21", session).sits_here() for session in (0, 1, 2)],
        "still_there": ask([]),
    }
    print(json.dumps(told))  # noqa: T201 -- the answer


if __name__ == "__main__":
    main()
