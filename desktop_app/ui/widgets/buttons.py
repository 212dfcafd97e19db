"""Buttons: primary, plain, quiet, stop, link, back, icon; and tiles that wrap their words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.ui import icons, theme
from desktop_app.ui.widgets.labels import Picture, Text

_ICON_COLOR = {
    "primary": "on_accent",
    "stop": "on_danger",
    "quiet": "accent_text",
    "link": "accent_text",
    "back": "text_2",
    "neutral": "text_2",
    "icon": "text_2",
}


class Button(QPushButton):
    """A button. `kind`: nothing for a plain one, primary, quiet, neutral, stop, link, back, icon; and large or small.

    Enter presses it as Space does. While `set_busy` it keeps its width and cannot be pressed.
    """

    def __init__(self, words: str, kind: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = {"large", "small"}
        kinds = [part for part in kind.split() if part not in sizes]
        self._kind = kinds[0] if kinds else "plain"
        self._icon = icon
        self._rest = words
        self.setProperty("kind", self._kind)
        self.setProperty("grade", next((part for part in kind.split() if part in sizes), ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if self._kind == "icon" else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )
        self._draw()
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """What is written on it, and read out; on an icon button only read out and told by the tool tip."""
        self._rest = words
        spoken = words.replace("&&", "&")
        self.setAccessibleName(spoken)
        if self._kind == "icon":
            self.setToolTip(spoken)
        else:
            self.setText(words)

    def set_busy(self, words: str) -> None:
        """Say what is going on; nothing to be pressed again."""
        self.setMinimumWidth(self.width())
        self.setText(words)
        self.setEnabled(False)

    def set_ready(self) -> None:
        """Take back `set_busy`."""
        self.setMinimumWidth(0)
        self.set_words(self._rest)
        self.setEnabled(True)

    def set_icon_name(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        if self._icon:
            side = theme.px(17)
            room = 0 if self._kind == "icon" else theme.px(4)  # beside the words, on top of the style's own
            self.setIcon(icons.icon(self._icon, _ICON_COLOR.get(self._kind, "text"), side, room))
            self.setIconSize(QSize(side + room, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()


def button(words: str, kind: str = "", icon: str = "", act: Callable[[], object] | None = None) -> Button:
    """A button that does `act`; the signal's own argument is not passed on."""
    made = Button(words, kind, icon)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


class Tile(QPushButton):
    """An icon and up to two lines; the whole surface is the target."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tile")
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        row.setSpacing(theme.px(11))
        picture = Picture(icon, "accent_text", 22, self)
        label = Text(words, "line", parent=self)
        font = label.font()
        font.setWeight(font.Weight.Medium)
        label.setFont(font)
        for child in (picture, label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(picture)
        row.addWidget(label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Long words take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need, never under the size of a tile."""
        return max(theme.px(58), self.layout().heightForWidth(width))

    def sizeHint(self) -> QSize:
        """What the words need."""
        size = self.layout().sizeHint()
        return QSize(size.width(), max(theme.px(58), size.height()))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the icon."""
        size = self.layout().minimumSize()
        return QSize(size.width(), max(theme.px(58), size.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
