"""Whether the person does not want to be disturbed just now: the system's own switch, or something in full screen.

Sources: Desktop Notifications specification (property Inhibited), GNOME's `show-banners`, Extended Window Manager Hints
(_NET_WM_STATE_FULLSCREEN), QUERY_USER_NOTIFICATION_STATE of Windows, the assertions that macOS keeps of a focus.
"""

import ctypes
import json
import re
import sys
from pathlib import Path
from typing import Any

from desktop_app.adapters.system.programs import answer_of

_SERVICE = "org.freedesktop.Notifications"
_ACTIVE = re.compile(r"window id # (0x[0-9a-f]+)")
# QUNS_BUSY, QUNS_RUNNING_D3D_FULL_SCREEN, QUNS_PRESENTATION_MODE, QUNS_QUIET_TIME
_QUIET_STATES = frozenset({2, 3, 4, 6})


def is_quiet(system: str = sys.platform) -> bool:
    """False where the system does not tell. May take a moment."""
    if system == "win32":
        return _windows_state() in _QUIET_STATES
    if system == "darwin":
        return has_focus(Path.home() / "Library" / "DoNotDisturb" / "DB" / "Assertions.json")
    return _is_inhibited() or _shows_no_banners() or _has_full_screen()


def has_focus(file: Path) -> bool:
    """Whether macOS keeps an assertion of a focus in `file`; newer systems let only some programs read it."""
    try:
        stores = json.loads(file.read_text(encoding="utf-8"))["data"]
        return any(store.get("storeAssertionRecords") for store in stores)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _is_inhibited() -> bool:
    command = ("busctl", "--user", "--json=short", "--timeout=1", "--auto-start=no", "get-property", _SERVICE)
    answer = answer_of(*command, "/org/freedesktop/Notifications", _SERVICE, "Inhibited")
    return answer.replace(" ", "").strip() == '{"type":"b","data":true}'


def _shows_no_banners() -> bool:
    return answer_of("gsettings", "get", "org.gnome.desktop.notifications", "show-banners").strip() == "false"


def _has_full_screen() -> bool:
    """Of the window in use; under Wayland no program is told."""
    found = _ACTIVE.search(answer_of("xprop", "-root", "_NET_ACTIVE_WINDOW"))
    return found is not None and "_NET_WM_STATE_FULLSCREEN" in answer_of("xprop", "-id", found[1], "_NET_WM_STATE")


def _windows_state() -> int:
    state = ctypes.c_int(0)
    shell: Any = getattr(ctypes, "windll").shell32  # noqa: B009 -- there is no windll elsewhere
    return state.value if shell.SHQueryUserNotificationState(ctypes.byref(state)) == 0 else 0
