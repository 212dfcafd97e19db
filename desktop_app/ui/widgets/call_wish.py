"""Where and when one wants to be rung: a telephone number, and a time at which somebody calls."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.call_back import between, can_ring, read, slots, write
from desktop_app.ui import texts
from desktop_app.ui.widgets.field import Field, Select
from desktop_app.ui.widgets.flow import Grid
from desktop_app.ui.widgets.plain_words import harmless

_MOST_SLOTS = 24


class CallWish(QWidget):
    """Two fields, side by side while there is room. `changed`: with every key and choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.telephone, self.slot = QLineEdit(), Select(self.tr("When"), "clock")
        self.telephone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.telephone.setMaxLength(40)
        self.show_openings(())
        self.slot.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.slot.setMinimumContentsLength(8)
        self._field = Field(self.tr("Telephone"), self.telephone)
        fields = Grid(2, 160, self, gap=8)
        for field in (self._field, Field(self.tr("When"), self.slot)):
            fields.add(_at_the_top(field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        self.telephone.textChanged.connect(self.changed)
        self.slot.currentIndexChanged.connect(self.changed)

    def show_openings(self, openings: Sequence[tuple[datetime, datetime]]) -> None:
        """When the help desk can call; what was chosen stays chosen while it is still to come."""
        chosen = self.slot.currentData()
        blocker = QSignalBlocker(self.slot)
        self.slot.clear()
        self.slot.addItem(_any_time(), "")
        for start, end in slots(openings, texts.now())[:_MOST_SLOTS]:
            self.slot.addItem(texts.capital(_time(start, end)), between(start, end))
        self.slot.setCurrentIndex(max(0, self.slot.findData(chosen)))
        blocker.unblock()

    def fill(self, telephone: str, slot: str) -> None:
        """Show what was answered; a time that is over becomes any time."""
        self.telephone.setText(telephone)
        self.slot.setCurrentIndex(max(0, self.slot.findData(slot)))

    def chosen_slot(self) -> str:
        """From when to when, as it travels; nothing for as soon as possible."""
        return str(self.slot.currentData() or "")

    def wish(self) -> str:
        """Both as they travel."""
        return write(self.chosen_slot(), self.telephone.text())

    def fault(self) -> str:
        """What keeps anybody from ringing, as a sentence; nothing when all is there."""
        if not self.telephone.text().strip():
            return self.tr("Write the number on which we can reach you.")
        return "" if can_ring(self.telephone.text()) else self.tr("Some digits are missing.")

    def show_fault(self, sentence: str) -> None:
        """Under the number; nothing takes it back."""
        self._field.show_error(sentence)


def _at_the_top(field: Field) -> QWidget:
    """A sentence under one field does not move the other."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    column.addStretch(1)
    return place


def promise(wish: str) -> str:
    """What was wished, as what will be done."""
    said = QCoreApplication.translate("CallWish", "We call you back on {telephone}. {when}.")
    return said.format(telephone=_telephone(wish), when=texts.capital(_when(wish)))


def told(wish: str) -> str:
    """What was wished, within a sentence."""
    said = QCoreApplication.translate("CallWish", "{telephone}, {when}")
    return said.format(telephone=_telephone(wish), when=_when(wish))


def _telephone(wish: str) -> str:
    return harmless(read(wish).phone)


def _when(wish: str) -> str:
    known = read(wish)
    if known.starts is None or known.ends is None:
        return _any_time().lower()
    return _time(known.starts, known.ends)


def _any_time() -> str:
    return QCoreApplication.translate("CallWish", "As soon as possible")


def _time(start: datetime, end: datetime) -> str:
    words = QCoreApplication.translate("CallWish", "{start} until {end}")
    return words.format(start=texts.moment(start), end=texts.clock(end))
