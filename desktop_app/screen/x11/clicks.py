"""Clicks, each with a picture of the window that was clicked and of nothing else. Keys are never heard."""

import base64
import os
import select
import time
from collections.abc import Iterator
from typing import IO, Any

import mss
import mss.tools
import numpy as np
from Xlib import X, display, error
from Xlib.ext import xinput

from desktop_app.protocol.steps import Begin, Clicked
from desktop_app.screen.screenful import View
from desktop_app.screen.tiles import Pixels, Rect
from desktop_app.screen.x11.named import Accessibles, Named
from desktop_app.screen.x11.own_hand import HEAD, ask_version
from desktop_app.screen.x11.windows import PROMPTS, Window, Windows

_BUTTONS = {1, 2, 3}
_LONGEST_TITLE, _DEPTH, _TRIES = 120, 3, 3
_TWICE_S = 0.4
"""A second click that soon at the same place belongs to the first."""
_LARGEST = 2_900_000
"""Bytes of a PNG; in Base64 a third more, and a line has room for 4 MB."""
_PICKED_S, _CROSS = 60, 34
"""How long the mouse is held at most; the cross-hairs of X's own cursor font."""
_RING, _THICK, _COLOUR = 22, 5, (0, 107, 232)
"""Radius and thickness in pixels, and blue, green, red, of what is drawn around the place of a click."""


class Clicks:
    """Hears until `ends` has something to read. Of windows of hidden programs only that there was a click is told."""

    def __init__(self, begin: Begin, ends: IO[bytes]) -> None:
        self._hidden, self._picks, self._ends = begin.hidden, begin.picks, ends
        self._private = PROMPTS | {name.casefold() for name in begin.hidden}
        self._display: Any = display.Display()
        self._display.set_error_handler(lambda *_: None)  # windows close while they are asked about
        self._root = self._display.screen().root
        self._pressed, self._last = 0, (0.0, -1, -1)
        self._windows, self._camera, self._named = Windows(self._display), mss.MSS(), Accessibles()
        self._title_atom = self._display.intern_atom("_NET_WM_NAME")
        ask_version(self._display)
        self._root.xinput_select_events([(xinput.AllMasterDevices, xinput.RawButtonPressMask)])
        self._windows.listen()
        if self._picks:
            self._hold_mouse()
        self._display.sync()

    def _hold_mouse(self) -> None:
        """The click that chooses reaches no program."""
        font = self._display.open_font("cursor")
        cross = font.create_glyph_cursor(font, _CROSS, _CROSS + 1, (0, 0, 0), (65535, 65535, 65535))
        held = (X.GrabModeAsync, X.GrabModeAsync, X.NONE, cross, X.CurrentTime)
        if self._root.grab_pointer(False, X.ButtonPressMask, *held) != X.GrabSuccess:
            raise OSError("another program holds the mouse")

    def heard(self) -> Iterator[Clicked]:
        """Each click that is not on a window of ours; while a window is chosen, that one gives it up."""
        while True:
            self._read()
            if self._pressed:
                self._pressed -= 1
                if clicked := self._clicked():
                    yield clicked
                elif self._picks:
                    return
                continue
            ready, _, _ = select.select(
                [self._display.fileno(), self._ends], [], [], _PICKED_S if self._picks else None
            )
            if self._ends in ready or not ready:
                return

    def _read(self) -> None:
        """What happened: clicks are counted, windows come and go."""
        self._display.sync()
        while self._display.pending_events():
            event = self._display.next_event()
            if _is_click(event):
                self._pressed += 1
            else:
                self._windows.note(event)

    def _clicked(self) -> Clicked | None:
        mouse = self._root.query_pointer()
        x, y, now = mouse.root_x, mouse.root_y, time.monotonic()
        before, self._last = self._last, (now, x, y)
        window = self._windows.at(x, y)
        if (x, y) == before[1:] and now - before[0] < _TWICE_S:
            return None
        if window is None:
            return Clicked()
        if window.process == os.getppid():
            return None
        if window.names & self._private:
            return Clicked(veil="hidden")
        try:
            return self._told(window, x, y)
        except (error.BadWindow, error.BadDrawable, mss.ScreenShotError):  # it closed by that click
            return Clicked()

    def _told(self, window: Window, x: int, y: int) -> Clicked:
        picture, title = self._picture(window, x, y), self._title(window.number)
        thing = Named() if self._picks else self._named.at(x, y, window.process)
        if thing.is_password:
            return Clicked(window=title, veil="password")
        return Clicked(what=thing.name, window=title, picture=base64.b64encode(picture).decode())

    def _picture(self, window: Window, x: int, y: int) -> bytes:
        """A PNG; nothing when windows move so much that nobody can say what was in front of it."""
        for _ in range(_TRIES):
            area, pixels = self._seen([*self._owner(window), window])
            self._read()
            if not self._windows.unread:
                if not self._picks:
                    _ring(pixels, x - area.x, y - area.y)
                return png(pixels)
        return b""

    def _seen(self, shown: list[Window]) -> tuple[Rect, Pixels]:
        """The window, after the one whose menu it may be; all that is not theirs stays black."""
        size = self._root.get_geometry()
        whole = Rect(0, 0, size.width, size.height)
        places = [one.place.within(whole) for one in shown]
        area = _around(places)
        pixels = np.zeros((area.height, area.width, 4), np.uint8)
        for place in places:
            _part(pixels, area, place)[:] = self._grab(place)
        view = View(window=shown[0].number, hidden=self._hidden)
        for cover in self._windows.covers(view, area).places:
            _part(pixels, area, cover)[:] = 0
        return area, pixels

    def _owner(self, window: Window) -> list[Window]:
        """Whose menu that is: the nearest window below of the same program."""
        made: Any = self._display.create_resource_object("window", window.number)
        if not window.process or not made.get_attributes().override_redirect:
            return []
        stack = self._windows.stack()
        below = stack[: stack.index(window)]
        return [one for one in below if one.process == window.process][-1:]

    def _grab(self, place: Rect) -> Pixels:
        shot = self._camera.grab({"left": place.x, "top": place.y, "width": place.width, "height": place.height})
        return np.frombuffer(shot.raw, np.uint8).reshape(place.height, place.width, 4)

    def _title(self, number: int, depth: int = _DEPTH) -> str:
        """What stands over the window, which may lie in a frame."""
        window: Any = self._display.create_resource_object("window", number)
        said = window.get_full_property(self._title_atom, X.AnyPropertyType)
        title = said.value.decode("utf-8", "replace") if said else str(window.get_wm_name() or "")
        if title or not depth:
            return title[:_LONGEST_TITLE]
        inner = (self._title(child.id, depth - 1) for child in window.query_tree().children)
        return next((title for title in inner if title), "")


def png(pixels: Pixels) -> bytes:
    """A picture that fits into a line: one that is too large is halved."""
    height, width = pixels.shape[:2]
    raw = mss.tools.to_png(pixels[:, :, 2::-1].tobytes(), (width, height)) or b""
    return raw if len(raw) <= _LARGEST else png(pixels[::2, ::2])


def _is_click(event: Any) -> bool:
    """Anybody's, or the one that comes to us alone while we hold the mouse."""
    if event.type == X.ButtonPress:
        return event.detail in _BUTTONS
    data = getattr(event, "data", None)
    if getattr(event, "evtype", None) != xinput.RawButtonPress or not isinstance(data, bytes):
        return False
    return HEAD.unpack_from(data)[2] in _BUTTONS


def _around(places: list[Rect]) -> Rect:
    left, top = min(one.x for one in places), min(one.y for one in places)
    right, bottom = max(one.x + one.width for one in places), max(one.y + one.height for one in places)
    return Rect(left, top, right - left, bottom - top)


def _part(pixels: Pixels, area: Rect, place: Rect) -> Pixels:
    x, y = place.x - area.x, place.y - area.y
    return pixels[y : y + place.height, x : x + place.width]


def _ring(pixels: Pixels, x: int, y: int) -> None:
    rows, columns = np.ogrid[: pixels.shape[0], : pixels.shape[1]]
    away = np.hypot(rows - y, columns - x)
    pixels[np.abs(away - _RING) <= _THICK / 2, :3] = _COLOUR
