"""Whether this desktop has a portal that shows screens. Light: the tray application reads it.

Source: XDG Desktop Portal, interface ScreenCast.
"""

import ctypes
from contextlib import closing

from jeepney import DBusAddress, Properties
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
CAST = DBusAddress(PATH, NAME, "org.freedesktop.portal.ScreenCast")
PIPEWIRE = "libpipewire-0.3.so.0"
NO_PORTAL = (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse)
_PATIENCE_S = 5


def is_offered() -> bool:
    """Whether a screen can be asked for, and what comes could be read."""
    try:
        ctypes.CDLL(PIPEWIRE)
        with closing(open_dbus_connection("SESSION")) as bus:
            return bool(told(bus, "AvailableSourceTypes"))
    except NO_PORTAL:
        return False


def told(bus: DBusConnection, name: str) -> int:
    """A property of the portal: what it can do, bit by bit. Raises what is in `NO_PORTAL`."""
    asked = Properties(CAST).get(name)
    return int(unwrap_msg(bus.send_and_get_reply(asked, timeout=_PATIENCE_S))[0][1])
