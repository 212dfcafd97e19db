"""What is told unasked: one thing, the help for it, and two ways to be left alone."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import Flow, empty
from desktop_app.ui.widgets.labels import Picture, Text

if TYPE_CHECKING:
    from desktop_app.services.nudges import NudgeWords


@dataclass(frozen=True)
class Told:
    """The fix that settles it, and the words."""

    fix_id: str
    words: "NudgeWords"


class NudgeCard(QWidget):
    """Hidden while there is nothing to tell. `pressed` carries `fix`, `later` or `never`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: Told | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(16))
        self.hide()

    def show_told(self, told: Told | None) -> None:
        """Draw it again only when it differs: whoever has the keyboard there keeps it."""
        if told == self.told:
            return
        self.told = told
        empty(self._column)
        if told is not None:
            self._column.addWidget(self._draw(told.words))
        self.setVisible(told is not None)

    def _draw(self, words: "NudgeWords") -> Card:
        card = Card(self)
        card.setAccessibleName(f"{words.title} {words.sentence}".strip())
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Picture("bell", "warning", 20, card), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(Text(words.title, "strong", parent=card))
        if words.sentence:
            column.addWidget(Text(words.sentence, "sub", parent=card))
        column.addSpacing(theme.px(8))
        column.addLayout(self._answers(words))
        row.addLayout(column, 1)
        card.column.addLayout(row)
        return card

    def _answers(self, words: "NudgeWords") -> Flow:
        line = Flow(gap=12, line_gap=6)
        for answer, label, kind in (
            ("fix", words.button, "primary"),
            ("later", self.tr("Not now"), ""),
            ("never", self.tr("Do not tell me again"), "link"),
        ):
            press = button(label, kind, act=partial(self.pressed.emit, answer))
            press.setAccessibleDescription(words.title)
            line.addWidget(press)
        return line
