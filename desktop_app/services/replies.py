"""What is written in conversations and does not lie in the outbox yet: in memory, and on the disk where a kill does not
lose it.

One for the whole program, so that a page that is built anew finds all of it again. The GUI thread says what is written;
workers bring it to the disk and into the outbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock
from typing import Any, NamedTuple, Protocol

from desktop_app.domain.errors import SupportError


class DraftRows(Protocol):
    """Unsent texts by name."""

    def load(self, name: str) -> dict[str, Any]:
        """What was typed so far; empty when nothing was."""

    def save(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep it. Raises DiskFull."""

    def discard(self, name: str) -> None:
        """Forget it. Raises DiskFull."""


class Written(NamedTuple):
    """Words, and the paths of files or the names of kept pictures that go with them."""

    words: str = ""
    files: tuple[str, ...] = ()

    def before(self, later: Written) -> Written:
        """Both in one, this one first."""
        words = "\n".join(words for words in (self.words, later.words) if words)
        return Written(words, (*self.files, *(file for file in later.files if file not in self.files)))


class Message(NamedTuple):
    """What was sent. `id`: of its entry, the same however often it is tried; `editing`: the refused action whose words
    it replaces.
    """

    id: str
    ticket_id: str
    editing: str
    written: Written


class Replies:
    """By the conversation's id; one message at a time is on its way in each.

    `editing`: the refused action that is written anew there, or nothing.
    """

    def __init__(self, drafts: DraftRows) -> None:
        self._drafts = drafts
        self._written: dict[str, Written] = {}
        self.editing: dict[str, str] = {}
        self._corrections: dict[str, str] = {}
        self._used = set[str]()
        self._underway: dict[str, tuple[Message, Future[None]]] = {}
        self._returned: dict[str, list[tuple[Message, Exception]]] = {}
        self._storing = Lock()  # what is newest is written last; who types never waits for it

    # What is written

    def knows(self, ticket_id: str) -> bool:
        """Whether it was said or loaded what is written there."""
        return ticket_id in self._written

    def get(self, ticket_id: str) -> Written:
        """What is written there, as far as that is known."""
        return self._written.get(ticket_id, Written())

    def put(self, ticket_id: str, written: Written) -> None:
        """That is written there now."""
        self._written[ticket_id] = written

    def correction(self, action_id: str, words: str) -> str:
        """How far a refused message was written anew; `words` where it was not begun."""
        return self._corrections.get(action_id, words)

    def correct(self, action_id: str, words: str | None) -> None:
        """So far it is; None: it was given up, or sent."""
        self._corrections.pop(action_id, None)
        if words is not None:
            self._corrections[action_id] = words

    def load(self, ticket_id: str, is_accepted: Callable[[str], bool]) -> Written:
        """What is known, else what the disk has: what a kill caught on its way comes first, unless it was accepted."""
        if self.knows(ticket_id):
            return self.get(ticket_id)
        typed = _written(self._drafts.load(_reply(ticket_id)))
        for word in reversed(self._drafts.load(_sending(ticket_id)).get("messages", [])):
            if word["editing"]:
                self._corrections.setdefault(word["editing"], word["text"])
            elif not is_accepted(word["id"]):
                typed = _written(word).before(typed)
        return typed

    def store(self, ticket_id: str) -> None:
        """Write down what is written there now, and what is on its way. Raises DiskFull."""
        with self._storing:
            self._store_sending(ticket_id)
            self._keep(_reply(ticket_id), _word(self.get(ticket_id)), is_empty=self.get(ticket_id) == Written())

    # What is on its way

    def is_underway(self, ticket_id: str) -> bool:
        """Whether a message is on its way there."""
        return ticket_id in self._underway

    def begin(self, message: Message) -> None:
        """It is on its way from here on."""
        self._underway[message.ticket_id] = (message, Future())

    def hand_over(self, message: Message, put: Callable[[Message], object]) -> None:
        """`put` it into the outbox. Whatever fails, it is among the `returned` then, with what failed."""
        failed: Exception | None = None
        try:
            self.store(message.ticket_id)
            put(message)
        except Exception as error:  # noqa: BLE001 -- the words come back first; whoever takes them knows what it means
            failed = error
        if failed is not None:
            self._returned.setdefault(message.ticket_id, []).append((message, failed))
        ended = self._underway.pop(message.ticket_id)[1]
        with suppress(SupportError), self._storing:  # what is left of it there is known by its id
            self._store_sending(message.ticket_id)
        ended.set_result(None)

    def wait(self, ticket_id: str) -> None:
        """Returns when nothing is on its way there."""
        underway = self._underway.get(ticket_id)
        if underway is not None:
            underway[1].result()

    def fault(self, ticket_id: str) -> Exception | None:
        """Why the last one came back that nobody has taken."""
        returned = self._returned.get(ticket_id)
        return returned[-1][1] if returned else None

    def take_returned(self, ticket_id: str) -> list[tuple[Message, Exception]]:
        """What came back; whoever takes it puts the words where they can be read, and stores them."""
        return self._returned.pop(ticket_id, [])

    def use(self, name: str) -> bool:
        """Whether this is the first time: what goes with a message once, does not again when a page is built anew."""
        is_first = name not in self._used
        self._used.add(name)
        return is_first

    def _store_sending(self, ticket_id: str) -> None:
        underway = self._underway.get(ticket_id)
        messages = [*([underway[0]] if underway else []), *(one for one, _ in self._returned.get(ticket_id, ()))]
        self._keep(_sending(ticket_id), {"messages": _words(messages)}, is_empty=not messages)

    def _keep(self, name: str, word: Mapping[str, Any], *, is_empty: bool) -> None:
        if is_empty:
            self._drafts.discard(name)
        else:
            self._drafts.save(name, word)


def _words(messages: Iterable[Message]) -> list[dict[str, Any]]:
    return [{"id": one.id, "editing": one.editing, **_word(one.written)} for one in messages]


def _word(written: Written) -> dict[str, Any]:
    return {"text": written.words, "files": list(written.files)}


def _written(word: Mapping[str, Any]) -> Written:
    return Written(str(word.get("text", "")), tuple(str(file) for file in word.get("files", [])))


def _reply(ticket_id: str) -> str:
    return f"reply:{ticket_id}"


def _sending(ticket_id: str) -> str:
    return f"sending:{ticket_id}"
