"""The waiting line: how long those waited who came to a like place in it. Too little known is nothing said."""

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

FEWEST = 5
"""First answers that a figure needs at least: the median of fewer is chance."""


@dataclass(frozen=True)
class Waited:
    """A request between its coming and its first answer; `priority` 1 goes first, `minutes` are those of open hours."""

    priority: int
    came: datetime
    answered: datetime
    minutes: float


def usual(minutes: Sequence[float]) -> int | None:
    """The median, in whole minutes from 1; None of too few."""
    return max(1, round(statistics.median(minutes))) if len(minutes) >= FEWEST else None


def usual_from(rank: int, waited: Sequence[Waited]) -> int | None:
    """How long those waited who came to the place `rank`, or for the later ones to a place near it."""
    priorities = {one.priority for one in waited}
    lines = {first: _Line([one for one in waited if one.priority == first]) for first in priorities}
    near = (one.minutes for one in waited if abs(_rank(one, lines) - rank) <= rank // 3)
    return usual(list(near))


def _rank(one: Waited, lines: "Mapping[int, _Line]") -> int:
    """Behind those who waited already when it came, and go first."""
    return 1 + sum(line.length(one.came) for priority, line in lines.items() if priority <= one.priority)


class _Line:
    """Those of one priority, by when they came and by when they went: a sorted list is asked, not each of them."""

    def __init__(self, waited: Sequence[Waited]) -> None:
        stayed = [one for one in waited if one.came < one.answered]
        self._came, self._went = sorted(one.came for one in stayed), sorted(one.answered for one in stayed)

    def length(self, at: datetime) -> int:
        """How many came before that moment and were answered after it."""
        return bisect_left(self._came, at) - bisect_right(self._went, at)
