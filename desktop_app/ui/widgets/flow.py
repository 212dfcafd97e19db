"""Layouts that wrap before they cut."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop_app.ui import theme

M = TypeVar("M", bound=Callable[..., Any])


def _once(measure: M) -> M:
    """Measure once until something in the layout changes: Qt asks for the same height dozens of times."""

    @wraps(measure)
    def known(layout: "_Wrapping", *width: int) -> object:
        key = (measure.__name__, *width)
        if key not in layout.measured:
            layout.measured[key] = measure(layout, *width)
        return layout.measured[key]

    return cast("M", known)


class _Wrapping(QLayout):
    """Keeps what is laid out, in its order; the narrower, the higher."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.measured: dict[tuple[object, ...], object] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Something in it has another size."""
        self.measured.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._items.append(item)

    def count(self) -> int:
        """How many things are laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or nothing."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """One of them, out of the layout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """More lines when narrow."""
        return True


class Flow(_Wrapping):
    """Side by side as long as there is room, then on the next line. `at_end`: each line ends on the right."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 8, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._gap, self._line_gap, self._at_end = theme.px(gap), theme.px(line_gap), at_end

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs."""
        return Qt.Orientation(0)

    @_once
    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, is_real=True)

    @_once
    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    @_once
    def minimumSize(self) -> QSize:
        """The widest single thing."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 100_000))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if lines and used + self._gap + size.width() <= width:
                lines[-1].append((item, size))
                used += self._gap + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines

    def _arrange(self, rect: QRect, *, is_real: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            taken = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
            left = rect.left() + (max(0, rect.width() - taken) if self._at_end else 0)
            for item, size in line:
                if is_real:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
            top += height + self._line_gap
        return max(0, top - rect.top() - self._line_gap)


class _MainAndEnd(_Wrapping):
    """Two things: the first takes the room, the second stands at the end, or below when there is too little room."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @_once
    def _beside(self, width: int) -> int:
        """How much is left for the first thing beside the second one; 0 when that is too little."""
        left = width - self._gap - self._items[1].sizeHint().width()
        wanted = min(self._items[0].sizeHint().width(), theme.px(120))
        return left if left >= max(wanted, self._items[0].minimumSize().width()) else 0

    @_once
    def heightForWidth(self, width: int) -> int:
        main, end = self._items
        beside = self._beside(width)
        if beside:
            return max(_tall(main, beside), _tall(end, end.sizeHint().width()))
        return _tall(main, width) + theme.px(8) + _tall(end, min(width, end.sizeHint().width()))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        main, end = self._items
        beside = self._beside(rect.width())
        width = min(rect.width(), end.sizeHint().width())
        tall = _tall(end, width)
        if beside:
            high = min(rect.height(), _tall(main, beside))
            main.setGeometry(QRect(rect.left(), rect.top() + (rect.height() - high) // 2, beside, high))
            end.setGeometry(QRect(rect.right() + 1 - width, rect.top() + (rect.height() - tall) // 2, width, tall))
            return
        above = _tall(main, rect.width())
        main.setGeometry(QRect(rect.left(), rect.top(), rect.width(), above))
        end.setGeometry(QRect(rect.left(), rect.top() + above + theme.px(8), width, tall))

    @_once
    def sizeHint(self) -> QSize:
        main, end = (item.sizeHint() for item in self._items)
        return QSize(main.width() + self._gap + end.width(), max(main.height(), end.height()))

    @_once
    def minimumSize(self) -> QSize:
        main, end = (item.minimumSize() for item in self._items)
        return QSize(max(main.width(), end.width()), max(main.height(), end.height()))


class EndRow(QWidget):
    """`main` with `end` on its right; below it when there is no room beside it."""

    def __init__(self, main: QWidget, end: QWidget, parent: QWidget | None = None, *, gap: int = 16) -> None:
        super().__init__(parent)
        layout = _MainAndEnd(self, theme.px(gap))
        layout.addWidget(main)
        layout.addWidget(end)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Grid(QWidget):
    """Things of one width, in `columns` at most; fewer where each would be under `least` pixels wide."""

    def __init__(
        self,
        columns: int,
        least: int,
        parent: QWidget | None = None,
        *,
        gap: int = 10,
        is_reversed_when_narrow: bool = False,
    ) -> None:
        super().__init__(parent)
        self._layout = _Columns(self, columns, theme.px(least), theme.px(gap))
        self._layout.is_reversed_when_narrow = is_reversed_when_narrow
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> QWidget:
        """One more."""
        self._layout.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Take everything away."""
        empty(self._layout)


class _Columns(_Wrapping):
    is_reversed_when_narrow = False

    def __init__(self, parent: QWidget, columns: int, least: int, gap: int) -> None:
        super().__init__(parent)
        self._columns, self._least, self._gap = columns, least, gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _fitting(self, width: int) -> int:
        """How many columns: as many as fit, in even rows when that is possible (4 and 2, not 3, for eight things)."""
        shown = self._shown()
        need = max([self._least, *(item.minimumSize().width() for item in shown)])
        fit = max(1, min(self._columns, len(shown), (width + self._gap) // (need + self._gap)))
        even = [n for n in range(fit, 1, -1) if len(shown) % n == 0]
        return even[0] if even else (fit if len(shown) < 3 or fit == len(shown) else 1)

    def _rows(self, width: int) -> list[tuple[list[QLayoutItem], int, int]]:
        shown = self._shown()
        columns = self._fitting(width)
        if columns == 1 and self.is_reversed_when_narrow:
            shown.reverse()
        each = (width - self._gap * (columns - 1)) // columns
        rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        return [(row, each, max(_tall(item, each) for item in row)) for row in rows]

    @_once
    def heightForWidth(self, width: int) -> int:
        heights = [tall for _, _, tall in self._rows(width)]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row, each, tall in self._rows(rect.width()):
            for place, item in enumerate(row):
                left = rect.left() + place * (each + self._gap)
                is_last = place == len(row) - 1 and len(row) == self._fitting(rect.width())
                item.setGeometry(QRect(left, top, rect.right() + 1 - left if is_last else each, tall))
            top += tall + self._gap

    @_once
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = max((item.sizeHint().width() for item in shown), default=0) * min(self._columns, len(shown))
        return QSize(width, self.heightForWidth(max(1, width)))

    @_once
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))


def _tall(item: QLayoutItem, width: int) -> int:
    """How high a thing is at that width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def empty(layout: QLayout) -> None:
    """Take everything out of `layout` and of the layouts in it, for good."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        if inner is not None:
            empty(inner)
