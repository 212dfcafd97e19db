"""Memory that the C library keeps for later, given back to the system.

glibc opens a heap per thread and returns what was freed only from its end: loading leaves several megabytes behind
that nobody uses again. `mallopt(3)` and `malloc_trim(3)` say otherwise; where the library has no such function, nothing
is done.
"""

import ctypes
import sys

_TRIM_THRESHOLD, _ARENA_MAX = -1, -8
"""`M_TRIM_THRESHOLD` and `M_ARENA_MAX` of malloc.h."""
_KEPT_BYTES = 1 << 16


def share() -> None:
    """One heap for all threads, and little kept at its end; before the first thread is started.

    Python's lock lets one thread allocate at a time anyhow.
    """
    if sys.platform == "linux":
        _call("mallopt", _ARENA_MAX, 1)
        _call("mallopt", _TRIM_THRESHOLD, _KEPT_BYTES)


def give_back() -> None:
    """What is free by now."""
    if sys.platform == "linux":
        _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*arguments)
