"""What somebody else may set going as fast as they can, and yet disturbs nobody."""

from collections.abc import Callable
from typing import Protocol

FIRST_S, MOST_S = 0.1, 6.4


class Timer(Protocol):
    """What was put off."""

    def cancel(self) -> None:
        """It is not done any more."""


Later = Callable[[float, Callable[[], None]], Timer]


class Calm:
    """Does `act` at once, then rests; what is wanted meanwhile is done once, afterwards, and the next rest is longer.

    Who wants it now and then never waits. `later`: as `call_later` of an event loop, on which all of this runs.
    """

    def __init__(self, act: Callable[[], None], later: Later) -> None:
        self._act, self._later = act, later
        self._rest_s, self._is_due = FIRST_S, False
        self._resting: Timer | None = None

    def want(self) -> None:
        """Soon."""
        if self._resting is None:
            self._do()
        else:
            self._is_due = True

    def stop(self) -> None:
        """What is due is left out."""
        if self._resting is not None:
            self._resting.cancel()
        self._resting, self._is_due = None, False

    def _do(self) -> None:
        self._is_due = False
        self._resting = self._later(self._rest_s, self._rested)
        self._act()

    def _rested(self) -> None:
        self._resting, longer = None, min(self._rest_s * 2, MOST_S)
        self._rest_s = longer if self._is_due else FIRST_S
        if self._is_due:
            self._do()
