"""A picture by the desktop's own dialog, where programs may not look at the screen themselves (Wayland).

Source: XDG Desktop Portal, interfaces Screenshot and Request.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_PATIENCE_S = 180
_LARGEST = 128 * 1024 * 1024


def picture() -> bytes:
    """The file that the person chose to make: a window, a part or all of the screen; it is not left on the disk.

    Nothing where there is no such dialog, or when it was closed. May take as long as the person does.
    """
    from jeepney.io.blocking import open_dbus_connection

    try:
        with closing(open_dbus_connection(bus="SESSION")) as bus:
            return _read(_asked(bus))
    except (OSError, KeyError, ValueError, RuntimeError, StopIteration):
        return b""


def _asked(bus: DBusConnection) -> str:
    """The address of the picture; nothing when the person said no."""
    from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call

    token = f"rescousse{secrets.token_hex(8)}"
    request = f"{_PATH}/request/{bus.unique_name[1:].replace('.', '_')}/{token}"
    rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=request)
    bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=5)
    portal = DBusAddress(_PATH, _NAME, "org.freedesktop.portal.Screenshot")
    wishes: dict[str, tuple[str, Any]] = {"handle_token": ("s", token), "interactive": ("b", True)}
    with bus.filter(rule) as answers:
        call = new_method_call(portal, "Screenshot", "sa{sv}", ("", wishes))
        if bus.send_and_get_reply(call, timeout=_PATIENCE_S).header.message_type is MessageType.error:
            return ""
        code, results = bus.recv_until_filtered(answers, timeout=_PATIENCE_S).body
    return str(results["uri"][1]) if code == 0 else ""


def _read(address: str) -> bytes:
    parts = urlsplit(address)
    if parts.scheme != "file":
        return b""
    file = Path(unquote(parts.path))
    try:
        return file.read_bytes() if file.stat().st_size <= _LARGEST else b""
    finally:
        file.unlink(missing_ok=True)
