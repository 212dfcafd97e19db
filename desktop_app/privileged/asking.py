"""Asks the service of Windows, as guided fixes do it: a process that is ended when no answer comes."""

from collections.abc import Sequence

import pywintypes
import win32con
import win32file
import win32pipe
import win32security

from desktop_app.privileged.letter import Reply, question, reply
from desktop_app.privileged.pipe import ASK, MOST_BYTES, NAME
from desktop_app.privileged.verbs import Refused

# Whoever answers learns who asks, and can do nothing in their name
_KNOWN_ONLY = win32con.SECURITY_SQOS_PRESENT | win32security.SecurityIdentification << 16
_QUEUE_MS = 60_000


def ask(words: Sequence[str]) -> tuple[str, ...]:
    """Has a verb done; without one, the verbs that are allowed. Raises Refused, also when nobody is there."""
    try:
        told = _ask(question(words))
    except (pywintypes.error, ValueError) as problem:
        raise Refused("Failed", str(problem)) from problem
    if told.refused:
        raise Refused(told.refused, told.detail)
    return told.verbs


def _ask(letter: bytes) -> Reply:
    win32pipe.WaitNamedPipe(NAME, _QUEUE_MS)
    line = win32file.CreateFile(NAME, ASK, 0, None, win32file.OPEN_EXISTING, _KNOWN_ONLY, None)
    try:
        win32pipe.SetNamedPipeHandleState(line, win32pipe.PIPE_READMODE_MESSAGE, None, None)
        win32file.WriteFile(line, letter)
        return reply(win32file.ReadFile(line, MOST_BYTES)[1])
    finally:
        line.Close()
