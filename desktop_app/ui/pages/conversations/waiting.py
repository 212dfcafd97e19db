"""What is told while nobody has answered yet: the place in the waiting line and what may help meanwhile; and, any
time, that somebody writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.ticket import Stage
from desktop_app.services.presence import SHOWN_S
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Page
from desktop_app.ui.pages.conversations.calling import CallMeBack, Calls
from desktop_app.ui.tasks import nothing
from desktop_app.ui.widgets.basics import picture, text
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import empty
from desktop_app.ui.widgets.plain_words import harmless
from desktop_app.ui.widgets.result import Result

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Place, Ticket
    from desktop_app.services.search import Answer

_LOOK_EVERY_MS, _TELL_EVERY_MS = 30_000, 4_000
_NAME_LENGTH = 60
_MOST_ANSWERS = 2


class WaitingCard(Card):
    """Where one stands in the line. Nothing is said that is not known.

    `opened`: the kind and the id of what is to be tried meanwhile.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = text("", "head")
        self.usually = text("", "body")
        self.column.addWidget(self.place)
        self.column.addWidget(self.usually)
        stay = self.tr("You can close this window or go on working. You will be told as soon as somebody answers.")
        self.column.addWidget(text(stay, "sub"))
        self.call = CallMeBack(self)
        self.column.addWidget(self.call)
        self.meanwhile = text(self.tr("What you can try meanwhile"), "strong")
        self.column.addWidget(self.meanwhile)
        self.answers = QVBoxLayout()
        self.column.addLayout(self.answers)
        self.show_answers(())
        self.hide()

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """What may help, a line each; nothing for none."""
        empty(self.answers)
        self.meanwhile.setVisible(bool(answers))
        for answer in answers:
            line = Result(answer.title, "", "", answer.icon, "", is_strong=False, parent=self)
            line.clicked.connect(lambda _checked=False, one=answer: self.opened.emit(one.kind, one.id))
            self.answers.addWidget(line)

    def show_place(self, place: Place | None) -> None:
        """The place; nothing is said of it while nobody can tell."""
        self.place.setVisible(place is not None)
        self.usually.setVisible(place is not None)
        if place is None:
            return
        ranked = self.tr("Your request is number {rank} in line.").format(rank=place.rank)
        self.place.set_words(self.tr("Your request is next.") if place.rank == 1 else ranked)
        self.usually.setVisible(place.wait_minutes is not None)
        if place.wait_minutes is not None:
            usually = self.tr("Usually answered within about {time}.")
            self.usually.set_words(usually.format(time=texts.minutes(place.wait_minutes)))


class TypingLine(QWidget):
    """Somebody writes: text only, nothing moves, nothing is read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(picture("pencil-simple", "text_2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.who = text("", "cap")
        row.addWidget(self.who, 1)
        self.hide()

    def show_name(self, name: str) -> None:
        """Who writes; nothing for nobody."""
        self.who.set_words(self.tr("{name} is writing").format(name=name))
        self.setVisible(bool(name))


class Moments(QObject):
    """Keeps what holds for a moment up to date while the conversation is seen."""

    def __init__(self, page: Page, card: WaitingCard, line: TypingLine) -> None:
        super().__init__(page)
        self._page, self._card, self._line = page, card, line
        self._ticket: Ticket | None = None
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._ask_place)
        self._fade = QTimer(self, singleShot=True, interval=round(SHOWN_S * 1000))
        self._fade.timeout.connect(self.show_typing)
        self._told = QTimer(self, singleShot=True, interval=_TELL_EVERY_MS)
        card.opened.connect(self._try)
        self.calls = Calls(page, card.call)

    def follow(self, ticket: Ticket) -> None:
        """That conversation is shown, as it stands."""
        is_other, self._ticket = self._ticket is None or self._ticket.id != ticket.id, ticket
        if is_other:
            self._told.stop()
            self._look_for_help()
        self._card.setVisible(self._waits())
        if is_other or not self._waits():
            self._card.show_place(None)
        self.calls.follow(ticket)
        self.show_typing()
        self._ask_place()

    def _look_for_help(self) -> None:
        """Once for each request: its own words are searched for."""
        self._card.show_answers(())
        if self._ticket is None or not self._waits():
            return
        services, ticket, language = self._page.services, self._ticket, texts.language()
        self._page.tasks.run(
            self,
            lambda: services.search.search(ticket.subject, language, _MOST_ANSWERS),
            lambda answers: self._show_answers(ticket.id, answers),
            nothing,
        )

    def _show_answers(self, ticket_id: str, answers: Sequence[Answer]) -> None:
        if self._ticket is not None and self._ticket.id == ticket_id:
            self._card.show_answers(answers)

    def _try(self, kind: str, answer_id: str) -> None:
        said = self._ticket.subject if self._ticket else ""
        self._page.navigate(kind, **{f"{kind}_id": answer_id, "said": said})

    def rest(self) -> None:
        """Nobody looks."""
        self._look.stop()

    def show_typing(self) -> None:
        """Who writes there, as far as is known."""
        if self._ticket is None:
            return
        services, ticket_id = self._page.services, self._ticket.id
        self._page.run(lambda: services.presence.who_types(ticket_id), lambda name: self._show_name(ticket_id, name))

    def tell_typing(self) -> None:
        """The user writes: said now and then, to a help desk that has the request."""
        if self._ticket is None or not self._ticket.number or self._told.isActive():
            return
        self._told.start()
        services, ticket_id = self._page.services, self._ticket.id
        self._page.tasks.run(self, lambda: services.presence.tell_typing(ticket_id), nothing, nothing)

    def _show_name(self, ticket_id: str, name: str) -> None:
        if self._ticket is None or self._ticket.id != ticket_id:
            return
        self._line.show_name(harmless(name)[:_NAME_LENGTH])
        if name:
            self._fade.start()

    def _waits(self) -> bool:
        return self._ticket is not None and self._ticket.stage is Stage.SENT and self._ticket.number > 0

    def _ask_place(self) -> None:
        if self._ticket is None or not self._waits():
            self._look.stop()
            return
        self._look.start()
        services, ticket_id = self._page.services, self._ticket.id
        self._page.run(lambda: services.presence.place(ticket_id), lambda place: self._show_place(ticket_id, place))

    def _show_place(self, ticket_id: str, place: Place | None) -> None:
        if self._ticket is not None and self._ticket.id == ticket_id and self._waits():
            self._card.show_place(place)
