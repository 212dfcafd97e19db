"""The report in groups of sections: a count each, and a switch that says whether it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.review import FILE_NAMES
from desktop_app.services import snapshot_words
from desktop_app.ui import texts, theme
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.checked import on_use, show_state
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from desktop_app.domain.review import ReviewSection

_ROWS_IN_A_TURN = 3


class _Name(QPushButton):
    """Name and count; pressing it shows the lines of the section."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(11), theme.px(5), theme.px(6), theme.px(5))
        column.setSpacing(0)
        self.title, self.count = text("", "line"), text("", "cap")
        for label in (self.title, self.count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Long names take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words."""
        return max(theme.px(46), self._column.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbour, Enter shows the section."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SectionRow(QFrame):
    """One group of sections."""

    chosen = Signal(str)
    switched = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        words = snapshot_words.group(name, texts.language())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.button = _Name(self)
        self.button.title.set_words(words)
        self.switch = Switch(self.tr("Send {section}").format(section=words), parent=self)
        row.addWidget(self.button, 1)
        row.addWidget(self.switch)
        on_use(self.button, lambda _: self.chosen.emit(name))
        self.button.moved.connect(self.moved)
        on_use(self.switch, lambda on: self.switched.emit(name, on))

    def show_section(self, section: ReviewSection) -> None:
        """Draw the count and the switch."""
        show_state(self.switch, is_on=section.included)
        self.button.title.set_tone("" if section.included else "text_3")
        self.button.count.set_words(self._counted(section))
        self.button.setAccessibleName(f"{self.button.title.words}, {self.button.count.words}")

    def _counted(self, section: ReviewSection) -> str:
        if not section.included:
            return self.tr("Not sent")
        if not section.items and section.name != FILE_NAMES and section.status != "ok":
            return self.tr("Could not be read")
        items, hidden = self.tr("%n item(s)", "", section.items), self.tr("%n masked", "", section.masked)
        return f"{items}, {hidden}" if section.masked else items


class SectionList(QWidget):
    """All groups; one of them is open."""

    chosen = Signal(str)
    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, SectionRow] = {}
        self._open = ""
        self._turns = Turns(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addStretch(1)

    def show_sections(self, sections: Sequence[ReviewSection]) -> None:
        """Draw them; rows are made once, so that the keyboard stays where it is, and a few at a time."""
        self._turns.draw(self._draw(sections))

    def _draw(self, sections: Sequence[ReviewSection]) -> Iterator[None]:
        for number, section in enumerate(sections, start=1):
            is_new = section.name not in self.rows
            if is_new:
                self._add(section.name)
            self.rows[section.name].show_section(section)
            if is_new and number % _ROWS_IN_A_TURN == 0:
                yield

    def _add(self, name: str) -> None:
        row = SectionRow(name, self)
        row.chosen.connect(self.chosen)
        row.switched.connect(self.switched)
        row.moved.connect(self._move)
        show_state(row.button, is_on=name == self._open)
        self.rows[name] = row
        self._column.insertWidget(self._column.count() - 1, row)

    def choose(self, name: str) -> None:
        """Mark the open section."""
        self._open = name
        for each, row in self.rows.items():
            show_state(row.button, is_on=each == name)

    def _move(self, step: int) -> None:
        buttons = [row.button for row in self.rows.values()]
        place = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
