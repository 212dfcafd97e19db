"""Sent, picked up, in progress, solved: four dots with their words, and one sentence for those who do not see them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.ticket import Stage
from desktop_app.ui import theme

_STAGES = tuple(Stage)
_DOT = 9


class StatusLine(QWidget):
    """Where a request stands. In a narrow window the words go below the dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.SENT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stage(self, stage: Stage) -> None:
        """Mark `stage` and all before it."""
        self._stage = stage
        step = _STAGES.index(stage) + 1
        sentence = self.tr("{stage}, step {step} of {steps}").format(
            stage=self._words()[stage], step=step, steps=len(_STAGES)
        )
        self.setAccessibleName(sentence)
        self.update()

    def _words(self) -> dict[Stage, str]:
        return {
            Stage.SENT: self.tr("Sent"),
            Stage.TAKEN: self.tr("Picked up"),
            Stage.WORKING: self.tr("In progress"),
            Stage.SOLVED: self.tr("Solved"),
        }

    def _font(self, stage: Stage) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.px(12))
        font.setWeight(QFont.Weight.DemiBold if stage is self._stage else QFont.Weight.Normal)
        return font

    def _widths(self) -> list[int]:
        return [QFontMetrics(self._font(stage)).horizontalAdvance(word) + 1 for stage, word in self._words().items()]

    def _is_stacked(self) -> bool:
        dots = len(_STAGES) * theme.px(_DOT + 6)
        return sum(self._widths()) + dots + 3 * theme.px(32) > self.width()

    def sizeHint(self) -> QSize:
        """Tall enough for the words below the dots at any width."""
        height = QFontMetrics(self._font(self._stage)).height()
        return QSize(theme.px(200), height * 2 + theme.px(_DOT) if self._is_stacked() else height + 2)

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        """Another width may need the other shape."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dots, lines and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        (self._paint_stacked if self._is_stacked() else self._paint_row)(painter)
        painter.end()

    def _paint_row(self, painter: QPainter) -> None:
        dot, gap = theme.px(_DOT), theme.px(8)
        widths = self._widths()
        used = sum(widths) + len(widths) * (dot + theme.px(6))
        line = (self.width() - used) / (len(widths) - 1)
        left, middle = 0.0, self.height() / 2
        for place, (stage, word) in enumerate(self._words().items()):
            self._paint_dot(painter, QRectF(left, middle - dot / 2, dot, dot), stage)
            left += dot + theme.px(6)
            self._paint_word(painter, QRectF(left, 0, widths[place], self.height()), stage, word)
            left += widths[place]
            if place < len(widths) - 1:
                self._paint_line(painter, left + gap, left + line - gap, middle, stage)
                left += line

    def _paint_stacked(self, painter: QPainter) -> None:
        dot, column = theme.px(_DOT), self.width() / len(_STAGES)
        for place, stage in enumerate(_STAGES):
            left = place * column
            self._paint_dot(painter, QRectF(left, 1, dot, dot), stage)
            if place < len(_STAGES) - 1:
                self._paint_line(painter, left + dot + 4, left + column - 4, 1 + dot / 2, stage)
        word = QRectF(0, dot + 3, self.width(), self.height() - dot - 3)
        self._paint_word(painter, word, self._stage, self.accessibleName())

    def _is_reached(self, stage: Stage) -> bool:
        return _STAGES.index(stage) <= _STAGES.index(self._stage)

    def _paint_dot(self, painter: QPainter, where: QRectF, stage: Stage) -> None:
        if self._is_reached(stage):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(where)
        else:
            painter.setPen(QPen(theme.color("border_strong"), 1.5))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(where.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_word(self, painter: QPainter, where: QRectF, stage: Stage, word: str) -> None:
        painter.setFont(self._font(stage))
        painter.setPen(theme.color("text" if stage is self._stage else "text_3"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), word)

    def _paint_line(self, painter: QPainter, left: float, right: float, middle: float, stage: Stage) -> None:
        is_passed = _STAGES.index(stage) < _STAGES.index(self._stage)
        painter.setPen(QPen(theme.color("accent_line" if is_passed else "border"), 1.5))
        if right > left:
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
