"""A question whose yes gives something away: on top, without a default button, and deaf to what no hand did."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import icons
from desktop_app.ui.widgets.scroll import Scroll

RIPE_MS = 1000
"""How long it stands before it can be answered with yes: nobody says yes by a click meant for something else."""
MOST_OF_SCREEN = 0.95
_BY_HAND = {
    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick),
    *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Shortcut),
}


class Careful(QDialog):
    """`refused` when it is closed without a yes, by Escape or by its cross."""

    refused = Signal()
    ripened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowIcon(icons.logo(64))
        self._ripening = QTimer(self, singleShot=True, interval=RIPE_MS)
        self._ripening.timeout.connect(self._ripen)
        self._is_answered = False
        self._content = self._answers = QWidget(self)
        self._area = Scroll(parent=self)
        self.is_ripe = False
        """Whether it has stood long enough for a yes."""

    def _ripen(self) -> None:
        self.is_ripe = True
        self.ripened.emit()

    def be_wide(self, wanted: int) -> None:
        """So many pixels, where the screen has them."""
        self.setFixedWidth(min(wanted, round(self.screen().availableGeometry().width() * MOST_OF_SCREEN)))

    def fill(self, content: QWidget, answers: QWidget) -> None:
        """What is asked, which scrolls where the screen has no room for it; and the answers, which always show."""
        self._content, self._answers = content, answers
        self._area.set_content(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(answers)

    def finish(self) -> None:
        """It was answered: closing is no refusal any more."""
        self._is_answered = True
        self.close()

    def refuse(self) -> None:
        """No; said once."""
        if not self._is_answered:
            self._is_answered = True
            self.refused.emit()
        self.hide()

    def reject(self) -> None:
        """Escape."""
        self.refuse()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window."""
        self.refuse()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Time begins; from now on only hands are heard."""
        super().showEvent(event)
        self._ripening.start()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
        wanted = sum(_height(part, self.width()) for part in (self._content, self._answers))
        room = round(self.screen().availableGeometry().height() * MOST_OF_SCREEN)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(min(wanted, room))
        for widget in (self, *self.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a program made up (it did not come from the window system) is not heard."""
        if event.type() in _BY_HAND and not event.spontaneous():
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses nothing that is not chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return part.sizeHint().height()
