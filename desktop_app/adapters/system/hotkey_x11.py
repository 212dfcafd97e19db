"""Keys in every program under X11: a passive grab on the root window, by libxcb, on a connection of our own.

libxcb and not libX11, because a grab that another program holds is then an answer and not the end of the process.
Sources: xcb-proto `xproto.xml` (GrabKey, KeyPress, error Access), X11 keysymdef.h.
"""

import ctypes
import os
import select
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import combinations
from threading import Thread
from typing import Any

from desktop_app.domain.shortcut import Shortcut

_XCB, _KEYSYMS = "libxcb.so.1", "libxcb-keysyms.so.1"
_KEY_PRESS, _SENT = 2, 0x80
_ASYNC, _OWNER_TOO = 1, 1
_MASKS = {"Shift": 1, "Ctrl": 4, "Alt": 8, "Meta": 64}
_LOCKS = (2, 16)  # CapsLock and NumLock: the keys work whatever they say
_F1, _ESCAPE = 0xFFBE, 0xFF1B


class _Screens(ctypes.Structure):
    """xcb_screen_iterator_t: where the first screen stands; a screen begins with its root window."""

    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Cookie(ctypes.Structure):
    """xcb_void_cookie_t."""

    _fields_ = (("sequence", ctypes.c_uint),)


class XKeys:
    """A grab, and the thread that waits for it."""

    def __init__(self, xcb: Any, connection: Any, keys: Shortcut, pressed: Callable[[], object]) -> None:
        self._xcb, self._connection, self._pressed = xcb, connection, pressed
        self._wake_read, self._wake = os.pipe()
        self.is_taken = not all(self._grab(code, mask) for code in _codes(connection, keys) for mask in _masks(keys))
        self._thread = Thread(target=self._wait, name="global-keys", daemon=True)
        self._thread.start()

    @classmethod
    def opened(cls, keys: Shortcut, pressed: Callable[[], object]) -> "XKeys | None":
        """Connected; None when there is no X server or no libxcb."""
        xcb = _library(_XCB)
        if xcb is None or _library(_KEYSYMS) is None:
            return None
        for name in ("xcb_connect", "xcb_get_setup", "xcb_request_check", "xcb_poll_for_event"):
            getattr(xcb, name).restype = ctypes.c_void_p
        xcb.xcb_setup_roots_iterator.restype = _Screens
        xcb.xcb_grab_key_checked.restype = _Cookie
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        if xcb.xcb_connection_has_error(connection):
            xcb.xcb_disconnect(connection)
            return None
        return cls(xcb, connection, keys, pressed)

    def _grab(self, code: int, mask: int) -> bool:
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        root = self._xcb.xcb_setup_roots_iterator(setup).data[0]
        what = ctypes.c_uint32(root), ctypes.c_uint16(mask), ctypes.c_uint8(code)
        asked = self._xcb.xcb_grab_key_checked(self._connection, _OWNER_TOO, *what, _ASYNC, _ASYNC)
        fault = self._xcb.xcb_request_check(self._connection, asked)
        _free(fault)
        return not fault

    def _wait(self) -> None:
        descriptor = self._xcb.xcb_get_file_descriptor(self._connection)
        while True:
            readable, _, _ = select.select([descriptor, self._wake_read], [], [])
            if self._wake_read in readable or self._xcb.xcb_connection_has_error(self._connection):
                return
            for kind in self._events():
                if kind & ~_SENT == _KEY_PRESS:
                    self._pressed()

    def _events(self) -> Iterator[int]:
        while event := self._xcb.xcb_poll_for_event(self._connection):
            yield ctypes.cast(event, ctypes.POINTER(ctypes.c_uint8))[0]
            _free(event)

    def close(self) -> None:
        """Give the keys back: the server does, when the connection ends."""
        with suppress(OSError):
            os.write(self._wake, b"x")
        self._thread.join()
        self._xcb.xcb_disconnect(self._connection)
        for end in (self._wake_read, self._wake):
            os.close(end)


def _library(name: str) -> Any:
    """By the name that its interface has had for ever: ctypes' own search starts a compiler."""
    with suppress(OSError):
        return ctypes.CDLL(name)
    return None


def _free(pointer: Any) -> None:
    ctypes.CDLL(None).free(ctypes.c_void_p(pointer))


def _codes(connection: Any, keys: Shortcut) -> list[int]:
    """The key codes of this keyboard that bear the key; none when it has no such key."""
    keysyms = _library(_KEYSYMS)
    keysyms.xcb_key_symbols_alloc.restype = ctypes.c_void_p
    keysyms.xcb_key_symbols_get_keycode.restype = ctypes.POINTER(ctypes.c_uint8)
    table = ctypes.c_void_p(keysyms.xcb_key_symbols_alloc(connection))
    found = keysyms.xcb_key_symbols_get_keycode(table, ctypes.c_uint32(_symbol(keys)))
    codes: list[int] = []
    while found and found[len(codes)]:
        codes.append(found[len(codes)])
    if found:
        _free(ctypes.cast(found, ctypes.c_void_p).value)
    keysyms.xcb_key_symbols_free(table)
    return codes


def _symbol(keys: Shortcut) -> int:
    """The keysym; letters have that of their small form."""
    if keys.key == "Escape":
        return _ESCAPE
    return _F1 + keys.function - 1 if keys.function else ord(keys.key.lower())


def _masks(keys: Shortcut) -> list[int]:
    """The modifiers, with and without each lock."""
    wanted = sum(_MASKS[name] for name in keys.modifiers)
    return [wanted + sum(locks) for count in range(len(_LOCKS) + 1) for locks in combinations(_LOCKS, count)]
