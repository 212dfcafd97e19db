"""One conversation: head, lines, composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from desktop_app.domain.ticket import ENDED
from desktop_app.ui import texts
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.pages.conversations.asked import Answers, Repair, asked_fixes, repairs
from desktop_app.ui.pages.conversations.drafting import Drafting
from desktop_app.ui.pages.conversations.files import Pictures, Saving
from desktop_app.ui.pages.conversations.links import LinkQuestion
from desktop_app.ui.pages.conversations.opinion import Opinions
from desktop_app.ui.pages.conversations.room_frame import RoomFrame
from desktop_app.ui.pages.conversations.waiting import Moments
from desktop_app.ui.pages.conversations.words import line_views
from desktop_app.ui.widgets.message import MessageView
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.services.replies import Written
    from desktop_app.services.tickets import Conversation

Found = tuple["Conversation", dict[str, Repair]]


class Room(RoomFrame):
    """The conversation with id `ticket_id`; empty while there is none."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.ticket_id = ""
        self._conversation: Conversation | None = None
        self.drafting = Drafting(page, self.composer)
        self._saving = Saving(page)
        self.pictures = Pictures(page, self.composer)
        self._answers = Answers(page, self._said)
        self._opinions = Opinions(page, self.opinion, self._said)
        self.moments = Moments(page, self.waiting, self.typing)
        self.moments.calls.changed.connect(self._said)
        self._connect()

    def _connect(self) -> None:
        self.drafting.accepted.connect(self._accepted)
        self.pictures.kept.connect(lambda ticket_id, name: self.drafting.add_files(ticket_id, [name]))
        self.composer.field.picture_given.connect(lambda picture: self.pictures.paste(self.ticket_id, picture))
        self.composer.changed.connect(self.moments.tell_typing)
        self.composer.shot_asked.connect(lambda: self.pictures.take(self.ticket_id))
        self.composer.steps_asked.connect(lambda: self._page.navigate("steps", ticket_id=self.ticket_id))
        self.head.solved.connect(lambda: self._say("solve"))
        self.head.reopened.connect(lambda: self._say("reopen"))
        self.lines.address_asked.connect(lambda address: LinkQuestion(address, self).open())
        self.lines.article_asked.connect(
            lambda article: self._page.navigate("article", article_id=article, ticket_id=self.ticket_id)
        )
        self.lines.file_asked.connect(self._save)
        self.lines.edit_asked.connect(self._edit)
        self.lines.resend_asked.connect(self._resend)
        self.lines.stop_asked.connect(self._stop)
        self.lines.request_accepted.connect(lambda entry: self._answer(entry, is_yes=True))
        self.lines.request_refused.connect(lambda entry: self._answer(entry, is_yes=False))
        self.lines.read.connect(self._mark_read)

    def open(self, ticket_id: str) -> None:
        """Show another conversation; what was typed in the one before is kept."""
        if not self.drafting.is_for(ticket_id):
            self.drafting.leave()
        self.ticket_id = ticket_id
        self.refresh()

    def refresh(self) -> None:
        """Something is new."""
        if not self.ticket_id:
            return
        services, ticket_id = self._page.services, self.ticket_id
        load = services.drafts.replies.load
        self._page.run(
            lambda: (_look(services, ticket_id), load(ticket_id, services.outbox.is_known)),
            lambda found: self._show(*found),
        )

    def _show(self, found: Found, written: Written) -> None:
        conversation, fixes = found
        if conversation.ticket.id != self.ticket_id:
            return
        is_new = self._conversation is None or self._conversation.ticket.id != self.ticket_id
        self._conversation = conversation
        self.head.show_ticket(conversation.ticket)
        self.drafting.show(self.ticket_id, written)
        self._set_up_composer()
        self._opinions.ask(conversation.ticket)
        self.moments.follow(conversation.ticket)
        for line in self.lines.show_lines(line_views(conversation, fixes), is_new_conversation=is_new):
            spoken = f"{line.author}: {harmless(line.body)}" if isinstance(line, MessageView) else line.sentence
            self._page.announce(spoken)
        self._mark_read()

    def _set_up_composer(self) -> None:
        if self._conversation is None:
            return
        ticket = self._conversation.ticket
        name = harmless(ticket.assignee).split(" ")[0] or self.tr("IT support")
        placeholder = self.tr("Write to {name}").format(name=name)
        if ticket.joined_to:
            joined = self.tr("What you write here is read in request no. {number}")
            placeholder = joined.format(number=ticket.joined_to)
        elif ticket.status in ENDED:
            placeholder = self.tr("Write to {name}, to open the request again").format(name=name)
        self.composer.set_up(placeholder, sends_with_enter=bool(self._page.services.settings.value("send_with_enter")))

    def _mark_read(self) -> None:
        found = self._conversation
        if found is None or not self.lines.is_read():
            return
        ticket, services = found.ticket, self._page.services
        newest = max((line.entry.seq for line in found.lines if line.state == "sent"), default=0)
        if newest > ticket.read_seq:
            self._conversation = type(found)(ticket.model_copy(update={"read_seq": newest}), found.lines)
            self._page.write(lambda: services.tickets.mark_read(ticket.id, newest), lambda _: self.changed.emit())

    def _accepted(self, ticket_id: str) -> None:
        if ticket_id == self.ticket_id:
            self.refresh()
        self.changed.emit()

    def _say(self, verb: str) -> None:
        services, ticket_id = self._page.services, self.ticket_id

        def act() -> None:
            services.tickets.solve(ticket_id) if verb == "solve" else services.tickets.reopen(ticket_id)

        self._page.write(act, lambda _: self._said())

    def _said(self) -> None:
        self.refresh()
        self.changed.emit()

    def _save(self, file_id: str) -> None:
        if self._conversation is not None:
            self._saving.ask(self._conversation, file_id)

    def _answer(self, entry_id: str, *, is_yes: bool) -> None:
        lines = self._conversation.lines if self._conversation else ()
        entry = next((line.entry for line in lines if line.entry.id == entry_id), None)
        if entry is not None:
            self._answers.accept(entry) if is_yes else self._answers.refuse(entry)

    def _action_of(self, line_id: str) -> str:
        """The refused action behind a line: a request that was not accepted goes by its own id."""
        found = self._conversation
        is_first = found is not None and bool(found.lines) and found.lines[0].entry.id == line_id
        return self.ticket_id if is_first and found is not None and not found.ticket.number else line_id

    def _edit(self, line_id: str) -> None:
        message = next((one for one in self.lines.messages() if one.view.id == line_id), None)
        if message is not None:
            self.drafting.edit(self._action_of(line_id), message.view.body)

    def _resend(self, line_id: str) -> None:
        services, action = self._page.services, self._action_of(line_id)
        self._page.write(lambda: services.outbox.resend(action), lambda _: self.refresh())

    def _stop(self, line_id: str) -> None:
        services, action = self._page.services, self._action_of(line_id)
        self._page.run(lambda: services.outbox.underway.stop(action))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving keeps what was typed."""
        self.drafting.keep()
        self.moments.rest()
        super().hideEvent(event)


def _look(services: Services, ticket_id: str) -> Found:
    """The conversation as it stands, with what this computer knows of the repairs asked for in it. For a worker."""
    conversation = services.tickets.conversation(ticket_id)
    fixes = repairs(conversation, services)
    if fixes and asked_fixes(services).tell(texts.language()):
        conversation = services.tickets.conversation(ticket_id)
    return conversation, fixes
