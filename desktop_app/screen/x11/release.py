"""Lets go of what is held down when the screen process is gone without having done so, because it was killed.

The X server keeps a key that XTEST pressed down until somebody releases it; so somebody else stands by.
"""

import subprocess
import sys
from contextlib import suppress
from typing import IO, Any

from Xlib import X, display, error

from desktop_app.screen.keysyms import BUTTONS

WORD = "release"
"""What the screen process is started with to stand by, instead of showing a screen."""


def stand_by() -> "subprocess.Popen[bytes]":
    """Start it: it acts when the pipe to it closes, which happens however this process ends. Raises OSError."""
    program = (
        (sys.executable, "screen") if getattr(sys, "frozen", False) else (sys.executable, "-m", "desktop_app.screen")
    )
    return subprocess.Popen((*program, WORD), stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - itself


def wait_and_release(held: IO[bytes]) -> int:
    """Until `held` closes; then release every key and button. What the user's own hand holds is another device's."""
    held.read()
    with suppress(OSError, error.ConnectionClosedError, error.DisplayError):
        _release_all(display.Display())
    return 0


def _release_all(server: Any) -> None:
    pressed = server.query_keymap()
    for keycode in (code for code in range(256) if pressed[code // 8] & 1 << code % 8):
        server.xtest_fake_input(X.KeyRelease, keycode)
    for button in BUTTONS:
        server.xtest_fake_input(X.ButtonRelease, button)
    server.sync()
    server.close()
