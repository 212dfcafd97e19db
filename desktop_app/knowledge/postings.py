"""Which documents hold a term, and what that is worth there: two long arrays, as many short ones cost more."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping


class Postings:
    """`add` document after document, `finish` once, then ask."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._starts = array("I", [0])
        self._added = array("I"), array("I"), array("f")
        self._documents = array("I")
        self._worths = array("f")

    def add(self, document: int, counts: Mapping[str, float]) -> None:
        """How often each term is in a document."""
        places, documents, worths = self._added
        for term, count in counts.items():
            places.append(self._places.setdefault(term, len(self._places)))
            documents.append(document)
            worths.append(count)

    def finish(self, worth: Callable[[int, int, float], float]) -> None:
        """Sort by term. `worth` is asked with how many documents hold a term, which document, how often it is there."""
        places, documents, counts = self._added
        self._starts = _starts(places, len(self._places))
        free = self._starts[:-1]
        self._documents, self._worths = array("I", bytes(4 * len(places))), array("f", bytes(4 * len(places)))
        for place, document, count in zip(places, documents, counts, strict=True):
            at = free[place]
            holding = self._starts[place + 1] - self._starts[place]
            self._documents[at], self._worths[at] = document, worth(holding, document, count)
            free[place] = at + 1
        self._added = array("I"), array("I"), array("f")

    def __contains__(self, term: object) -> bool:
        return term in self._places

    def holding(self, term: str) -> int:
        """How many documents hold it."""
        place = self._places.get(term)
        return 0 if place is None else self._starts[place + 1] - self._starts[place]

    def of(self, term: str) -> tuple[array[int], array[float]]:
        """The documents that hold it, and what it is worth in each."""
        place = self._places.get(term)
        which = slice(0) if place is None else slice(self._starts[place], self._starts[place + 1])
        return self._documents[which], self._worths[which]


def _starts(places: array[int], terms: int) -> array[int]:
    starts = array("I", bytes(4 * (terms + 1)))
    for place in places:
        starts[place + 1] += 1
    for place in range(terms):
        starts[place + 1] += starts[place]
    return starts
