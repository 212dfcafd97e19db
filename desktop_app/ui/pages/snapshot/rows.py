"""The lines of a section: label, value, masked parts as solid bars. Only lines on the screen are worded and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.services import snapshot_words
from desktop_app.ui import texts
from desktop_app.ui.pages.snapshot.row_painter import ROW, RowPainter, RowView
from desktop_app.ui.widgets.plain_words import breakable, harmless

if TYPE_CHECKING:
    from desktop_app.domain.review import Row

_Index = QModelIndex | QPersistentModelIndex
_LONGEST_VALUE = 400
_MASKED = ("masked", "hidden")


class RowModel(QAbstractListModel):
    """Holds the rows as the review gave them, and words one when it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._names_sections = False
        self.worded = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the lines; those that only changed their state stay where they are."""
        old, self._rows = self._rows, rows
        self._names_sections = bool(rows) and rows[0].section != rows[-1].section
        if [row.path for row in old] == [row.path for row in rows]:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """How many lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for the delegate, its sentence for a screen reader."""
        if role == ROW:
            return self.view_of(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.view_of(index.row()))
        return None

    def view_of(self, place: int) -> RowView:
        """One line in words."""
        self.worded += 1
        row, language = self._rows[place], texts.language()
        is_masked = row.state in _MASKED
        return RowView(
            row.path,
            breakable(harmless(snapshot_words.label(row, language))),
            harmless(_heading(row, self._rows[place - 1] if place else None, language, self._names_sections)),
            _pieces(row, language),
            is_masked,
            row.may_reveal or row.state != "masked",
        )

    def _spoken(self, view: RowView) -> str:
        masked_piece = self.tr("masked: {kind}")
        pieces = (masked_piece.format(kind=words) if is_bar else words for words, is_bar in view.pieces)
        return f"{view.label}: {' '.join(pieces)}"


def _heading(row: Row, before: Row | None, language: Any, names_sections: bool) -> str:
    """What stands above the first line of a section, where there are several, and of an item of a list."""
    was_section, was_item = (before.section, before.group) if before else ("", ())
    section = snapshot_words.section(row.section, language) if names_sections and row.section != was_section else ""
    item = snapshot_words.title(row.group, language) if section or row.group != was_item else ""
    return " · ".join(filter(None, (section, item)))


def _pieces(row: Row, language: Any) -> tuple[tuple[str, bool], ...]:
    if not any(piece.kind for piece in row.pieces):
        return ((breakable(harmless(snapshot_words.value(row, language))[:_LONGEST_VALUE]), False),)
    return tuple(
        (snapshot_words.kind(piece.kind, language), True)
        if piece.kind
        else (breakable(harmless(piece.text)[:_LONGEST_VALUE]), False)
        for piece in row.pieces
        if piece.kind or piece.text.strip()
    )


class RowList(QListView):
    """Arrows move, Space or Enter masks or shows the line; so does its button under the pointer."""

    turned = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.painter_of_rows = RowPainter(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter_of_rows)
        self.setMouseTracking(True)
        self.viewport()  # PySide makes fifty enumerations at this first question: here, not while lines are laid out
        self.setProperty("kind", "lines")
        # Lines are measured some at a time, between other events: thousands of them never hold the window up
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(20)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleDescription(self.tr("Space masks or shows the line."))

    def turn(self, index: QModelIndex) -> None:
        """Mask a line that is shown, show one that is masked."""
        if not index.isValid():
            return
        view = self.rows.view_of(index.row())
        if view.may_change:
            self.turned.emit(view.path, view.is_masked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.turn(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The button of the line."""
        super().mouseReleaseEvent(event)
        point: QPoint = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return
        view = self.rows.view_of(index.row())
        if self.painter_of_rows.button_rect(self.font(), self.visualRect(index), view).contains(point):
            self.turn(index)

    def viewportEvent(self, event: QEvent) -> bool:
        """Another line under the pointer shows another button."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            self.viewport().update()
        return super().viewportEvent(event)
