"""The steps of a guided fix, each with its result in words; the mark repeats the words, it never replaces them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.fix import StepState
from desktop_app.ui import icons, theme
from desktop_app.ui.announce import spoken
from desktop_app.ui.widgets.basics import text

_MARK = 22
_GAP = 12
_BELOW = 20

_SIGNS = {
    StepState.DONE: "check",
    StepState.FAILED: "x",
    StepState.UNDONE: "arrow-counter-clockwise",
    StepState.SKIPPED: "minus",
}


@dataclass(frozen=True)
class StepRow:
    """A step as it is drawn. `line` is its result, or what is awaited."""

    title: str
    line: str
    state: StepState


def _colours(state: StepState) -> tuple[str, str, str]:
    """Ground, edge and sign of a mark, as tokens."""
    if state is StepState.NOW:
        return "accent", "accent", "on_accent"
    if state is StepState.FAILED:
        return "danger_soft", "danger_line", "danger"
    if state in (StepState.DONE, StepState.UNDONE):
        return "accent_soft", "accent_line", "accent_text"
    return "bg", "border_strong", "text_3"


class StepList(QWidget):
    """All steps, from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StepRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        """Draw `rows`; nothing is touched when they are the same as before."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(rows, 1):
            step = _Step(place, row, is_last=place == len(rows), parent=self)
            self._column.insertWidget(place - 1, step)

    def tried(self, count: int) -> str:
        """How many steps were tried, in words. Here, because Qt finds no plurals through a base class."""
        return self.tr("%n step(s) tried", "", count)

    def spoken(self) -> list[str]:
        """Each step as it is read aloud."""
        return [step.accessibleName() for step in self.findChildren(_Step) if step.isVisibleTo(self)]


class _Step(QWidget):
    """One step: its mark, the line down to the next one, its words."""

    def __init__(self, place: int, row: StepRow, *, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._row, self._is_last = place, row, is_last
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(_MARK) + theme.px(_GAP), 0, 0, 0 if is_last else theme.px(_BELOW))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = text(row.title, "step", tone="text_3" if row.state is StepState.TO_COME else "")
        font = title.font()
        font.setWeight(QFont.Weight.DemiBold if row.state is StepState.NOW else QFont.Weight.Medium)
        title.setFont(font)
        words.addWidget(title)
        if row.line:
            words.addWidget(text(row.line, "cap", tone="text_2"))
        words.addStretch(1)
        line.addLayout(words)
        self.setMinimumHeight(theme.px(_MARK))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        states = {
            StepState.DONE: self.tr("done"),
            StepState.NOW: self.tr("now"),
            StepState.TO_COME: self.tr("to come"),
            StepState.FAILED: self.tr("did not work"),
            StepState.UNDONE: self.tr("put back as before"),
            StepState.SKIPPED: self.tr("skipped"),
        }
        sentence = self.tr("Step {number}: {title}, {state}").format(
            number=self._place, title=self._row.title, state=states[self._row.state]
        )
        return spoken(sentence, self._row.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark and the line below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_MARK)
        if not self._is_last:
            self._paint_line(painter, size)
        ground, edge, sign = _colours(self._row.state)
        painter.setPen(QPen(theme.color(edge), 1.5))
        painter.setBrush(theme.color(ground))
        circle = QRectF(0.75, 0.75, size - 1.5, size - 1.5)
        painter.drawEllipse(circle)
        self._paint_sign(painter, circle, sign)
        painter.end()

    def _paint_line(self, painter: QPainter, size: int) -> None:
        passed = self._row.state in (StepState.DONE, StepState.UNDONE, StepState.SKIPPED)
        painter.setPen(QPen(theme.color("accent_line" if passed else "border"), 2))
        middle = size / 2
        painter.drawLine(QPointF(middle, size + 2), QPointF(middle, self.height() - 2))

    def _paint_sign(self, painter: QPainter, circle: QRectF, token: str) -> None:
        name = _SIGNS.get(self._row.state)
        if name:
            side = theme.px(13)
            picture = icons.pixmap(name, token, side)
            corner = circle.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(QRectF(corner, QSize(side, side)), picture, QRectF(picture.rect()))
            return
        font = QFont(self.font())
        font.setPixelSize(theme.px(12))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color(token))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._place))
