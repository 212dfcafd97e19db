"""Always seen while clicks are recorded: how many there are, and the way to stop."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.widgets.basics import Text, button, picture


class RecordingBar(QFrame):
    """`stopped`: by its button, or by closing it."""

    stopped = Signal()

    def __init__(self, keys: str, *, picks: bool = False) -> None:
        hints = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, hints)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._picks = picks
        self.setProperty("kind", "sharing_bar")
        self.setWindowTitle("Rescousse")
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.px(length) for length in (16, 10, 12, 10)])
        row.setSpacing(theme.px(12))
        row.addWidget(picture("mouse-simple", "danger", 20))
        self.words = Text("", "strong", parent=self)
        self.words.setWordWrap(False)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        hint = self.tr("{keys} stops it too").format(keys=keys)
        self.setAccessibleDescription(hint)
        column.addWidget(Text(hint, "mini", "text_2", parent=self))
        row.addLayout(column)
        self.stop = button(self.tr("Stop"), "stop", icon="stop", act=self.stopped.emit)
        row.addWidget(self.stop)
        self.show_count(0)

    def show_count(self, steps: int) -> None:
        """So many were recorded."""
        counted = self.tr("Your clicks are being recorded: %n step(s)", "", steps)
        words = self.tr("Click the window you want a picture of") if self._picks else counted
        self.words.set_words(words)
        self.setAccessibleName(words)
        self.adjustSize()

    def place(self, room: QRect) -> None:
        """At the top, in the middle."""
        self.adjustSize()
        self.move(room.center().x() - self.width() // 2, room.top() + theme.px(12))

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes only when nothing is recorded any more."""
        event.ignore()
        self.stopped.emit()
