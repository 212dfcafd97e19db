"""A Wayland screen, or one window, whichever the person picked in their desktop's own dialog."""

import contextlib
import select

import numpy as np

from desktop_app.screen.screenful import Arrow, Lost, View
from desktop_app.screen.tiles import Covers, Pixels, Rect, cut
from desktop_app.screen.waking import Bell
from desktop_app.screen.wayland.cast import Cast
from desktop_app.screen.wayland.differences import differences
from desktop_app.screen.wayland.stream import Stream


class WaylandScreenful:
    """Fits `camera.Screenful`. Made and used on one thread; making it takes as long as the person takes to answer."""

    def __init__(self) -> None:
        """Raises `Lost`, with what the person answered when that was no."""
        self._picture: Pixels = np.zeros((0, 0, 4), np.uint8)
        with contextlib.ExitStack() as undo:
            self._bell = Bell()
            undo.callback(self._bell.close)
            self._cast = Cast()
            undo.callback(self._cast.close)
            self._stream = Stream(self._cast.remote, self._cast.node, self.wake)
            undo.callback(self._stream.close)
            while not self.changes():  # some compositors send no picture before something moves
                self.wait(None)
            self._undo = undo.pop_all()

    def wait(self, seconds: float | None) -> None:
        """Sleep until something changes, `wake`, or so many seconds passed."""
        ready, _, _ = select.select([self._bell.fileno(), self._cast.fileno()], [], [], seconds)
        if self._bell.fileno() in ready:
            self._bell.heard()

    def wake(self) -> None:
        """End the sleep; there may be none any more."""
        self._bell.ring()

    def changes(self) -> list[Rect]:
        """What changed since it was asked last."""
        if self._stream.is_over or self._cast.is_over():
            raise Lost
        before, newest = self._picture, self._stream.take()
        if newest is None:
            return []
        self._picture = newest
        return differences(before, newest) if before.shape == newest.shape else [self._whole]

    @property
    def _whole(self) -> Rect:
        height, width = self._picture.shape[:2]
        return Rect(0, 0, width, height)

    def monitors(self) -> list[tuple[str, Rect]]:
        """The one thing that was picked."""
        return [("", self._whole)]

    def window(self, _number: int) -> Rect:
        """The one thing that was picked, whatever is asked for."""
        return self._whole

    def covers(self, _view: View, _area: Rect) -> Covers:
        """Nothing: where windows lie is told to nobody here. The question said so."""
        return Covers()

    def disturbed(self) -> bool:
        """Never: the picture is the one that `changes` took."""
        return False

    def grab(self, rect: Rect) -> Pixels:
        """The pixels of the picture that `changes` took."""
        return cut(rect, self._picture).copy()

    def arrow(self) -> Arrow:
        """Nowhere: it is painted into the picture."""
        return Arrow(-1, -1)

    def close(self) -> None:
        """Let go of the screen: the desktop's own sign that it is shown goes out."""
        self._undo.close()
