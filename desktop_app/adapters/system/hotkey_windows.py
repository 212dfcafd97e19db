"""Keys in every program under Windows: RegisterHotKey, whose message comes to the thread that asked.

Source: learn.microsoft.com, RegisterHotKey, WM_HOTKEY, PostThreadMessageW.
"""

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from threading import Event, Thread
from typing import Any

from desktop_app.domain.shortcut import Shortcut

_MASKS = {"Alt": 1, "Ctrl": 2, "Shift": 4, "Meta": 8}
_NO_REPEAT = 0x4000
_VK_F1, _VK_ESCAPE, _WM_HOTKEY, _WM_QUIT = 0x70, 0x1B, 0x0312, 0x0012
_ID = 1


class WindowsKeys:
    """A registration, and the thread that waits for its messages."""

    def __init__(self, keys: Shortcut, pressed: Callable[[], object], windll: Any = None) -> None:
        self._pressed = pressed
        self._windll = windll or getattr(ctypes, "windll")  # noqa: B009 -- there is no windll elsewhere
        self.is_taken = False
        self._number, self._ready = 0, Event()
        self._thread = Thread(target=self._wait, args=(keys,), name="global-keys", daemon=True)
        self._thread.start()
        self._ready.wait()

    def _wait(self, keys: Shortcut) -> None:
        user32 = self._windll.user32
        self._number = self._windll.kernel32.GetCurrentThreadId()
        self.is_taken = not user32.RegisterHotKey(None, _ID, modifiers(keys), key_code(keys))
        self._ready.set()
        message = wintypes.MSG()
        while user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.message == _WM_HOTKEY:
                self._pressed()
        user32.UnregisterHotKey(None, _ID)

    def close(self) -> None:
        """Give the keys back."""
        self._windll.user32.PostThreadMessageW(self._number, _WM_QUIT, 0, 0)
        self._thread.join()


def modifiers(keys: Shortcut) -> int:
    """What RegisterHotKey calls them; held down, the keys say it once."""
    return _NO_REPEAT | sum(_MASKS[name] for name in keys.modifiers)


def key_code(keys: Shortcut) -> int:
    """The virtual key code: letters and digits have that of their sign."""
    if keys.key == "Escape":
        return _VK_ESCAPE
    return _VK_F1 + keys.function - 1 if keys.function else ord(keys.key)
