"""Stands between a compositor without a graphics card and the portal's program for it.

xdg-desktop-portal-wlr 0.7 refuses a screen whose pictures cannot also lie in the memory of a graphics card, even where
it then reads them from shared memory, as here, where it knows no way to that other memory. So it is told that they
could: each description of a picture (wlr-screencopy, version 3) gets a line more. All else is passed on as it comes.
"""

import array
import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path

_HEAD = struct.Struct("=II")
_BUFFER, _IN_CARD, _BUFFER_DONE = 0, 5, 6
_XRGB = int.from_bytes(b"XR24", "little")
_MOST_FILES = 28


class Between:
    """Listens at `door` for one program."""

    def __init__(self, compositor: Path, door: Path) -> None:
        self._compositor, self._door = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        self._compositor.connect(str(compositor))
        self._door.bind(str(door))
        self._door.listen(1)
        self._sizes: dict[int, bytes] = {}
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Both ends are let go of."""
        for end in (self._compositor, self._door):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._thread.join(20)
        assert not self._thread.is_alive()
        for end in (self._compositor, self._door):
            end.close()

    def _serve(self) -> None:
        try:
            program, _ = self._door.accept()
        except OSError:
            return
        with program:
            back = threading.Thread(target=_pass_on, args=(program, self._compositor, bytes), daemon=True)
            back.start()
            _pass_on(self._compositor, program, self._with_one_more)
            back.join(20)

    def _with_one_more(self, message: bytes) -> bytes:
        about, what = _HEAD.unpack_from(message)
        if what == _event(_BUFFER, 24):
            self._sizes[about] = message[12:20]
        if what == _event(_BUFFER_DONE, 8) and about in self._sizes:
            one_more = _HEAD.pack(about, _event(_IN_CARD, 20)) + struct.pack("=I", _XRGB) + self._sizes.pop(about)
            return one_more + message
        return message


def _event(number: int, length: int) -> int:
    return length << 16 | number


def _pass_on(heard: socket.socket, said: socket.socket, change: Callable[[bytes], bytes]) -> None:
    """Message for message, with the files that came along; when one of the two has left, the other hears of it."""
    waits = b""
    with contextlib.suppress(OSError):
        while True:
            data, files, _, _ = socket.recv_fds(heard, 65_536, _MOST_FILES)
            if not data:
                break
            waits, whole = waits + data, b""
            while len(waits) >= 8 and len(waits) >= (length := _HEAD.unpack_from(waits)[1] >> 16):
                whole, waits = whole + change(waits[:length]), waits[length:]
            _send(said, whole, files)
    for end in (heard, said):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


def _send(said: socket.socket, data: bytes, files: list[int]) -> None:
    with contextlib.ExitStack() as opened:
        for file in files:
            opened.callback(socket.close, file)
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
        sent = said.sendmsg([data], rights) if data else 0
        said.sendall(data[sent:])
