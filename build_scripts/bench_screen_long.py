"""What a shared screen must hold to: a page that changes whole, a stop in a flood, and an hour of work."""

import argparse
import base64
import os
import signal
import time
from collections.abc import Callable, Iterable
from typing import Any

import mss
import numpy as np
import psutil
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from Xlib import display

from build_scripts.bench_screen_desk import Sharer
from build_scripts.bench_screen_view import Look, look
from build_scripts.figures import Figure, figure
from build_scripts.progress import Trouble, step

_READABLE_S, _LOSSLESS_S, _SETTLES_S = 0.3, 1.0, 3.0
_BLOCK = 8
Picture = NDArray[np.uint8]


def flip(wanted: argparse.Namespace) -> Iterable[Figure]:
    """How like the screen the viewer's picture is so long after all of it changed."""
    with look("flip", "ours") as seen:
        seen.page.wait_for_timeout(_SETTLES_S * 1000)
        soon, later = ([_after(seen, wait) for _ in range(wanted.runs)] for wait in (_READABLE_S, _LOSSLESS_S))
    yield figure("page changed: likeness at 0.3 s", [likeness for likeness, _ in soon], [], "SSIM", ">= 0.95")
    yield figure("page changed: pixels that differ at 1 s", [others for _, others in later], [], "", "0")


def _after(seen: Look, wait: float) -> tuple[float, float]:
    before = _screen(seen)
    while np.array_equal(before, _screen(seen)):
        pass
    seen.page.wait_for_timeout(wait * 1000)
    shown, screen = _shown(seen), _screen(seen)
    return _likeness(shown, screen), float((shown != screen).any(axis=2).sum())


def _screen(seen: Look) -> Picture:
    with mss.MSS(display=seen.there["DISPLAY"]) as camera:
        shot = camera.grab(camera.monitors[0])
    return np.frombuffer(bytearray(shot.raw), np.uint8).reshape(shot.height, shot.width, 4)[:, :, 2::-1]


def _shown(seen: Look) -> Picture:
    """What the browser holds."""
    shot = QImage.fromData(base64.b64decode(seen.page.evaluate("shot()"))).convertToFormat(QImage.Format.Format_RGB32)
    return np.array(shot.constBits(), np.uint8).reshape(shot.height(), shot.width(), 4)[:, :, 2::-1]


def _likeness(one: Picture, other: Picture) -> float:
    """SSIM of the brightness in squares of 8 pixels, their mean. Source: Wang et al. 2004."""
    (a, da), (b, db) = _squares(one), _squares(other)
    both = (da * db).mean(axis=(1, 3))
    flat, lively = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    spread = (da**2).mean(axis=(1, 3)) + (db**2).mean(axis=(1, 3))
    return float(((2 * a * b + flat) * (2 * both + lively) / ((a**2 + b**2 + flat) * (spread + lively))).mean())


def _squares(picture: Picture) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The mean of each square, and how each of its pixels differs from that."""
    high, wide = (side // _BLOCK for side in picture.shape[:2])
    grey = picture[: high * _BLOCK, : wide * _BLOCK].mean(axis=2).reshape(high, _BLOCK, wide, _BLOCK)
    mean = grey.mean(axis=(1, 3))
    return mean, grey - mean[:, None, :, None]


def stop(wanted: argparse.Namespace) -> Iterable[Figure]:
    """A thousand moves a second, and the user stops it."""
    told = [_stopped() for _ in range(wanted.runs)]
    names = (("last move after it", "<= 50", "ms"), ("last picture after it", "<= 100", "ms"), ("keys held", "0", ""))
    for place, (name, goal, unit) in enumerate(names):
        yield figure(f"stop in a flood: {name}", [float(row[place]) for row in told], [], unit, goal)


def _stopped() -> tuple[float, float, int]:
    with look("typing", "ours") as seen:
        server: Any = display.Display(seen.there["DISPLAY"])
        assert isinstance(seen.sharer, Sharer)  # noqa: S101 - it is ours
        seen.page.evaluate("line.say({ kind: 'ask', capability: 'control', reason: 'to measure' })")
        seen.sharer.hear("asked")
        seen.sharer.say(kind="grant", capability="control", seconds=300)
        seen.page.evaluate("flood()")
        seen.page.wait_for_timeout(1500)
        if not _last_move(server) or not sum(map(int, server.query_keymap())):
            raise Trouble("What the browser sends moves no mouse here, or holds no key.")
        seen.sharer.say(kind="stop", ending="user")
        since, moved = time.time(), _last_move(server)
        held = sum(map(int, server.query_keymap()))
        server.close()
        picture = seen.page.evaluate("seen.tile") / 1000
    return max(0.0, moved - since) * 1000, max(0.0, picture - since) * 1000, held


def _last_move(server: Any) -> float:
    """When the mouse moved last, of the next half second."""
    until, last, before = time.time() + 0.5, 0.0, None
    while (now := time.time()) < until:
        place = server.screen().root.query_pointer()
        at = (place.root_x, place.root_y)
        last = now if before is not None and at != before else last
        before = at
    return last


def soak(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Typing and scrolling; each minute the work stands still for a moment, and both pictures must be the same."""
    with look("soak", "ours") as seen:
        process, sizes, others = psutil.Process(seen.sharer.program.pid), list[float](), 0
        for minute in range(max(2, round(wanted.soak))):
            seen.page.wait_for_timeout((60 - _SETTLES_S) * 1000)
            os.kill(seen.work.pid, signal.SIGSTOP)
            seen.page.wait_for_timeout(_SETTLES_S * 1000)
            differing = int((_shown(seen) != _screen(seen)).any(axis=2).sum())
            os.kill(seen.work.pid, signal.SIGCONT)
            others += bool(differing)
            sizes.append(process.memory_info().rss / 2**20)
            step(f"Minute {minute + 1}: {sizes[-1]:.1f} MB, {differing} pixels differ")
    yield figure("soak: minutes whose pictures differed", [float(others)], [], "", "0")
    yield figure("soak: growth since the second minute", [100 * (sizes[-1] / sizes[1] - 1)], [], "%", "<= 5")


LONG: dict[str, Callable[[argparse.Namespace], Iterable[Figure]]] = {"flip": flip, "stop": stop, "soak": soak}
