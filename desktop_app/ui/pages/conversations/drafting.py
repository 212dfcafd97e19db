"""What stands in the composer: kept for each conversation, handed over one message at a time, given back if refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from uuid_utils import uuid7

from desktop_app.domain.errors import SupportError
from desktop_app.services.replies import Message, Replies, Written
from desktop_app.ui import texts
from desktop_app.ui.pages import Page
from desktop_app.ui.pages.conversations.composer import Composer
from desktop_app.ui.pages.conversations.files import hand_over
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
        self._ticket_id = self._editing = ""
        self._soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._soon.timeout.connect(self._keep_now)
        # whoever types without a rest is kept, too
        composer.changed.connect(lambda: self._soon.isActive() or self._soon.start())
        composer.files_given.connect(lambda files: self.add_files(self._ticket_id, files))
        composer.correction_left.connect(self.leave_correction)
        composer.sent.connect(self._send)

    @property
    def _replies(self) -> Replies:
        return self._page.services.drafts.replies

    def is_for(self, ticket_id: str) -> bool:
        """Whether the composer shows what is written there."""
        return self._ticket_id == ticket_id

    def leave(self) -> None:
        """Another conversation is being looked up: until it is shown, nothing can be written."""
        self.keep()
        self._ticket_id = ""
        self._edit("")
        self._composer.hold()

    def show(self, ticket_id: str, found: Written) -> None:
        """The conversation is shown; `found` counts where nothing newer is known."""
        if self.is_for(ticket_id):
            return
        if not self._replies.knows(ticket_id):
            self._replies.put(ticket_id, found)
        self._ticket_id = ticket_id
        self._fill()
        self._composer.say("")
        self._composer.set_busy(is_busy=False)
        if self._replies.is_underway(ticket_id):  # also where the page that sent it is gone
            replies = self._replies
            self._follow(ticket_id, lambda: replies.wait(ticket_id), self._page.tasks.run)
        if action_id := self._replies.editing.get(ticket_id):
            self.edit(action_id, "")
        self._take_back(ticket_id)

    def edit(self, action_id: str, words: str) -> None:
        """A refused message is written anew; what else was written comes back after it."""
        self.keep()
        self._edit(action_id)
        self._composer.fill(self._replies.correction(action_id, words), ())
        self._composer.field.setFocus()
        self._page.announce(self._composer.changing.words)

    def leave_correction(self) -> bool:
        """What was written anew is given up, and the draft is there again; False when nothing was."""
        if not self._editing:
            return False
        self._replies.correct(self._editing, None)
        self._edit("")
        self._fill()
        self._composer.field.setFocus()
        return True

    def add_files(self, ticket_id: str, files: list[str]) -> None:
        """Files and pictures that belong to that conversation, whichever is shown now."""
        if self.is_for(ticket_id) and not self._editing:
            self._composer.add_files(files)
        elif self._replies.knows(ticket_id):  # a correction is of words alone: they go with the next message
            self._replies.put(ticket_id, self._replies.get(ticket_id).before(Written(files=tuple(files))))
            self._store(ticket_id)
        elif ticket_id:
            replies, outbox = self._replies, self._page.services.outbox
            load = partial(replies.load, ticket_id, outbox.is_known)
            self._page.run(load, lambda found: self._add_to(ticket_id, found, files))

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

    def _add_to(self, ticket_id: str, found: Written, files: list[str]) -> None:
        if not self._replies.knows(ticket_id):
            self._replies.put(ticket_id, found)
        self.add_files(ticket_id, files)

    def _store(self, ticket_id: str) -> None:
        replies = self._replies
        self._page.write(lambda: replies.store(ticket_id))

    def _take(self) -> None:
        if self._editing:
            self._replies.correct(self._editing, self._composer.words())
        elif self._ticket_id:
            self._replies.put(self._ticket_id, Written(self._composer.words(), tuple(self._composer.files)))

    def _fill(self) -> None:
        written = self._replies.get(self._ticket_id)
        self._composer.fill(written.words, written.files)

    def _edit(self, action_id: str) -> None:
        self._editing = action_id
        if self._ticket_id:
            self._replies.editing[self._ticket_id] = action_id
        self._composer.show_correcting(is_so=bool(action_id))

    def _send(self, words: str, files: list[str]) -> None:
        self._soon.stop()
        ticket_id, services, replies = self._ticket_id, self._page.services, self._replies
        message = Message(str(uuid7()), ticket_id, self._editing, Written(words, tuple(files)))
        if not self._editing:
            replies.put(ticket_id, Written())
        replies.correct(self._editing, None)
        replies.begin(message)
        self._edit("")
        self._fill()
        self._composer.field.setFocus()
        put = partial(hand_over, services)
        self._follow(ticket_id, lambda: replies.hand_over(message, put), self._page.tasks.send)

    def _follow(self, ticket_id: str, work: Callable[[], None], run: Callable[..., None]) -> None:
        self._composer.set_busy(is_busy=True)
        run(self, work, lambda _: self._settle(ticket_id), nothing)

    def _settle(self, ticket_id: str) -> None:
        fault = self._replies.fault(ticket_id)
        if self.is_for(ticket_id):
            self._composer.set_busy(is_busy=self._replies.is_underway(ticket_id))
            self._take_back(ticket_id)
        elif fault is not None:
            self._page.report(_told(fault))
        if fault is None:
            self.accepted.emit(ticket_id)
        elif not isinstance(fault, SupportError):
            raise fault  # a bug: sys.excepthook shows the crash report

    def _take_back(self, ticket_id: str) -> None:
        self._take()
        for message, fault in self._replies.take_returned(ticket_id):
            self._give_back(message)
            self._store(ticket_id)
            self._composer.say(texts.explain(_told(fault)))
            self._page.announce(self._composer.error.words, is_urgent=True)

    def _give_back(self, message: Message) -> None:
        """A correction comes into the field only while nothing else is written there."""
        replies, ticket_id = self._replies, message.ticket_id
        if message.editing:
            replies.correct(message.editing, message.written.words)
            if not self._editing and replies.get(ticket_id) == Written():
                self.edit(message.editing, message.written.words)
            return
        replies.put(ticket_id, message.written.before(replies.get(ticket_id)))
        if not self._editing:
            self._fill()


def _told(fault: Exception) -> SupportError:
    return fault if isinstance(fault, SupportError) else SupportError()
