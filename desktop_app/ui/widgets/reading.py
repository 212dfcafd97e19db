"""A dialog to read something in: what was sent, a report, a licence. Nothing in it acts."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.widgets.buttons import Button, button
from desktop_app.ui.widgets.labels import Text

_MOST = 200_000


class ReadingDialog(QDialog):
    """`content` is shown as text; JSON is laid out, other bytes are only measured. Escape closes."""

    def __init__(self, title: str, about: str, content: bytes | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(theme.px(560), theme.px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(title, "title", parent=self))
        if about:
            column.addWidget(Text(about, "sub", parent=self))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.text_px("cap"))
        self.text.setFont(font)
        self.text.setPlainText(self._readable(content))
        column.addWidget(self.text, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(12))
        self.buttons.addStretch(1)
        self.close_button: Button = button(self.tr("Close"), act=self.accept)
        self.buttons.addWidget(self.close_button)
        column.addSpacing(theme.px(8))
        column.addLayout(self.buttons)
        self.close_button.setFocus()

    def _readable(self, content: bytes | str) -> str:
        if isinstance(content, str):
            return content[:_MOST]
        try:
            words = content.decode("utf-8")
        except UnicodeDecodeError:
            return self.tr("A file of {size}, which is not text.").format(size=texts.size(len(content)))
        if len(words) > _MOST:
            rest = self.tr("Only the beginning is shown; all of it was {size}.").format(size=texts.size(len(content)))
            return f"{words[:_MOST]}\n\n{rest}"
        try:
            return json.dumps(json.loads(words), ensure_ascii=False, indent=2)
        except ValueError:
            return words
