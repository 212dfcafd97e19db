"""One search over guided fixes and articles, offline, as the user types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from desktop_app.domain.errors import NotFound
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import LANGUAGES, Language, in_language
from desktop_app.knowledge.articles import PackArticle
from desktop_app.knowledge.search import Remembering, SearchIndex

if TYPE_CHECKING:
    from desktop_app.protocol.articles import Article as DeskArticle

# Of the best score: less is left out. Fixes come first, so one must be nearly as good as the right article
_TELLING = {"fix": 0.6, "article": 0.3}
_WORDS_A_MINUTE, _LONGEST_SUMMARY = 180, 160
_LINK = re.compile(r"!?\[([^][]*)\]\((?:[^()]|\([^()]*\))*\)")
_AT_START = re.compile(r"^(?:[-+>]|\d+[.)])\s+")
_SIGNS = str.maketrans("", "", "*`")


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
    """An article in one language; the body is Markdown. `is_of_desk`: the help desk wants to know whether it helped."""

    id: str
    title: str
    markdown: str
    is_of_desk: bool = False


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


class DeskArticles(Protocol):
    """What the help desk itself has published."""

    def tag(self) -> str:
        """Differs as soon as another list is kept."""

    def all(self) -> Mapping[str, DeskArticle]:
        """Articles by id."""


class Learnt(Protocol):
    """What people said before something helped them."""

    def tag(self) -> str:
        """Differs as soon as another list is kept."""

    def in_language(self, lang: Language) -> Mapping[str, Sequence[str]]:
        """What was said, by `fix:` or `article:` and the id."""


class Search:
    """Guided fixes first, then the articles of the packs and those of the help desk, the best ones first.

    The index is built at the first search, in a few milliseconds, and again when the help desk's list has changed.
    """

    def __init__(
        self,
        packs: Packs,
        fixes: Allowed | None = None,
        desk: DeskArticles | None = None,
        vectors: Remembering | None = None,
        learnt: Learnt | None = None,
    ) -> None:
        self._packs = packs
        self._fixes = fixes
        self._desk = desk
        self._vectors = vectors
        self._learnt = learnt
        self._index: SearchIndex | None = None
        self._tag = ""

    def search(self, text: str, lang: Language, limit: int = 8) -> list[Answer]:
        """What may help, best first within each kind; empty for less than two letters, and where nothing is near."""
        if len(text.strip()) < 2:
            return []
        index = self._ready()
        scored = index.scored(text, lang, 4 * limit)
        if index.sureness(scored) < index.floor:
            return []
        best = scored[0][1]
        keys = [key for key, score in scored if score >= _TELLING[key.partition(":")[0]] * best]
        found = [answer for key in keys if (answer := self._answer(key, lang))]
        allowed = {fix.id for fix in self._fixes.all()} if self._fixes else set(self._packs.fixes())
        answers = [answer for answer in found if answer.kind == "article" or answer.id in allowed]
        return sorted(answers, key=lambda answer: answer.kind != "fix")[:limit]

    def understand(self, lang: Language) -> bool:
        """From now on search in `lang` by meaning too; whether it can. Takes a second or more: for an idle moment."""
        return self._vectors is not None and self._ready().understand(lang)

    def topics(self, text: str, lang: Language) -> tuple[str, ...]:
        """What `text` is about: the topics of the guided fix that answers it best; none when no fix does."""
        best = next((answer for answer in self.search(text, lang) if answer.kind == "fix"), None)
        return self._packs.fixes()[best.id].topics if best else ()

    def article(self, id: str, lang: Language) -> Article:  # noqa: A002 -- the word of the contract
        """The article `id` in `lang`; NotFound."""
        article = self._packs.articles().get(id)
        if article is not None:
            return Article(id, in_language(article.titles, lang), in_language(article.bodies, lang))
        of_desk = self._of_desk().get(id)
        shown = of_desk.shown_in(lang) if of_desk else None
        if of_desk is None or shown is None:
            raise NotFound(name=id)
        return Article(id, of_desk.title[shown], of_desk.body[shown], is_of_desk=True)

    def _of_desk(self) -> Mapping[str, DeskArticle]:
        return self._desk.all() if self._desk else {}

    def _ready(self) -> SearchIndex:
        tag = " ".join(source.tag() for source in (self._desk, self._learnt) if source)
        if self._index is None or tag != self._tag:
            index = SearchIndex(meaning=self._index is not None and self._index.meaning, remembering=self._vectors)
            index.index([document for lang in LANGUAGES for document in self._documents(lang)])
            self._index, self._tag = index, tag
        return self._index

    def _documents(self, lang: Language) -> list[dict[str, Any]]:
        learnt = self._learnt.in_language(lang) if self._learnt else {}
        found = [*documents_of(self._packs, lang), *self._documents_of_desk(lang)]
        return [{**one, "wordings": (*one["wordings"], *learnt.get(one["id"], ()))} for one in found]

    def _documents_of_desk(self, lang: Language) -> Iterator[dict[str, Any]]:
        """In another language when there is no other: names of programs are the same in all of them."""
        for one in self._of_desk().values():
            if shown := one.shown_in(lang):
                symptoms = tuple(one.symptoms.get(shown, ()))
                document = _document("article", one.id, one.title[shown], one.body[shown], symptoms, lang)
                yield {**document, "told_in": shown}

    def _answer(self, key: str, lang: Language) -> Answer | None:
        """The line of a document; None for one that was withdrawn this very moment."""
        kind, _, its_id = key.partition(":")
        if its_id in (of_desk := self._of_desk()):
            return _answer_of_desk(of_desk[its_id], lang)
        if kind == "fix":
            fix = self._packs.fixes()[its_id]
            title, summary = in_language(fix.title, lang), in_language(fix.summary, lang)
            return Answer("fix", its_id, title, summary, fix.minutes, fix.icon)
        one = self._packs.articles().get(its_id)
        if one is None:
            return None
        title, summary = in_language(one.titles, lang), in_language(one.summaries, lang)
        return Answer("article", its_id, title, summary, one.minutes, one.icon)


def documents_of(packs: Packs, lang: Language) -> list[dict[str, Any]]:
    """What is searched of packs in `lang`."""
    fixes = [
        _document("fix", fix.id, fix.title[lang], _told(fix, lang), fix.symptoms[lang], lang)
        for fix in packs.fixes().values()
    ]
    articles = [
        _document("article", one.id, one.titles[lang], one.bodies[lang], one.symptoms.get(lang, ()), lang)
        for one in packs.articles().values()
    ]
    return [*fixes, *articles]


def _told(fix: Fix, lang: Language) -> str:
    """What a fix says of itself, its summary first."""
    cards = (card for card in (fix.workaround, fix.prevention) if card)
    texts = (fix.summary, *(step.title for step in fix.steps), fix.success, *cards)
    return "\n".join(text[lang] for text in texts)


def _answer_of_desk(article: DeskArticle, lang: Language) -> Answer | None:
    shown = article.shown_in(lang)
    if shown is None:
        return None
    body = article.body[shown]
    minutes = max(1, round(len(body.split()) / _WORDS_A_MINUTE))
    return Answer("article", article.id, article.title[shown], _first_sentence(body), minutes, "article")


def _first_sentence(markdown: str) -> str:
    """What the text begins with, without the signs of Markdown."""
    lines = (_LINK.sub(r"\1", line).translate(_SIGNS).strip() for line in markdown.splitlines())
    first = next((_AT_START.sub("", line) for line in lines if line and not line.startswith("#")), "")
    head, stop, _ = first.partition(". ")
    return (head + "." if stop else head)[:_LONGEST_SUMMARY]


def _document(  # noqa: PLR0913 -- the fields of a document
    kind: str, its_id: str, title: str, body: str, wordings: tuple[str, ...], lang: Language
) -> dict[str, Any]:
    return {"id": f"{kind}:{its_id}", "title": title, "body": body, "wordings": wordings, "lang": lang}
