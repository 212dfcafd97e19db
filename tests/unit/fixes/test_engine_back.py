"""The step before: a question is asked once more, as long as nothing was changed."""

from collections.abc import Callable

import pytest

from desktop_app.domain.fix import Choice, RunState, StepState
from desktop_app.services.fix_record import BACK
from tests.unit.fixes.conftest import Bench, check_step, question_step, repair_step, text, verify_step

FIRST = question_step("first", Choice("left", text("left")), Choice("right", text("right"), "second"))
SECOND = question_step("second", Choice("up", text("up")), Choice("down", text("down")))
BenchOf = Callable[..., Bench]


@pytest.fixture
def bench(bench_of: BenchOf) -> Bench:
    return bench_of(check_step(), FIRST, SECOND, repair_step(), verify_step())


def advanced(bench: Bench, *answers: str) -> str:
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    for answer in answers:
        run = bench.fixes.advance(run.id, answer=answer)
    return run.id


def may_go_back(bench: Bench, run_id: str) -> bool:
    return bench.fixes.view(run_id, "fr").may_go_back


def test_a_first_question_has_none_before(bench: Bench) -> None:
    run_id = advanced(bench)
    assert not may_go_back(bench, run_id)
    before = bench.runs.load(run_id)
    assert bench.fixes.advance(run_id, answer=BACK).current == "first"
    assert bench.runs.load(run_id).steps == before.steps


def test_an_answer_is_given_again(bench: Bench) -> None:
    run_id = advanced(bench, "left", "up")
    assert bench.fixes.run(run_id).state is RunState.CONSENT
    assert may_go_back(bench, run_id)
    run = bench.fixes.advance(run_id, answer=BACK)
    assert (run.state, run.current) == (RunState.ASKING, "second")
    run = bench.fixes.advance(run_id, answer=BACK)
    assert (run.state, run.current) == (RunState.ASKING, "first")
    assert [report.state for report in run.steps][2:] == [StepState.TO_COME] * 3
    run = bench.fixes.advance(bench.fixes.advance(run_id, answer="right").id, answer="down")
    assert run.state is RunState.CONSENT
    assert bench.runs.load(run_id).known()["first"] == "right"
    assert bench.computer.acts == []


def test_a_yes_is_asked_for_again(bench: Bench) -> None:
    run_id = advanced(bench, "left", "up", BACK, "down")
    assert bench.fixes.advance(run_id).state is RunState.CONSENT
    assert bench.computer.acts == []
    assert bench.fixes.advance(run_id, consent=True).state is RunState.FIXED
    assert bench.computer.acts == ["apply"]


def test_it_is_kept_over_a_restart(bench: Bench) -> None:
    run_id = advanced(bench, "left", BACK)
    assert bench.runs.load(run_id).current == "first"
    assert bench.runs.load(run_id).proposal is None


def test_what_was_changed_stands_in_the_way(bench_of: BenchOf) -> None:
    bench = bench_of(FIRST, repair_step(), SECOND, verify_step())
    run_id = advanced(bench, "left")
    assert may_go_back(bench, run_id)
    assert bench.fixes.advance(run_id, consent=True).current == "second"
    assert not may_go_back(bench, run_id)
    assert bench.fixes.advance(run_id, answer=BACK).current == "second"


def test_a_no_does_not(bench_of: BenchOf) -> None:
    bench = bench_of(FIRST, repair_step(goes_to={"refused": "second"}), SECOND, verify_step())
    run_id = advanced(bench, "left")
    assert bench.fixes.advance(run_id, consent=False).current == "second"
    assert may_go_back(bench, run_id)
    assert bench.fixes.advance(run_id, answer=BACK).current == "first"


def test_what_ended_stays_ended(bench: Bench) -> None:
    run_id = advanced(bench, "left", "up")
    assert bench.fixes.advance(run_id, consent=True).state is RunState.FIXED
    assert not may_go_back(bench, run_id)
    assert bench.fixes.advance(run_id, answer=BACK).state is RunState.FIXED
