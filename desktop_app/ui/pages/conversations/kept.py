"""What is written in each conversation and not sent yet: in memory, and on the disk where a kill does not lose it.

Nothing of Qt is in here: workers write it down while the person writes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.ui.pages.conversations.files import reply

if TYPE_CHECKING:
    from desktop_app.ui.services import Services


class Written(NamedTuple):
    """Words, and the paths of files or the names of kept pictures that go with them."""

    words: str = ""
    files: tuple[str, ...] = ()

    def before(self, later: Written) -> Written:
        """Both in one, this one first."""
        words = "\n".join(words for words in (self.words, later.words) if words)
        return Written(words, (*self.files, *(file for file in later.files if file not in self.files)))


class Message(NamedTuple):
    """What was sent, on its way into the outbox. `editing`: the refused action whose words it replaces."""

    ticket_id: str
    editing: str
    written: Written


class Kept:
    """By the conversation's id. Only `load`, `store` and `hand_over` touch the disk."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, Written] = {}
        self._storing = Lock()  # the newest is written last

    def __contains__(self, ticket_id: str) -> bool:
        return ticket_id in self._known

    def get(self, ticket_id: str) -> Written:
        """What is written there, as far as it was loaded."""
        return self._known.get(ticket_id, Written())

    def put(self, ticket_id: str, written: Written) -> None:
        """That is written there now."""
        self._known[ticket_id] = written

    def load(self, ticket_id: str) -> Written:
        """What the disk has; what a kill caught on its way into the outbox comes first."""
        drafts = self._services.drafts
        caught, typed = (_written(drafts.load(name)) for name in (_sending(ticket_id), _reply(ticket_id)))
        return caught.before(typed)

    def store(self, ticket_id: str) -> None:
        """Write down what is written there now. Raises DiskFull."""
        with self._storing:
            self._keep(_reply(ticket_id), self.get(ticket_id))

    def hand_over(self, message: Message) -> None:
        """Put it into the outbox. Raises NotFound, TooLarge, DiskFull: all is kept."""
        services, words = self._services, message.written.words
        self._keep(_sending(message.ticket_id), message.written)
        self.store(message.ticket_id)
        if message.editing:
            services.tickets.correct(message.editing, words)
        else:
            reply(services, message.ticket_id, words, message.written.files)
        services.drafts.discard(_sending(message.ticket_id))

    def take_back(self, ticket_id: str) -> None:
        """What was refused is written there again. Raises DiskFull."""
        self.store(ticket_id)
        self._services.drafts.discard(_sending(ticket_id))

    def _keep(self, name: str, written: Written) -> None:
        drafts = self._services.drafts
        if written == Written():
            drafts.discard(name)
        else:
            drafts.save(name, {"text": written.words, "files": list(written.files)})


def _written(draft: Mapping[str, Any]) -> Written:
    return Written(str(draft.get("text", "")), tuple(str(file) for file in draft.get("files", [])))


def _reply(ticket_id: str) -> str:
    return f"reply:{ticket_id}"


def _sending(ticket_id: str) -> str:
    return f"sending:{ticket_id}"
