"""Words on the screen: their role, their line height, an icon beside them."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop_app.ui import icons, theme

_LEAST = {"go": 36, "key": 20}
_WIDEST = 600
_TRACKING = {"display": 98.8, "title": 99.2}


class Text(QLabel):
    """A text in one of the design's roles. It wraps, keeps the design's line height, and shows what was typed as it is.

    Roles: display, title, head, lead (strong body), body, strong (strong small), line (small), sub (small, second
    colour), cap, eyebrow (strong caption), mini. `tone` overrides the colour: text, text_2, text_3, accent, success,
    warning, danger.
    """

    def __init__(self, words: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._written: tuple[object, ...] = ()
        self._heights: dict[int, int] = {}
        self._role = role
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        if role in _TRACKING:
            font = QFont(self.font())
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TRACKING[role])
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        self.setWordWrap(True)

    @property
    def words(self) -> str:
        """What is written, without markup."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show `words`, which are never markup."""
        self._words = words
        self.setAccessibleName(words)
        self._write()

    def set_tone(self, tone: str) -> None:
        """Change the colour's meaning."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _write(self) -> None:
        """Write only what differs, once it is dressed: each writing has Qt lay the words out anew, and styles tell the
        same thing often."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return
        line, letters = theme.line_px(self._role), self.fontMetrics().height()
        state = (self._words, self.wordWrap(), line, self.font())
        if state == self._written:
            return
        self._written = state
        self._heights.clear()
        self.setMinimumHeight(theme.px(_LEAST[self._role]) if self._role in _LEAST else line)
        if self.wordWrap():
            lines = escape(self._words).replace("\n", "<br>")
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(f'<div style="line-height:{line}px">{lines}</div>' if lines else "")
            lead = max(0, line - letters) // 2  # Qt puts all of it above the letters
            self.setContentsMargins(0, -lead, 0, lead)
        else:
            self.setContentsMargins(0, 0, 0, 0)
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self._words)

    def _dress(self) -> None:
        if not self._written:
            self.ensurePolished()
            self._write()

    def setWordWrap(self, on: bool) -> None:
        """Whether long words take more lines."""
        super().setWordWrap(on)
        self._write()

    def sizeHint(self) -> QSize:
        """On one line, up to the length that reads well; Qt's own guess would be a narrow block."""
        self._dress()
        if not self.wordWrap():
            return super().sizeHint()
        longest = max((self.fontMetrics().horizontalAdvance(line) for line in self._words.split("\n")), default=0)
        width = min(longest + 2, theme.px(_WIDEST), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """At a width that it may have."""
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._dress()
            self._heights[width] = super().heightForWidth(width)
        return max(self._heights[width], self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        """Where no layout asked for its size."""
        self._dress()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A larger text has taller lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._write()


class Picture(QLabel):
    """An icon that follows the look. It repeats words that stand beside it, so screen readers pass over it."""

    def __init__(self, name: str, token: str = "text_2", side: int = 18, parent: QWidget | None = None) -> None:  # noqa: S107
        super().__init__(parent)
        self._name, self._token, self._side = name, token, side
        self._shown: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def set_picture(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self._draw()

    def _draw(self) -> None:
        side = theme.px(self._side)
        shown = icons.logo(side) if self._name == "logo" else icons.pixmap(self._name, self._token, side)
        if shown is not self._shown:  # it is asked for with every new parent
            self._shown = shown
            self.setFixedSize(side, side)
            self.setPixmap(shown)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()


class Dot(QWidget):
    """A small full dot beside words that say the same."""

    def __init__(self, token: str = "success", parent: QWidget | None = None) -> None:  # noqa: S107
        super().__init__(parent)
        self._token = token
        self.setFixedSize(theme.px(8), theme.px(8))

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self.update()

    def paintEvent(self, _event: object) -> None:
        """A circle."""
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._token))
        painter.drawEllipse(self.rect())
        painter.end()


def separator(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    line = QFrame(parent)
    line.setProperty("kind", "separator")
    line.setFixedHeight(1)
    return line
