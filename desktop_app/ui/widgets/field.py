"""Fields: a label above that stays, a hint or an error below; the search field; list and check boxes."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui import icons, theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Picture, Text


class ErrorLine(QWidget):
    """What went wrong, with its sign, where it happened; not there while nothing did."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text("", "cap", "danger", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(Picture("warning-circle", "danger", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence."""
        return self._text.words

    def say(self, sentence: str) -> None:
        """Nothing takes it away."""
        self._text.set_words(sentence)
        self.setVisible(bool(sentence))


class Field(QWidget):
    """A label, `control` under it, then a hint; `show_error` puts a sentence in the hint's place."""

    def __init__(self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint_words = hint
        self.label = Text(label, "strong", parent=self)
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self.hint = Text(hint, "cap", parent=self)
        self._sign = Picture("warning-circle", "danger", 16, self)
        self._sign.hide()
        below = QHBoxLayout()
        below.setSpacing(theme.px(6))
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.hint, 1)
        self.hint.setVisible(bool(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addSpacing(theme.px(6))
        column.addWidget(control)
        column.addSpacing(theme.px(4))
        column.addLayout(below)

    def show_error(self, sentence: str) -> None:
        """Say what is missing; nothing takes it back."""
        self.control.setProperty("state", "error" if sentence else "")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.hint.set_words(sentence or self._hint_words)
        self.hint.set_tone("danger" if sentence else "")
        self.hint.setVisible(bool(sentence or self._hint_words))
        self._sign.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint_words)


class SearchField(QFrame):
    """Where one says what is wrong. `is_large` on home and search. Escape and the cross clear it; `left` when empty."""

    typed = Signal(str)
    entered = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, name: str, placeholder: str, *, is_large: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setProperty("grade", "search" if is_large else "")
        self.edit = QLineEdit(self)
        self.edit.setProperty("kind", "bare")
        self.edit.setProperty("grade", "search" if is_large else "")
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(500)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed)
        self.clear_button = Button(self.tr("Clear the text"), "icon small", "x", self)
        self.clear_button.clicked.connect(self._clear)
        self.clear_button.hide()
        row = QHBoxLayout(self)
        side = theme.px(16 if is_large else 10)
        row.setContentsMargins(side, 1, theme.px(8), 1)
        row.setSpacing(theme.px(12 if is_large else 8))
        row.addWidget(Picture("magnifying-glass", "text", 22 if is_large else 18, self))
        row.addWidget(self.edit, 1)
        row.addWidget(self.clear_button)
        self.setMinimumHeight(theme.px(54 if is_large else 36))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

    def _changed(self, words: str) -> None:
        self.clear_button.setVisible(bool(words))
        self.typed.emit(words.strip())

    def _clear(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows the focus; arrows, Enter and Escape belong to the results."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
            else:
                self.left.emit()
        else:
            return False
        return True


class Select(QComboBox):
    """A list to choose one from. `icon` stands before the words."""

    def __init__(self, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._icon = icon
        self.setProperty("lead", bool(icon))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own, then our arrow and icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(14)
        painter.drawPixmap(
            self.width() - side - theme.px(11), (self.height() - side) // 2, icons.pixmap("caret-down", "text", side)
        )
        if self._icon:
            side = theme.px(18)
            painter.drawPixmap(theme.px(12), (self.height() - side) // 2, icons.pixmap(self._icon, "text", side))
        painter.end()


class CheckBox(QCheckBox):
    """A box to tick: part of a form, takes effect with it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """The box and its words."""
        size = super().sizeHint()
        return QSize(size.width() + theme.px(8), max(theme.px(24), size.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the tick, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(18)
        box = QRectF(0, (self.height() - side) / 2, side, side).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "border_strong"), 1.5))
        painter.setBrush(theme.color("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            tick = theme.px(14)
            painter.drawPixmap(
                round(box.center().x() - tick / 2),
                round(box.center().y() - tick / 2),
                icons.pixmap("check", "on_accent", tick),
            )
        painter.setPen(theme.color("text" if self.isEnabled() else "text_disabled"))
        words = QRectF(side + theme.px(10), 0, self.width() - side - theme.px(10), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, int(flags), self.text())
        painter.end()
