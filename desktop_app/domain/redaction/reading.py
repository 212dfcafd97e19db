"""A text as the rules read it: in lower case, and where the words stand at which an expression is worth trying.

Most words that rules begin at are in no given text: a sieve says which are, and each of those is sought once.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.sieve import Sieve

BEFORE, AFTER = 300, 5000
"""How much of the line before and after the word an expression may need, in characters."""


def folded(text: str) -> str:
    """Lower case, the same length."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


_NEXT_LINE = lazily(r"\n\s*[^\n]*")


@cache
def expression(shape: str) -> re.Pattern[str]:
    """Compiled when a text first needs it: few do."""
    return re.compile(shape)


def occurrences(text: str, part: str) -> Iterator[int]:
    """Where `part` stands in `text`, overlaps left out."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


class Reading:
    """One text under examination. `low`: the same in lower case, character for character."""

    def __init__(self, text: str, sieve: Sieve) -> None:
        self.text = text
        self.low = folded(text)
        self._sieve = sieve
        self._places: dict[str, list[int]] = {}

    @cached_property
    def _present(self) -> frozenset[str]:
        return self._sieve.present(self.low)

    def has(self, root: str) -> bool:
        """Whether `root`, one of the sieve's words, is in the text."""
        return root in self._present

    def places(self, root: str) -> list[int]:
        """Where `root`, one of the sieve's words, stands."""
        if root not in self._present:
            return []
        if root not in self._places:
            self._places[root] = list(occurrences(self.low, root))
        return self._places[root]

    def hits(self, roots: Iterable[str]) -> list[int]:
        """Where any of `roots` stands, in order."""
        return sorted({at for root in roots for at in self.places(root)})

    def stretches(self, roots: Iterable[str], before: int = BEFORE, after: int = AFTER) -> Iterator[tuple[int, int]]:
        """The stretches around every root, in order, without overlap; never beyond the line and the one after it."""
        return self.around(self.hits(roots), before, after)

    def around(self, places: Iterable[int], before: int, after: int) -> Iterator[tuple[int, int]]:
        """The stretches around `places`. One ends where the next line ends, or `after` characters on."""
        start, end = 0, -1
        for at in places:
            furthest = max(0, at - before)
            begin = self.low.rfind("\n", furthest, at) + 1 or furthest
            if begin >= end >= 0:
                yield start, end
            if begin >= end:
                start = begin
            end = max(end, self._end_of_line(at, after))
        if end >= 0:
            yield start, end

    def _end_of_line(self, at: int, after: int) -> int:
        """The end of the line, or of the next that is not empty: the value may stand there."""
        furthest = min(at + after, len(self.low))
        first = self.low.find("\n", at, furthest)
        more = _NEXT_LINE.match(self.low, first, furthest) if first >= 0 else None
        return more.end() if more else furthest
