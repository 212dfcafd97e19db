"""Said once a request is accepted: its number, when an answer is expected, that nothing more has to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.widgets.basics import button, picture, text
from desktop_app.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket


class Receipt(QWidget):
    """Stays true while it is shown: the number appears as soon as the help desk has given it."""

    opened = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(24), 0, 0)
        column.setSpacing(theme.px(8))
        self._sign = picture("check-circle", "success", 40)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignLeft)
        self.headline = text("", "display")
        self.number = text("", "head")
        self.expected = text("", "body", tone="text_2")
        self.call = text("", "body")
        for label in (self.headline, self.number, self.call, self.expected):
            column.addWidget(label)
        column.addSpacing(theme.px(16))
        row = Flow(gap=8)
        self.open = button(self.tr("Open the conversation"), "primary", act=self.opened.emit)
        row.addWidget(self.open)
        row.addWidget(button(self.tr("Back to home"), act=self.left.emit))
        column.addLayout(row)
        column.addStretch(1)

    def promise_call(self, words: str) -> None:
        """Where and when the person will be called; nothing when they did not ask for it."""
        self.call.set_words(words)
        self.call.setVisible(bool(words))

    def show_ticket(self, ticket: Ticket, *, is_online: bool) -> str:
        """Draw what is known now; the sentence to read aloud."""
        if ticket.number:
            self.headline.set_words(self.tr("Your request has arrived."))
            self.number.set_words(self.tr("Request no. {number}").format(number=ticket.number))
        elif is_online:
            self.headline.set_words(self.tr("Your request is leaving."))
            self.number.set_words(self.tr("Its number is on its way."))
        else:
            self.headline.set_words(self.tr("Your request is kept."))
            self.number.set_words(self.tr("It leaves by itself as soon as the network is back."))
        self.expected.set_words(self._expected(ticket))
        parts = (self.headline.words, self.number.words, self.call.words, self.expected.words)
        return " ".join(part for part in parts if part)

    def _expected(self, ticket: Ticket) -> str:
        stay = self.tr("You can close the window: the answer will be shown to you.")
        if ticket.answer_by is None:
            return stay
        when = texts.soon(ticket.answer_by)
        expected = self.tr("Answer expected {when}.").format(when=when)
        return f"{expected} {stay}"
