"""A display of its own with something on it to see, for each file."""

import asyncio
import subprocess
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import mss
import numpy as np
import pytest

from desktop_app.screen.x11.screenful import XScreenful
from tests import real_screens
from tests.unit.screen.watch import Watch


@pytest.fixture(scope="module")
def bare_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A display with a pattern on it, and no window manager."""
    if why := real_screens.missing("Xvfb", "xsetroot", "xdotool"):
        pytest.skip(why)
    with real_screens.display(tmp_path_factory.mktemp("display")) as name:
        paint(name, "blue")
        yield name


@pytest.fixture
def watch() -> Watch:
    """The time, as the test wants it."""
    return Watch()


@pytest.fixture
def run(socket_enabled: None) -> Callable[[Coroutine[Any, Any, None]], None]:
    """Run to the end, with no task of ours left."""

    def to_the_end(what: Coroutine[Any, Any, None]) -> None:
        asyncio.run(what)

    return to_the_end


@contextmanager
def screenful(name: str) -> Iterator[XScreenful]:
    """That display, opened as the camera opens it."""
    with pytest.MonkeyPatch.context() as there:
        there.setenv("DISPLAY", name)
        opened = XScreenful()
        yield opened
        opened.close()


def paint(display: str, colour: str) -> None:
    """A pattern over the whole screen."""
    subprocess.run(["xsetroot", "-display", display, "-mod", "7", "11", "-bg", colour, "-fg", "white"], check=True)


def seen(display: str) -> Any:
    """The screen as it is: rows of RGB."""
    with mss.MSS(display=display) as camera:
        shot = camera.grab(camera.monitors[0])
    return np.frombuffer(bytearray(shot.raw), np.uint8).reshape(shot.height, shot.width, 4)[:, :, 2::-1]
