"""Runs first in the bundle, before anything of ours.

Linux: other programs that Rescousse starts are not to load the libraries it carries. The boot loader points
`LD_LIBRARY_PATH` into the bundle; a browser or a print command that inherited it would run with our libraries instead
of the system's. Another start of this program gets its own path again from the boot loader.

Windows: a program without a console of its own may get no streams from Python, even where whoever started it waits for
what a command prints: they are taken from the system. What is written into a pipe or a file is UTF-8, as elsewhere.
"""

import os
import sys
from typing import IO

_HANDLES = {"stdin": (-10, "r"), "stdout": (-11, "w"), "stderr": (-12, "w")}


def _open_streams() -> None:
    for name, (number, mode) in _HANDLES.items():
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _of_the_system(number, mode))
        elif not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")


def _of_the_system(number: int, mode: str) -> IO[str] | None:
    import ctypes
    import msvcrt

    system = getattr(ctypes, "windll").kernel32  # noqa: B009 -- there is no windll elsewhere
    system.GetStdHandle.restype = ctypes.c_void_p
    handle = system.GetStdHandle(number)
    if not handle or not system.GetFileType(ctypes.c_void_p(handle)):
        return None
    end = msvcrt.open_osfhandle(handle, 0)  # type: ignore[attr-defined,unused-ignore]
    return open(end, mode, encoding="utf-8", errors="replace")  # noqa: PTH123 -- it stays open


if sys.platform == "win32":
    _open_streams()
if sys.platform == "linux":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
