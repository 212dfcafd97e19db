"""The four lines that are read before a yes: what changes, what does not, permission, way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.basics import picture, text
from desktop_app.ui.widgets.cards import ListCard
from desktop_app.ui.widgets.flow import EndRow


class LinesCard(ListCard):
    """A card of lines, each with an icon; something at a line's end goes below when there is no room."""

    def __init__(self, parent: QWidget | None = None, *, is_dense: bool = False) -> None:
        super().__init__(parent)
        self._side, self._above, self._gap = (10, 9, 10) if is_dense else (16, 12, 14)

    def add_line(self, icon: str, content: QWidget, end: QWidget | None = None, token: str = "text_2") -> QWidget:  # noqa: S107
        """One more line: an icon, its words, and perhaps something at its end."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        side, above = theme.px(self._side), theme.px(self._above)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(theme.px(self._gap))
        place = Qt.AlignmentFlag.AlignTop if end is None else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(picture(icon, token), 0, place)
        row.addWidget(content if end is None else EndRow(content, end, line), 1)
        return self.add(line)


class ConsentCard(LinesCard):
    """What is agreed to. `is_final`: the last line says so in `danger`."""

    def __init__(  # noqa: PLR0913 -- four lines are four lines
        self, changes: str, keeps: str, permission: str, undo: str, *, is_final: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._add("pencil-simple", self.tr("What changes"), changes)
        self._add("shield-check", self.tr("What does not change"), keeps)
        self._add("key", self.tr("Permission"), permission)
        icon, tone = ("warning", "danger") if is_final else ("arrow-counter-clockwise", "")
        self._add(icon, self.tr("Going back"), undo, tone)

    def _add(self, icon: str, caption: str, sentence: str, tone: str = "") -> None:
        line = self.add_line(icon, captioned(caption, sentence, tone), token=tone or "text_2")
        line.setAccessibleName(f"{caption}: {sentence}")


def captioned(caption: str, sentence: str, tone: str = "") -> QWidget:
    """A sentence under its caption."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(text(caption, "cap"))
    column.addWidget(text(sentence, "line", tone=tone))
    return words
