"""Buttons: primary, plain, quiet, stop, link, back, icon; and tiles that wrap their words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

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

_WRAPS_FROM = 1.5


class Button(QPushButton):
    """A button. `kind`: nothing for a plain one, primary, quiet, neutral, stop, link, back, icon; large, small, tight.

    Enter presses it as Space does. While `set_busy` it keeps its width and cannot be pressed.
    """

    def __init__(self, words: str, kind: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = {"large", "small", "tight"}
        kinds = [part for part in kind.split() if part not in sizes]
        self._kind = kinds[0] if kinds else "plain"
        self._icon = icon
        self._shown: QIcon | None = None
        self._rest = self._whole = words
        self.setProperty("kind", self._kind)
        self.setProperty("grade", next((part for part in kind.split() if part in sizes), ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wide = QSizePolicy.Policy.Fixed if self._kind == "icon" else QSizePolicy.Policy.Maximum
        self._wraps = theme.scale() >= _WRAPS_FROM and self._kind not in {"icon", "segment"}
        policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum if self._wraps else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(self._wraps)
        self.setSizePolicy(policy)
        self._draw()
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """What is written on it, and read out; on an icon button only read out and told by the tool tip."""
        self._rest = self._whole = words
        spoken = words.replace("&&", "&")
        self.setAccessibleName(spoken)
        if self._kind == "icon":
            self.setToolTip(spoken)
        else:
            self.setText(words)

    def set_busy(self, words: str) -> None:
        """Say what is going on; nothing to be pressed again."""
        self.setMinimumWidth(self.width())
        self._whole = words
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
            shown = icons.icon(self._icon, _ICON_COLOR.get(self._kind, "text"), side, room)
            if shown is not self._shown:  # it is asked for with every new parent
                self._shown = shown
                self.setIcon(shown)
                self.setIconSize(QSize(side + room, side))

    def _around(self) -> int:
        """What stands beside the words: padding, edge, icon."""
        now = self.text()
        return super().sizeHint().width() - self.fontMetrics().size(0, now).width()

    def hasHeightForWidth(self) -> bool:
        """Large words may need a second line in a small window."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """One more line of words is one more line of height."""
        lines = self._wrapped(width).count("\n") - self.text().count("\n")
        return super().sizeHint().height() + lines * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """All words on one line."""
        size = super().sizeHint()
        if not self._wraps:
            return size
        lines = self.text().count("\n") * self.fontMetrics().lineSpacing()
        return QSize(self._around() + self.fontMetrics().size(0, self._whole).width(), size.height() - lines)

    def minimumSizeHint(self) -> QSize:
        """The longest word, where words may wrap."""
        if not self._wraps:
            return super().minimumSizeHint()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self._whole.split()), default=0)
        return QSize(self._around() + longest, self.sizeHint().height())

    def _wrapped(self, width: int) -> str:
        room = width - self._around()
        lines: list[str] = []
        for word in self._whole.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.fontMetrics().horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap before anything is cut."""
        super().resizeEvent(event)
        if self._wraps and self.text() != self._wrapped(self.width()):
            self.setText(self._wrapped(self.width()))

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


class LaidOut(QPushButton):
    """A button that holds a layout of pictures and words: as large as they need, pressed anywhere, by Enter too."""

    least = 0
    """Height in pixels at the designed text size that it never goes under."""

    def __init__(self, kind: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def give_mouse_up(self) -> None:
        """To be called when it is filled: what is inside lets clicks through."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            child.ensurePolished()

    def hasHeightForWidth(self) -> bool:
        """Long words take another line."""
        return True

    def _inside(self) -> QLayout:
        layout = self.layout()
        assert layout is not None, "to be filled before it is shown"  # noqa: S101
        return layout

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        return max(theme.px(self.least), self._inside().totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """What the words need."""
        size = self._inside().sizeHint()
        return QSize(size.width(), max(theme.px(self.least), size.height()))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        size = self._inside().minimumSize()
        return QSize(size.width(), max(theme.px(self.least), size.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Tile(LaidOut):
    """An icon and up to two lines."""

    least = 58

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("tile", words, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        row.setSpacing(theme.px(11))
        label = Text(words, "line", parent=self)
        font = label.font()
        font.setWeight(font.Weight.Medium)
        label.setFont(font)
        row.addWidget(Picture(icon, "accent_text", 22, self))
        row.addWidget(label, 1)
        self.give_mouse_up()
