"""What the technician points at and draws, told as often as an eye needs, whatever a browser sends."""

from collections import deque
from collections.abc import Callable

from desktop_app.domain.consent import Capability
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import Draw, Move
from desktop_app.protocol.screen_lines import Pointing
from desktop_app.screen.calm import Later
from desktop_app.screen.guard import Guard

TURN_S = 1 / 30
MOST_DRAWN, DRAWN_S = 10, 2
"""No more drawings than that are passed on in so many seconds; a hand makes fewer, and what is over is left out."""


class Pointed:
    """The last place arrives, and so does a wipe. `later`: as `call_later` of an event loop, on which this runs."""

    def __init__(self, say: Callable[[Word], None], guard: Guard, later: Later) -> None:
        self._say, self._guard, self._later = say, guard, later
        self._due: dict[str, Move | Draw] = {}
        self._drawn: deque[float] = deque(maxlen=MOST_DRAWN)
        self._is_resting = False

    def move(self, word: Move) -> None:
        """The pointer is there: said at once or with the next turn, when it is still there."""
        self._want(word.kind, word)

    def draw(self, word: Draw) -> None:
        """A drawing, after what is due; all of them taken off as soon as a turn allows."""
        if word.shape == "wipe":
            self._want(word.shape, word)
        elif self._has_room():
            self._drawn.append(self._guard.clock())
            self._tell([*self._taken(), word])

    def _has_room(self) -> bool:
        return len(self._drawn) < MOST_DRAWN or self._guard.clock() - self._drawn[0] >= DRAWN_S

    def _want(self, kind: str, word: Move | Draw) -> None:
        self._due[kind] = word
        if not self._is_resting:
            self._turn()

    def _turn(self) -> None:
        due = self._taken()
        self._is_resting = bool(due)
        if due:
            self._later(TURN_S, self._turn)
            self._tell(due)

    def _taken(self) -> list[Move | Draw]:
        due, self._due = [*self._due.values()], {}
        return due

    def _tell(self, words: list[Move | Draw]) -> None:
        if self._guard.holds(Capability.POINT) and not self._guard.paused:
            for word in words:
                self._say(Pointing(what=word))
