"""Two questions to Windows. Sources: SYSTEM_POWER_STATUS (winbase.h), QUERY_USER_NOTIFICATION_STATE (shellapi.h)."""

import ctypes
from typing import Any


class _PowerStatus(ctypes.Structure):
    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("battery", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds_left", ctypes.c_uint32),
        ("seconds_full", ctypes.c_uint32),
    )


def power() -> int:
    """1 while battery saver is on; 0 when it is off or Windows does not tell."""
    status = _PowerStatus()
    return int(status.saver) if _library("kernel32").GetSystemPowerStatus(ctypes.byref(status)) else 0


def notices() -> int:
    """Whether Windows would show a notification now: 5 is yes; 0 when it does not tell."""
    state = ctypes.c_int()
    failed = _library("shell32").SHQueryUserNotificationState(ctypes.byref(state))
    return 0 if failed else state.value


def _library(name: str) -> Any:
    return getattr(ctypes, "windll")[name]  # noqa: B009 - only Windows has it
