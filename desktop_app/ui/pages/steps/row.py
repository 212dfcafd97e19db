"""One recorded step: its picture, its sentence to change, a way to hide part of it and a way to leave it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.services.steps import picture_of
from desktop_app.ui.pages.compose.enclosed import Shot
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.protocol.steps import Clicked


@dataclass
class Reviewed:
    """A step as the person has it now; `picture` may be empty."""

    sentence: str
    picture: QImage


def reviewed(clicked: Clicked) -> Reviewed:
    """As it was recorded."""
    return Reviewed(sentence_of(clicked), QImage.fromData(picture_of(clicked)))


def sentence_of(clicked: Clicked) -> str:
    """What the person did there, in words."""
    veiled = {
        "password": QCoreApplication.translate("Steps", "You clicked in a password field. It was not recorded."),
        "hidden": QCoreApplication.translate("Steps", "You clicked in a window that is never recorded."),
    }
    patterns = {
        (True, True): QCoreApplication.translate("Steps", "You clicked on “{what}” in “{window}”."),
        (True, False): QCoreApplication.translate("Steps", "You clicked on “{what}”."),
        (False, True): QCoreApplication.translate("Steps", "You clicked in “{window}”."),
        (False, False): QCoreApplication.translate("Steps", "You clicked beside all windows."),
    }
    what, window = harmless(clicked.what), harmless(clicked.window)
    pattern = veiled.get(clicked.veil) or patterns[bool(what), bool(window)]
    return pattern.format(what=what, window=window)


class StepRow(Card):
    """`masked` and `removed` ask for that with this step; what is written goes into it at once."""

    masked = Signal()
    removed = Signal()

    def __init__(self, number: int, step: Reviewed, parent: QWidget | None = None) -> None:
        from desktop_app.protocol.steps import LONGEST_SENTENCE

        super().__init__(parent)
        self._step = step
        self.column.addWidget(text(self.tr("Step {number}").format(number=number), "strong"))
        if not step.picture.isNull():
            shot = Shot(self)
            shot.setAccessibleName(self.tr("Picture of step {number}").format(number=number))
            shot.show_picture(step.picture)
            self.column.addWidget(shot)
        self.sentence = QLineEdit(step.sentence, self)
        self.sentence.setMaxLength(LONGEST_SENTENCE)
        self.sentence.setAccessibleName(self.tr("Sentence of step {number}").format(number=number))
        self.sentence.setCursorPosition(0)
        self.sentence.textChanged.connect(self._write)
        self.column.addWidget(self.sentence)
        acts = Flow(gap=8)
        self.hide_part = button(self.tr("Hide part of it"), "small", icon="pencil-simple", act=self.masked.emit)
        self.hide_part.setAccessibleName(self.tr("Hide part of the picture of step {number}").format(number=number))
        self.hide_part.setVisible(not step.picture.isNull())
        self.remove = button(self.tr("Remove"), "small", icon="trash", act=self.removed.emit)
        self.remove.setAccessibleName(self.tr("Remove step {number}").format(number=number))
        for one in (self.hide_part, self.remove):
            acts.addWidget(one)
        self.column.addLayout(acts)

    def _write(self, words: str) -> None:
        self._step.sentence = words
