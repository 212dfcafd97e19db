"""One search over guided fixes and articles, offline, as the user types."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from desktop_app.domain.errors import NotFound
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import LANGUAGES, Language, in_language
from desktop_app.knowledge.articles import PackArticle
from desktop_app.knowledge.search import SearchIndex

# Fixes come first, so one that shares a stray word only with the question must not stand before the right article
_TELLING = 0.3


@dataclass(frozen=True)
class Answer:
    """One line of results. `icon` names an icon of `resources/icons`."""

    kind: Literal["fix", "article"]
    id: str
    title: str
    summary: str
    minutes: int
    icon: str


@dataclass(frozen=True)
class Article:
    """An article in one language; the body is Markdown."""

    id: str
    title: str
    markdown: str


class Packs(Protocol):
    """Where fixes and articles come from."""

    def fixes(self) -> Mapping[str, Fix]:
        """Fixes by id."""

    def articles(self) -> Mapping[str, PackArticle]:
        """Articles by id."""


class Allowed(Protocol):
    """Which fixes this computer and its organisation allow."""

    def all(self) -> list[Fix]:
        """Those fixes."""


class Search:
    """Guided fixes first, then articles. The index is built at the first search, in a few milliseconds."""

    def __init__(self, packs: Packs, fixes: Allowed | None = None) -> None:
        self._packs = packs
        self._fixes = fixes
        self._index: SearchIndex | None = None

    def search(self, text: str, lang: Language, limit: int = 8) -> list[Answer]:
        """What may help, best first within each kind; empty for less than two letters."""
        if len(text.strip()) < 2:
            return []
        scored = self._ready().scored(text, lang, 4 * limit)
        best = scored[0][1] if scored else 0.0
        found = [self._answer(key, lang) for key, score in scored if score >= _TELLING * best]
        allowed = {fix.id for fix in self._fixes.all()} if self._fixes else set(self._packs.fixes())
        answers = [answer for answer in found if answer.kind == "article" or answer.id in allowed]
        return sorted(answers, key=lambda answer: answer.kind != "fix")[:limit]

    def article(self, id: str, lang: Language) -> Article:  # noqa: A002 -- the word of the contract
        """The article `id` in `lang`; NotFound."""
        article = self._packs.articles().get(id)
        if article is None:
            raise NotFound(name=id)
        return Article(id, in_language(article.titles, lang), in_language(article.bodies, lang))

    def _ready(self) -> SearchIndex:
        if self._index is None:
            index = SearchIndex()
            index.index([document for lang in LANGUAGES for document in self._documents(lang)])
            self._index = index
        return self._index

    def _documents(self, lang: Language) -> list[dict[str, Any]]:
        fixes = [
            _document("fix", fix.id, fix.title[lang], fix.summary[lang], fix.symptoms[lang], lang)
            for fix in self._packs.fixes().values()
        ]
        articles = [
            _document("article", one.id, one.titles[lang], one.bodies[lang], one.symptoms.get(lang, ()), lang)
            for one in self._packs.articles().values()
        ]
        return fixes + articles

    def _answer(self, key: str, lang: Language) -> Answer:
        kind, _, its_id = key.partition(":")
        if kind == "fix":
            fix = self._packs.fixes()[its_id]
            title, summary = in_language(fix.title, lang), in_language(fix.summary, lang)
            return Answer("fix", its_id, title, summary, fix.minutes, fix.icon)
        one = self._packs.articles()[its_id]
        title, summary = in_language(one.titles, lang), in_language(one.summaries, lang)
        return Answer("article", its_id, title, summary, one.minutes, one.icon)


def _document(  # noqa: PLR0913 -- the fields of a document
    kind: str, its_id: str, title: str, body: str, wordings: tuple[str, ...], lang: Language
) -> dict[str, Any]:
    return {"id": f"{kind}:{its_id}", "title": title, "body": body, "wordings": wordings, "lang": lang}
