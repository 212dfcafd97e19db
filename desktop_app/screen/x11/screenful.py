"""Reads an X11 screen: what changed (DAMAGE), the pixels (shared memory), the mouse (XFIXES, XInput 2)."""

import contextlib
import select
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import mss
import numpy as np
from Xlib import X, display, error
from Xlib.ext import damage, randr, xfixes, xinput

from desktop_app.screen.screenful import Arrow, Lost, View
from desktop_app.screen.tiles import Covers, Pixels, Rect
from desktop_app.screen.waking import Bell
from desktop_app.screen.x11.windows import Windows

_P = ParamSpec("_P")
_T = TypeVar("_T")
GONE = (error.ConnectionClosedError, ConnectionError, OSError)
_GRAB_FAILED = (*GONE, mss.ScreenShotError, AssertionError)  # the last is how mss notices that the server left


def _or_lost(act: Callable[_P, _T]) -> Callable[_P, _T]:
    """A server that is gone, in the camera's words."""

    def acted(*args: _P.args, **more: _P.kwargs) -> _T:
        try:
            return act(*args, **more)
        except (*_GRAB_FAILED, error.BadWindow, error.BadDrawable) as gone:
            raise Lost from gone

    return acted


def _is_before(event: int, request: int) -> bool:
    """Whether the server told that before it did this; both are numbers of requests, which go round at 16 bits."""
    return (event - request) % 2**16 >= 2**15


class XScreenful:
    """Fits `camera.Screenful`. Made and used on one thread."""

    @_or_lost
    def __init__(self) -> None:
        self._display = display.Display()
        self._display.set_error_handler(lambda *_: None)  # windows close while they are asked about
        self._root = self._display.screen().root
        self._mss = mss.MSS()
        self._bell = Bell()
        self._windows = Windows(self._display)
        self._monitors: list[tuple[str, Rect]] = []
        self._shape = self._moved = True
        self._whole = Rect(0, 0, 0, 0)
        self._told: list[tuple[int, Rect]] = []
        self._listen()
        self.changes()  # DAMAGE first reports the whole screen

    def _listen(self) -> None:
        self._display.damage_query_version()
        self._damage = self._root.damage_create(damage.DamageReportDeltaRectangles)
        self._display.xfixes_query_version()
        self._display.xfixes_select_cursor_input(self._root, xfixes.XFixesDisplayCursorNotifyMask)
        self._display.xinput_query_version()
        self._root.xinput_select_events([(xinput.AllMasterDevices, xinput.RawMotionMask)])
        self._root.xrandr_select_input(randr.RRScreenChangeNotifyMask)
        self._windows.listen()
        self._display.flush()

    def wait(self, seconds: float | None) -> None:
        """Sleep until something changes, `wake`, or so many seconds passed."""
        if self._told or self._display.display.event_queue:  # read already, while an answer was waited for
            return
        ready, _, _ = select.select([self._display.fileno(), self._bell], [], [], seconds)
        if self._bell in ready:
            self._bell.heard()

    def wake(self) -> None:
        """End the sleep; there may be none any more."""
        self._bell.ring()

    @_or_lost
    def changes(self) -> list[Rect]:
        """What changed since it was asked last. Asked for before grabbing, so that nothing is missed in between.

        The server tells of no place twice until it is asked to forget. What it told after it forgot is left for the
        next time: until then, whatever is painted over that is not told.
        """
        self._display.damage_subtract(self._damage, X.NONE, X.NONE)
        forgot = self._display.display.request_serial - 1
        self.disturbed()
        rects = [rect for serial, rect in self._told if _is_before(serial, forgot)]
        self._told = [(serial, rect) for serial, rect in self._told if not _is_before(serial, forgot)]
        return rects

    @_or_lost
    def disturbed(self) -> bool:
        """Whether a window came, went or moved since `covers` was asked: what was grabbed meanwhile may show it."""
        self._display.sync()
        while self._display.pending_events():
            event: Any = self._display.next_event()
            if hasattr(event, "area"):
                area = Rect(event.area.x, event.area.y, event.area.width, event.area.height)
                self._told.append((event.sequence_number, area))
            else:
                self._note(event)
        return self._windows.unread

    def _note(self, event: Any) -> None:
        kind = type(event).__name__
        if kind == "DisplayCursorNotify":
            self._shape = True
        elif getattr(event, "evtype", None) == xinput.RawMotion:
            self._moved = True
        elif kind == "ScreenChangeNotify":
            self._monitors, self._whole = [], Rect(0, 0, 0, 0)
            self._mss.close()
            self._mss = mss.MSS()
        else:
            self._windows.note(event)

    @_or_lost
    def monitors(self) -> list[tuple[str, Rect]]:
        """Names and places, in the order of their numbers; asked for again after a change."""
        if not self._monitors:
            for monitor in self._root.xrandr_get_monitors().monitors:
                place = Rect(monitor.x, monitor.y, monitor.width_in_pixels, monitor.height_in_pixels)
                self._monitors.append((self._display.get_atom_name(monitor.name), place))
        return self._monitors

    @_or_lost
    def window(self, number: int) -> Rect:
        """Where that window is, as far as it is on the screen; 0 is the whole desktop."""
        if not self._whole.size:
            size = self._root.get_geometry()
            self._whole = Rect(0, 0, size.width, size.height)
        if number == 0:
            return self._whole
        place = self._windows.place(number).within(self._whole)
        if not place.size:
            raise Lost
        return place

    @_or_lost
    def covers(self, view: View, area: Rect) -> Covers:
        """What must not be seen there."""
        return self._windows.covers(view, area)

    @_or_lost
    def grab(self, rect: Rect) -> Pixels:
        """The pixels now; dark ones while the screen takes another size, of which `changes` tells next."""
        try:
            shot = self._mss.grab({"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height})
        except mss.ScreenShotError:
            self._root.get_geometry()  # raises when the server is gone
            return np.zeros((rect.height, rect.width, 4), np.uint8)
        return np.frombuffer(shot.raw, np.uint8).reshape(rect.height, rect.width, 4)

    @_or_lost
    def arrow(self) -> Arrow:
        """The mouse, with its shape when that is new; asked for only when it moved."""
        if self._moved and not self._shape:
            self._moved, place = False, self._root.query_pointer()
            self._place = (place.root_x, place.root_y)
        if not self._shape:
            return Arrow(*self._place)
        self._shape = False
        image = self._display.xfixes_get_cursor_image(self._root)
        pixels = np.array(image.cursor_image, np.uint32).view(np.uint8).reshape(image.height, image.width, 4)
        self._place = (image.x, image.y)
        return Arrow(image.x, image.y, pixels, (image.xhot, image.yhot))

    def close(self) -> None:
        """Let go of the screen."""
        self._bell.close()
        with contextlib.suppress(*_GRAB_FAILED):
            self._mss.close()
            self._display.close()
