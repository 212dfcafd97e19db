"""Talking while the screen is shown: asked apart, told in words on the bar and the tray, muted and ended by a press."""

from dataclasses import replace
from typing import Any, Literal

import pytest

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import Voices
from desktop_app.services.sharing_view import SharingView, StepAsked
from desktop_app.ui.sharing import careful
from desktop_app.ui.sharing.bar import Bar
from desktop_app.ui.sharing.step import StepQuestion
from tests.gui.fakes_sharing import SHARING
from tests.gui.stage import looking, nameless, whole, words_on

LEFT = {Capability.LOOK: 948, Capability.VOICE: 300}
User = Literal["on", "muted", "held", "none"]


def talking(user: User = "on", technician: Literal["on", "muted"] = "on", *, is_played: bool = True) -> SharingView:
    return replace(SHARING, left_s=LEFT, voices=Voices(user=user, technician=technician, is_played=is_played))


@pytest.fixture
def bar(qtbot: Any, wear: Any) -> Bar:
    made = Bar()
    qtbot.addWidget(made)
    made.show_view(talking())
    made.show()
    return made


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (talking(), "Sofia hears you. You hear Sofia."),
        (talking("muted", "muted"), "Your microphone is off. The microphone of Sofia is off."),
        (talking("held"), "Nobody hears anything until it goes on."),
        (talking("none"), "No microphone was found: Sofia does not hear you. You hear Sofia."),
        (talking(is_played=False), "Sofia hears you. No loudspeaker was found: you do not hear Sofia."),
    ],
    ids=["on", "muted", "held", "none", "deaf"],
)
def test_who_hears_whom_is_said(bar: Bar, view: SharingView, told: str) -> None:
    bar.show_view(view)
    assert told in bar.sentence(view)
    assert told in words_on(bar)
    assert not nameless(bar)


def test_one_press_mutes_another_turns_it_on_a_third_looks_again(qtbot: Any, bar: Bar) -> None:
    said = list[bool]()
    bar.muted.connect(said.append)
    for user in ("on", "muted", "none"):
        bar.show_view(talking(user))
        bar.mute.click()
    assert said == [True, False, False]
    bar.show_view(talking("held"))
    assert not bar.mute.isVisible()


def test_another_press_ends_it_and_without_it_nothing_is_said(bar: Bar) -> None:
    said = list[str]()
    bar.withdrawn.connect(said.append)
    bar.steps[Capability.VOICE].click()
    assert said == ["voice"]
    bar.show_view(SHARING)
    assert not bar.mute.isVisible()
    assert not bar.steps[Capability.VOICE].isVisible()
    assert "hear" not in words_on(bar)


def test_it_is_asked_apart_with_the_reason(qtbot: Any, wear: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "RIPE_MS", 50)
    question = StepQuestion(SHARING, StepAsked(Capability.VOICE, "Pour aller plus vite"))
    qtbot.addWidget(question)
    question.show()
    assert "Sofia asks to talk with you" in words_on(question)
    assert "Pour aller plus vite" in words_on(question)
    assert "Your microphone opens only then." in words_on(question)
    qtbot.waitUntil(question.yes.isEnabled)
    with qtbot.waitSignal(question.granted):
        question.yes.click()


@pytest.mark.parametrize(("size", "language"), [(100, "fr"), (100, "nl"), (200, "de")])
def test_it_fits_with_all_that_can_be_said(qtbot: Any, size: int, language: str) -> None:
    with looking(size, language):
        bar = Bar()
        everything = dict.fromkeys(Capability, 300)
        bar.show_view(replace(talking("none", is_played=False), left_s=everything))
        bar.show()
        qtbot.waitUntil(whole(bar))
        assert bar.width() <= bar.screen().availableGeometry().width()
        bar.hide()
        bar.deleteLater()
