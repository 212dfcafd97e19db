"""The window that the person works in: its number and its title, where the system tells them."""

import os
import sys


def front_window() -> tuple[int, str] | None:
    """The one in use that is not ours; None under Wayland and on the systems where a window is not shared yet."""
    if sys.platform != "linux" or os.environ.get("WAYLAND_DISPLAY"):
        return None
    from desktop_app.adapters.actions.speed.x_windows import x_screen

    with x_screen(os.environ.get("DISPLAY", "")) as screen:
        found = screen.in_front(os.getpid()) if screen is not None else 0
        return (found, screen.title(found)) if screen is not None and found else None
