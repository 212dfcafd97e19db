"""The face of a conversation: head, lines, composer, arranged for the room there is."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages.conversations.composer import Composer
from desktop_app.ui.pages.conversations.head import Head
from desktop_app.ui.pages.conversations.opinion import OpinionCard
from desktop_app.ui.pages.conversations.thread import Thread
from desktop_app.ui.pages.conversations.waiting import TypingLine, WaitingCard


class RoomFrame(QWidget):
    """With large text in a small window the head scrolls with the messages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head, self.lines, self.composer = Head(self), Thread(self), Composer(self)
        self.opinion = OpinionCard(self)
        self.opinion.hide()
        self.waiting, self.typing = WaitingCard(self), TypingLine(self)
        for foot in (self.waiting, self.opinion, self.typing):
            self.lines.take_foot(foot)
        self._is_short = False
        self.setAcceptDrops(True)
        self._line = QFrame(self)
        self._line.setProperty("kind", "separator")
        below = QVBoxLayout()
        below.setContentsMargins(24, theme.px(8), 24, theme.px(16))
        below.addWidget(self.composer)
        for part in (self.head, self._line):
            column.addWidget(part)
        column.addWidget(self.lines, 1)
        column.addLayout(below)

    def arrange(self, *, is_short: bool) -> None:
        """With large text in a small window the head scrolls with the messages."""
        if is_short == self._is_short:
            return
        self._is_short = is_short
        self._line.setVisible(not is_short)
        if is_short:
            self.lines.take_head(self.head)
        else:
            self._whole.insertWidget(0, self.head)
        self.head.pad(is_inside=is_short)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the conversation."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        self.composer.field.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint makes room first."""
        super().resizeEvent(event)
        self.composer.hint.setVisible(self.width() >= theme.px(560))
