"""The picture: what the screen shows now, without what must not be seen, on its way to the browser.

A thread of its own; it sleeps until the screen changes. What may be seen is asked of the guard before each picture.
"""

import base64
import threading
import time
from collections.abc import Callable
from typing import Literal, Protocol

import numpy as np

from desktop_app.domain.consent import Ending
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import Cursor, Screen
from desktop_app.screen.pace import Pace
from desktop_app.screen.plan import Plan, Step
from desktop_app.screen.recording import Recording
from desktop_app.screen.screenful import Arrow, Lost, Screenful, View
from desktop_app.screen.tiles import CLEARED, PNG, Covers, Pixels, Rect, around, cut, message, numbered, png

FRAME_S = 1 / 30
_GLIMPSE_S = 1 / 120
_BANDS_AT_ONCE = 4
_COVER = (40, 36, 32, 255)
"""The colour over what is not shown (BGRX)."""


class Way(Protocol):
    """Takes pictures to the browser; may be called from any thread."""

    def tiles(self, messages: list[bytes]) -> None:
        """Send one group."""

    def film(self, picture: tuple[Pixels, Rect]) -> int:
        """Show this next, of which only that part is not as it was; its stamp."""

    def film_ready(self) -> bool:
        """Whether the frame before was taken."""

    def say(self, word: Word) -> None:
        """Send on the channel `control`."""

    def seen(self, area: Rect, *, prompted: bool, hidden: bool) -> None:
        """What is shared now, and whether something of it is covered."""

    def fell(self, ending: Ending) -> None:
        """The screen is gone."""


class Camera(threading.Thread):
    """Runs until `stop`. A lost screen ends the sharing."""

    def __init__(self, screen: Callable[[], Screenful], view: View, way: Way, may_show: Callable[[], bool]) -> None:
        super().__init__(name="camera", daemon=True)
        self.view, self.pace = view, Pace(time.monotonic)
        self._open, self._way, self._may_show = screen, way, may_show
        self._lock, self._number, self._last, self._anew, self._running = threading.Lock(), 0, 0.0, True, True
        self._screen: Screenful | None = None
        self._said: Screen | None = None
        self._origin, self._arrow, self._covers = Rect(0, 0, 0, 0), Arrow(-1, -1), Covers()
        self._plan = Plan(1, 1, time.monotonic)
        self.recording: Recording | None = None  # set and taken away by the owner, at any moment
        self._shape = Arrow(-1, -1)
        self._clears: list[Rect] = []
        self._stale: list[Rect] = []
        self._canvas: Pixels = np.zeros((0, 0, 4), np.uint8)

    # From the owner's thread

    def shown(self, number: int) -> None:
        """The browser has drawn that picture."""
        with self._lock:
            self.pace.shown(number)
        if self._plan.owing:
            self.wake()

    def anew(self) -> None:
        """The browser has nothing: everything again."""
        self._anew = True
        self.wake()

    def wake(self) -> None:
        """Look again now: what may be seen, or what is wanted, has changed."""
        if self._screen is not None:
            self._screen.wake()

    def stop(self) -> None:
        """No picture leaves after this."""
        self._running = False
        self.wake()

    @property
    def way(self) -> Literal["tiles", "video", "slow"]:
        """How the picture travels now."""
        return "slow" if self.pace.slow else "video" if self._plan.moving else "tiles"

    # On its own

    def run(self) -> None:
        """Look, send, sleep. However it ends, when nobody asked for the end it ends the sharing."""
        why = Ending.CRASHED
        try:
            self._screen = self._open()
            while self._running:
                self._look(self._screen)
        except Lost as lost:
            why = lost.ending
        finally:
            if self._running:
                self._way.fell(why)
            if self._screen is not None:
                self._screen.close()

    def _look(self, screen: Screenful) -> None:
        screen.wait(self._patience())
        time.sleep(max(0.0, self._last + (FRAME_S if self._plan.moving else _GLIMPSE_S) - time.monotonic()))
        self._last = time.monotonic()
        changes = screen.changes()
        self._aim(screen)
        if not self._may_show():
            self._stale += self._inside(changes)
            self._plan.owe(self._inside(changes))
            return
        if (recording := self.recording) is not None and recording.lacks(self._plan.whole):
            self._arrow = Arrow(-1, -1)
            self._pictures(screen, [self._plan.whole])
        self._follow_arrow(screen.arrow())
        inside = self._inside(changes)
        self._stale += inside
        self._show(self._plan.changed(inside), screen)
        self._pay(screen)

    def _patience(self) -> float | None:
        if not self._may_show():
            return 1.0
        wanted = self._plan.patience()
        return 0.5 if wanted == 0.0 and not self._room() else wanted

    def _room(self) -> bool:
        with self._lock:
            return self.pace.room()

    def _aim(self, screen: Screenful) -> None:
        """What is shared, and what lies over it; a change of size begins a new picture."""
        monitors, view = screen.monitors(), self.view
        area = self._area(screen, monitors)
        covers = screen.covers(view, area)
        if covers.places != self._covers.places:
            again = self._inside([*covers.places, *self._covers.places], area)
            self._stale += again
            self._plan.owe(again)
            self._covers = covers
        said = Screen(
            width=area.width, height=area.height, area="screen" if view.window is None else "window",
            monitors=[name for name, _ in monitors if name == (view.only or name)], monitor=view.monitor,
        )  # fmt: skip
        if self._anew or said != self._said or area != self._origin:
            self._begin(said, area)
        self._way.seen(area, prompted=covers.prompted, hidden=covers.private)

    def _area(self, screen: Screenful, monitors: list[tuple[str, Rect]]) -> Rect:
        if self.view.window is not None:
            return screen.window(self.view.window)
        if self.view.only:
            return _named(self.view.only, monitors)
        if self.view.monitor < 0 or len(monitors) == 1:
            return screen.window(0)
        return monitors[min(self.view.monitor, len(monitors) - 1)][1]

    def _begin(self, said: Screen, area: Rect) -> None:
        self._anew, self._said, self._origin = False, said, area
        self._plan = Plan(area.width, area.height, time.monotonic)
        self._arrow, self._clears, self._stale = Arrow(-1, -1), [], []
        self._canvas = self._canvas[:0]
        with self._lock:
            self.pace = Pace(time.monotonic)
        self._way.say(said)

    def _inside(self, rects: list[Rect], area: Rect | None = None) -> list[Rect]:
        """Rectangles of the desktop as rectangles of the picture."""
        x, y = (area or self._origin)[:2]
        clipped = (rect.moved(-x, -y).on_grid().within(self._plan.whole) for rect in rects)
        return [rect for rect in clipped if rect.size]

    def _show(self, step: Step, screen: Screenful) -> None:
        # without a film nothing shows through: what waited to be said of one that was never taken is void
        self._clears = [*self._clears, *step.clear] if self._plan.moving else []
        if step.film and self._way.film_ready():
            stamp = self._way.film(self._refreshed(screen))
            self._send([message(CLEARED, rect, stamp=stamp) for rect in self._clears])
            self._clears = []
        if step.tiles and self._room():
            pictures = zip(step.tiles, self._pictures(screen, step.tiles), strict=True)
            self._send([message(PNG, rect, png(picture)) for rect, picture in pictures])
        else:
            self._plan.owe(step.tiles)

    def _pay(self, screen: Screenful) -> None:
        """Make sharp what is owed, as much as the line takes, and never long without looking at the screen."""
        if not self._plan.owing or not self._room():
            return
        with self._lock:
            rate = self.pace.bytes_a_second
        if rate:
            self._show(self._plan.glance(rate), screen)
        for _, rect in zip(range(_BANDS_AT_ONCE), self._plan.debts(), strict=False):
            if not self._running or not self._room():
                self._plan.owe([rect])
                break
            self._send([message(PNG, rect, png(*self._pictures(screen, [rect])))])

    def _pictures(self, screen: Screenful, rects: list[Rect]) -> list[Pixels]:
        """Those parts of the picture, painted over where something lies that must not be seen."""
        pictures = [screen.grab(rect.moved(*self._origin[:2])) for rect in rects]
        known = self._covers.places  # and what came while they were taken: asked once, it is a way to the server
        covers = {*known, *(screen.covers(self.view, self._origin).places if screen.disturbed() else ())}
        for rect, pixels in zip(rects, pictures, strict=True):
            for cover in covers:
                hidden = cover.moved(-self._origin.x, -self._origin.y).within(rect).moved(-rect.x, -rect.y)
                cut(hidden, pixels)[:] = np.array(_COVER, np.uint8)
            if (recording := self.recording) is not None:
                recording.take(pixels, rect, self._plan.whole)
        return pictures

    def _refreshed(self, screen: Screenful) -> tuple[Pixels, Rect]:
        """The whole picture for the film, and which part of it is not as it was; only that part is read again."""
        is_new = self._canvas.shape[:2] != (self._plan.whole.height, self._plan.whole.width)
        part = around([self._plan.whole] if is_new else self._stale or [self._plan.whole])
        (picture,) = self._pictures(screen, [part])
        if is_new:
            self._canvas = picture
        else:
            cut(part, self._canvas)[:] = picture
        self._stale = []
        return self._canvas, part

    def _send(self, tiles: list[bytes]) -> None:
        if not tiles or not self._running:
            return
        if not self._may_show():
            self._anew = True  # forbidden meanwhile: what is left out now must not be missing later
            return
        self._number = (self._number + 1) % 65_536
        group = numbered(tiles, self._number)
        with self._lock:
            self.pace.sent(self._number, sum(map(len, group)))
        self._way.tiles(group)

    def _follow_arrow(self, arrow: Arrow) -> None:
        self._shape = self._shape if arrow.shape is None else arrow
        x, y = arrow.x - self._origin.x, arrow.y - self._origin.y
        inside = 0 <= x < self._origin.width and 0 <= y < self._origin.height
        if not inside or ((x, y) == self._arrow[:2] and arrow.shape is None):
            return
        shape = "" if arrow.shape is None else base64.b64encode(png(arrow.shape, alpha=True)).decode("ascii")
        self._arrow = Arrow(x, y)
        if (recording := self.recording) is not None:
            recording.point(self._shape._replace(x=x, y=y))
        self._way.say(Cursor(x=x, y=y, shape=shape, hot=arrow.hot))


def _named(name: str, monitors: list[tuple[str, Rect]]) -> Rect:
    """The place of the monitor that the yes was to. One that was unplugged is not followed by another."""
    places = dict(monitors)
    if name not in places:
        raise Lost
    return places[name]
