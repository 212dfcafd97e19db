"""What a person sees of a shared screen: a yes only by hand, and only in time; a bar that stays; a key that stops."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import Listed
from desktop_app.services.sharing_view import SharingView, StepAsked
from desktop_app.ui.sharing import careful
from desktop_app.ui.sharing.along import Along
from desktop_app.ui.sharing.bar import Bar
from desktop_app.ui.sharing.careful import Careful
from desktop_app.ui.sharing.consent import Consent
from desktop_app.ui.sharing.picked import Picked
from desktop_app.ui.sharing.step import StepQuestion
from desktop_app.ui.sharing.unasked import Unasked
from tests.gui.fakes_sharing import ASKING, CONTROL, PICKED, SHARING
from tests.gui.stage import looking, nameless, whole, words_on


@pytest.fixture(autouse=True)
def _soon_ripe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "RIPE_MS", 50)


@pytest.fixture
def consent(qtbot: Any, wear: Any) -> Iterator[Consent]:
    made = Consent(ASKING)
    made.show()
    yield made
    made.finish()


def ripe(qtbot: Any, question: Careful) -> None:
    qtbot.waitUntil(lambda: question.is_ripe)


def press(widget: QWidget) -> None:
    """As a program would: not through the window system."""
    at = QPointF(widget.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), left, left, none)
        QCoreApplication.sendEvent(widget, event)


def test_the_question_says_who_asks_for_what(consent: Consent) -> None:
    said = words_on(consent)
    for words in ("Sofia Laurent asks to see your screen", "4821", "Voir le message", "lavande", "bateau"):
        assert words in said
    assert consent.focusWidget() is consent.title
    assert not nameless(consent)


def test_a_yes_needs_the_words(qtbot: Any, consent: Consent) -> None:
    ripe(qtbot, consent)
    assert not consent.yes.isEnabled()
    consent.same.setChecked(True)
    with qtbot.waitSignal(consent.allowed) as allowed:
        qtbot.mouseClick(consent.yes, Qt.MouseButton.LeftButton)
    assert allowed.args == [1200, 7, ""]


def test_the_whole_screen_for_longer(qtbot: Any, consent: Consent) -> None:
    consent.same.setChecked(True)
    consent.what.choose("screen")
    consent.minutes.choose("40")
    qtbot.waitUntil(consent.yes.isEnabled)
    with qtbot.waitSignal(consent.allowed) as allowed:
        consent.yes.click()
    assert allowed.args == [2400, None, ""]


def test_a_desktop_that_asks_itself_is_said_to_do_so(qtbot: Any, wear: Any) -> None:
    made = Picked(PICKED)
    made.show()
    said = words_on(made)
    for words in ("Your desktop asks you next", "Sofia also sees your password manager", "cannot be lent"):
        assert words in said
    assert "The whole screen" not in said
    assert not nameless(made)
    made.same.setChecked(True)
    qtbot.waitUntil(made.yes.isEnabled)
    with qtbot.waitSignal(made.allowed) as allowed:
        made.yes.click()
    assert allowed.args == [1200, None, ""]


@pytest.mark.parametrize(("chosen", "monitor"), [("screen", "the one"), ("screens", "")])
def test_of_several_screens_none_is_shown_that_was_not_named(
    qtbot: Any, wear: Any, monkeypatch: pytest.MonkeyPatch, chosen: str, monitor: str
) -> None:
    two = [QGuiApplication.primaryScreen()] * 2
    monkeypatch.setattr(QGuiApplication, "screens", lambda: two)
    made = Consent(ASKING)
    made.show()
    assert made.what.cards[-1].text().startswith("All 2 screens")
    assert made.what.answer() == "window", "the least is chosen first"
    made.same.setChecked(True)
    made.what.choose(chosen)
    qtbot.waitUntil(made.yes.isEnabled)
    with qtbot.waitSignal(made.allowed) as allowed:
        made.yes.click()
    assert allowed.args == [1200, None, monitor and made.screen().name()]


def test_no_yes_by_a_click_meant_for_something_else(qtbot: Any, wear: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "RIPE_MS", 60_000)
    question, said = StepQuestion(SHARING, CONTROL), list[str]()
    question.granted.connect(lambda: said.append("yes"))
    question.show()
    question.yes.setEnabled(True)
    question.yes.click()
    assert not said
    question.finish()


def test_what_no_hand_did_is_not_heard(qtbot: Any, consent: Consent) -> None:
    said: list[str] = []
    consent.allowed.connect(lambda *_: said.append("yes"))
    consent.same.setChecked(True)
    qtbot.waitUntil(consent.yes.isEnabled)
    press(consent.yes)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QCoreApplication.sendEvent(
            consent.yes, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ")
        )
    assert not said
    assert consent.isVisible()


@pytest.mark.parametrize("way", ["escape", "cross", "button"])
def test_every_way_out_is_a_no_said_once(qtbot: Any, consent: Consent, way: str) -> None:
    said: list[str] = []
    consent.refused.connect(lambda: said.append("no"))
    if way == "escape":
        qtbot.keyClick(consent, Qt.Key.Key_Escape)
    elif way == "cross":
        consent.close()
    else:
        qtbot.mouseClick(consent.no, Qt.MouseButton.LeftButton)
    consent.close()
    assert said == ["no"]


def test_enter_answers_nothing(qtbot: Any, consent: Consent) -> None:
    said: list[str] = []
    consent.refused.connect(lambda: said.append("no"))
    consent.allowed.connect(lambda *_: said.append("yes"))
    qtbot.keyClick(consent, Qt.Key.Key_Return)
    assert consent.isVisible()
    assert not said


def test_other_words_are_told_apart(qtbot: Any, consent: Consent) -> None:
    with qtbot.waitSignal(consent.differed), qtbot.assertNotEmitted(consent.refused):
        qtbot.mouseClick(consent.different, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("language", "size"), [("fr", 100), ("de", 150), ("nl", 100)])
def test_nothing_is_cut(qtbot: Any, wear: Any, language: str, size: int) -> None:
    files = StepAsked(Capability.FILES, files=(Listed(name="pilote.deb", size=20_000),))
    with looking(size, language):
        for made in (
            Consent(ASKING),
            Along(ASKING, SHARING),
            Picked(PICKED),
            Along(PICKED, SHARING),
            StepQuestion(SHARING, CONTROL),
            StepQuestion(SHARING, files),
            Unasked(ASKING),
        ):
            made.show()
            qtbot.waitExposed(made)
            qtbot.waitUntil(whole(made))
            assert not nameless(made)
            made.finish()


def test_the_answers_are_on_the_screen_whatever_the_size_of_text(qtbot: Any, wear: Any) -> None:
    with looking(200, "de"):
        made = Consent(ASKING)
        made.show()
        qtbot.waitExposed(made)
        room = made.screen().availableGeometry().size()
        for answer in (made.no, made.yes):
            assert QRect(QPoint(0, 0), room).contains(QRect(answer.mapTo(made, QPoint(0, 0)), answer.size()).center())
        made.finish()


def test_the_bar_says_what_goes_on(qtbot: Any, wear: Any) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    bar.show_view(SHARING)
    assert (bar.who.words, bar.left.words) == ("Sofia looks at your screen", "15 min 48 s still")
    assert (bar.back.isVisibleTo(bar), bar.chat.isVisibleTo(bar)) == (False, True)
    bar.show_view(replace(SHARING, left_s={Capability.LOOK: 780, Capability.CONTROL: 252}))
    assert bar.who.words == "Sofia uses your mouse and keyboard"
    with qtbot.waitSignal(bar.withdrawn) as withdrawn:
        bar.back.click()
    assert withdrawn.args == ["control"]
    with qtbot.waitSignal(bar.stopped):
        bar.stop.click()
    bar.show_view(replace(SHARING, is_paused=True))
    assert "Paused" in bar.who.words


@pytest.mark.parametrize("size", [100, 200])
def test_the_bar_with_all_that_it_can_hold_stays_on_the_screen(qtbot: Any, wear: Any, size: int) -> None:
    held = {Capability.LOOK: 900, Capability.CONTROL: 250, Capability.CLIPBOARD: 900, Capability.FILES: 900}
    with looking(size, "de"):
        bar = Bar()
        for view, guest in ((SHARING, ""), (replace(SHARING, left_s=held), "Jonas")):
            bar.show_view(view, guest)
            bar.place(QGuiApplication.primaryScreen().availableGeometry())
            bar.show()
            qtbot.waitExposed(bar)
            assert bar.screen().availableGeometry().contains(bar.geometry())
            assert bar.rect().contains(QRect(bar.stop.mapTo(bar, QPoint(0, 0)), bar.stop.size()))
            qtbot.waitUntil(whole(bar))
        bar.show_view(SharingView())
        assert bar.close()
        bar.deleteLater()


def test_more_time_with_the_mouse_is_asked_as_such(qtbot: Any, wear: Any) -> None:
    held = replace(SHARING, left_s={Capability.LOOK: 900, Capability.CONTROL: 40})
    question = StepQuestion(held, CONTROL)
    qtbot.addWidget(question)
    assert question.title.words == "Sofia asks to keep your mouse and your keyboard"
    assert question.yes.text() == "Allow 5 min more"


def test_the_bar_is_reached_and_moved_by_the_keyboard(qtbot: Any, wear: Any) -> None:
    page, bar = QLineEdit(), Bar()
    page.show()
    bar.show_view(replace(SHARING, left_s={Capability.LOOK: 780, Capability.CONTROL: 252}))
    bar.place(QGuiApplication.primaryScreen().availableGeometry())
    bar.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_F6)
    qtbot.waitUntil(bar.back.hasFocus)
    before = bar.pos()
    qtbot.keyClick(bar.back, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (bar.x(), bar.y()) == (before.x(), before.y() + 24)
    for _ in range(200):
        qtbot.keyClick(bar.back, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert bar.screen().availableGeometry().contains(bar.geometry())
    qtbot.keyClick(bar.back, Qt.Key.Key_Tab)
    with qtbot.waitSignal(bar.stopped):
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Space)
    bar.show_view(SharingView())
    for window in (page, bar):
        assert window.close()
        window.deleteLater()


def test_the_bar_cannot_be_closed_while_the_screen_is_shown(qtbot: Any, wear: Any) -> None:
    bar = Bar()
    bar.show_view(SHARING)
    bar.show()
    assert not bar.close()
    assert bar.isVisible()
    bar.show_view(SharingView())
    assert bar.close()
    bar.deleteLater()
