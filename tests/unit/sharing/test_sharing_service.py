"""From the question to the end: what is started, shown, told and written; and that every trouble ends in not shared."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.domain.consent import Capability, Ending
from desktop_app.domain.ticket import Status
from desktop_app.domain.words import LANGUAGES
from desktop_app.protocol.base import new_id
from desktop_app.protocol.screen_lines import Allowed, Answered, Asked, Flowing
from desktop_app.protocol.sharing import Answer
from desktop_app.services.sharing_view import SharingView, Stage
from tests.unit.sharing.standins import Process, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "it did not come to that"


def asking(world: World) -> Process:
    """Up to the words."""
    sharing_id = world.ask(world.know())
    world.sharings.look()
    until(lambda: world.desk.steps)
    world.desk.offer(sharing_id)
    world.sharings.look()
    until(lambda: world.sharings.view.stage is Stage.ASKING)
    return world.processes[-1]


def flowing(world: World) -> Process:
    """Up to the picture."""
    process = asking(world)
    world.sharings.allow(1200)
    process.heard(Answered(answer=Answer(round=0, sdp="v=0", seconds=1200)))
    process.heard(Flowing(connected=True))
    process.heard(Allowed(left_s={Capability.LOOK: 1200}, area=(0, 0, 800, 600)))
    until(lambda: len(world.desk.steps) == 2)
    return process


def ended(world: World) -> None:
    until(lambda: world.sharings.view.stage is Stage.REST and world.sharings.view.ending)


def test_from_the_question_to_the_end(world: World) -> None:
    process = flowing(world)
    view = world.sharings.view
    assert (view.words, view.first_name, view.number) == (("lavande", "bateau"), "Sofia", 4821)
    assert (view.is_connected, view.area) == (True, (0, 0, 800, 600))
    assert [step for step, _ in world.desk.steps] == ["ready", "answer"]
    process.heard(Asked(capability=Capability.CONTROL, reason="Pour ouvrir les réglages"))
    assert world.sharings.view.asked
    world.sharings.grant(Capability.CONTROL, 300)
    start = datetime.now(UTC) - timedelta(minutes=6)
    process.ends(Ending.TECHNICIAN, started_at=start, words_matched=True)
    ended(world)
    assert process.kinds == ["prepare", "offered", "allow", "grant"]
    assert process.said[0].authorities == "/etc/own.pem"  # type: ignore[attr-defined]
    assert process.is_closed
    told = ["screen_look_allowed", "screen_control_allowed", "screen_seen", "screen_over_technician"]
    assert world.told() == told
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.TECHNICIAN]


@pytest.mark.parametrize("case", ["unknown", "not mine", "closed"])
def test_who_did_not_ask_for_help_is_told_so_and_nothing_is_started(world: World, case: str) -> None:
    known = {"not mine": world.know(mine=False), "closed": world.know(status=Status.CLOSED)}
    world.ask(known.get(case) or new_id())
    world.sharings.look()
    until(lambda: world.sharings.view.stage is Stage.UNASKED)
    assert not world.processes
    assert world.told() == ["screen_over_no_request"]
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.UNASKED]
    world.sharings.dismiss()
    assert world.sharings.view.stage is Stage.REST


def test_where_it_is_switched_off_nobody_is_asked(world: World) -> None:
    world.settings["sharing.allowed"] = False
    world.ask(world.know())
    world.sharings.look()
    ended(world)
    assert not world.processes
    assert world.told() == ["screen_over_off"]


def test_what_cannot_be_shown_is_not_asked_for(world: World) -> None:
    world.is_able = False
    world.ask(world.know())
    world.sharings.look()
    ended(world)
    assert not world.processes
    assert world.told() == ["screen_over_not_possible"]
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.UNABLE]


@pytest.mark.parametrize("is_picked_later", [False, True])
def test_whether_the_desktop_asks_itself_is_known_with_the_question(world: World, is_picked_later: bool) -> None:
    world.is_picked_later = is_picked_later
    world.ask(world.know())
    world.sharings.look()
    until(lambda: world.sharings.view.stage is Stage.PREPARING)
    assert world.sharings.view.is_picked_later is is_picked_later


def test_one_question_is_put_once(world: World) -> None:
    world.ask(world.know(mine=False))
    world.sharings.look()
    until(lambda: world.sharings.view.stage is Stage.UNASKED)
    world.sharings.dismiss()
    seen: list[str] = []
    world.sharings.on_change(lambda: seen.append(world.sharings.view.stage))
    asking(world)
    assert Stage.UNASKED not in seen


@pytest.mark.parametrize("ending", [Ending.REFUSED, Ending.DIFFERENT])
def test_a_no_ends_it(world: World, ending: Ending) -> None:
    process = asking(world)
    world.sharings.stop(ending)
    ended(world)
    assert "allow" not in process.kinds
    assert world.told() == [f"screen_over_{ending}"]


def test_a_question_that_was_answered_is_not_put_again(world: World) -> None:
    """A help desk that says it anew, or in another's name, is not heard."""
    asking(world)
    world.sharings.stop(Ending.REFUSED)
    ended(world)
    (sharing,) = world.desk.items.values()
    world.desk.items[sharing.id] = sharing.model_copy(update={"state": "asked", "technician": "Somebody"})
    second = world.ask(world.know())
    world.sharings.look()
    until(lambda: len(world.processes) == 2)
    assert world.sharings.view.id == second


def test_silence_is_no(world: World) -> None:
    process = asking(world)
    world.pass_s(59)
    assert world.sharings.view.stage is Stage.ASKING
    world.pass_s(2)
    ended(world)
    assert world.sharings.view.ending is Ending.SILENCE
    assert "allow" not in process.kinds


def test_a_late_yes_is_none(world: World) -> None:
    process = asking(world)
    process.is_deaf = True
    world.sharings.stop(Ending.SILENCE)
    world.sharings.allow(1200)
    assert "allow" not in process.kinds


def test_a_helpdesk_lost_for_a_minute_ends_it(world: World) -> None:
    flowing(world)
    world.desk.is_down = True
    world.pass_s(61)
    ended(world)
    assert world.sharings.view.ending is Ending.HELPDESK_LOST
    world.desk.is_down = False
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.HELPDESK_LOST]


def test_a_dead_process_ends_it(world: World) -> None:
    process = flowing(world)
    process.heard(None)
    ended(world)
    assert world.sharings.view.ending is Ending.CRASHED


def test_a_process_that_does_not_start_ends_it(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.cannot_start = True
    world.ask(world.know())
    world.sharings.look()
    ended(world)
    assert world.sharings.view.ending is Ending.CRASHED
    assert "does not start" in caplog.text
    caplog.clear()


def test_a_deaf_process_is_ended(world: World) -> None:
    process = flowing(world)
    process.is_deaf = True
    world.sharings.stop()
    assert not process.is_closed
    world.pass_s(3)
    ended(world)
    assert (world.sharings.view.ending, process.is_closed) == (Ending.USER, True)


def test_the_technician_takes_it_back(world: World) -> None:
    asking(world)
    (sharing,) = world.desk.items.values()
    world.desk.items[sharing.id] = sharing.model_copy(update={"state": "ended", "ending": Ending.TECHNICIAN})
    world.sharings.look()
    ended(world)
    assert world.sharings.view.ending is Ending.TECHNICIAN


def test_a_line_comes_back_without_a_question(world: World) -> None:
    process = flowing(world)
    (sharing,) = world.desk.items.values()
    world.desk.offer(sharing.id, 1)
    world.sharings.look()
    until(lambda: process.kinds.count("offered") == 2)
    assert world.sharings.view.stage is Stage.SHARING


def test_a_question_that_was_taken_back_goes(world: World) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.CONTROL))
    process.heard(Allowed(left_s={Capability.LOOK: 1200}, waiting=[Capability.CONTROL]))
    assert world.sharings.view.asked
    process.heard(Allowed(left_s={Capability.LOOK: 1200}))
    assert world.sharings.view.asked is None
    assert "refuse" not in process.kinds


@pytest.mark.parametrize("answer", ["deny", "grant"])
def test_an_answer_about_one_step_leaves_the_question_for_another(world: World, answer: str) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.VOICE))
    told = (Capability.CONTROL,) if answer == "deny" else (Capability.CONTROL, 300)
    getattr(world.sharings, answer)(*told)
    assert world.sharings.view.asked
    world.sharings.deny(Capability.VOICE)
    assert world.sharings.view.asked is None


def test_a_yes_to_a_list_of_files_that_is_not_asked_about_any_more_counts_nowhere(world: World) -> None:
    process = flowing(world)
    told = list(world.told())
    process.heard(Asked(capability=Capability.FILES, number=2))
    world.sharings.grant(Capability.FILES, 60, "in", 1)
    assert "grant" not in process.kinds
    assert world.told() == told, "what opened nothing is not written down as given"
    assert world.sharings.view.asked is not None
    world.sharings.grant(Capability.FILES, 60, "in", 2)
    assert process.kinds[-1] == "grant"


def test_what_has_no_question_is_refused(world: World) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.LOOK))
    assert process.kinds[-1] == "refuse"
    assert world.sharings.view.asked is None


def test_a_step_that_nobody_answers_is_refused(world: World) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.CONTROL))
    world.pass_s(60.5)
    until(lambda: "refuse" in process.kinds)
    assert world.sharings.view.asked is None


def test_a_killed_program_tells_of_it_at_the_next_start(world: World) -> None:
    began = SharingView(id=new_id(), ticket_id=new_id(), technician="Sofia Laurent", label="Impossible d’imprimer")
    world.records.begun(began)
    world.sharings.look()
    until(lambda: world.outbox.waiting())
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.CRASHED]
    assert world.told() == ["screen_over_crashed"]


def test_every_end_and_step_has_its_sentence() -> None:
    words = resources.words("journal")
    keys = [f"screen_over_{ending}" for ending in Ending]
    steps = set(Capability) - {Capability.LOOK}
    keys += [f"screen_{step}_{said}" for step in steps for said in ("allowed", "refused")]
    assert all(set(words[key]) == set(LANGUAGES) for key in keys)
