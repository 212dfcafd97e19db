"""The help desk's own articles: fetched when they changed, kept to be read offline, text and nothing else."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from uuid_utils import uuid7

from desktop_app.domain.errors import NotFound, SupportError
from desktop_app.services.actions import Kind, new_action
from desktop_app.services.outbox import Outbox

if TYPE_CHECKING:
    from desktop_app.domain.words import Language
    from desktop_app.protocol.articles import Article

_log = logging.getLogger(__name__)
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 30, 3600


class ArticleClient(Protocol):
    """What is asked of the help desk; raises SupportErrors."""

    def articles(self, tag: str) -> tuple[str, list[Article]] | None:
        """Another list than the one of `tag`, with its own tag; None when there is no other."""


class ArticleRows(Protocol):
    """The table of the list."""

    def save(self, tag: str, words: str) -> None:
        """Keep another list in place of the one before."""

    def tag(self) -> str:
        """The tag of the list that is kept, or nothing."""

    def words(self) -> str:
        """The JSON of the list, or nothing."""


class ArticleStore(Protocol):
    """What is needed of the disk."""

    @property
    def articles(self) -> ArticleRows:
        """The table."""


class Articles:
    """The list as last heard. What cannot be fetched, or is no such list, leaves the last good one as it is."""

    def __init__(self, client: ArticleClient, store: ArticleStore, outbox: Outbox) -> None:
        self._client = client
        self._rows = store.articles
        self._outbox = outbox
        self._lock = Lock()
        self._read: tuple[str, Mapping[str, Article]] = ("", {})
        self._failures = 0
        self._again_at = 0.0

    @property
    def is_behind(self) -> bool:
        """Whether the last try failed, and it is time for another one."""
        return self._failures > 0 and time.monotonic() >= self._again_at

    def sync(self) -> bool:
        """Ask whether there is another list; whether there was. Raises nothing that the help desk can cause."""
        try:
            fresh = self._client.articles(self._rows.tag())
            if fresh is not None:
                tag, found = fresh
                words = "[" + ",".join(article.model_dump_json() for article in found) + "]"
                self._rows.save(tag or hashlib.sha256(words.encode()).hexdigest(), words)
        except SupportError as error:
            _log.info("the articles stay as they are: %s", error)
            self._again_at = time.monotonic() + min(_FIRST_PAUSE_S * 2**self._failures, _LONGEST_PAUSE_S)
            self._failures = min(self._failures + 1, 16)
            return False
        self._failures = 0
        return fresh is not None

    def tag(self) -> str:
        """Differs as soon as another list is kept."""
        return self._rows.tag()

    def all(self) -> Mapping[str, Article]:
        """The articles by id."""
        tag = self._rows.tag()
        with self._lock:
            if self._read[0] != tag:
                self._read = tag, _parsed(self._rows.words())
            return self._read[1]

    def rate(self, article_id: str, *, helpful: bool, said: str = "", lang: Language = "en") -> None:
        """Tell the help desk whether it helped; durable when it returns, never needs a network. Raises NotFound.

        `said`: the words in `lang` that it was found by, when the person gives them.
        """
        from desktop_app.protocol.articles import LONGEST_SAID, Feedback

        article = self.all().get(article_id)
        if article is None:
            raise NotFound(name=article_id)
        given = str(uuid7())
        word = Feedback(id=given, helpful=helpful, said=said[:LONGEST_SAID], language=lang).model_dump_json()
        with self._outbox.adding() as add:
            add(new_action(Kind.FEEDBACK, given, article_id, next(iter(article.title.values())), word))


def _parsed(words: str) -> Mapping[str, Article]:
    from desktop_app.protocol.articles import Article
    from desktop_app.protocol.base import reader

    try:
        found = reader(list[Article]).validate_json(words or "[]")
    except ValueError:  # kept by another version of the program
        return {}
    return {article.id: article for article in found if article.shown_in("fr")}
