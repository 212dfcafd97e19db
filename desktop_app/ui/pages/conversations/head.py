"""The head of a conversation: subject, who, status line, and what the user may say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.ticket import ENDED, Status
from desktop_app.ui import texts, theme
from desktop_app.ui.pages.conversations.words import state_of
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.flow import EndRow
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.plain_words import breakable, harmless
from desktop_app.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket


class Head(QFrame):
    """Stays above the messages."""

    solved = Signal()
    reopened = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        self._column = QVBoxLayout(self)
        self.pad(is_inside=False)
        self._column.setSpacing(theme.px(6))
        self.back = button(self.tr("My requests"), "back", icon="arrow-left", act=self.left.emit)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.subject = text("", "head")
        self._column.addWidget(self.subject)
        self._who = QVBoxLayout()
        self._column.addLayout(self._who)
        self.line = StatusLine(self)
        self._column.addSpacing(theme.px(4))
        self._column.addWidget(self.line)
        self._shown: tuple[object, ...] = ()

    def pad(self, *, is_inside: bool) -> None:
        """Its own margins, or none but below when it scrolls with the messages."""
        side, top = (0, 0) if is_inside else (24, theme.px(14))
        self._column.setContentsMargins(side, top, side, theme.px(12))

    def show_ticket(self, ticket: Ticket) -> None:
        """Draw the request; buttons are built again only when something that is seen here changed."""
        state = (ticket.status, ticket.stage, ticket.number, ticket.joined_to)
        seen = (ticket.subject, ticket.assignee, *state, self._answer(ticket))
        if seen == self._shown:
            return
        self._shown = seen
        self.subject.set_words(breakable(harmless(ticket.subject)))
        self.line.show_stage(ticket.stage)
        self.line.setVisible(ticket.status is not Status.MERGED)
        while (item := self._who.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._who.addWidget(EndRow(self._person(ticket), self._acts(ticket), self))

    def _person(self, ticket: Ticket) -> QWidget:
        person = QWidget(self)
        row = QHBoxLayout(person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        name = harmless(ticket.assignee)
        if name:
            row.addWidget(Avatar(name, parent=person))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text(name or self.tr("Someone will answer you here"), "sub"))
        if answer := self._answer(ticket):
            words.addWidget(text(answer, "cap"))
        row.addLayout(words, 1)
        return person

    def _answer(self, ticket: Ticket) -> str:
        number = self.tr("No. {number}").format(number=ticket.number) if ticket.number else ""
        return ", ".join(part for part in (number, self._expected(ticket)) if part)

    def _expected(self, ticket: Ticket) -> str:
        """What may be counted on, as the help desk promised it; nothing where nothing was promised."""
        if ticket.status is Status.PENDING_REQUESTER:
            return self.tr("paused: we are waiting for you")
        if ticket.status in ENDED:
            return ""
        if ticket.answer_by is not None:
            return self.tr("answer expected {when}").format(when=texts.soon(ticket.answer_by))
        return self.tr("solution expected {when}").format(when=texts.soon(ticket.solve_by)) if ticket.solve_by else ""

    def _acts(self, ticket: Ticket) -> QWidget:
        acts = QWidget(self)
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words, icon, _ = state_of(ticket)
        if ticket.status is Status.RESOLVED:
            row.addWidget(button(self.tr("It still does not work"), act=self.reopened.emit))
        if ticket.status in ENDED:
            row.addWidget(Pill(words, "success" if icon == "check" else "", icon))
        elif ticket.number:
            row.addWidget(button(self.tr("It is solved"), icon="check", act=self.solved.emit))
        else:
            row.addWidget(Pill(words, "", "clock"))
        return acts
