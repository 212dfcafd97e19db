r"""The service's end of a named pipe of Windows, one call at a time.

Nobody from another computer gets in, and only the service may make such a pipe. Who asks is read from their own token,
never from what they write; they are known by it, and nothing is done in their name.
"""

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pywintypes
import win32api
import win32con
import win32event
import win32file
import win32pipe
import win32security
import win32ts
import winerror

from desktop_app.privileged import letter
from desktop_app.privileged.service import Service

NAME = r"\\.\pipe\org.rescousse.Privileged1"
ASK = 0x12019B
"""The rights of whoever asks: to read and to write, without that of making another pipe of this name."""

MOST_BYTES = 4096
# Nobody over the network; the system itself all; whoever has signed in at this computer may ask
_DESCRIPTOR = f"D:P(D;;GA;;;NU)(A;;GA;;;SY)(A;;{ASK:#x};;;IU)"
_OPEN = win32pipe.PIPE_ACCESS_DUPLEX | win32con.FILE_FLAG_OVERLAPPED | win32pipe.FILE_FLAG_FIRST_PIPE_INSTANCE
_REJECT_REMOTE_CLIENTS = 0x8
_MODE = win32pipe.PIPE_TYPE_MESSAGE | win32pipe.PIPE_READMODE_MESSAGE | _REJECT_REMOTE_CLIENTS
_PATIENCE_MS, _LEAVING_MS = 5000, 1000
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Caller:
    """Whose token it is, by the number that Windows gave them, and the session they are signed in to."""

    sid: str
    session: int

    def sits_here(self) -> bool:
        """Whether that session has the computer's own screen: neither a line from elsewhere nor a service."""
        return self.session != 0 and self.session == win32ts.WTSGetActiveConsoleSessionId()


def serve(service: Service[Caller], end: Any) -> None:
    """Answers until the event `end` is set."""
    pipe = Pipe(end)
    while pipe.wait():
        try:
            read = pipe.read(_PATIENCE_MS)  # before it, Windows does not tell whose it is
            pipe.write(letter.answer(service, pipe.caller(), read))
        except (pywintypes.error, TimeoutError) as problem:
            _log.info("a call was cut off: %s", problem)
        pipe.leave()


class Pipe:
    """The only one of its name. Raises pywintypes.error when somebody has made such a pipe before."""

    def __init__(self, end: Any) -> None:
        guarded = win32security.SECURITY_ATTRIBUTES()
        guarded.SECURITY_DESCRIPTOR = win32security.ConvertStringSecurityDescriptorToSecurityDescriptor(
            _DESCRIPTOR, win32security.SDDL_REVISION_1
        )
        self._end = end
        self._handle = win32pipe.CreateNamedPipe(NAME, _OPEN, _MODE, 1, MOST_BYTES, MOST_BYTES, 0, guarded)

    def wait(self) -> bool:
        """Waits for somebody; False at the end."""
        waiting = _waiting()
        try:
            if win32pipe.ConnectNamedPipe(self._handle, waiting) != winerror.ERROR_PIPE_CONNECTED:
                self._done(waiting, win32event.INFINITE)
        except TimeoutError:
            return False
        except pywintypes.error as problem:
            if problem.winerror != winerror.ERROR_NO_DATA:  # they have left again
                raise
        return True

    def read(self, patience_ms: int) -> bytes:
        """One letter. TimeoutError, or pywintypes.error when it is too long or they have left."""
        waiting = _waiting()
        _, buffer = win32file.ReadFile(self._handle, win32file.AllocateReadBuffer(MOST_BYTES), waiting)
        return bytes(buffer[: self._done(waiting, patience_ms)])

    def write(self, answer: bytes) -> None:
        """Writes, and lets them read; whoever does not is not waited for."""
        waiting = _waiting()
        win32file.WriteFile(self._handle, answer, waiting)
        self._done(waiting, _PATIENCE_MS)
        with suppress(pywintypes.error, TimeoutError):
            self.read(_LEAVING_MS)

    def caller(self) -> Caller:
        """Whoever wrote what was read last. Raises pywintypes.error when they do not say who they are."""
        win32security.ImpersonateNamedPipeClient(self._handle)
        try:
            token = win32security.OpenThreadToken(win32api.GetCurrentThread(), win32con.TOKEN_QUERY, True)
        finally:
            win32security.RevertToSelf()
        person, _ = win32security.GetTokenInformation(token, win32security.TokenUser)
        session = win32security.GetTokenInformation(token, win32security.TokenSessionId)
        return Caller(win32security.ConvertSidToStringSid(person), int(session))

    def leave(self) -> None:
        """The next one, please."""
        win32pipe.DisconnectNamedPipe(self._handle)

    def _done(self, waiting: Any, patience_ms: int) -> int:
        """How many bytes went through; TimeoutError when none did in time, or at the end."""
        events = (self._end, waiting.hEvent)
        if win32event.WaitForMultipleObjects(events, False, patience_ms) != win32event.WAIT_OBJECT_0 + 1:
            win32file.CancelIo(self._handle)
            with suppress(pywintypes.error):
                win32file.GetOverlappedResult(self._handle, waiting, True)
            raise TimeoutError("nothing came in time")
        return int(win32file.GetOverlappedResult(self._handle, waiting, True))


def _waiting() -> Any:
    made = pywintypes.OVERLAPPED()
    made.hEvent = win32event.CreateEvent(None, True, False, None)
    return made
