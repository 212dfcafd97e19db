"""Keys that work in every program. A thread of its own waits for them; it costs nothing while nobody presses."""

import os
import sys
from collections.abc import Callable
from threading import Lock
from typing import Protocol

from desktop_app.domain.shortcut import KeysState, Shortcut, shortcut


class Listener(Protocol):
    """Waits until it is closed. `is_taken`: another program has these keys."""

    @property
    def is_taken(self) -> bool:
        """Whether another program holds them."""

    def close(self) -> None:
        """Give the keys back."""


def listen(keys: Shortcut, pressed: Callable[[], object]) -> Listener | None:
    """Call `pressed`, on a thread of its own, whenever `keys` are pressed in any program.

    None where the system offers nothing: under Wayland the desktop's own settings bind keys (to `rescousse open`), and
    on macOS nothing is bound yet.
    """
    if sys.platform == "win32":
        from desktop_app.adapters.system.hotkey_windows import WindowsKeys

        return WindowsKeys(keys, pressed)
    if sys.platform == "linux" and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        from desktop_app.adapters.system.hotkey_x11 import XKeys

        return XKeys.opened(keys, pressed)
    return None


class GlobalKeys:
    """The one combination of this program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listener: Listener | None = None
        self.state: KeysState = "off"

    def bind(self, text: str, pressed: Callable[[], object]) -> None:
        """Wait for the keys `text` in place of those before; an empty text waits for none."""
        keys = shortcut(text)
        with self._lock:
            self._let_go()
            if keys is not None:
                self._listener = listen(keys, pressed)
                self.state = _state(self._listener)

    def close(self) -> None:
        """Give them back."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._listener is not None:
            self._listener.close()
        self._listener, self.state = None, "off"


def _state(listener: Listener | None) -> KeysState:
    if listener is None:
        return "elsewhere"
    return "taken" if listener.is_taken else "bound"
