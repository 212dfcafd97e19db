"""The search engine of the desktops over the help desk's articles; built again when one of them has changed."""

import time
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import Any

from django.db.models import Count, Max

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.articles import wording_of
from desktop_app.helpdesk.models import Article, ArticleChange
from desktop_app.helpdesk.wording import Wording
from desktop_app.knowledge.answers import near, ranked
from desktop_app.knowledge.language import telling
from desktop_app.knowledge.search import SearchIndex


class Shelf:
    """One index per process, asked from many threads."""

    def __init__(self) -> None:
        self._index, self._mark = SearchIndex(meaning=False), (0, 0)
        self._built_at = 0.0
        self._lock = Lock()

    def find(self, text: str, language: Language, most: int = 50) -> list[str]:
        """Ids of articles, best first, in `language`; in the first other one where the words mean something, else."""
        scores = self.near(text, "", language, most)
        return ranked(scores, {}, scores)

    def near(
        self, subject: str, said: str, language: Language, most: int = 50, *, patience_s: float = 0
    ) -> Mapping[str, float]:
        """By id, how near each article is to the words of a request, in a language as above.

        What changed in the last `patience_s` seconds may be missing: many articles take a moment to be read.
        """
        index = self._ready(patience_s)
        scores = near(index, subject, said, language, most)
        others = (other for other in LANGUAGES if other != language)
        while not scores and (other := next(others, None)):
            scores = near(index, telling(subject, language), telling(said, language), other, most)
        return scores

    def _ready(self, patience_s: float) -> SearchIndex:
        mark = _mark()
        with self._lock:
            is_young = self._built_at and time.monotonic() - self._built_at < patience_s
            if mark != self._mark and not is_young:
                index = SearchIndex(meaning=False)
                index.index(list(_documents()))
                self._index, self._mark, self._built_at = index, mark, time.monotonic()
            return self._index


def _mark() -> tuple[int, int]:
    """Differs after each change: how many there were, and the last of them."""
    seen = ArticleChange.objects.aggregate(count=Count("pk"), last=Max("pk"))
    return seen["count"], seen["last"] or 0


def _documents() -> Iterator[dict[str, Any]]:
    """Every article in every language; in another one where it is not written: names of programs are the same."""
    for article in Article.objects.exclude(newest=None).select_related("newest"):
        wording = wording_of(article.newest) if article.newest else Wording()
        for language in LANGUAGES:
            title, body = wording.in_language(language)
            symptoms = wording.symptoms.get(language, ())
            yield {"id": article.pk, "lang": language, "title": title, "body": body, "wordings": symptoms}


shelf = Shelf()
