"""Documents of one language by their words: stems and meanings, any of them counts, rare ones count more (BM25)."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from desktop_app.knowledge.compounds import Compounds
from desktop_app.knowledge.concepts import concepts
from desktop_app.knowledge.language import first_sentence, words
from desktop_app.knowledge.postings import Postings
from desktop_app.knowledge.spelling import Spelling

if TYPE_CHECKING:
    from desktop_app.knowledge.query import Query

# How much a word of each part of a document counts; users' own wordings are the best evidence there is
_WEIGHTS = {"title": 4.0, "wordings": 4.0, "lead": 2.0, "body": 1.0}
# BM25: how fast repetition stops counting, how much long documents are held back
_K1, _B = 1.2, 0.5
_PART = 0.5
# One sentence that says what was asked and nothing else is worth this much more; only the best are looked at so closely
_SAME, _LOOKED_AT = 0.6, 30
# What it counts, its words, and what it means where those are of another language
_Part = tuple[float, "array[int]", Sequence[str]]


class _Texts:
    """Words by their numbers, text after text, of document after document, each text with what it counts.

    Five thousand documents wait here for the last one: in one long array, as many short ones cost more.
    """

    def __init__(self) -> None:
        self._words, self._weights = array("I"), array("f")
        self._ends, self._documents = array("I", [0]), array("I", [0])

    def add(self, texts: Iterable[tuple[float, array[int]]]) -> None:
        """One more document."""
        for weight, numbers in texts:
            self._words.extend(numbers)
            self._weights.append(weight)
            self._ends.append(len(self._words))
        self._documents.append(len(self._weights))

    def of(self, document: int) -> Iterator[tuple[float, array[int]]]:
        """What was added as this one."""
        for text in range(self._documents[document], self._documents[document + 1]):
            yield self._weights[text], self._words[self._ends[text] : self._ends[text + 1]]


class Lexical:
    """An index in memory. `finish` after the last `add`, before the first question."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.concepts = concepts(language)
        self.forms: Counter[str] = Counter()
        self.stem_of: dict[str, str] = {}
        self.postings = Postings()
        self._texts, self._said = _Texts(), _Texts()
        self._foreign: dict[int, list[list[str]]] = {}
        self._documents = 0
        self._numbers: dict[str, int] = {}
        self._lengths = array("f")
        self._sentences: list[list[tuple[str, ...]]] = []

    def add(self, document: Mapping[str, Any]) -> None:
        """One more document; its number is how many there were before.

        `told_in` is its language where there is no text in ours: its meanings are found then, and names.
        """
        parts, told_in = list(_parts(document)), str(document.get("told_in", self.language))
        if told_in != self.language:
            self._foreign[self._documents] = [_meant(text, told_in) for _, text in parts]
        self._texts.add((weight, self._forms(text)) for weight, text in parts)
        sentences = (str(document["title"]), *wordings_of(document))
        self._said.add((1.0, self._forms(text)) for text in sentences if text)
        self._documents += 1

    def _forms(self, text: str) -> array[int]:
        """The words of a text by their numbers."""
        forms = array("I")
        for form, stem in words(text, self.language):
            if form not in self._numbers:
                self._numbers[form] = len(self._numbers)
                self.stem_of[form] = stem
            self.forms[form] += 1
            forms.append(self._numbers[form])
        return forms

    def finish(self) -> None:
        """Count what was added."""
        self.sorted_forms = sorted(self.forms)
        known = self.forms
        for form, stem in self.concepts.forms.items():
            known[form] += 1
            self.stem_of[form] = stem
        self.spelling = Spelling(known)
        self.compounds = Compounds(self.language, known)
        names = list(self._numbers)
        split = [self._stems(self.compounds.parts(form)) for form in names]
        stems = self._stems(names)
        for number in range(self._documents):
            self._count(number, self._told(number), stems, split)
            self._sentences.append([self._sentence(forms, stems) for _, forms in self._said.of(number)])
        self._texts, self._said = _Texts(), _Texts()
        self._foreign.clear()
        self._numbers.clear()
        self._weigh()

    def _told(self, number: int) -> Iterator[_Part]:
        foreign = self._foreign.get(number, repeat(()))
        for (weight, forms), meant in zip(self._texts.of(number), foreign, strict=False):
            yield weight, forms, meant

    def _sentence(self, forms: array[int], stem_of: list[str]) -> tuple[str, ...]:
        stems = [stem_of[form] for form in forms]
        return tuple({*stems, *self.concepts.of(stems)})

    def _stems(self, forms: Sequence[str]) -> list[str]:
        return [self.stem_of[form] for form in forms]

    def _count(self, number: int, parts: Iterable[_Part], stem_of: list[str], split: list[list[str]]) -> None:
        counts: dict[str, float] = defaultdict(float)
        length = 0.0
        for weight, forms, foreign in parts:
            stems = [stem_of[form] for form in forms]
            length += weight * len(stems)
            pieces = [piece for form in forms for piece in split[form]]
            _tally(counts, stems, weight)
            _tally(counts, pieces, weight * _PART)
            _tally(counts, self.concepts.of(stems), weight)
            _tally(counts, foreign, weight)
            _tally(counts, self.concepts.of(pieces), weight * _PART)
        self._lengths.append(length)
        self.postings.add(number, counts)

    def _weigh(self) -> None:
        """Counts become what a match is worth."""
        average = sum(self._lengths) / max(len(self._lengths), 1) or 1.0
        held_back = [_K1 * (1 - _B + _B * length / average) for length in self._lengths]
        rarity = cache(self._rarity)

        def worth(holding: int, number: int, count: float) -> float:
            return rarity(holding) * count * (_K1 + 1) / (count + held_back[number])

        self.postings.finish(worth)

    def _rarity(self, documents: int) -> float:
        return math.log(1 + (len(self._lengths) - documents + 0.5) / (documents + 0.5))

    def scores(self, query: Query) -> list[float]:
        """What each document is worth, by its number: about 1 when all that was asked is there as often as usual."""
        scores = [0.0] * len(self._lengths)
        ideal = self._ideal(query.expected) or 1.0
        for term, weight in query.terms.items():
            share = weight / ideal
            for number, worth in zip(*self.postings.of(term), strict=True):
                scores[number] += share * worth
        for number in best(scores, _LOOKED_AT):
            scores[number] += _SAME * self._likeness(number, query.terms, ideal)
        return scores

    def _ideal(self, terms: Mapping[str, float]) -> float:
        """What a document comes to that holds each term as often as usual."""
        return sum(weight * self.rarity(term) for term, weight in terms.items())

    def rarity(self, term: str) -> float:
        """What a match of it is worth as such; most for what is nowhere."""
        return self._rarity(self.postings.holding(term))

    def _likeness(self, number: int, terms: Mapping[str, float], ideal: float) -> float:
        """How far the title or the wording most like the question says the same: 1 is in the same words."""
        return max((self._share(told, terms, ideal) for told in self._sentences[number]), default=0.0)

    def _share(self, told: tuple[str, ...], terms: Mapping[str, float], ideal: float) -> float:
        its = sum(self.rarity(term) for term in told)
        both = sum(self.rarity(term) * terms[term] for term in told if term in terms)
        return both / (its + ideal - both) if both else 0.0

    def completions(self, start: str, most: int) -> list[str]:
        """The most frequent words that begin so: search answers while one types."""
        place = bisect_left(self.sorted_forms, start)
        found = []
        while place < len(self.sorted_forms) and self.sorted_forms[place].startswith(start):
            found.append(self.sorted_forms[place])
            place += 1
        return sorted(found, key=lambda form: -self.forms[form])[:most]


def best(scores: Sequence[float], most: int) -> list[int]:
    """The numbers of the best ones above 0, best first: two passes in C, as this is asked at every letter typed."""
    least = min(sorted(scores, reverse=True)[:most], default=0.0)
    found = [number for number, score in enumerate(scores) if score >= least and score > 0]
    return sorted(found, key=lambda number: -scores[number])[:most]


def _meant(text: str, language: str) -> list[str]:
    return list(concepts(language).of([stem for _, stem in words(text, language)]))


def _tally(counts: dict[str, float], terms: Iterable[str], weight: float) -> None:
    for term in terms:
        counts[term] += weight


def _parts(document: Mapping[str, Any]) -> Iterator[tuple[float, str]]:
    body = str(document.get("body", ""))
    lead = first_sentence(body)
    said = "\n".join(wordings_of(document))
    texts = {"title": str(document["title"]), "wordings": said, "lead": lead, "body": body[len(lead) :]}
    return ((_WEIGHTS[part], text) for part, text in texts.items() if text)


def wordings_of(document: Mapping[str, Any]) -> Sequence[str]:
    """How users say it, a sentence each."""
    said = document.get("wordings", ())
    return said.splitlines() if isinstance(said, str) else said
