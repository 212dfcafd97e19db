"""What leaves next: sharp tiles for what changes a little, film for what moves, tiles again when it rests.

Pure: the clock is passed in. The picture is a grid of cells; each is sharp at the browser, or `owed`, or on `film`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop_app.screen.tiles import Rect

CELL = 64
SMALL = 120_000
"""Pixels that change at once: more is large, and when it goes on it is film."""
ONGOING_S = 0.35
"""A second large change within this is movement; one alone is a new page, and is sent sharp."""
REST_S = (0.08, 0.3)
"""How long nothing moves before film is made sharp: two and a half times the usual gap, within these."""
GLANCE_S = 0.7
"""If the sharp picture would take longer than this, a film frame gives a first look."""
BYTES_A_PIXEL = 0.35
"""What a pixel of dense text takes as PNG."""

Cells = NDArray[np.bool_]


@dataclass
class Step:
    """What to do now. `clear`: where the film shows through from this frame on."""

    tiles: list[Rect] = field(default_factory=list)
    film: bool = False
    clear: list[Rect] = field(default_factory=list)


class Plan:
    """The state of one picture of `width` x `height`; all of it is owed at first."""

    def __init__(self, width: int, height: int, clock: Callable[[], float]) -> None:
        self.whole = Rect(0, 0, width, height)
        self._clock = clock
        shape = (-(-height // CELL), -(-width // CELL))
        self._owed: Cells = np.ones(shape, np.bool_)
        self._film: Cells = np.zeros(shape, np.bool_)
        self._large = self._moved = -ONGOING_S
        self._gap, self._blurred = REST_S[0], False

    def owe(self, rects: list[Rect]) -> None:
        """These could not be sent; they are sent later, as they look then."""
        self._owed |= self._cells(rects)

    @property
    def owing(self) -> bool:
        """Whether something waits to be made sharp."""
        return bool(self._owed.any())

    @property
    def moving(self) -> bool:
        """Whether film is shown somewhere."""
        return bool(self._film.any())

    def changed(self, rects: list[Rect]) -> Step:
        """What changed on the screen; nothing is a moment of rest."""
        now = self._clock()
        cells = self._cells(rects)
        if sum(rect.size for rect in rects) > SMALL:
            return self._large_change(cells, now)
        self._rest(now)
        on_film = [rect for rect in rects if (self._cells([rect]) & self._film).any()]
        self._owed |= self._cells(on_film) & ~self._film  # what of them lies beside it
        return Step(tiles=[rect for rect in rects if rect not in on_film], film=bool(on_film))

    def _large_change(self, cells: Cells, now: float) -> Step:
        ongoing, self._large = now - self._large < ONGOING_S, now
        if not ongoing and not self.moving:
            self._owed |= cells
            self._blurred = False
            return Step()
        self._note_move(now)
        fresh = cells & ~self._film
        self._film |= cells
        self._owed &= ~cells
        return Step(film=True, clear=list(self._rects(fresh)))

    def glance(self, bytes_a_second: float) -> Step:
        """A first look by film when the sharp picture would take too long, and there is nothing of it yet."""
        seconds = float(self._owed.sum()) * CELL * CELL * BYTES_A_PIXEL / max(bytes_a_second, 1)
        if seconds < GLANCE_S or self.moving or self._blurred:
            return Step()
        fresh, self._film, self._moved = self._owed.copy(), self._owed.copy(), self._clock()
        self._owed[:] = False
        return Step(film=True, clear=list(self._rects(fresh)))

    def debts(self) -> Iterator[Rect]:
        """What to make sharp, a row at a time from the top; each is paid when taken."""
        for rect in list(self._rects(self._owed)):
            self._owed[self._place(rect)] = False
            yield rect

    def patience(self) -> float | None:
        """Seconds until something is to be done though nothing changes; None: for ever."""
        if self.owing:
            return 0.0
        return max(0.0, self._moved + self._rest_s - self._clock()) + 0.001 if self.moving else None

    @property
    def _rest_s(self) -> float:
        return min(REST_S[1], max(REST_S[0], 2.5 * self._gap))

    def _note_move(self, now: float) -> None:
        self._gap += (min(now - self._moved, REST_S[1]) - self._gap) / 4
        self._moved = now

    def _rest(self, now: float) -> None:
        """Film that has rested is made sharp; a little that changes on it does not keep it going."""
        if self.moving and now - self._moved >= self._rest_s:
            self._owed |= self._film
            self._film[:] = False
            self._blurred = True

    def _cells(self, rects: list[Rect]) -> Cells:
        cells = np.zeros_like(self._owed)
        for rect in rects:
            if rect.size:
                cells[self._place(rect)] = True
        return cells

    def _place(self, rect: Rect) -> tuple[slice, slice]:
        right, bottom = rect.x + rect.width, rect.y + rect.height
        return slice(rect.y // CELL, -(-bottom // CELL)), slice(rect.x // CELL, -(-right // CELL))

    def _rects(self, cells: Cells) -> Iterator[Rect]:
        """The cells as rectangles: each run of a row is one."""
        for row in np.flatnonzero(cells.any(axis=1)):
            edges = np.flatnonzero(np.diff(np.concatenate(([0], cells[row].view(np.int8), [0]))))
            for start, end in zip(edges[::2], edges[1::2], strict=True):
                run = Rect(int(start) * CELL, int(row) * CELL, int(end - start) * CELL, CELL)
                yield run.within(self.whole)
