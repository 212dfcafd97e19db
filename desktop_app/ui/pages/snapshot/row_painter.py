"""Draws a line of the review: label, value, solid bars for what is masked, and the chosen line’s button."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui import theme
from desktop_app.ui.widgets import masked

_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class RowView:
    """A line in words. `pieces` are (words, is masked); `group` is set on the first line of an item of a list."""

    path: str
    label: str
    group: str
    pieces: tuple[tuple[str, bool], ...]
    is_masked: bool
    may_change: bool


class RowPainter(QStyledItemDelegate):
    """Label on the left, value on the right; the button of the line under the pointer or the keyboard at the end."""

    def _font(self, option: QStyleOptionViewItem, role: str = "sub") -> QFont:
        font = QFont(option.font)
        font.setPixelSize(theme.text_px(role))
        return font

    @staticmethod
    def _is_narrow(width: float) -> bool:
        return width < theme.px(360)

    def _label_width(self, width: float) -> float:
        inside = width - 2 * theme.px(16)
        return inside if self._is_narrow(width) else min(theme.px(160), inside * 0.4)

    def _value_left(self, width: float) -> float:
        return theme.px(16) if self._is_narrow(width) else theme.px(16) + self._label_width(width) + theme.px(12)

    def button_words(self, view: RowView) -> str:
        """What a press would do."""
        return self.tr("Show") if view.is_masked else self.tr("Mask")

    def button_rect(self, option_font: QFont, rect: QRect, view: RowView) -> QRect:
        """Where the button of a line is."""
        font = QFont(option_font)
        font.setPixelSize(theme.text_px("cap"))
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(self.button_words(view)) + 2 * theme.px(10) + 2
        height = max(theme.px(28), QFontMetrics(font).height() + 6)
        return QRect(rect.right() - theme.px(16) - width, rect.bottom() - theme.px(6) - height, width, height)

    def _value_width(self, option: QStyleOptionViewItem, width: float, view: RowView) -> float:
        rect = QRect(0, 0, int(width), 100)
        return max(
            theme.px(60), self.button_rect(option.font, rect, view).left() - theme.px(8) - self._value_left(width)
        )

    def _lay_out(self, option: QStyleOptionViewItem, width: float, view: RowView) -> list[tuple[QRectF, str, bool]]:
        """Where each piece of the value goes, from its own top left."""
        metrics, room = QFontMetrics(self._font(option)), self._value_width(option, width, view)
        placed: list[tuple[QRectF, str, bool]] = []
        left, top, line = 0.0, 0.0, float(max(metrics.height(), theme.px(masked.HEIGHT)))
        for words, is_bar in view.pieces:
            if is_bar:
                size = masked.size_of(words, option.font)
                wide, tall = float(min(size.width(), room)), line
            else:
                box = metrics.boundingRect(0, 0, int(room), 10_000, _WRAP, words)
                wide, tall = float(min(room, metrics.horizontalAdvance(words) + 2)), float(max(line, box.height()))
            if left and left + wide > room:
                left, top = 0.0, top + line + theme.px(6)
            placed.append((QRectF(left, top, wide, tall), words, is_bar))
            left += wide + theme.px(6)
            if tall > line:
                left, top = 0.0, top + tall
        return placed

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as label and value need."""
        view: RowView = index.data(ROW)
        width = self._width(option)
        metrics = QFontMetrics(self._font(option))
        label = metrics.boundingRect(0, 0, int(self._label_width(width)), 1000, _WRAP, view.label).height()
        value = max((box.bottom() for box, _, _ in self._lay_out(option, width, view)), default=0.0)
        tall = label + theme.px(4) + value if self._is_narrow(width) else max(label, value)
        above = QFontMetrics(self._font(option, "cap")).height() + theme.px(6) if view.group else 0
        return QSize(int(width), max(theme.px(40), round(tall) + 2 * theme.px(10)) + above)

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> float:
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return option.rect.width()
        # As if the scroll bar were there: it may come later, and words that wrap then must not be cut
        bar = view.verticalScrollBar().sizeHint().width()
        return min(view.viewport().width(), view.width() - bar - 2 * view.frameWidth())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line."""
        view: RowView = index.data(ROW)
        rect = QRectF(option.rect)
        state = option.state
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_here = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("hover" if is_here else "surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        inside = self._paint_group(painter, option, rect, view)
        self._paint_words(painter, option, inside, view)
        if is_here and view.may_change:
            self._paint_button(painter, option, view, is_strong=has_focus)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, view: RowView) -> QRectF:
        if not view.group:
            return rect
        font = self._font(option, "cap")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("text_3"))
        place = rect.adjusted(theme.px(16), theme.px(8), -theme.px(16), 0)
        name = QFontMetrics(font).elidedText(view.group, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        return rect.adjusted(0, QFontMetrics(font).height() + theme.px(6), 0, 0)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, view: RowView) -> None:
        font, width = self._font(option), rect.width()
        painter.setFont(font)
        painter.setPen(theme.color("text_2"))
        top = rect.top() + theme.px(10)
        label = QRectF(rect.left() + theme.px(16), top, self._label_width(width), rect.height())
        painter.drawText(label, int(_WRAP), view.label)
        if self._is_narrow(width):
            used = QFontMetrics(font).boundingRect(0, 0, int(label.width()), 1000, _WRAP, view.label).height()
            top += used + theme.px(4)
        left = rect.left() + self._value_left(width)
        for box, words, is_bar in self._lay_out(option, width, view):
            if is_bar:
                masked.paint(painter, left + box.left(), top + box.center().y(), words, option.font)
            else:
                painter.setFont(font)
                painter.setPen(theme.color("text"))
                painter.drawText(box.translated(left, top), int(_WRAP), words)

    def _paint_button(self, painter: QPainter, option: QStyleOptionViewItem, view: RowView, *, is_strong: bool) -> None:
        place = QRectF(self.button_rect(option.font, option.rect, view))
        font = self._font(option, "cap")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QPen(theme.color("focus" if is_strong else "border_strong"), 2 if is_strong else 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme.color("text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.button_words(view))
