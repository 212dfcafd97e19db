"""What stands in the composer: kept for each conversation, handed over one message at a time, given back if refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.errors import SupportError
from desktop_app.ui import texts
from desktop_app.ui.pages import Page
from desktop_app.ui.pages.conversations.composer import Composer
from desktop_app.ui.pages.conversations.kept import Kept, Message, Written
from desktop_app.ui.tasks import nothing

_KEEP_AFTER_MS = 1000


class Drafting(QObject):
    """`accepted`: a message of that conversation lies in the outbox.

    A message leaves the composer at once, so that the next one can be begun; nothing that is done in another
    conversation meanwhile touches it.
    """

    accepted = Signal(str)

    def __init__(self, page: Page, composer: Composer) -> None:
        super().__init__(page)
        self._page, self._composer = page, composer
        self._kept = Kept(page.services)
        self._ticket_id = self._editing = ""
        self._underway: set[str] = set()
        self._faults: dict[str, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._soon.timeout.connect(self._keep_now)
        composer.changed.connect(self._soon.start)
        composer.sent.connect(self._send)

    def is_for(self, ticket_id: str) -> bool:
        """Whether the composer shows what is written there."""
        return self._ticket_id == ticket_id

    def leave(self) -> None:
        """Another conversation is being looked up: until it is shown, nothing can be written."""
        self.keep()
        self._ticket_id = self._editing = ""
        self._composer.hold()

    def loader(self, ticket_id: str) -> Callable[[], Written]:
        """For a worker: what is written there."""
        kept = self._kept
        if ticket_id in kept:
            return lambda: kept.get(ticket_id)
        return lambda: kept.load(ticket_id)

    def show(self, ticket_id: str, found: Written) -> None:
        """The conversation is shown; `found` counts where nothing newer is known."""
        if self.is_for(ticket_id):
            return
        if ticket_id not in self._kept:
            self._kept.put(ticket_id, found)
        self._ticket_id = ticket_id
        self._fill(self._kept.get(ticket_id))
        self._composer.set_busy(is_busy=ticket_id in self._underway)
        self._composer.say(self._faults.pop(ticket_id, ""))

    def edit(self, action_id: str, words: str) -> None:
        """A refused message is written anew; what else was written comes back after it."""
        self.keep()
        self._editing = action_id
        self._fill(Written(words))
        self._composer.field.setFocus()

    def add_file(self, ticket_id: str, name: str) -> None:
        """A picture that belongs to that conversation, whichever is shown now."""
        if self.is_for(ticket_id):
            self._composer.add_files([name])
        else:
            kept = self._kept
            self._page.run(lambda: kept.load(ticket_id), lambda found: self._add(ticket_id, found, name))

    def keep(self) -> None:
        """Write down what was typed since the last time."""
        self._take()
        if self._soon.isActive():
            self._keep_now()

    def _keep_now(self) -> None:
        self._soon.stop()
        self._take()
        if self._ticket_id:
            self._store(self._ticket_id)

    def _add(self, ticket_id: str, found: Written, name: str) -> None:
        if self.is_for(ticket_id):
            self._composer.add_files([name])
            return
        written = self._kept.get(ticket_id) if ticket_id in self._kept else found
        self._kept.put(ticket_id, written.before(Written(files=(name,))))
        self._store(ticket_id)

    def _store(self, ticket_id: str) -> None:
        kept = self._kept
        self._page.run(lambda: kept.store(ticket_id))

    def _take(self) -> None:
        if self._ticket_id and not self._editing:
            self._kept.put(self._ticket_id, Written(self._composer.words(), tuple(self._composer.files)))

    def _fill(self, written: Written) -> None:
        self._composer.fill(written.words, written.files)

    def _send(self, words: str, files: list[str]) -> None:
        self._soon.stop()
        message, kept = Message(self._ticket_id, self._editing, Written(words, tuple(files))), self._kept
        if not self._editing:
            kept.put(self._ticket_id, Written())
        self._editing = ""
        self._underway.add(message.ticket_id)
        self._fill(kept.get(message.ticket_id))
        self._composer.set_busy(is_busy=True)
        self._composer.field.setFocus()
        self._page.tasks.run(
            self,
            lambda: kept.hand_over(message),
            lambda _: self._accepted(message.ticket_id),
            lambda error: self._refused(message, error),
        )

    def _ended(self, ticket_id: str) -> None:
        self._underway.discard(ticket_id)
        if self.is_for(ticket_id):
            self._composer.set_busy(is_busy=False)

    def _accepted(self, ticket_id: str) -> None:
        self._ended(ticket_id)
        self.accepted.emit(ticket_id)

    def _refused(self, message: Message, error: SupportError) -> None:
        ticket_id, kept = message.ticket_id, self._kept
        self._ended(ticket_id)
        if not self.is_for(ticket_id):
            self._give_back(message)
            self._faults[ticket_id] = texts.explain(error)
            self._page.report(error)
        elif message.editing and not self._editing:
            self.edit(message.editing, message.written.words)
            self._say(error)
        else:
            self._take()
            self._give_back(message)
            if not self._editing:
                self._fill(kept.get(ticket_id))
            self._say(error)
        self._page.tasks.run(self, lambda: kept.take_back(ticket_id), nothing, nothing)

    def _give_back(self, message: Message) -> None:
        self._kept.put(message.ticket_id, message.written.before(self._kept.get(message.ticket_id)))

    def _say(self, error: SupportError) -> None:
        self._composer.say(texts.explain(error))
        self._page.announce(self._composer.error.words, is_urgent=True)
