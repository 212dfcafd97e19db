"""Drawing in parts; the caret at rest; words that are not laid out twice; a collector that passes over what stays;
work that waits until the page is drawn.
"""

import gc
import time
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.caret import Caret
from desktop_app.ui.sweep import Sweep
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.flow import EndRow
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


def test_a_row_grows_with_the_words_in_it(field: QLineEdit) -> None:
    words, end = Text("short"), QLineEdit()
    row = EndRow(words, end, field)
    low = row.heightForWidth(300)
    assert row.heightForWidth(300) == low
    words.set_words("now these are many more words than fit into the one line that there was " * 3)
    assert row.heightForWidth(300) > low


@pytest.fixture
def seen() -> list[bool]:
    """Whether the window is there, last."""
    return [True]


@pytest.fixture
def sweep(owner: QObject, seen: list[bool]) -> Iterator[Sweep]:
    """The collector of a program that runs."""
    one = Sweep(owner, lambda: seen[-1])
    yield one
    one.close()
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


class _Knot:
    """Something that only the collector frees; it is so much that a look is due, whatever other threads free."""

    def __init__(self) -> None:
        self.itself = self
        self.others = [[] for _ in range(gc.get_threshold()[0] * 100)]  # type: ignore[var-annotated]


def test_what_comes_and_goes_is_collected_at_the_next_look(sweep: Sweep) -> None:
    gone = weakref.ref(_Knot())
    assert gone() is not None
    sweep.look()
    assert gone() is None


def test_what_stays_is_passed_over_until_the_window_is_hidden(
    sweep: Sweep, seen: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    knot, before = _Knot(), gc.get_freeze_count()
    sweep.look()
    assert gc.get_freeze_count() > before + len(knot.others) // 2, "later looks pass over it"
    stayed = weakref.ref(knot)
    del knot
    sweep.look()
    assert stayed() is not None, "no look goes through what stayed"
    monkeypatch.setattr("desktop_app.ui.sweep.monotonic", lambda: time.monotonic() + 700)
    sweep.look()
    assert stayed() is not None, "the window is there"
    seen.append(False)
    sweep.look()
    assert stayed() is None


def test_what_loading_left_behind_the_icon_is_collected_at_once(sweep: Sweep, seen: list[bool]) -> None:
    knot = _Knot()
    sweep.look()
    left = weakref.ref(knot)
    del knot
    sweep.settle()
    assert left() is not None, "the window is there"
    seen.append(False)
    sweep.settle()
    assert left() is None


class _Pool(QThreadPool):
    """Knows what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def start(self, job: Any) -> None:  # type: ignore[override]  # Qt has several
        self.given += 1
        super().start(job)


def test_what_a_page_asks_for_begins_once_it_is_drawn(owner: QObject, qtbot: Any) -> None:
    pool, done = _Pool(), list[int]()
    tasks = Tasks(pool)
    with tasks.drawing():
        tasks.run(owner, lambda: 1, done.append, nothing)
    assert pool.given == 0
    qtbot.waitUntil(lambda: done == [1])
    tasks.run(owner, lambda: 2, done.append, nothing)
    assert pool.given == 2, "a no, a stop, what is sent: at once, whatever else the loop has to do"
    assert tasks.close()
