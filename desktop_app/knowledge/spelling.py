"""Spelling from the words that the index knows: no dictionary could know the names of our programs."""

from collections import defaultdict
from collections.abc import Mapping

_SHORTEST = 4


class Spelling:
    """Finds the nearest known words: one slip of the finger, two in words of eight letters and more."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in frequencies:
            if len(word) >= _SHORTEST - 1 and word.isalpha():
                self._by_length[len(word)].append(word)

    def nearest(self, word: str, most: int = 3) -> list[str]:
        """Known words at the smallest distance within the limit, same first letter and frequent ones first.

        None for short words, and for what holds a digit: an error code is meant as it is written.
        """
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        found = self._near(word, 1 if len(word) < 8 else 2)
        best = min((distance for _, distance in found), default=0)
        near = [known for known, distance in found if distance == best]
        return sorted(near, key=lambda known: (known[0] != word[0], -self._frequencies[known], known))[:most]

    def _near(self, word: str, slips: int) -> list[tuple[str, int]]:
        from rapidfuzz import process  # only needed once somebody misspells
        from rapidfuzz.distance import OSA

        found = (
            process.extract(word, self._by_length[length], scorer=OSA.distance, score_cutoff=slips, limit=None)
            for length in range(len(word) - slips, len(word) + slips + 1)
            if length in self._by_length
        )
        return [(known, int(distance)) for near in found for known, distance, _ in near]
