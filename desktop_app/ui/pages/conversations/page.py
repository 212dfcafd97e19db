"""The requests and the open conversation: side by side, or one page after the other where there is little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.services.outbox import refused
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.conversations.listing import TicketList
from desktop_app.ui.pages.conversations.room import Room
from desktop_app.ui.pages.conversations.words import TicketRow, row_of
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.plain_words import harmless
from desktop_app.ui.widgets.states import Blank

_LIST_WIDTH = 228
_SIDE_BY_SIDE = 620
_TYPING_MS = 150
_ANY_WIDTH = 16_777_215


class RequestsPage(Page):
    """List and conversation. Where only one of them fits: the conversation when one was asked for, else the list."""

    topics = frozenset({"tickets", "outbox", "typing"})
    is_flush = True

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._rows: list[TicketRow] = []
        self._wanted = self._sought = ""
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._load)
        self._starts_with_list = True
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._side = self._make_list()
        self._between = QFrame(self)
        self._between.setProperty("kind", "upright")
        self.room = Room(self)
        self._right = QStackedWidget(self)
        self._right.addWidget(QWidget(self))
        self._right.addWidget(self.room)
        for part, stretch in ((self._side, 0), (self._between, 0), (self._right, 1)):
            columns.addWidget(part, stretch)
        self.body.addLayout(columns, 1)
        self.blank = Blank(
            "chat-circle-text",
            self.tr("No request yet."),
            self.tr("If something does not work, say it in your own words: we look for an immediate solution first."),
            (self.tr("Ask for help"), lambda: navigate("compose"), "primary"),
            self,
        )
        self.blank.setContentsMargins(theme.px(32), theme.px(32), theme.px(32), 0)
        self.blank.hide()
        self.body.addWidget(self.blank)
        self.room.changed.connect(self._load)
        self.room.head.left.connect(lambda: navigate("requests"))
        self._arrange()

    def _make_list(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(20), theme.px(18), theme.px(12), theme.px(12))
        head.addWidget(text(self.tr("My requests"), "title"), 1)
        new = button(self.tr("New request"), "icon small", "plus", act=lambda: self.navigate("compose"))
        head.addWidget(new)
        column.addLayout(head)
        line = QFrame(side)
        line.setProperty("kind", "separator")
        column.addWidget(line)
        column.addLayout(self._make_search(side))
        self.list = TicketList(side)
        self.list.opened.connect(self.open)
        column.addWidget(self.list, 1)
        return side

    def _make_search(self, side: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        self.search = SearchField(
            self.tr("Search in your requests"), self.tr("A word, a number"), is_large=False, parent=side
        )
        self.search.typed.connect(self._seek)
        self.search.moved.connect(lambda _: self.list.setFocus())
        self.search.entered.connect(lambda: self.open(self._rows[0].id) if self._rows else None)
        self.nothing = text("", "cap")
        self.nothing.hide()
        for part in (self.search, self.nothing):
            column.addWidget(part)
        return column

    def _seek(self, words: str) -> None:
        self._sought = words.strip()
        self._soon.start()

    def show_page(self, ticket_id: str = "", picture: QImage | None = None, steps: str = "", **_: object) -> None:
        """Show the list, and the conversation `ticket_id` or the one that was open or is newest.

        `picture`: a screenshot, `steps`: recorded steps, looked through, to go with the next message.
        """
        if picture is not None:
            self.room.pictures.use(ticket_id, picture)
        if steps:
            self.room.pictures.use_steps(ticket_id, steps)
        self._wanted = ticket_id or self._wanted
        self._starts_with_list = not ticket_id
        self._load()

    def go_back(self) -> bool:
        """Out of a correction; from a conversation alone on the page to the list, from there home."""
        if self.room.drafting.leave_correction():
            return True
        is_alone = not self._has_room() and not self._starts_with_list
        self.navigate("requests" if is_alone else "home")
        return True

    def first_focus(self) -> QWidget | None:
        """The list, or the reply where only the conversation is seen."""
        return self.list if self._side.isVisibleTo(self) else self.room.composer.field

    def refresh(self, topic: str) -> None:
        """New lines, new states; or only that somebody writes."""
        if topic == "typing":
            self.room.moments.show_typing()
            return
        self._load()
        self.room.refresh()

    def open(self, ticket_id: str) -> None:
        """A request was chosen in the list."""
        if not self._has_room():
            self.navigate("conversation", ticket_id=ticket_id)
            return
        self._wanted = ticket_id
        self._show_room()

    def _load(self) -> None:
        services, sought, now = self.services, self._sought, texts.now()
        self.run(lambda: _rows(services, sought, now), lambda rows: self._show(rows, sought))

    def _show(self, rows: list[TicketRow], sought: str) -> None:
        if sought != self._sought:
            return
        self._rows = rows
        self.list.rows.show_rows(rows)
        self.blank.setVisible(not self._has_rows())
        self.nothing.setVisible(not rows and bool(sought))
        self.nothing.set_words(self.tr("None of your requests kept on this computer holds these words."))
        for part in (self._side, self._right):
            part.setVisible(self._has_rows())
        if sought and rows:
            self.announce(self.tr("%n request(s) found", "", len(rows)))
        elif rows and self._wanted not in [row.id for row in rows]:
            self._wanted = rows[0].id
        self._arrange()
        self._show_room()

    def _show_room(self) -> None:
        self.list.choose(self._wanted)
        if not self._wanted or not self._right.isVisibleTo(self):
            return
        self._right.setCurrentIndex(1)
        if self._wanted != self.room.ticket_id:
            self.room.open(self._wanted)

    def _has_rows(self) -> bool:
        return bool(self._rows) or bool(self._sought)

    def _has_room(self) -> bool:
        return self.width() >= theme.px(_SIDE_BY_SIDE)

    def _arrange(self) -> None:
        has_room, has_rows = self._has_room(), self._has_rows()
        self._side.setVisible(has_rows and (has_room or self._starts_with_list))
        self._right.setVisible(has_rows and (has_room or not self._starts_with_list))
        self._between.setVisible(has_rows and has_room)
        self.room.arrange(is_short=self.height() < theme.px(400))
        self.room.head.back.setVisible(not has_room)
        self._side.setMinimumWidth(theme.px(_LIST_WIDTH) if has_room else 0)
        self._side.setMaximumWidth(theme.px(_LIST_WIDTH) if has_room else _ANY_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        was_alone = not self._right.isVisibleTo(self)
        self._arrange()
        if was_alone and self._rows:
            self._show_room()


def _rows(services: Services, sought: str, now: datetime) -> list[TicketRow]:
    """All requests, or those that hold what is sought, with the piece of text where it stands."""
    if sought:
        return [_found(row_of(ticket, now), piece) for ticket, piece in services.tickets.search(sought)]
    stuck = refused(services.outbox.waiting())
    return [row_of(ticket, now, is_refused=ticket.id in stuck) for ticket in services.tickets.overview()]


def _found(row: TicketRow, piece: str) -> TicketRow:
    words, color = harmless(piece.replace("\n", " ")), "text_2"
    return replace(row, state=words, icon="magnifying-glass", token=color)
