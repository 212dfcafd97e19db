"""A pill: a state in a word, its colour only repeats it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.labels import Picture, Text

_COLORS = {"": "text_2", "accent": "accent", "success": "success", "warning": "warning", "danger": "danger"}


class Pill(QFrame):
    """`tone`: nothing, accent, success, warning, danger. Not to be pressed."""

    def __init__(self, words: str, tone: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pill")
        self.setProperty("tone", tone)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(9), 0, theme.px(9), 0)
        row.setSpacing(theme.px(6))
        if icon:
            token = "accent_text" if tone == "accent" else _COLORS[tone]
            row.addWidget(Picture(icon, token, 14, self))
        label = Text(words, "pill", _COLORS[tone], parent=self)
        label.setWordWrap(False)
        row.addWidget(label)
        label.ensurePolished()
        self.setFixedHeight(max(theme.px(24), label.sizeHint().height() + 2))
