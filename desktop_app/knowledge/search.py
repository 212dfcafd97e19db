"""Search in users' own words, offline: stems, any word counts, rare words count more, spelling forgiven."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.knowledge.language import words
from desktop_app.knowledge.spelling import Spelling

# How much a word of each part of a document counts; users' own wordings are the best evidence there is
_WEIGHTS = {"title": 4.0, "wordings": 4.0, "body": 1.0}
# BM25: how fast repetition stops counting, how much long documents are held back
_K1, _B = 1.2, 0.5
_CORRECTED, _BEGUN = 0.8, 0.5
_MOST_COMPLETIONS = 12
_SHORTEST_CORRECTED = 4
_SHORTEST_PART = 4


@dataclass
class _Half:
    """The documents of one language."""

    language: str
    ids: list[str] = field(default_factory=list)
    lengths: list[float] = field(default_factory=list)
    postings: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    forms: Counter[str] = field(default_factory=Counter)
    stem_of: dict[str, str] = field(default_factory=dict)
    sorted_forms: list[str] = field(default_factory=list)
    spelling: Spelling = field(default_factory=lambda: Spelling({}))

    def add(self, document: Mapping[str, Any]) -> None:
        number = len(self.ids)
        self.ids.append(document["id"])
        self.lengths.append(0.0)
        for part, weight in _WEIGHTS.items():
            for form, stem in words(_text(document.get(part, "")), self.language):
                self.forms[form] += 1
                self.stem_of[form] = stem
                self._count(stem, number, weight)

    def _count(self, stem: str, number: int, weight: float) -> None:
        its = self.postings[stem]
        its[number] = its.get(number, 0.0) + weight
        self.lengths[number] += weight

    def finish(self) -> None:
        self.sorted_forms = sorted(self.forms)
        self.spelling = Spelling(self.forms)

    def best(self, text: str, most: int) -> list[tuple[str, float]]:
        scores: dict[int, float] = defaultdict(float)
        average = sum(self.lengths) / max(len(self.lengths), 1)
        for stem, weight in self._wanted(text).items():
            its = self.postings.get(stem, {})
            rarity = math.log(1 + (len(self.ids) - len(its) + 0.5) / (len(its) + 0.5))
            for number, count in its.items():
                held_back = _K1 * (1 - _B + _B * self.lengths[number] / average)
                scores[number] += weight * rarity * count * (_K1 + 1) / (count + held_back)
        ranked = sorted(scores, key=lambda number: (-scores[number], number))
        return [(self.ids[number], scores[number]) for number in ranked[:most]]

    def _wanted(self, text: str) -> dict[str, float]:
        """The stems to look for, each with what a match is worth."""
        wanted: dict[str, float] = {}
        asked = list(words(text, self.language))
        for place, (form, stem) in enumerate(asked):
            is_unfinished = place == len(asked) - 1 and text[-1:].isalnum()
            for found, weight in self._meant(form, stem, is_unfinished=is_unfinished):
                wanted[found] = max(weight, wanted.get(found, 0.0))
        return wanted

    def _meant(self, form: str, stem: str, *, is_unfinished: bool) -> Iterator[tuple[str, float]]:
        is_known = stem in self.postings
        if is_known:
            yield stem, 1.0
        completions = self._completions(form) if is_unfinished and not is_known else []
        yield from ((self.stem_of[known], _BEGUN) for known in completions)
        if is_known or completions:
            return
        parts = self._parts(form)
        yield from ((part, _CORRECTED) for part in parts)
        if not parts and len(form) >= _SHORTEST_CORRECTED:
            yield from ((self.stem_of[known], _CORRECTED) for known in self.spelling.nearest(form))

    def _completions(self, start: str) -> list[str]:
        """The most frequent words that begin so: search answers while one types."""
        place = bisect_left(self.sorted_forms, start)
        found = []
        while place < len(self.sorted_forms) and self.sorted_forms[place].startswith(start):
            found.append(self.sorted_forms[place])
            place += 1
        return sorted(found, key=lambda form: -self.forms[form])[:_MOST_COMPLETIONS]

    def _parts(self, form: str) -> list[str]:
        """German and Dutch write words together: an unknown word may be two known ones."""
        if self.language not in ("de", "nl"):
            return []
        for cut in range(len(form) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, rest = form[:cut], form[cut:]
            for head in (first, first.removesuffix("s")):
                if head in self.forms and rest in self.forms:
                    return [self.stem_of[head], self.stem_of[rest]]
        return []


def _text(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


class SearchIndex:
    """An index in memory over documents of several languages; a search stays in its own language.

    `meaning` will add sentence vectors beside the words; there are none yet, so both values search by words only.
    """

    def __init__(self, meaning: bool = True) -> None:
        self.meaning = meaning
        self._halves: dict[str, _Half] = {}

    def index(self, docs: Sequence[Mapping[str, Any]]) -> None:
        """Replaces the index: `docs` have `id`, `title`, `body`, `lang`, and may have `wordings` (how users say it)."""
        halves: dict[str, _Half] = {}
        for document in docs:
            language = str(document["lang"])
            halves.setdefault(language, _Half(language)).add(document)
        for half in halves.values():
            half.finish()
        self._halves = halves

    def search(self, text: str, lang: str, k: int = 10) -> list[str]:
        """Ids, best first; empty when no word of `text` is anywhere."""
        return [found for found, _ in self.scored(text, lang, k)]

    def scored(self, text: str, lang: str, k: int = 10) -> list[tuple[str, float]]:
        """Ids with their scores, which compare within one search only."""
        half = self._halves.get(lang)
        return half.best(text, k) if half else []
