"""One search for desktop and help desk, in users' own words, offline: by words, and by meaning where it can."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from desktop_app.knowledge.lexical import Lexical, best
from desktop_app.knowledge.meaning import Encoder, Meanings, brief, encoder
from desktop_app.knowledge.query import read

# How much words count beside meaning
_WORDS = 0.25
# With meaning every document is a little near: how far the best stands out from the next few counts as well
_STANDS_OUT, _NEXT = {False: 0.0, True: 1.0}, 5
# Less sure than this means: there is no ready-made help. By words alone, and with meaning; chosen so that fewer
# than one in twenty questions is refused that has an answer, one word of it mistyped
_FLOOR = {False: 0.9, True: 0.71}

# Longer is nothing that anybody asked: a log, a whole mail. What matters of it stands at its beginning
_LONGEST = 2_000

Remembering = Callable[[Encoder], Encoder]


class _Half:
    """The documents of one language, indexed when first searched. `others` are those of all languages, itself too."""

    def __init__(self, language: str, remembering: Remembering | None, others: Mapping[str, _Half]) -> None:
        self.language = language
        self.documents: list[Mapping[str, Any]] = []
        self._remembering = remembering
        self._others = others

    @cached_property
    def lexical(self) -> Lexical:
        index = Lexical(self.language)
        for number, document in enumerate(self.documents):
            index.add(document)
            self.documents[number] = brief(document)  # at once: what is free again is used for the next
        index.finish()
        return index

    @cached_property
    def meanings(self) -> Meanings | None:
        found = encoder()
        if found is None:
            return None
        elsewhere = (other.documents for language, other in self._others.items() if language != self.language)
        return Meanings(self.documents, found, self._remembering(found) if self._remembering else found, elsewhere)

    def best(self, text: str, most: int, *, by_meaning: bool) -> list[tuple[str, float]]:
        text = text[:_LONGEST]
        query = read(text, self.lexical)
        scores = self.lexical.scores(query)
        if by_meaning and self.meanings:
            near = self.meanings.scores(list(dict.fromkeys((text, query.text))))
            scores = [_WORDS * words + (1 - _WORDS) * meant for words, meant in zip(scores, near, strict=True)]
        return [(str(self.documents[number]["id"]), scores[number]) for number in best(scores, most)]


class SearchIndex:
    """An index in memory over documents of several languages.

    `meaning`: also by the encoder's vectors, where an encoder is installed. `remembering` wraps the encoder for the
    documents, whose vectors may be known already.
    """

    def __init__(self, meaning: bool = True, remembering: Remembering | None = None) -> None:
        self.meaning = meaning
        self._remembering = remembering
        self._halves: dict[str, _Half] = {}

    @property
    def floor(self) -> float:
        """The sureness below which nothing that was found is an answer."""
        return _FLOOR[self._is_by_meaning]

    def sureness(self, scored: Sequence[tuple[str, float]]) -> float:
        """How sure it is that the first of `scored` is an answer: 0 when there is none. Wants to see the next few."""
        best, *others = [score for _, score in scored[: 1 + _NEXT]] or [0.0]
        next_few = sum(others) / len(others) if others else 0.0
        return best + _STANDS_OUT[self._is_by_meaning] * (best - next_few)

    @property
    def _is_by_meaning(self) -> bool:
        return self.meaning and encoder() is not None

    def index(self, docs: Sequence[Mapping[str, Any]]) -> None:
        """Replaces the index: `docs` have `id`, `title`, `body`, `lang`, and may have `wordings` (how users say it)."""
        halves: dict[str, _Half] = {}
        for document in docs:
            language = str(document["lang"])
            halves.setdefault(language, _Half(language, self._remembering, halves)).documents.append(document)
        self._halves = halves

    def understand(self, lang: str) -> bool:
        """From now on search by meaning too; whether it can. Takes seconds the first time: not for a search's path."""
        half = self._halves.get(lang)
        self.meaning = self.meaning or (half is not None and half.meanings is not None)
        return self.meaning

    def search(self, text: str, lang: str, k: int = 10) -> list[str]:
        """Ids, best first; by words alone, empty when no word of `text` is anywhere."""
        return [found for found, _ in self.scored(text, lang, k)]

    def scored(self, text: str, lang: str, k: int = 10) -> list[tuple[str, float]]:
        """Ids with their scores: about 1 for a document that holds what was asked."""
        half = self._halves.get(lang)
        return half.best(text, k, by_meaning=self.meaning) if half else []
