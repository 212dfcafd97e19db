"""A line that opens something: an icon, a title, a smaller line, what it costs. The whole line is the target."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.announce import spoken
from desktop_app.ui.widgets.buttons import LaidOut
from desktop_app.ui.widgets.cards import beside
from desktop_app.ui.widgets.labels import Picture, Text

_NARROW_FROM = 1.5


class Result(LaidOut):
    """One answer of the search. The chosen one is tinted and says what Enter does."""

    least = 56

    def __init__(  # noqa: PLR0913 -- a result has so many parts
        self, title: str, below: str, end: str, icon: str, act: str, *, is_strong: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("result", ". ".join(part for part in (title, below, end) if part), parent)
        if theme.scale() >= _NARROW_FROM:  # large words need the whole line
            below, end, act = below or end, "", ""
        self._icon = icon
        self._well = QFrame(self)
        self._well.setProperty("kind", "icon_well")
        self._well.setFixedSize(theme.px(36), theme.px(36))
        self._picture = Picture(icon, "text_2", 20, self._well)
        inside = QHBoxLayout(self._well)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(14))
        row.addWidget(self._well, 0, beside())
        row.addLayout(_words(title, below, is_strong=is_strong, parent=self), 1)
        self._act = Text(act, "go", parent=self)
        self._act.setWordWrap(False)
        self._end = Text(end, "cap", parent=self)
        self._end.setWordWrap(False)
        self._caret = Picture("caret-right", "text_3", 18, self)
        for part in (self._act, self._end, self._caret):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._has_act, self._has_end = bool(act), bool(end)
        self.give_mouse_up()
        self.is_chosen = False
        self.choose(is_chosen=False)

    def choose(self, *, is_chosen: bool) -> None:
        """Tint it, or not."""
        self.is_chosen = is_chosen
        self._act.setVisible(is_chosen and self._has_act)
        self._end.setVisible(self._has_end and not (is_chosen and self._has_act))
        self._caret.setVisible(not self._has_end and not (is_chosen and self._has_act))
        self._picture.set_picture(self._icon, "accent_text" if is_chosen else "text_2")
        for widget in (self, self._well):
            widget.setProperty("chosen", is_chosen)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark of the chosen one."""
        super().paintEvent(event)
        if self.is_chosen:
            painter = QPainter(self)
            painter.fillRect(0, 0, 3, self.height(), theme.color("accent"))
            painter.end()


class Way(LaidOut):
    """A way to reach a person: an icon and two words, and below what to expect."""

    def __init__(self, title: str, below: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("tile", spoken(title, below), parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Picture(icon, "accent_text", 20, self))
        row.addWidget(Text(title, "strong", parent=self), 1)
        column.addLayout(row)
        self._below = Text(below, "cap", "text_2", self)
        column.addWidget(self._below)
        column.addStretch(1)
        self.give_mouse_up()


def _words(title: str, below: str, *, is_strong: bool, parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(Text(title, "lead" if is_strong else "body", parent=parent))
    if below:
        column.addWidget(Text(below, "cap", "text_2", parent))
    column.addStretch(1)
    return column
