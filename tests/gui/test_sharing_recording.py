"""A recording while the screen is shown: asked apart, in red and in words as long as it runs, ended by one press."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor

from desktop_app.domain.consent import Capability
from desktop_app.services.sharing_view import SharingView
from desktop_app.ui import theme
from desktop_app.ui.sharing import bar as bars
from desktop_app.ui.sharing import careful
from desktop_app.ui.sharing.bar import Bar
from desktop_app.ui.sharing.step import StepQuestion
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.tray import picture
from tests.gui.fakes import FakeSettings
from tests.gui.fakes_sharing import RECORDED, RECORDING, SHARING
from tests.gui.shell import shell
from tests.gui.stage import looking, nameless, whole, words_on


@pytest.fixture
def bar(qtbot: Any, wear: Any) -> Iterator[Bar]:
    made = Bar()
    qtbot.addWidget(made)
    made.show_view(SHARING)
    made.show()
    yield made
    made.show_view(SharingView())


def test_it_is_marked_red_and_said_until_one_press_ends_it(
    qtbot: Any, bar: Bar, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = list[tuple[str, bool]]()
    monkeypatch.setattr(bars, "announce", lambda _, words, is_urgent=False: heard.append((words, is_urgent)))
    assert not bar.mark.isVisible()
    bar.show_view(RECORDED)
    assert bar.mark.isVisible()
    assert bar.property("tone") == "recorded"
    assert "The screen is being recorded." in words_on(bar)
    assert heard == [(bar.who.words, True)], "at once, whatever is being read out"
    assert not nameless(bar)
    with qtbot.waitSignal(bar.withdrawn) as withdrawn:
        bar.steps[Capability.RECORDING].click()
    assert withdrawn.args == ["recording"]
    bar.show_view(SHARING)
    assert not bar.mark.isVisible()
    assert [is_urgent for _, is_urgent in heard] == [True, True]


def test_the_bar_grows_without_leaving_the_screen(bar: Bar) -> None:
    room = bar.screen().availableGeometry()
    bar.move(room.right() - bar.width(), room.top())
    bar.show_view(replace(RECORDED, left_s=RECORDED.left_s | {Capability.CONTROL: 250}))
    assert room.contains(bar.geometry())


@pytest.mark.parametrize("more", [{"is_paused": True}, {"left_s": RECORDED.left_s | {Capability.CONTROL: 250}}])
def test_it_stays_marked_whatever_else_goes_on(bar: Bar, more: dict[str, Any]) -> None:
    bar.show_view(replace(RECORDED, **more))
    assert bar.mark.isVisible()
    assert bar.steps[Capability.RECORDING].isVisible()
    assert "recorded" in bar.sentence(replace(RECORDED, **more))


@pytest.mark.parametrize(("language", "size"), [("fr", 100), ("de", 150), ("nl", 200)])
def test_question_and_bar_are_whole(qtbot: Any, wear: Any, language: str, size: int) -> None:
    with looking(size, language):
        question, made = StepQuestion(SHARING, RECORDING), Bar()
        made.show_view(RECORDED)
        for window in (question, made):
            window.show()
            qtbot.waitExposed(window)
            qtbot.waitUntil(whole(window))
            assert not nameless(window)
        question.finish()
        made.show_view(SharingView())
        assert made.close()
        made.deleteLater()


def test_the_question_says_what_becomes_of_it(qtbot: Any, wear: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "RIPE_MS", 50)
    made = StepQuestion(SHARING, RECORDING)
    made.show()
    for words in ("Sofia asks to record your screen", RECORDING.reason, "30 min", "without sound"):
        assert words in words_on(made)
    assert made.no.text() == "No, do not record"
    assert not made.yes.isEnabled()
    made.finish()


def test_the_icon_near_the_clock_is_red(wear: Any) -> None:
    drawn = picture("record").pixmap(48, 48).toImage()
    centre = 48 - round(48 * 0.31), round(48 * 0.31)
    assert drawn.pixelColor(*centre).rgb() == QColor(theme.color("danger_solid")).rgb()


def test_who_may_be_asked_reads_it_first_in_the_settings(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, settings=FakeSettings(relaxed=["sharing.recording"])) as made:
        said = words_on(made.open("settings"))
        assert "Your IT team has relaxed a protection." in said
        assert "IT support may ask to record it. You are asked each time" in said
