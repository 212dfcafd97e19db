"""Requests that say the same: many short texts, found by their words and what these mean, changed one by one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.knowledge.concepts import SIGN, concepts
from desktop_app.knowledge.language import words

if TYPE_CHECKING:
    from tantivy import Index, Query, Searcher

# A request is long and says its subject first: what stands there counts more often
_SUBJECT_COUNTS = 2
# What words mean joins requests of several languages; within one, the words themselves tell more
_MEANT = 0.1
_MOST_WORDS, _MOST_TERMS = 200, 40
_FEWEST = 1_000
_HEAP_BYTES = 30_000_000


@dataclass(frozen=True)
class Request:
    """What is compared of a request: `subject` and the first words of it."""

    id: str
    language: str
    subject: str
    body: str


class SimilarRequests:
    """An index in memory, on one thread's writing and any thread's reading; made again at each start."""

    def __init__(self) -> None:
        import tantivy

        fields = tantivy.SchemaBuilder()
        fields.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field("terms", stored=True, tokenizer_name="whitespace", index_option="freq")
        self._schema = fields.build()
        self._index: Index = tantivy.Index(self._schema)

    def put(self, requests: Iterable[Request], gone: Iterable[str] = ()) -> None:
        """Learn `requests`, in place of what was known under their ids, and forget those of `gone`."""
        import tantivy

        writer = self._index.writer(_HEAP_BYTES, 1)
        for one in gone:
            writer.delete_documents_by_term("id", one)
        for request in requests:
            writer.delete_documents_by_term("id", request.id)
            writer.add_document(tantivy.Document(id=[request.id], terms=[" ".join(_terms(request))]))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def find(self, request: Request, most: int) -> list[tuple[str, float]]:
        """Ids of the most similar ones, best first, never itself, each with its share of what was asked: 1 is all."""
        import tantivy

        asked = [term for term, _ in Counter(_terms(request)).most_common(_MOST_TERMS)]
        searcher = self._index.searcher()
        wanted = tantivy.Query.boolean_query([(tantivy.Occur.Should, self._wanted(term)) for term in asked])
        worth = {term: _worth(term) * _rarity(searcher, term) for term in asked}
        found = [searcher.doc(place) for _, place in searcher.search(wanted, most + 1).hits]
        return [(one["id"][0], _share(worth, one["terms"][0])) for one in found if one["id"][0] != request.id][:most]

    def _wanted(self, term: str) -> Query:
        import tantivy

        query = tantivy.Query.term_query(self._schema, "terms", term, "freq")
        return tantivy.Query.boost_query(query, _worth(term))


def _worth(term: str) -> float:
    return _MEANT if term.startswith(SIGN) else 1.0


def _rarity(searcher: Searcher, term: str) -> float:
    """A new help desk has few requests, from which no word can be seen to be frequent."""
    holding, requests = searcher.doc_freq("terms", term), max(searcher.num_docs, _FEWEST)
    return math.log(1 + (requests - holding + 0.5) / (holding + 0.5))


def _share(worth: Mapping[str, float], terms: str) -> float:
    held = set(terms.split(" "))
    return sum(value for term, value in worth.items() if term in held) / (sum(worth.values()) or 1.0)


def _terms(request: Request) -> Iterator[str]:
    for text, count in ((request.subject, _SUBJECT_COUNTS), (request.body, 1)):
        stems = [stem for _, stem in words(text, request.language)][:_MOST_WORDS]
        for _ in range(count):
            yield from stems
            yield from concepts(request.language).of(stems)
