"""Marks by hand: drawn with the mouse, or placed, moved and stretched with keys."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages.annotate.board import HANDLE, Board
from desktop_app.ui.pages.annotate.held import held_at
from desktop_app.ui.pages.annotate.marks import Mark, Point, Tool

_LEAST, _STEP, _LONGEST = 4, 10, 120
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Canvas(Board):
    """Keys: Enter places a mark of the chosen tool in the middle, arrows move it (Shift stretches, Ctrl by one pixel),
    Page Up and Down go from mark to mark, Delete removes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = Tool.MASK
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(self.tr("Text on the picture"))
        self.words.setPlaceholderText(self.tr("Write, then press Enter"))
        self.words.setMaxLength(_LONGEST)
        self.words.hide()
        self.words.editingFinished.connect(self._written)
        self._written_at: Point = (0, 0)

    def step(self, by: int) -> None:
        """Take back (-1), or do again (+1)."""
        if self.history.step(by):
            self.chosen = -1
            self.tell()

    def remove(self) -> None:
        """The chosen mark goes."""
        if self.chosen >= 0:
            self.place(self.drawing.without(self.chosen), -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field of words stays at its point of the picture."""
        super().resizeEvent(event)
        self._put_words()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a mark, or begin one."""
        if event.button() is not Qt.MouseButton.LeftButton or self.picture.isNull():
            return
        at = self.point(event.position())
        held = held_at(self.history.now, self.chosen, self.tool, at, self._reach())
        if held.before.tool is Tool.TEXT and not held.before.words:
            self._ask_words(at)
            return
        self.held, self.chosen = held, held.place
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows."""
        if self.held is not None:
            self.held = self.held.led(self.point(event.position()))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It stays; a mark too small to have been meant does not."""
        held, self.held = self.held, None
        if held is None:
            return
        mark = held.drawing.marks[held.place]
        is_meant = max(abs(mark.end[0] - mark.start[0]), abs(mark.end[1] - mark.start[1])) >= _LEAST
        if is_meant or mark.tool is Tool.TEXT:
            self.place(held.drawing, held.place)
        else:
            self.chosen = -1
            self.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the mouse can do."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self.chosen >= 0:
            self._nudge(_ARROWS[key], event.modifiers())
        elif key in _ENTER and not self.picture.isNull():
            self._place_in_the_middle()
        elif key in _PAGES and self.drawing.marks:
            self._go_on(_PAGES[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            super().keyPressEvent(event)

    def _reach(self) -> tuple[int, float]:
        """How wide the picture is, and how near a corner one has to be, in its pixels."""
        return self.picture.width(), theme.px(HANDLE) / self.scale()

    def _go_on(self, by: int) -> None:
        start = self.chosen if self.chosen >= 0 or by > 0 else 0
        self.chosen = (start + by) % len(self.drawing.marks)
        self.tell()

    def _nudge(self, way: Point, keys: Qt.KeyboardModifier) -> None:
        step = 1 if keys & Qt.KeyboardModifier.ControlModifier else _STEP
        mark, by = self.drawing.marks[self.chosen], (way[0] * step, way[1] * step)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            end = self.inside((mark.end[0] + by[0], mark.end[1] + by[1]))
            changed = Mark(mark.tool, mark.start, end, mark.words)
        else:
            changed = mark.moved(by)
        self.place(self.drawing.with_changed(self.chosen, changed), self.chosen)

    def _place_in_the_middle(self) -> None:
        width, height = self.picture.width(), self.picture.height()
        start, end = (width * 3 / 8, height * 3 / 8), (width * 5 / 8, height * 5 / 8)
        if self.tool is Tool.TEXT:
            self._ask_words(start)
            return
        drawing = self.drawing.with_mark(Mark(self.tool, start, end))
        self.place(drawing, len(drawing.marks) - 1)

    def _ask_words(self, at: Point) -> None:
        self._written_at = at
        self.words.clear()
        self._put_words()
        self.words.show()
        self.words.setFocus()

    def _put_words(self) -> None:
        size = self.words.sizeHint().expandedTo(self.words.size()).boundedTo(self.size())
        at = self.frame().topLeft() + QPointF(*self._written_at) * self.scale()
        x, y = min(at.x(), self.width() - size.width()), min(at.y(), self.height() - size.height())
        self.words.setGeometry(round(max(0, x)), round(max(0, y)), size.width(), size.height())

    def _written(self) -> None:
        if self.words.isHidden():
            return
        words = self.words.text().strip()
        self.words.hide()
        self.setFocus()
        if words:
            drawing = self.drawing.with_mark(Mark(Tool.TEXT, self._written_at, self._written_at, words))
            self.place(drawing, len(drawing.marks) - 1)
