"""What a person answers reaches the service, and what the service says reaches screen, tray and stop key."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.screen_channel import Voices
from desktop_app.services.sharing_view import SharingView, Stage
from desktop_app.ui.sharing import careful
from desktop_app.ui.sharing.along import Along
from desktop_app.ui.sharing.bar import Bar
from desktop_app.ui.sharing.careful import Careful
from desktop_app.ui.sharing.consent import Consent
from desktop_app.ui.sharing.desk import SharingDesk
from desktop_app.ui.sharing.picked import Picked
from desktop_app.ui.sharing.step import StepQuestion
from desktop_app.ui.sharing.unasked import Unasked
from tests.gui.fakes_sharing import ASKING, CONTROL, PICKED, RECORDED, RECORDING, SHARING, Keys, Sharings
from tests.gui.stage import words_on


@pytest.fixture(autouse=True)
def _soon_ripe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "RIPE_MS", 50)


@pytest.fixture
def world(qtbot: Any, wear: Any, tasks: Any, qapp: Any) -> Iterator[Any]:
    sharings, guests, keys = Sharings(), Sharings(), Keys()
    settings = SimpleNamespace(value=lambda _: "Ctrl+Alt+Escape")
    computer = SimpleNamespace(stop_keys=keys)
    services: Any = SimpleNamespace(sharings=sharings, guests=guests, settings=settings, computer=computer)
    desk = SharingDesk(services, tasks, qapp)
    desk.look()
    qtbot.waitUntil(tasks.are_idle)
    yield SimpleNamespace(sharings=sharings, guests=guests, keys=keys, desk=desk, qtbot=qtbot, tasks=tasks, app=qapp)
    guests.becomes(SharingView(ending=Ending.USER))
    sharings.becomes(SharingView(ending=Ending.USER))
    qtbot.waitUntil(lambda: not windows(qapp, Bar, Careful))
    qtbot.waitUntil(tasks.are_idle)
    desk.deleteLater()


def windows(app: Any, *kinds: Any) -> list[Any]:
    return [one for one in app.topLevelWidgets() if isinstance(one, kinds) and one.isVisible()]


def one(world: Any, kind: Any) -> Any:
    world.qtbot.waitUntil(lambda: len(windows(world.app, kind)) == 1)
    return windows(world.app, kind)[0]


def owned(world: Any) -> list[Any]:
    """What is told to be painted over."""
    return [said[1] for said in world.sharings.said if said[0] == "own" and said[1]]


def test_asked_allowed_and_stopped(world: Any) -> None:
    told, why = list[str](), list[str]()
    world.desk.showing.connect(told.append)
    world.desk.ended.connect(why.append)
    world.sharings.becomes(ASKING)
    consent = one(world, Consent)
    consent.same.setChecked(True)
    world.qtbot.waitUntil(consent.yes.isEnabled)
    consent.yes.click()
    world.qtbot.waitUntil(lambda: ("allow", 1200, 7, "") in world.sharings.said)
    world.sharings.becomes(SHARING)
    bar = one(world, Bar)
    assert told[-1] == "Sofia looks at your screen"
    world.qtbot.waitUntil(lambda: owned(world)[-1:] == [[bar.geometry().getRect()]])
    assert all(len(places) == 1 for places in owned(world)), "our other windows are seen like any"
    bar.stop.click()
    assert ("stop", Ending.USER) in world.sharings.said
    assert ("stop", Ending.USER) in world.guests.said, "at once, not only when the first has ended"
    world.sharings.becomes(SharingView(technician="Sofia Laurent", label="Imprimer", ending=Ending.TECHNICIAN))
    world.qtbot.waitUntil(lambda: not windows(world.app, Bar))
    assert told[-1] == ""
    assert why == ["Sofia Laurent stopped looking at your screen: Imprimer"]


def test_where_the_desktop_asks_itself_there_is_a_bar_and_no_border(world: Any) -> None:
    world.sharings.becomes(PICKED)
    one(world, Picked)
    world.sharings.becomes(replace(SHARING, window=None, is_picked_later=True))
    one(world, Bar)
    assert not windows(world.app, Picked)
    assert not [strip for strip in world.desk._border.strips if strip.isVisible()], "nobody knows where it would belong"
    world.sharings.becomes(SHARING)
    assert all(strip.isVisible() for strip in world.desk._border.strips)


def test_the_stop_key_works_while_it_is_shown(world: Any) -> None:
    world.sharings.becomes(SHARING)
    one(world, Bar)
    world.qtbot.waitUntil(lambda: getattr(world.keys, "text", "") == "Ctrl+Alt+Escape")
    world.keys.pressed()
    assert ("stop", Ending.USER) in world.sharings.said
    assert ("stop", Ending.USER) in world.guests.said


@pytest.mark.parametrize("is_yes", [True, False])
def test_a_step_more_is_asked(world: Any, is_yes: bool) -> None:
    world.sharings.becomes(SHARING)
    world.sharings.becomes(replace(SHARING, asked=CONTROL))
    question = one(world, StepQuestion)
    assert "Pour ouvrir les réglages" in words_on(question)
    world.qtbot.waitUntil(question.yes.isEnabled)
    (question.yes if is_yes else question.no).click()
    verb = "grant" if is_yes else "deny"
    world.qtbot.waitUntil(lambda: any(said[:2] == (verb, Capability.CONTROL) for said in world.sharings.said))


def test_who_hears_whom_stands_in_the_tray_and_a_press_mutes(world: Any) -> None:
    told = list[str]()
    world.desk.showing.connect(told.append)
    world.sharings.becomes(replace(SHARING, voices=Voices(user="on", technician="on", is_played=True)))
    bar = one(world, Bar)
    assert told[-1] == "Sofia looks at your screen\nSofia hears you. You hear Sofia."
    bar.mute.click()
    world.qtbot.waitUntil(lambda: ("mute", True) in world.sharings.said)


def test_a_question_that_ran_out_goes(world: Any) -> None:
    world.sharings.becomes(replace(SHARING, asked=CONTROL))
    one(world, StepQuestion)
    world.sharings.becomes(SHARING)
    world.qtbot.waitUntil(lambda: not windows(world.app, StepQuestion))
    assert not any(said[0] == "grant" for said in world.sharings.said)


def test_a_recording_is_allowed_for_half_an_hour_at_most_and_the_tray_is_told(world: Any) -> None:
    told = list[bool]()
    world.desk.recorded.connect(told.append)
    world.sharings.becomes(replace(SHARING, left_s={Capability.LOOK: 2400}, asked=RECORDING))
    question = one(world, StepQuestion)
    world.qtbot.waitUntil(question.yes.isEnabled)
    question.yes.click()
    world.qtbot.waitUntil(
        lambda: any(said[:3] == ("grant", Capability.RECORDING, 1800) for said in world.sharings.said)
    )
    assert not any(told)
    world.sharings.becomes(RECORDED)
    world.qtbot.waitUntil(lambda: told[-1])
    one(world, Bar).steps[Capability.RECORDING].click()
    world.qtbot.waitUntil(lambda: ("deny", Capability.RECORDING) in world.sharings.said)
    world.sharings.becomes(SHARING)
    world.qtbot.waitUntil(lambda: not told[-1])


def test_who_would_look_along_is_asked_about_apart(world: Any) -> None:
    told = list[str]()
    world.desk.showing.connect(told.append)
    world.sharings.becomes(SHARING)
    bar = one(world, Bar)
    world.guests.becomes(replace(ASKING, id="g", technician="Jonas Weber"))
    question = one(world, Along)
    assert "Jonas Weber asks to look at your screen too" in words_on(question)
    assert "The same as Sofia, and no longer." in words_on(question)
    world.qtbot.waitUntil(lambda: len((owned(world) or [[]])[-1]) == 2)  # painted over like the bar
    question.same.setChecked(True)
    world.qtbot.waitUntil(question.yes.isEnabled)
    question.yes.click()
    world.qtbot.waitUntil(lambda: ("allow_same",) in world.guests.said)
    world.guests.becomes(replace(SHARING, id="g", technician="Jonas Weber"))
    world.qtbot.waitUntil(lambda: told[-1] == "Sofia looks at your screen, Jonas looks too")
    assert not windows(world.app, Along)
    assert bar.alone.text() == "Without Jonas"
    bar.pause.click()
    assert ("pause", True) in world.guests.said
    bar.alone.click()
    assert ("stop", Ending.USER) in world.guests.said
    assert ("stop", Ending.USER) not in world.sharings.said
    world.guests.becomes(SharingView(ending=Ending.USER))
    world.qtbot.waitUntil(lambda: told[-1] == "Sofia looks at your screen")
    assert not bar.alone.isVisible()


def test_what_cannot_be_shown_is_told_and_not_asked(world: Any) -> None:
    why = list[str]()
    world.desk.ended.connect(why.append)
    world.sharings.becomes(SharingView(id="s", technician="Sofia", label="Imprimer", ending=Ending.UNABLE))
    world.qtbot.waitUntil(lambda: bool(why))
    assert why[0].startswith("This computer cannot show its screen yet")
    assert not windows(world.app, Careful)


def test_who_did_not_ask_is_told_in_red(world: Any) -> None:
    world.sharings.becomes(replace(ASKING, stage=Stage.UNASKED, technician="Microsoft"))
    page = one(world, Unasked)
    assert "You did not ask for help." in words_on(page)
    assert "Microsoft" in words_on(page)
    page.seen.click()
    world.qtbot.waitUntil(lambda: ("dismiss",) in world.sharings.said)
    assert not windows(world.app, Consent)
