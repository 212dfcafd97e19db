"""The engine of guided fixes: no change without a yes, proof after, the way back, and what a dead program leaves."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import DiskFull, NotFound, RefusedByPolicy
from desktop_app.domain.fix import Choice, RunState, Step, StepKind, StepState
from desktop_app.services.fix_record import Consenting, Deed
from tests.unit.fixes.conftest import Bench, check_step, fix_of, question_step, repair_step, text, verify_step

BenchOf = Callable[..., Bench]


def ask(bench: Bench) -> str:
    """A run that waits for a yes."""
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    assert run.state is RunState.CONSENT
    return run.id


def states(bench: Bench, run_id: str) -> list[StepState]:
    return [report.state for report in bench.fixes.run(run_id).steps]


def test_mends_after_a_yes_and_proves_it(bench: Bench) -> None:
    run_id = ask(bench)
    assert bench.computer.acts == []
    run = bench.fixes.advance(run_id, consent=True)
    assert run.state is RunState.FIXED
    assert bench.computer.lamp == "fine"
    view = bench.fixes.view(run_id, "fr")
    assert (view.headline, view.before, view.after) == ("There is light.", "It is broken.", "It is fine now.")
    assert view.may_undo
    assert bench.fixes.attempt(run_id).model_dump() == {
        "fix_id": "lamp_out",
        "title": "The lamp is out",
        "result": "fixed",
        "before": "It is broken.",
        "after": "It is fine now.",
    }


def test_a_no_changes_nothing_and_is_in_the_journal(bench: Bench) -> None:
    run_id = ask(bench)
    run = bench.fixes.advance(run_id, consent=False)
    assert run.state is RunState.STOPPED
    assert bench.computer.acts == []
    assert bench.journal.lines == [("refused", "fix_refused", run_id)]
    assert bench.fixes.view(run_id, "en").headline == "Nothing was changed."


def test_silence_is_no_yes(bench: Bench) -> None:
    run_id = ask(bench)
    for _ in range(3):
        assert bench.fixes.advance(run_id).state is RunState.CONSENT
        assert bench.fixes.advance(run_id, answer="yes").state is RunState.CONSENT
    assert bench.computer.acts == []


def test_an_early_yes_is_not_kept_for_later(bench: Bench) -> None:
    run_id = bench.fixes.begin("lamp_out").id
    assert bench.fixes.advance(run_id, consent=True).state is RunState.CONSENT
    assert bench.computer.acts == []


def test_each_repair_asks_again(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step("one"), repair_step("two"), verify_step())
    run_id = ask(bench)
    assert bench.fixes.advance(run_id, consent=True).state is RunState.CONSENT
    assert bench.computer.acts == ["apply"]


def test_a_repair_visited_again_asks_again(bench_of: BenchOf) -> None:
    again = Step("prove", StepKind.VERIFY, text("again"), "lamp", goes_to={"broken": "mend", "fine": "end"})
    bench = bench_of(check_step(), repair_step(), again)
    bench.computer.after_mending = "dim"
    run_id = ask(bench)
    assert bench.fixes.advance(run_id, consent=True).state is RunState.CONSENT
    assert bench.computer.acts == ["apply"]


def test_a_check_step_cannot_name_a_repair(bench_of: BenchOf) -> None:
    bench = bench_of(replace(check_step(), action="lamp.mend"))
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    assert run.state is RunState.NEEDS_PERSON
    assert bench.computer.acts == []


def test_a_yes_to_other_words_is_void(bench: Bench) -> None:
    run_id = ask(bench)
    bench.packs.known["lamp_out"] = fix_of(check_step(), repair_step(button=text("Other words")), verify_step())
    assert bench.fixes.advance(run_id, consent=True).state is RunState.CONSENT
    assert bench.computer.acts == []
    assert bench.fixes.advance(run_id, consent=True).state is RunState.FIXED


def test_a_plan_changed_on_disk_is_asked_again(bench: Bench) -> None:
    run_id = ask(bench)
    record = bench.runs.load(run_id)
    assert record.proposal
    bench.runs.save(replace(record, proposal=replace(record.proposal, saved={"before": "x", "after": "everything"})))
    assert bench.fixes.advance(run_id, consent=True).state is RunState.CONSENT
    assert bench.computer.acts == []


def test_a_record_made_to_look_agreed_is_not_obeyed(bench: Bench) -> None:
    run_id = ask(bench)
    record = bench.runs.load(run_id)
    bench.runs.save(replace(record, acting=Deed.REPAIR))
    assert bench.fixes.advance(run_id).state is RunState.NEEDS_PERSON
    said = Consenting("mend", bench.clock[0], True, "another digest")
    bench.runs.save(replace(record, acting=Deed.REPAIR, consents=(said,)))
    assert bench.fixes.advance(run_id).state is RunState.NEEDS_PERSON
    assert bench.computer.acts == []


def test_written_down_and_in_the_journal_before_it_acts(bench: Bench) -> None:
    run_id = ask(bench)
    seen: list[object] = []

    def look() -> None:
        record = bench.runs.load(run_id)
        seen.append((record.acting, record.proposal and record.proposal.saved["before"], bench.journal.lines[-1]))

    bench.computer.before_applying = look
    bench.fixes.advance(run_id, consent=True)
    assert seen == [(Deed.REPAIR, "broken", ("changed", "fix_changed", run_id))]


def test_nothing_to_mend(bench: Bench) -> None:
    bench.computer.lamp = "fine"
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    assert run.state is RunState.NOTHING_FOUND
    assert bench.fixes.view(run.id, "fr").headline == "It is fine."


def test_not_mended_is_put_back_and_goes_to_a_person(bench: Bench) -> None:
    bench.computer.after_mending = "dim"
    run_id = ask(bench)
    run = bench.fixes.advance(run_id, consent=True)
    assert run.state is RunState.NEEDS_PERSON
    assert bench.computer.acts == ["apply", "undo"]
    assert bench.computer.lamp == "broken"
    assert states(bench, run_id) == [StepState.DONE, StepState.UNDONE, StepState.FAILED]
    assert bench.fixes.attempt(run_id).result == "not_fixed"
    assert "tout est revenu comme avant" in bench.fixes.view(run_id, "fr").body


def test_what_helps_in_part_stays(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), repair_step(helps_in_part=True), verify_step())
    bench.computer.after_mending = "dim"
    run = bench.fixes.advance(ask(bench), consent=True)
    assert run.state is RunState.NEEDS_PERSON
    assert bench.computer.acts == ["apply"]
    assert run.undo_until


def test_a_repair_that_fails_is_put_back(bench: Bench) -> None:
    run_id = ask(bench)
    bench.computer.fails = "apply"
    run = bench.fixes.advance(run_id, consent=True)
    assert run.state is RunState.NEEDS_PERSON
    assert bench.computer.lamp == "broken"
    assert "the screwdriver broke" in bench.fixes.view(run_id, "fr").technical


def test_a_check_that_fails_needs_a_person(bench: Bench) -> None:
    bench.computer.fails = "check"
    assert bench.fixes.advance(bench.fixes.begin("lamp_out").id).state is RunState.NEEDS_PERSON


def test_questions(bench_of: BenchOf) -> None:
    bench = bench_of(check_step(), question_step("ask"), repair_step(), verify_step())
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    assert run.state is RunState.ASKING
    with pytest.raises(ValueError, match="none of"):
        bench.fixes.advance(run.id, answer="perhaps")
    assert bench.fixes.advance(run.id, answer="no").state is RunState.NEEDS_PERSON


def test_a_question_offers_what_the_computer_has(bench_of: BenchOf) -> None:
    which = Step(
        "which",
        StepKind.QUESTION,
        text("which"),
        "lamp",
        question=text("Which lamp?"),
        each=text("the {value} one"),
        choices=(Choice("unknown", text("I can’t tell"), "person"),),
    )
    bench = bench_of(check_step(), which, repair_step(), verify_step())
    run = bench.fixes.advance(bench.fixes.begin("lamp_out").id)
    view = bench.fixes.view(run.id, "en")
    assert [choice.label for choice in view.choices] == ["the left one", "the right one", "I can’t tell"]
    assert bench.fixes.advance(run.id, answer="right").state is RunState.CONSENT
    assert bench.fixes.view(run.id, "en").steps[1].line == "“the right one”"


def test_going_round_in_circles_ends(bench_of: BenchOf) -> None:
    bench = bench_of(check_step("one", broken="two"), check_step("two", broken="one"))
    assert bench.fixes.advance(bench.fixes.begin("lamp_out").id).state is RunState.NEEDS_PERSON


def test_what_the_organisation_forbids(bench: Bench) -> None:
    bench.settings.locked = ["lamp_out"]
    assert bench.fixes.all() == []
    with pytest.raises(RefusedByPolicy):
        bench.fixes.begin("lamp_out")


def test_unknown_names(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.fixes.begin("nothing")
    for run_id in ("nothing", "../../etc/passwd", ""):
        with pytest.raises(NotFound):
            bench.fixes.run(run_id)


def test_preview_is_what_the_yes_is_asked_for(bench: Bench) -> None:
    run_id = ask(bench)
    assert bench.fixes.preview(run_id) == {"value": "broken"}
    assert bench.computer.acts == []


def test_a_damaged_run_never_hides_the_others(bench: Bench) -> None:
    run_id = ask(bench)
    (bench.runs._folder / "01.json").write_text('{"id": ', encoding="utf-8")
    assert [run.id for run in bench.fixes.history()] == [run_id]


def test_no_change_when_it_cannot_be_written_down(bench: Bench) -> None:
    run_id = ask(bench)

    def full(*_: object) -> None:
        raise DiskFull(folder="x")

    bench.fixes._engine = replace(bench.fixes._engine, save=full)
    with pytest.raises(DiskFull):
        bench.fixes.advance(run_id, consent=True)
    assert bench.computer.acts == []


def test_tidy_lets_go_after_the_last_day(bench: Bench) -> None:
    run_id = ask(bench)
    bench.fixes.advance(run_id, consent=True)
    bench.fixes.tidy()
    assert bench.computer.acts == ["apply"]
    bench.later(days=8)
    bench.fixes.tidy()
    bench.fixes.tidy()
    assert bench.computer.acts == ["apply", "forget"]
    assert bench.fixes.run(run_id).undo_until is None


def test_records_are_plain_and_private(bench: Bench) -> None:
    run_id = ask(bench)
    file = bench.runs._folder / f"{run_id}.json"
    assert json.loads(file.read_bytes())["fix_id"] == "lamp_out"
    assert bench.runs._folder.stat().st_mode & 0o077 == 0
