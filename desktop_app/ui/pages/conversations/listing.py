"""The list of requests: who has the next move, in words; new messages are marked by a dot and strong letters."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui import icons, theme
from desktop_app.ui.pages.conversations.words import TicketRow

_Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TicketModel(QAbstractListModel):
    """The rows; replaced only when they changed, so that nothing moves under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TicketRow, ...] = ()

    def show_rows(self, rows: Sequence[TicketRow]) -> bool:
        """Whether anything changed."""
        if tuple(rows) == self._rows:
            return False
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return True
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def place_of(self, ticket_id: str) -> QModelIndex:
        """Where a request stands; an invalid index when it is not in the list."""
        place = next((place for place, row in enumerate(self._rows) if row.id == ticket_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its sentence for a screen reader."""
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.subject if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    """Number and time, subject, state."""

    def _fonts(self, option: QStyleOptionViewItem, row: TicketRow) -> tuple[QFont, QFont]:
        caption, subject = QFont(option.font), QFont(option.font)
        caption.setPixelSize(theme.text_px("cap"))
        subject.setPixelSize(theme.text_px("sub"))
        is_strong = row.is_unread or bool(option.state & QStyle.StateFlag.State_Selected)
        subject.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        return caption, subject

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return max(theme.px(80), width - theme.px(20) - theme.px(14))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Three parts, the subject and the state on as many lines as they need."""
        row: TicketRow = index.data(_ROW)
        caption, subject = self._fonts(option, row)
        width = self._width(option)
        state = QFontMetrics(caption).boundingRect(0, 0, width - self._sign(), 1000, _WORDS, row.state).height()
        title = QFontMetrics(subject).boundingRect(0, 0, width, 1000, _WORDS, row.subject).height()
        top = QFontMetrics(caption).height()
        return QSize(width, theme.px(11) * 2 + top + title + theme.px(4) + max(state, theme.px(18)))

    @staticmethod
    def _sign() -> int:
        return theme.px(14 + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        row: TicketRow = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, is_chosen=is_chosen)
        inside = QRectF(option.rect).adjusted(theme.px(20), theme.px(11), -theme.px(14), 0)
        caption, subject = self._fonts(option, row)
        painter.setFont(caption)
        painter.setPen(theme.color("text_3"))
        painter.drawText(inside, int(_WORDS), row.number)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), row.when)
        below = inside.adjusted(0, QFontMetrics(caption).height(), 0, 0)
        painter.setFont(subject)
        painter.setPen(theme.color("text"))
        title = QFontMetrics(subject).boundingRect(0, 0, int(inside.width()), 1000, _WORDS, row.subject).height()
        painter.drawText(QRectF(below.left(), below.top(), below.width(), title), int(_WORDS), row.subject)
        self._paint_state(painter, below.adjusted(0, title + theme.px(4), 0, 0), row, caption)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool) -> None:
        rect = QRectF(option.rect)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_under:
            painter.fillRect(rect, theme.color("accent_soft" if is_chosen else "hover"))
        if is_chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        painter.setPen(QPen(theme.color("border"), 1))
        bottom = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))

    def _paint_state(self, painter: QPainter, where: QRectF, row: TicketRow, font: QFont) -> None:
        painter.setFont(font)
        height = max(QFontMetrics(font).height(), theme.px(18))
        middle = where.top() + height / 2
        if row.is_unread or not row.icon:
            dot = theme.px(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QRectF(where.left(), middle - dot / 2, dot, dot))
        else:
            side = theme.px(14)
            picture = icons.pixmap(row.icon, row.token, side)
            painter.drawPixmap(QRectF(where.left(), middle - side / 2, side, side), picture, QRectF(picture.rect()))
        token = row.token if row.token in ("success", "warning") else "text_2"
        painter.setPen(theme.color(token))
        words = where.adjusted(self._sign(), (height - QFontMetrics(font).height()) / 2, 0, 0)
        painter.drawText(words, int(_WORDS), row.state)


class TicketList(QListView):
    """Arrows move, Enter or a click opens."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TicketModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "rows")
        self.setAccessibleName(self.tr("My requests"))
        self.clicked.connect(self._open)

    def choose(self, ticket_id: str) -> None:
        """Mark a request as the open one."""
        self.setCurrentIndex(self.rows.place_of(ticket_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; the system's own idea of activating differs from one to the other."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(_ROW).id)
