"""Checks that hang, flood, lie or crash; a fix used again within the hour; what is left of old runs."""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer, registry, runner
from desktop_app.domain.action import ActionFailed, Given, Result
from desktop_app.domain.errors import CannotUndo, RefusedByPolicy
from desktop_app.domain.fix import RunState, StepState
from desktop_app.services.fix_record import Deed
from tests.unit.fixes.conftest import Bench, check_step, repair_step, verify_step

BenchOf = Callable[..., Bench]


def ask(bench: Bench) -> str:
    return bench.fixes.advance(bench.fixes.begin("lamp_out").id).id


@pytest.fixture
def door() -> Any:
    """Held shut while a check hangs; opened at the end, so that nothing outlives its test."""
    shut = threading.Event()
    yield shut
    shut.set()


def hang(bench: Bench, door: threading.Event, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The computer's checks hang from now on; set once one does."""
    is_hanging = threading.Event()

    def check(name: str, given: Given) -> Result:
        is_hanging.set()
        door.wait(60)
        return Result("broken")

    monkeypatch.setattr(bench.computer, "check", check)
    return is_hanging


def test_a_check_that_hangs_ends_with_a_sentence(
    bench: Bench, door: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang(bench, door, monkeypatch)
    bench.fixes._engine = replace(bench.fixes._engine, looking_s=0.05)
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    assert run.state is RunState.NEEDS_PERSON
    view = bench.fixes.view(run.id, "fr")
    assert view.steps[0].line == "Cette étape n’a pas répondu à temps. Rien n’a été changé."
    assert view.steps[0].state is StepState.FAILED
    assert bench.computer.acts == []


def test_stop_does_not_wait_for_a_check_that_hangs(
    bench: Bench, door: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_hanging = hang(bench, door, monkeypatch)
    run_id = bench.fixes.begin("lamp_out").id
    worker = threading.Thread(target=bench.fixes.advance, args=(run_id,))
    worker.start()
    assert is_hanging.wait(60)
    assert bench.fixes.stop(run_id).state is RunState.STOPPED
    worker.join(60)
    assert not worker.is_alive()
    assert not door.is_set()


def test_a_change_that_takes_too_long_is_taken_back_at_its_next_safe_point(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes._engine = replace(bench.fixes._engine, changing_s=-1)
    assert bench.fixes.advance(run_id, consent=True).state is RunState.NEEDS_PERSON
    assert bench.computer.acts == ["apply", "undo"]


def test_a_check_that_crashes_is_a_bug_and_the_run_can_be_resumed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = bench.fixes.begin("lamp_out").id
    with monkeypatch.context() as broken:
        broken.setattr(bench.computer, "check", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            bench.fixes.advance(run_id)
    assert bench.fixes.advance(run_id).state is RunState.CONSENT


def test_an_action_that_lies_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = registry.Shown(("fine", "broken"))
    monkeypatch.setitem(registry.CHECKS, "liar.check", (lambda *_: Result("all is well, trust me"), shown))
    with pytest.raises(ActionFailed, match="never should"):
        Computer(tmp_path).check("liar.check", Given())


def test_what_a_check_says_has_a_bound(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    flood = "x" * 10_000_000
    monkeypatch.setattr(bench.computer, "check", lambda *_: Result("broken", {"value": flood}, flood))
    run_id = ask(bench)
    assert bench.runs._file(run_id).stat().st_size < 50_000


FLOOD = "import os\nwhile True: os.write(1, b'x' * 1_000_000)"


def test_a_tool_that_floods_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(runner.ToolTooLoud, match="more than"):
        runner.run([sys.executable, "-c", FLOOD], 60, {})


def test_output_and_complaints_are_told_apart() -> None:
    script = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    assert runner.run([sys.executable, "-c", script], 30, {}) == runner.Ran(3, "out\n", "err\n")


def test_a_change_without_a_way_back_is_made_whole_before_stop_takes_effect(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step("one", undo=False), repair_step("two"), verify_step())
    run_id = ask(bench)
    bench.computer.before_applying = lambda: bench.fixes._stops.press(run_id)
    assert bench.fixes.advance(run_id, consent=True).state is RunState.STOPPED
    assert bench.computer.acts == ["apply"]
    assert "ne peut pas être annulé" in bench.fixes.view(run_id, "fr").body


def test_stop_pressed_too_late_for_a_change_without_a_way_back(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step(undo=False), verify_step())
    run_id = ask(bench)
    bench.computer.before_applying = lambda: bench.fixes._stops.press(run_id)
    assert bench.fixes.advance(run_id, consent=True).state is RunState.FIXED


def test_interrupted_without_a_way_back_can_only_be_finished(bench_of: BenchOf) -> None:
    class PowerFailure(BaseException):
        pass

    def fail() -> None:
        raise PowerFailure

    bench = bench_of(check_step(), repair_step(undo=False), verify_step())
    run_id = ask(bench)
    bench.computer.before_applying = fail
    with pytest.raises(PowerFailure):
        bench.fixes.advance(run_id, consent=True)
    bench.computer.before_applying = lambda: None
    assert bench.fixes.view(run_id, "fr").only_forward
    with pytest.raises(CannotUndo) as refusal:
        bench.fixes.stop(run_id)
    assert refusal.value.facts["reason"] == "only_forward"
    assert bench.fixes.run(run_id).state is RunState.INTERRUPTED
    assert bench.fixes.advance(run_id).state is RunState.FIXED


@pytest.mark.parametrize(("minutes", "is_asked"), [(0, True), (59, True), (61, False)])
def test_a_fix_used_again_within_the_hour(bench: Bench, minutes: int, is_asked: bool) -> None:
    run_id = ask(bench)
    assert bench.fixes.tried("lamp_out") is None
    bench.fixes.advance(run_id, consent=True)
    bench.later(minutes=minutes)
    tried = bench.fixes.tried("lamp_out")
    assert (tried.id if tried else "") == (run_id if is_asked else "")
    assert bench.fixes.tried("another") is None


def test_what_was_stopped_refused_or_undone_is_no_try(bench: Bench) -> None:
    bench.fixes.stop(ask(bench))
    bench.fixes.advance(ask(bench), consent=False)
    undone = ask(bench)
    bench.fixes.advance(undone, consent=True)
    bench.fixes.undo(undone)
    assert bench.fixes.tried("lamp_out") is None


def test_what_gets_the_person_through_stays_until_it_is_taken_back(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step(works_around=True), verify_step())
    bench.computer.after_mending = "dim"
    run = bench.fixes.advance(ask(bench), consent=True)
    assert run.state is RunState.NEEDS_PERSON
    assert bench.fixes.view(run.id, "fr").works_around
    bench.fixes.undo(run.id)
    assert not bench.fixes.view(run.id, "fr").works_around
    assert bench.computer.lamp == "broken"


def test_old_runs_go_after_90_days(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    bench.later(days=89)
    bench.fixes.tidy()
    assert [run.id for run in bench.fixes.history()] == [run_id]
    bench.later(days=2)
    bench.fixes.tidy()
    assert bench.fixes.history() == []
    assert not list((bench.runs._folder / "locks").glob(f"*{run_id}*"))


def test_what_may_be_undone_or_was_interrupted_stays_however_old(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step(), verify_step())
    interrupted, undoable = ask(bench), ask(bench)
    bench.fixes.advance(undoable, consent=True)
    record = bench.runs.load(undoable)
    late = tuple(replace(change, until=bench.clock[0] + timedelta(days=400)) for change in record.changes)
    bench.runs.save(replace(record, changes=late))
    half = bench.runs.load(interrupted)
    bench.runs.save(replace(half, acting=Deed.REPAIR))
    bench.later(days=200)
    bench.fixes.tidy()
    assert {run.id for run in bench.fixes.history()} == {interrupted, undoable}


def test_locked_is_said(bench: Bench) -> None:
    bench.settings.locked = ["lamp_out"]
    assert bench.fixes.is_locked("lamp_out")
    assert not bench.fixes.is_locked("another")
    with pytest.raises(RefusedByPolicy):
        bench.fixes.begin("lamp_out")
