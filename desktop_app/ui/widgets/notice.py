"""A notice: an icon, a strong line, a sentence, up to two links. It never closes by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.announce import spoken
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import Picture, Text

_ICONS = {
    "info": "info",
    "success": "check-circle",
    "warning": "warning-circle",
    "danger": "warning-circle",
    "": "info",
}
_COLORS = {"info": "accent_text", "success": "success", "warning": "warning", "danger": "danger", "": "text_2"}


class Notice(QFrame):
    """Tones: info, success, warning, danger, or nothing for neutral (offline). Never more than one on a page."""

    def __init__(  # noqa: PLR0913 -- a notice has so many parts
        self,
        tone: str,
        title: str,
        sentence: str = "",
        links: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", tone)
        self.setAccessibleName(spoken(title, sentence))
        self.title = Text(title, "strong")
        self.sentence = Text(sentence, "sub")
        self.sentence.setVisible(bool(sentence))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        self.links = [button(label, "link", act=act) for label, act in links]
        if self.links:
            words.addSpacing(theme.px(6))
            line = Flow(gap=20, line_gap=2)
            for link in self.links:
                line.addWidget(link)
            words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12 if self.links else 14))
        row.setSpacing(theme.px(12))
        row.addWidget(Picture(icon or _ICONS[tone], _COLORS[tone], 20, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
