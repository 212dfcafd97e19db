"""Progress: a bar and what is being done, in words. No end known: only the words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.labels import Text


class Progress(QWidget):
    """`show_progress` says how far (0 to 1, None when unknown) and what is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.words = Text("", "cap", "text_2", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.bar)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)

    def show_progress(self, part: float | None, words: str) -> None:
        """Draw it; the bar's accessible name repeats the words."""
        self.bar.setVisible(part is not None)
        self.bar.setValue(round((part or 0) * 1000))
        self.bar.setAccessibleName(words)
        self.words.set_words(words)
