"""The way back: undo with its last day, Stop in the middle, and what a program that died leaves behind."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import CannotUndo, FixBusy
from desktop_app.domain.fix import RunState
from desktop_app.services.fix_record import Deed
from desktop_app.services.fixes import why_not_undone
from tests.unit.fixes.conftest import Bench, check_step, repair_step, verify_step

BenchOf = Callable[..., Bench]


def ask(bench: Bench) -> str:
    """A run that waits for a yes."""
    return bench.fixes.advance(bench.fixes.begin("lamp_out").id).id


def test_undo_takes_back_once(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    assert bench.fixes.undo(run_id).state is RunState.UNDONE
    assert bench.computer.lamp == "broken"
    assert bench.journal.lines[-1] == ("undone", "fix_undone", run_id)
    with pytest.raises(CannotUndo) as refusal:
        bench.fixes.undo(run_id)
    assert refusal.value.facts["reason"] == "nothing_changed"
    assert bench.computer.acts == ["apply", "undo"]


@pytest.mark.parametrize(("days", "reason"), [(6.9, ""), (7.1, "too_late")])
def test_undo_has_a_last_day(bench: Bench, days: float, reason: str) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    bench.later(days=days)
    if not reason:
        assert bench.fixes.undo(run_id).state is RunState.UNDONE
        return
    with pytest.raises(CannotUndo) as refusal:
        bench.fixes.undo(run_id)
    assert refusal.value.facts["reason"] == reason
    assert bench.computer.lamp == "fine"


def test_undo_leaves_a_world_that_moved_on(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    bench.computer.lamp = "a new lamp"
    with pytest.raises(CannotUndo) as refusal:
        bench.fixes.undo(run_id)
    assert "a changé depuis" in why_not_undone(refusal.value, "fr")
    assert bench.computer.lamp == "a new lamp"


def test_a_final_repair_says_so_and_cannot_be_undone(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step(undo=False), verify_step())
    run_id = ask(bench)
    view = bench.fixes.view(run_id, "fr")
    assert view.consent
    assert view.consent.is_final
    assert view.consent.undo == "Ne peut pas être annulé."
    assert bench.fixes.advance(run_id, consent=True).undo_until is None
    with pytest.raises(CannotUndo) as refusal:
        bench.fixes.undo(run_id)
    assert refusal.value.facts["reason"] == "final"


def test_a_final_repair_ends_the_way_back_of_the_one_before(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step("one"), repair_step("two", undo=False), verify_step())
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    run = bench.fixes.advance(run_id, consent=True)
    assert run.undo_until is None
    assert not bench.fixes.view(run_id, "fr").may_undo


def test_stop_while_waiting_changes_nothing(bench: Bench) -> None:
    run_id = ask(bench)
    assert bench.fixes.stop(run_id).state is RunState.STOPPED
    assert bench.computer.acts == []
    assert bench.fixes.stop(run_id).state is RunState.STOPPED


def test_stop_in_the_middle_puts_back(bench: Bench) -> None:
    run_id = ask(bench)
    is_applying, may_go_on = threading.Event(), threading.Event()

    def pause() -> None:
        is_applying.set()
        assert may_go_on.wait(60)

    bench.computer.before_applying = pause
    worker = threading.Thread(target=bench.fixes.advance, args=(run_id,), kwargs={"consent": True})
    worker.start()
    assert is_applying.wait(60)
    stopper = threading.Thread(target=bench.fixes.stop, args=(run_id,))
    bench.fixes._stops.press(run_id)
    stopper.start()
    may_go_on.set()
    worker.join(60)
    stopper.join(60)
    assert bench.fixes.run(run_id).state is RunState.STOPPED
    assert bench.computer.acts == ["apply", "undo"]
    assert bench.computer.lamp == "broken"


def die_while_mending(bench: Bench, run_id: str) -> None:
    """The power fails after the lamp was touched, before anything else was written."""

    class PowerFailure(BaseException):
        pass

    def fail() -> None:
        bench.computer.lamp = "fine"
        raise PowerFailure

    bench.computer.before_applying = fail
    with pytest.raises(PowerFailure):
        bench.fixes.advance(run_id, consent=True)
    bench.computer.before_applying = lambda: None


def test_interrupted_then_finished(bench: Bench) -> None:
    run_id = ask(bench)
    die_while_mending(bench, run_id)
    assert [run.state for run in bench.fixes.open_runs()] == [RunState.INTERRUPTED]
    assert bench.fixes.view(run_id, "fr").headline == "La réparation a été interrompue."
    assert bench.fixes.advance(run_id).state is RunState.FIXED
    assert bench.fixes.undo(run_id).state is RunState.UNDONE


def test_a_run_left_open_is_offered_again_for_a_week(bench: Bench) -> None:
    first = ask(bench)
    assert [run.id for run in bench.fixes.open_runs()] == [first]
    second = ask(bench)
    assert [run.id for run in bench.fixes.open_runs()] == [second]
    die_while_mending(bench, first)
    bench.later(days=8)
    assert [run.id for run in bench.fixes.open_runs()] == [first]


def test_interrupted_then_taken_back(bench: Bench) -> None:
    run_id = ask(bench)
    die_while_mending(bench, run_id)
    assert bench.fixes.stop(run_id).state is RunState.STOPPED
    assert bench.computer.lamp == "broken"
    assert bench.fixes.open_runs() == []


def test_interrupted_in_a_world_that_moved_on_is_left_alone(bench: Bench) -> None:
    run_id = ask(bench)
    die_while_mending(bench, run_id)
    bench.computer.lamp = "a new lamp"
    assert bench.fixes.stop(run_id).state is RunState.STOPPED
    assert bench.computer.lamp == "a new lamp"
    assert bench.computer.acts == []


def test_a_yes_serves_once(bench: Bench) -> None:
    run_id = ask(bench)
    proposal = bench.runs.load(run_id).proposal
    bench.fixes.advance(run_id, consent=True)
    bench.computer.lamp = "broken"
    ended = bench.runs.load(run_id)
    bench.runs.save(replace(ended, state=RunState.READY, acting=Deed.REPAIR, proposal=proposal))
    bench.fixes.advance(run_id)
    assert bench.computer.acts.count("apply") == 1


def test_interrupted_while_undoing_is_undone(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    record = bench.runs.load(run_id)
    bench.runs.save(replace(record, acting=Deed.UNDO))
    assert bench.fixes.run(run_id).state is RunState.INTERRUPTED
    assert bench.fixes.advance(run_id).state is RunState.UNDONE
    assert bench.computer.lamp == "broken"


def test_two_runs_never_change_one_thing(bench: Bench) -> None:
    first, second = ask(bench), ask(bench)
    die_while_mending(bench, first)
    with pytest.raises(FixBusy) as refusal:
        bench.fixes.advance(second, consent=True)
    assert refusal.value.facts == {"fix": "The lamp is out", "run": first}
    bench.fixes.stop(first)
    assert bench.fixes.advance(second, consent=True).state is RunState.FIXED


def test_what_another_program_holds_is_left_alone(bench: Bench) -> None:
    run_id = ask(bench)
    with bench.runs.hold("resource-lamp"), pytest.raises(FixBusy):
        bench.fixes.advance(run_id, consent=True)
    with bench.runs.hold(f"run-{run_id}"), pytest.raises(FixBusy):
        bench.fixes.advance(run_id)
    assert bench.computer.acts == []
