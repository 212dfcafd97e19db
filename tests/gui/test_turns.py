"""Drawing in parts; the caret at rest; words that are not laid out twice; a collector that passes over what stays."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.caret import Caret
from desktop_app.ui.sweep import Sweep
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.labels import Text


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    """Something that timers belong to."""
    one = QObject()
    yield one
    one.deleteLater()


@pytest.fixture
def field(qtbot: Any) -> QLineEdit:
    """A field on the screen."""
    one = QLineEdit()
    qtbot.addWidget(one)
    one.show()
    return one


def _parts(drawn: list[str], name: str) -> Iterator[None]:
    for part in range(3):
        drawn.append(f"{name}{part}")
        yield


def test_the_first_part_comes_at_once_and_the_others_turn_by_turn(owner: QObject, qtbot: Any) -> None:
    drawn: list[str] = []
    Turns(owner).draw(_parts(drawn, "a"))
    assert drawn == ["a0"]
    qtbot.waitUntil(lambda: drawn == ["a0", "a1", "a2"])


def test_what_is_begun_anew_replaces_what_is_not_finished(owner: QObject, qtbot: Any) -> None:
    drawn: list[str] = []
    turns = Turns(owner)
    turns.draw(_parts(drawn, "old"))
    turns.draw(_parts(drawn, "new"))
    qtbot.waitUntil(lambda: "new2" in drawn)
    assert drawn == ["old0", "new0", "new1", "new2"]


def test_the_caret_rests_and_a_key_wakes_it(owner: QObject, field: QLineEdit) -> None:
    hints = QGuiApplication.styleHints()
    wished = hints.cursorFlashTime()
    caret = Caret(owner)
    caret.watch(field.windowHandle())
    caret.rest()
    assert hints.cursorFlashTime() == 0
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert hints.cursorFlashTime() == wished


def test_words_are_laid_out_anew_when_they_change(field: QLineEdit) -> None:
    words = Text("short", parent=field)
    low = words.heightForWidth(120)
    words.set_words("now these are many more words than fit into one line of that width")
    assert words.heightForWidth(120) > low


def test_words_are_laid_out_anew_in_a_larger_text(field: QLineEdit, wear: Any) -> None:
    words = Text("more words than fit into one line of that width, in any size", parent=field)
    words.ensurePolished()
    low = words.heightForWidth(120)
    wear("en", 200)
    words.ensurePolished()
    assert words.heightForWidth(120) > low * 1.5


def test_the_collector_passes_over_what_stays_and_still_collects_what_comes(owner: QObject) -> None:
    sweep = Sweep(owner)
    sweep.settle()
    assert gc.get_freeze_count() > 0
    sweep.close()
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()
