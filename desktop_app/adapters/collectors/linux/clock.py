"""Linux: whether the network sets the clock. The kernel knows, whichever program does it (adjtimex(2))."""

import ctypes
from dataclasses import dataclass

from desktop_app.adapters.collectors.tree import Tree

_KEEPERS = {
    "run/systemd/timesync": "systemd-timesyncd",
    "run/chrony": "chrony",
    "run/chrony.pid": "chrony",
    "run/ntpd.pid": "ntpd",
    "run/openntpd": "openntpd",
}
_NANO, _UNSYNCHRONISED, _FAILED = 0x2000, 0x0040, -1
_WORST_MICROSECONDS = 16_000_000
"""From this possible error on, the kernel's own rule calls a clock not synchronised."""


class _Timex(ctypes.Structure):
    """The beginning of the kernel's table; the rest is not looked at."""

    _fields_ = [
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 256),
    ]


@dataclass(frozen=True)
class Clock:
    """Whether the network sets it, by which program, and how far it was from the network's time."""

    synchronised: bool | None = None
    offset_s: float | None = None
    source: str | None = None


def clock_of(tree: Tree) -> Clock:
    """The clock of this machine. That it is not set is told only where a program is there to set it."""
    source = next((name for mark, name in _KEEPERS.items() if tree.exists(mark)), None)
    if tree.exists("run/systemd/timesync/synchronized"):
        return Clock(True, _offset(tree), source)
    offset = _offset(tree)
    if offset is not None:
        return Clock(True, offset, source)
    return Clock(False if source else None, None, source)


def _offset(tree: Tree) -> float | None:
    """How far the clock was off in seconds, when the kernel says that it is set; a recorded tree has no kernel."""
    if str(tree.root) != "/":
        return None
    table = _Timex()
    if ctypes.CDLL(None).adjtimex(ctypes.byref(table)) == _FAILED or table.status & _UNSYNCHRONISED:
        return None
    if table.maxerror >= _WORST_MICROSECONDS:
        return None
    return round(float(table.offset) / (1e9 if table.status & _NANO else 1e6), 6)
