"""Two to four short options side by side, one of them chosen; arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.checked import on_use, show_state

_BACK, _ON = {Qt.Key.Key_Left, Qt.Key.Key_Up}, {Qt.Key.Key_Right, Qt.Key.Key_Down}


class Segmented(QWidget):
    """`options`: (value, words). `chosen` is emitted when the person chooses, not when `choose` is called."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        is_wide = theme.scale() >= 1.75
        direction = QBoxLayout.Direction.TopToBottom if is_wide else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4) if is_wide else 0)
        self._values = [option for option, _ in options]
        self._group = QButtonGroup(self)
        self.buttons: list[Button] = []
        for place, (_, words) in enumerate(options):
            segment = _Segment(words, name, self)
            segment.setProperty("place", "alone" if is_wide else _place(place, len(options)))
            self._group.addButton(segment, place)
            self.buttons.append(segment)
            layout.addWidget(segment)
            on_use(segment, self._told)
        self.choose(value or self._values[0])

    def value(self) -> str:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Mark `value`; only the marked one is reached by Tab, as in any group of options."""
        show_state(self.buttons[self._values.index(value)], is_on=True)

    def _told(self, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        key = Qt.Key(event.key())
        step = -1 if key in _BACK else 1 if key in _ON else 0
        place = self._group.checkedId() + step
        if step and 0 <= place < len(self.buttons) and self.buttons[place].isEnabled():
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.buttons[place].click()
            return
        super().keyPressEvent(event)


class _Segment(Button):
    def __init__(self, words: str, group: str, parent: QWidget) -> None:
        super().__init__(words, "segment", parent=parent)
        self.setCheckable(True)
        self.setAccessibleDescription(group)

    def sizeHint(self) -> QSize:
        """Wide enough for when it is chosen, and therefore stronger."""
        size = super().sizeHint()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(strong).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(size.width() + max(0, more), size.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the group; a button would only move the focus."""
        if Qt.Key(event.key()) in _BACK | _ON:
            event.ignore()
            return
        super().keyPressEvent(event)


def _place(place: int, count: int) -> str:
    if count == 1:
        return "alone"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
