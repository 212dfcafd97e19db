"""A question as the index reads it: known words, finished and corrected ones, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.knowledge.language import fold, words

if TYPE_CHECKING:
    from desktop_app.knowledge.lexical import Lexical

# What a match is worth beside a word that is there as it was written
_CORRECTED, _BEGUN, _PART, _MEANT = 0.8, 0.5, 0.5, 1.0
_MOST_COMPLETIONS = 12
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Query:
    """`terms` are looked for, each with what a match is worth; `text` is the question with its spelling corrected.

    `expected` are those that a good answer holds: of several readings of a word, the likeliest.
    """

    terms: Mapping[str, float]
    expected: Mapping[str, float]
    text: str


def read(text: str, index: Lexical) -> Query:
    """What `text` asks of `index`."""
    reader = _Reader(index)
    asked = list(words(text, index.language))
    for place, (form, stem) in enumerate(asked):
        reader.add(form, stem, is_unfinished=place == len(asked) - 1 and text[-1:].isalnum())
    reader.add_meanings()
    return Query(reader.terms, reader.expected, reader.corrected(text))


class _Reader:
    def __init__(self, index: Lexical) -> None:
        self._index = index
        self._stems: list[str] = []
        self._replaced: dict[str, str] = {}
        self.terms: dict[str, float] = {}
        self.expected: dict[str, float] = {}

    def add(self, form: str, stem: str, *, is_unfinished: bool) -> None:
        """One more word of the question."""
        stem = self._index.stem_of.get(form, stem)  # the index knows the accents that were left out
        found = list(self._meant(form, stem, is_unfinished=is_unfinished)) or [(stem, 1.0)]
        for known, weight in found:
            self._want(known, weight)
        likeliest, weight = found[0]
        self.expected[likeliest] = weight
        self._stems.append(likeliest)

    def add_meanings(self) -> None:
        """What the words mean, alone and together."""
        for concept in self._index.concepts.of(self._stems):
            self._want(concept, _MEANT)
            self.expected[concept] = _MEANT

    def corrected(self, text: str) -> str:
        """The text with every unknown word replaced by the nearest known one."""
        return _WORD.sub(lambda word: self._replaced.get(fold(word[0]), word[0]), text) if self._replaced else text

    def _want(self, term: str, weight: float) -> None:
        self.terms[term] = max(weight, self.terms.get(term, 0.0))

    def _meant(self, form: str, stem: str, *, is_unfinished: bool) -> Iterator[tuple[str, float]]:
        index = self._index
        is_known = stem in index.postings or form in index.stem_of
        if is_known:
            yield stem, 1.0
        completions = index.completions(form, _MOST_COMPLETIONS) if is_unfinished and not is_known else []
        yield from ((index.stem_of[known], _BEGUN) for known in completions)
        parts = index.compounds.parts(form)
        yield from ((index.stem_of[part], _PART if is_known else _CORRECTED) for part in parts)
        if not (is_known or completions or parts):
            yield from ((index.stem_of[known], _CORRECTED) for known in self._corrections(form))

    def _corrections(self, form: str) -> list[str]:
        near = self._index.spelling.nearest(form)
        if near:
            self._replaced[form] = near[0]
        return near
