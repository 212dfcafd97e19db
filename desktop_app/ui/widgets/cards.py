"""Cards, and lists of rows inside one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.flow import EndRow
from desktop_app.ui.widgets.labels import Picture, Text, separator

_MANY_LINES_FROM = 1.5


class Card(QFrame):
    """A surface with an edge. Put things into `column`."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = 16, kind: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.px(padding)] * 4)
        self.column.setSpacing(theme.px(8))


class ListCard(QFrame):
    """A card of rows with a thin line between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add(self, row: QWidget) -> QWidget:
        """One more row, below a line."""
        if self.rows:
            self._column.addWidget(separator(self))
        self._column.addWidget(row)
        self.rows.append(row)
        return row


class Row(QWidget):
    """An icon, a line, a smaller one below it, and something at the end, which goes below when there is no room."""

    def __init__(  # noqa: PLR0913 -- a row has so many parts
        self,
        title: str,
        below: str = "",
        *,
        icon: str = "",
        tone: str = "text_2",
        is_strong: bool = True,
        end: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, "strong" if is_strong else "line", parent=self)
        self.below = Text(below, "cap", "text_2", parent=self)
        self.below.setVisible(bool(below))
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.below)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
        row.setSpacing(theme.px(14))
        if icon:
            self.picture = Picture(icon, tone, 20, self)
            row.addWidget(self.picture, 0, beside())
        self.setMinimumHeight(theme.px(44))
        if end is None:
            row.addWidget(words, 1)
            return
        row.addWidget(EndRow(words, end, self), 1)


def beside() -> Qt.AlignmentFlag:
    """Where a sign stands beside words: in the middle, or at their first line when large words take many."""
    return Qt.AlignmentFlag.AlignTop if theme.scale() >= _MANY_LINES_FROM else Qt.AlignmentFlag.AlignVCenter
