"""The very bytes that leave, line by line. Only the lines on the screen are decoded."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.plain_words import breakable

_Index = QModelIndex | QPersistentModelIndex
_FEWEST_COLUMNS = 24


@dataclass(frozen=True)
class Payload:
    """The bytes, where each line of them starts, and their hash."""

    content: bytes
    starts: array[int]
    digest: str

    def line(self, place: int) -> str:
        """One line, as text."""
        end = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.content)
        return self.content[self.starts[place] : end].decode("utf-8", "replace").rstrip("\n")


def indexed(content: bytes, digest: str, columns: int = 64) -> Payload:
    """For a worker: find where lines may be cut, after a comma where there is one, never inside a letter."""
    starts, place = array("q"), 0
    while place < len(content):
        starts.append(place)
        end = content.find(b"\n", place, place + columns)
        if end < 0 and place + columns < len(content):
            end = content.rfind(b",", place + columns // 3, place + columns)
        place = end + 1 if end >= 0 else _cut(content, place + columns)
    return Payload(content, starts, digest)


def _cut(content: bytes, place: int) -> int:
    while place < len(content) and content[place] & 0xC0 == 0x80:
        place += 1
    return min(place, len(content))


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._payload = Payload(b"", array("q"), "")

    def show_payload(self, payload: Payload) -> None:
        self.beginResetModel()
        self._payload = payload
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._payload.starts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._payload.line(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


class PayloadView(QWidget):
    """What leaves, byte for byte, and its hash to compare with what the help desk received."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(text(self.tr("These are the very bytes that leave, nothing more."), "sub"))
        self.digest = text("", "cap")
        self.digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(self.digest)
        self.list = QListView(self)
        self.lines = _Lines(self)
        self.list.setModel(self.lines)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setProperty("kind", "lines")
        self.list.setAccessibleName(self.tr("Exactly what leaves"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.text_px("cap"))
        self.list.setFont(font)
        column.addWidget(self.list, 1)

    def columns(self, width: int) -> int:
        """How many letters fit on a line of `width` pixels."""
        self.list.ensurePolished()
        letter = max(1, self.list.fontMetrics().horizontalAdvance("0"))
        return max(_FEWEST_COLUMNS, (width - 32) // letter)

    def show_payload(self, payload: Payload) -> None:
        """Draw the bytes."""
        self.lines.show_payload(payload)
        size = texts.size(len(payload.content))
        words = self.tr("{size}, SHA-256 {digest}").format(size=size, digest=payload.digest)
        self.digest.set_words(breakable(words))
        self.digest.setAccessibleName(words)
