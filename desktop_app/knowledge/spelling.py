"""Spelling from the words that the index knows: no dictionary could know the names of our programs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Spelling:
    """Finds the nearest known words: one slip of the finger, two in words of eight letters and more."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in frequencies:
            if len(word) > 2:
                self._by_length[len(word)].append((word, _letters(word)))

    def nearest(self, word: str, most: int = 3) -> list[str]:
        """Known words at the smallest distance within the limit, same first letter and frequent ones first."""
        slips = 1 if len(word) < 8 else 2
        found = [
            (distance, known)
            for known in self._alike(word, slips)
            if (distance := slip_count(word, known, slips)) <= slips
        ]
        if not found:
            return []
        best = min(distance for distance, _ in found)
        near = [known for distance, known in found if distance == best]
        return sorted(near, key=lambda known: (known[0] != word[0], -self._frequencies[known], known))[:most]

    def _alike(self, word: str, slips: int) -> Iterable[str]:
        """Words of about that length with nearly the same letters: a slip changes two letters of the set at most."""
        letters = _letters(word)
        for length in range(len(word) - slips, len(word) + slips + 1):
            for known, its_letters in self._by_length.get(length, ()):
                if (letters ^ its_letters).bit_count() <= 2 * slips:
                    yield known


def _letters(word: str) -> int:
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 64)
    return mask


def slip_count(one: str, other: str, most: int) -> int:
    """Letters added, left out, replaced, or two neighbours swapped; `most` + 1 when there are more."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, its in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
