"""Whether this desktop's screen can be shown; known before anybody is asked. Light: the tray application reads it."""

import os
import sys


def is_able() -> bool:
    """X11 on Linux, and Wayland where it has a portal for that. Elsewhere nobody is asked for what is not possible."""
    if is_wayland():
        from desktop_app.screen.wayland.portal import is_offered

        return is_offered()
    return is_x11()


def is_x11() -> bool:
    """Windows can be told apart, and clicks heard."""
    return bool(sys.platform.startswith("linux") and os.environ.get("DISPLAY") and not is_wayland())


def is_wayland() -> bool:
    """The desktop's own dialog asks what is shown, and it can only be looked at."""
    return bool(sys.platform.startswith("linux") and os.environ.get("WAYLAND_DISPLAY"))
