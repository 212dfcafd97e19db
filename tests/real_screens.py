"""A real X server of its own: without cables (Xvfb), or with two sockets that hold a screen each (Xorg's dummy)."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TWO_SCREENS = """\
Section "Device"
  Identifier "card"
  Driver "dummy"
  Option "Monitor-DUMMY0" "first"
  Option "Monitor-DUMMY1" "second"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "first"
  Option "PreferredMode" "1024x768"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Monitor"
  Identifier "second"
  Option "Enable" "true"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  DefaultDepth 24
EndSection
"""
_DRIVER = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")


def missing(*tools: str) -> str:
    """Why there is none here; empty when there is."""
    absent = [tool for tool in tools if shutil.which(tool) is None]
    return f"not installed here: {', '.join(absent)}" if absent else ""


def missing_two_screens() -> str:
    """Why there are no two screens here; empty when there are."""
    if not _DRIVER.exists():
        return "the dummy driver of Xorg is not installed here (package xserver-xorg-video-dummy)"
    return missing("Xorg", "xrandr")


@contextmanager
def display(folder: Path) -> Iterator[str]:
    """The name of a display without any cable."""
    with _started(["Xvfb", "-noreset", "-screen", "0", "1024x768x24"], folder) as name:
        yield name


@contextmanager
def two_screens(folder: Path) -> Iterator[str]:
    """The name of a display with DUMMY0 and DUMMY1: each asks for 1024x768, and both are lit."""
    (folder / "xorg.conf").write_text(_TWO_SCREENS)
    words = ["Xorg", "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]
    words += ["-config", str(folder / "xorg.conf"), "-logfile", str(folder / "xorg.log")]
    with _started(words, folder) as name:
        yield name


@contextmanager
def _started(words: list[str], folder: Path) -> Iterator[str]:
    """The server picks a free number and says which as soon as it answers."""
    read, write = os.pipe()
    more = ["-displayfd", str(write)]
    with (folder / "x.err").open("wb") as errors:
        server = subprocess.Popen([*words, *more], pass_fds=[write], stdout=errors, stderr=errors)
    os.close(write)
    try:
        with os.fdopen(read) as said:
            number = said.readline().strip()
        assert number, (folder / "x.err").read_text()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(60)
