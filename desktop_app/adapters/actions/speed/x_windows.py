"""The windows of an X screen: whose they are, whether they answer, asking one to close.

By libxcb, where a window that has gone meanwhile is an empty answer and not the end of this process. Sources: Extended
Window Manager Hints (_NET_CLIENT_LIST, _NET_WM_PID, _NET_WM_PING), ICCCM 4.2.8.1 (WM_DELETE_WINDOW), xcb-proto.
"""

import ctypes
import platform
import select
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_XCB = "libxcb.so.1"
_CLIENT_MESSAGE, _SENT = 33, 0x80
_EVENT_MASK = 2048
# Answers are sent to the root window for the one mask or for the other (Qt)
_HEARS = 1 << 17 | 1 << 19
_MOST_WORDS = 4096
# A time that no server gives: our questions are not taken for those of the window manager
_OUR_TIME = 1


class _Cookie(ctypes.Structure):
    """xcb_get_property_cookie_t and its kin."""

    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    """xcb_screen_iterator_t; a screen begins with its root window."""

    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class XScreen:
    """A connection of our own to the screen."""

    def __init__(self, xcb: Any, connection: Any) -> None:
        self._xcb, self._connection = xcb, connection
        self._root = xcb.xcb_setup_roots_iterator(ctypes.c_void_p(xcb.xcb_get_setup(connection))).data[0]

    def windows(self) -> list[int]:
        """The windows that the window manager shows in its list; none without one."""
        return self._numbers(self._root, "_NET_CLIENT_LIST")

    def program(self, window: int) -> int:
        """The number of its process on this machine; 0 when it does not tell, or lives on another machine."""
        machine = self._property(window, "WM_CLIENT_MACHINE").decode("utf-8", "replace").rstrip("\0")
        number = next(iter(self._numbers(window, "_NET_WM_PID")), 0)
        return number if machine in ("", platform.node(), platform.node().partition(".")[0]) else 0

    def title(self, window: int) -> str:
        """What stands in its title bar."""
        named = self._property(window, "_NET_WM_NAME") or self._property(window, "WM_NAME")
        return named.decode("utf-8", "replace")

    def in_front(self, not_of: int) -> int:
        """The window in use, or the topmost, that is not of the program `not_of`; 0 when there is none."""
        above = self._numbers(self._root, "_NET_CLIENT_LIST_STACKING")
        candidates = [*self._numbers(self._root, "_NET_ACTIVE_WINDOW"), *reversed(above)]
        return next((one for one in candidates if one and self.program(one) != not_of and self.title(one)), 0)

    def is_filled(self) -> bool:
        """Whether the window in use fills the screen."""
        window = next(iter(self._numbers(self._root, "_NET_ACTIVE_WINDOW")), 0)
        return window != 0 and self._atom("_NET_WM_STATE_FULLSCREEN") in self._numbers(window, "_NET_WM_STATE")

    def unanswered(self, windows: list[int], patience_s: float) -> list[int]:
        """Those of `windows` that promise to answer and have not after `patience_s`."""
        ping = self._atom("_NET_WM_PING")
        asked = {window for window in windows if ping in self._numbers(window, "WM_PROTOCOLS")}
        values = (ctypes.c_uint32 * 1)(_HEARS)
        self._xcb.xcb_change_window_attributes(self._connection, ctypes.c_uint32(self._root), _EVENT_MASK, values)
        for window in asked:
            self._say(window, ping, window)
        until, silent = time.monotonic() + patience_s, asked - set(self._answers(ping))
        while silent and (left := until - time.monotonic()) > 0:
            select.select([self._xcb.xcb_get_file_descriptor(self._connection)], [], [], left)
            silent -= set(self._answers(ping))
        return [window for window in windows if window in silent]

    def ask_to_close(self, window: int) -> bool:
        """What a click on its cross does; False when it knows no such question."""
        close = self._atom("WM_DELETE_WINDOW")
        if close not in self._numbers(window, "WM_PROTOCOLS"):
            return False
        self._say(window, close, 0)
        # An answer to anything means that the question has arrived: we may hang up
        return close == self._atom("WM_DELETE_WINDOW")

    def _say(self, window: int, protocol: int, about: int) -> None:
        head = struct.pack("=BBHII", _CLIENT_MESSAGE, 32, 0, window, self._atom("WM_PROTOCOLS"))
        event = ctypes.create_string_buffer(head + struct.pack("=5I", protocol, _OUR_TIME, about, 0, 0), 32)
        self._xcb.xcb_send_event(self._connection, 0, ctypes.c_uint32(window), 0, event)
        self._xcb.xcb_flush(self._connection)

    def _answers(self, ping: int) -> Iterator[int]:
        while event := self._xcb.xcb_poll_for_event(self._connection):
            raw = ctypes.string_at(event, 32)
            _free(event)
            data = struct.unpack_from("=5I", raw, 12)
            if raw[0] & ~_SENT == _CLIENT_MESSAGE and data[0] == ping and data[1] == _OUR_TIME:
                yield data[2]

    def _atom(self, name: str) -> int:
        cookie = self._xcb.xcb_intern_atom(self._connection, 0, ctypes.c_uint16(len(name)), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        found: int = struct.unpack_from("=I", ctypes.string_at(reply, 12), 8)[0] if reply else 0
        _free(reply)
        return found

    def _numbers(self, window: int, name: str) -> list[int]:
        raw = self._property(window, name)
        return list(struct.unpack(f"={len(raw) // 4}I", raw[: len(raw) // 4 * 4]))

    def _property(self, window: int, name: str) -> bytes:
        where = ctypes.c_uint32(window), ctypes.c_uint32(self._atom(name))
        cookie = self._xcb.xcb_get_property(self._connection, 0, *where, 0, 0, _MOST_WORDS)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return b""
        held = ctypes.c_void_p(reply)
        length = self._xcb.xcb_get_property_value_length(held)
        value = ctypes.string_at(self._xcb.xcb_get_property_value(held), length) if length else b""
        _free(reply)
        return value


@contextmanager
def x_screen(display: str) -> Iterator[XScreen | None]:
    """The X screen `display`; None where there is none, or no libxcb."""
    xcb = _library() if display else None
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None)) if xcb else None
    if xcb is None or connection is None:
        yield None
        return
    try:
        yield None if xcb.xcb_connection_has_error(connection) else XScreen(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)


def _library() -> Any:
    with suppress(OSError):
        xcb = ctypes.CDLL(_XCB)
        names = ("connect", "get_setup", "poll_for_event", "intern_atom_reply", "get_property_reply")
        for name in (*names, "get_property_value"):
            getattr(xcb, f"xcb_{name}").restype = ctypes.c_void_p
        for name in ("intern_atom", "get_property"):
            getattr(xcb, f"xcb_{name}").restype = _Cookie
        xcb.xcb_setup_roots_iterator.restype = _Screens
        return xcb
    return None


def _free(pointer: Any) -> None:
    ctypes.CDLL(None).free(ctypes.c_void_p(pointer))
