"""A choice among a few: the whole card is the target, arrows move, the chosen one is framed and filled."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.ui import theme

_DOT = 18
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class ChoiceCard(QRadioButton):
    """One answer. It wraps its words and grows with them."""

    moved = Signal(int)

    def __init__(self, label: str, *, is_small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._is_small = is_small
        self._heights: dict[tuple[int, str, str], int] = {}
        if is_small:
            self.setProperty("grade", "small")
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return theme.px((8 if self._is_small else 12) + _DOT + (6 if self._is_small else 10))

    def _right(self) -> int:
        return theme.px(6 if self._is_small else 12)

    def _padding(self) -> int:
        return theme.px(9 if self._is_small else 13)

    def _tall(self, width: int) -> int:
        """How high the wrapped words are; measured once for each width and font."""
        key = (width, self.text(), self.font().key())
        if key not in self._heights:
            room = max(40, width - self._left() - self._right())
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
            words = QFontMetrics(self.font()).boundingRect(0, 0, room, 10_000, flags, self.text())
            self._heights[key] = words.height()
        return self._heights[key]

    def hasHeightForWidth(self) -> bool:
        """Long words take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words, never under the size of a control."""
        return max(theme.px(38), self._tall(width) + 2 * self._padding())

    def sizeHint(self) -> QSize:
        """One line of words."""
        width = self._left() + QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._right() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = self._left() + longest + self._right() + 2
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def hitButton(self, pos: object) -> bool:
        """The whole card is the target."""
        return self.rect().contains(pos)  # type: ignore[call-overload,no-any-return]

    def resizeEvent(self, event: object) -> None:
        """A narrower card may need a second line."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour and choose it; Enter and Space choose."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, its dot and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = 2.0 if chosen else 1.0
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.color("accent" if chosen else "border_strong"), edge))
        painter.setBrush(theme.color(ground))
        card = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(card, 6, 6)
        self._paint_dot(painter)
        painter.setPen(theme.color("text"))
        words = QRectF(self._left(), 0, self.width() - self._left() - self._right(), self.height())
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), self.text())
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        size = theme.px(_DOT)
        left = theme.px(8 if self._is_small else 12)
        circle = QRectF(left, (self.height() - size) / 2, size, size)
        if self.isChecked():
            ring = size * 0.3
            painter.setPen(QPen(theme.color("accent"), ring))
            painter.setBrush(theme.color("on_accent"))
            painter.drawEllipse(circle.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
        else:
            painter.setPen(QPen(theme.color("border_strong"), 1.5))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))


class ChoiceCards(QWidget):
    """A question's answers, one or several in a row; exactly one can be chosen."""

    chosen = Signal(str)

    def __init__(
        self, question: str, choices: Sequence[tuple[str, str]], *, columns: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self._group = QButtonGroup(self)
        self._ids = [answer for answer, _ in choices]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self.cards: list[ChoiceCard] = []
        for place, (_, label) in enumerate(choices):
            card = ChoiceCard(label, is_small=columns > 1, parent=self)
            card.setAccessibleDescription(question)
            self._group.addButton(card, place)
            self.cards.append(card)
            card.moved.connect(lambda step, place=place: self._move(place + step))
        self.set_columns(columns)
        self._group.idToggled.connect(self._tell)

    def set_columns(self, columns: int) -> None:
        """So many in a row; words that do not fit side by side go below each other."""
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def fit(self, columns: int, width: int) -> None:
        """`columns` in a row when every card can be drawn within `width`, else one below the other."""
        widest = max(card.minimumSizeHint().width() for card in self.cards)
        room = (width - (columns - 1) * self._grid.horizontalSpacing()) / columns
        self.set_columns(columns if widest <= room else 1)

    def choose(self, answer: str) -> None:
        """Mark `answer` as chosen; nothing when it is not offered."""
        if answer in self._ids:
            self.cards[self._ids.index(answer)].setChecked(True)

    def answer(self) -> str:
        """What is chosen; empty when nothing is."""
        place = self._group.checkedId()
        return self._ids[place] if place >= 0 else ""

    def first(self) -> ChoiceCard:
        """Where the keyboard enters: the chosen card, or the first."""
        return next((card for card in self.cards if card.isChecked()), self.cards[0])

    def focus(self) -> None:
        """Bring the keyboard in."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, place: int) -> None:
        card = self.cards[place % len(self.cards)]
        card.setChecked(True)
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._ids[place])
