"""Empty, error, offline, slow: always the same build, an icon, a sentence, what is safe, at most one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import Picture, Text

_MEASURE = 460


class Blank(QWidget):
    """What a page or a list shows when it has nothing else to show. `act`: (words, what it does, kind)."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        lines: str = "",
        act: tuple[str, Callable[[], object], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(24), 0, theme.px(24))
        column.setSpacing(theme.px(8))
        column.addWidget(Picture(icon, "text_3", 40, self))
        column.addSpacing(theme.px(8))
        self.sentence = Text(sentence, "title", parent=self)
        self.sentence.setMaximumWidth(theme.px(_MEASURE))
        column.addWidget(self.sentence)
        if lines:
            body = Text(lines, "body", "text_2", parent=self)
            body.setMaximumWidth(theme.px(_MEASURE))
            column.addWidget(body)
        if act:
            column.addSpacing(theme.px(12))
            self.button = button(act[0], act[2], act=act[1])
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
