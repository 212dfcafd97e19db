"""The lines of a conversation, newest at the bottom. Nothing moves while somebody reads further up."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages.conversations.words import EventView
from desktop_app.ui.widgets.asked_card import AskedCard, CardView
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.message import EventLine, Message, MessageView
from desktop_app.ui.widgets.scroll import Scroll

_SHOWN_AT_FIRST = 60

LineView = MessageView | EventView | CardView


class Thread(QWidget):
    """Draws lines; the last sixty at first, the older ones when asked for."""

    address_asked = Signal(str)
    article_asked = Signal(str)
    file_asked = Signal(str)
    edit_asked = Signal(str)
    resend_asked = Signal(str)
    stop_asked = Signal(str)
    request_accepted = Signal(str)
    request_refused = Signal(str)
    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LineView, ...] = ()
        self._drawn: dict[str, tuple[LineView, QWidget]] = {}
        self._shown = _SHOWN_AT_FIRST
        self._news = 0
        self._feet: list[QWidget] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll((24, 18, 24, 10))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(14))
        self._top = QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addStretch(1)
        self.older = button("", "link", act=self._show_older)
        self._column.addWidget(self.older)
        self._scroll.set_content(inside)
        self._scroll.setAccessibleName(self.tr("Messages"))
        whole.addWidget(self._scroll)
        self.news = button("", icon="arrow-down", act=self.to_end)
        self.news.setParent(self)
        self.news.hide()
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._range_changed)
        bar.valueChanged.connect(self._moved)
        self._sticks = True

    def take_head(self, head: QWidget) -> None:
        """Let the head of the conversation scroll above the lines."""
        self._top.addWidget(head)

    def take_foot(self, foot: QWidget) -> None:
        """Let something stand below the lines."""
        self._column.addWidget(foot)
        self._feet.append(foot)

    def messages(self) -> list[Message]:
        """The bubbles on the screen, oldest first."""
        found = [widget for _, widget in (self._drawn[line.id] for line in self._lines if line.id in self._drawn)]
        return [widget for widget in found if isinstance(widget, Message)]

    def show_lines(self, lines: Sequence[LineView], *, is_new_conversation: bool) -> list[LineView]:
        """Draw `lines`; those from others that were not there before are given back, to be announced."""
        known = {line.id for line in self._lines}
        fresh = [line for line in lines if line.id not in known and not _is_mine(line)]
        wrote = any(line.id not in known and _is_mine(line) for line in lines)
        if is_new_conversation:
            self._shown, self._news = _SHOWN_AT_FIRST, 0
            self._forget(set(self._drawn))
        self._lines = tuple(lines)
        self._sticks = is_new_conversation or wrote or self._is_at_end()
        if not self._sticks:
            self._news += len(fresh)
        self._draw()
        return [] if is_new_conversation else fresh

    def to_end(self) -> None:
        """Go to the newest line."""
        self._sticks = True
        self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())
        self._moved()

    def is_read(self) -> bool:
        """Whether the newest line is on the screen."""
        return self.isVisible() and self._is_at_end()

    def _draw(self) -> None:
        wanted = self._lines[-self._shown :]
        self._forget(set(self._drawn) - {line.id for line in wanted})
        for place, line in enumerate(wanted, 3):
            kept = self._drawn.get(line.id)
            if kept is not None and kept[0] == line:
                self._column.insertWidget(place, kept[1])
                if isinstance(line, MessageView) and isinstance(kept[1], Message):
                    kept[1].show_progress(line)
                continue
            self._forget({line.id})
            widget = self._widget(line)
            self._drawn[line.id] = (line, widget)
            self._column.insertWidget(place, widget)
        hidden = len(self._lines) - len(wanted)
        self.older.setVisible(hidden > 0)
        self.older.set_words(self.tr("See %n earlier line(s)", "", hidden))
        self._show_news()

    def _widget(self, line: LineView) -> QWidget:
        if isinstance(line, EventView):
            return EventLine(line.icon, line.sentence, self)
        if isinstance(line, CardView):
            card = AskedCard(line, self)
            card.accepted.connect(self.request_accepted)
            card.refused.connect(self.request_refused)
            return card
        message = Message(line, self)
        message.address_asked.connect(self.address_asked)
        message.article_asked.connect(self.article_asked)
        message.file_asked.connect(self.file_asked)
        message.edit_asked.connect(self.edit_asked)
        message.resend_asked.connect(self.resend_asked)
        message.stop_asked.connect(self.stop_asked)
        return message

    def _forget(self, ids: set[str]) -> None:
        for line_id in ids & set(self._drawn):
            _, widget = self._drawn.pop(line_id)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_older(self) -> None:
        self._sticks = False
        self._shown += _SHOWN_AT_FIRST
        self._draw()

    def _is_at_end(self) -> bool:
        bar = self._scroll.verticalScrollBar()
        return bar.value() >= bar.maximum() - theme.px(24)

    def _range_changed(self) -> None:
        if self._sticks:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())
            QTimer.singleShot(0, self, self._laid_out)

    def _laid_out(self) -> None:
        """What opens below the lines may be higher than the window: where one types stays in it."""
        focused = QApplication.focusWidget()
        if focused is not None and any(foot.isAncestorOf(focused) for foot in self._feet):
            self._scroll.ensureWidgetVisible(focused)
        self._moved()

    def _moved(self) -> None:
        if self._is_at_end():
            self._sticks = True
            self._news = 0
            self.read.emit()
        else:
            self._sticks = False
        self._show_news()

    def _show_news(self) -> None:
        self.news.setVisible(self._news > 0)
        if self._news:
            self.news.set_words(self.tr("%n new", "", self._news))
            self.news.adjustSize()
            self.news.move((self.width() - self.news.width()) // 2, self.height() - self.news.height() - theme.px(8))
            self.news.raise_()


def _is_mine(line: LineView) -> bool:
    return isinstance(line, MessageView) and line.is_mine
