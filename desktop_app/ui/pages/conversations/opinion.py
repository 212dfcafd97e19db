"""How it went, asked once a request is solved: five words, and something to add if one likes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.ui import theme
from desktop_app.ui.pages import Page
from desktop_app.ui.widgets.basics import Button, button, text
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket

_ICONS = {1: "smiley", 2: "smiley", 3: "smiley-meh", 4: "smiley-sad", 5: "smiley-sad"}
_LONGEST = 2000


def scores() -> dict[int, str]:
    """The five words, from the best on."""
    return {
        1: QCoreApplication.translate("Opinion", "Very well"),
        2: QCoreApplication.translate("Opinion", "Well"),
        3: QCoreApplication.translate("Opinion", "So-so"),
        4: QCoreApplication.translate("Opinion", "Badly"),
        5: QCoreApplication.translate("Opinion", "Very badly"),
    }


class OpinionCard(QFrame):
    """`given`: the score and the words beside it. `declined`: never ask again."""

    given = Signal(int, str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._score = 0

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(10))
        question = self.tr("How did it go?")
        self.setAccessibleName(question)
        column.addWidget(text(question, "head"))
        self._faces = {score: self._face(score, words) for score, words in scores().items()}
        faces = Flow(gap=8)
        for face in self._faces.values():
            faces.addWidget(face)
        column.addLayout(faces)
        self.comment = QLineEdit(self)
        self.comment.setMaxLength(_LONGEST)
        self.comment.setPlaceholderText(self.tr("Anything to add? You need not."))
        self.comment.setAccessibleName(self.tr("Something to add, if you like"))
        self.comment.returnPressed.connect(self._give)
        self.send = button(self.tr("Send my opinion"), "primary", act=self._give)
        column.addWidget(self.comment)
        column.addWidget(self.send)
        self._note = text("", "cap")
        column.addWidget(self._note)
        column.addWidget(button(self.tr("Do not ask me again"), "link", act=self.declined.emit))

    def ask(self, name: str) -> None:
        """Begin anew, for a request that `name` looked after. Few are asked: the card is built for them."""
        if self.layout() is None:
            self._build()
        self._choose(0)
        self.comment.clear()
        self._note.set_words(self.tr("Optional. {name} will see your answer.").format(name=name))

    def _face(self, score: int, words: str) -> Button:
        face = button(words, icon=_ICONS[score], act=lambda: self._choose(score))
        face.setCheckable(True)
        return face

    def _choose(self, score: int) -> None:
        self._score = score
        for one, face in self._faces.items():
            face.setChecked(one == score)
        for part in (self.comment, self.send):
            part.setVisible(score > 0)
        if score:
            self.comment.setFocus()

    def _give(self) -> None:
        if self._score:
            self.given.emit(self._score, self.comment.text())


class Opinions:
    """Shows the card when a request asks for it and sends what is said; `done` is called then."""

    def __init__(self, page: Page, card: OpinionCard, done: Callable[[], object]) -> None:
        self._page, self._card, self._done = page, card, done
        self._ticket_id = ""
        self._given: set[str] = set()
        card.given.connect(self._rate)
        card.declined.connect(self._stop_asking)

    def ask(self, ticket: Ticket) -> None:
        """Ask about `ticket`, or about nothing."""
        asks = ticket.asks_opinion and bool(self._page.services.settings.value("ask_opinion"))
        if asks and self._ticket_id != ticket.id:
            name = harmless(ticket.assignee).split(" ")[0]
            self._card.ask(name or QCoreApplication.translate("Conversations", "IT support"))
        if not asks:
            self._given.discard(ticket.id)
        self._ticket_id = ticket.id if asks else ""
        self._card.setVisible(asks and ticket.id not in self._given)

    def _rate(self, score: int, comment: str) -> None:
        services, ticket_id = self._page.services, self._ticket_id
        if ticket_id in self._given:
            return
        self._given.add(ticket_id)
        self._card.hide()
        self._page.tasks.write(
            self._card,
            lambda: services.tickets.rate(ticket_id, score, comment),
            lambda _: self._done(),
            lambda error: self._not_given(ticket_id, error),
        )

    def _not_given(self, ticket_id: str, error: SupportError) -> None:
        self._given.discard(ticket_id)
        self._card.setVisible(self._ticket_id == ticket_id)
        self._page.report(error)

    def _stop_asking(self) -> None:
        services = self._page.services
        self._page.write(lambda: services.settings.set("ask_opinion", value=False), lambda _: self._done())
