"""A guided fix on the screen: by keyboard alone, with a yes, with a no, stopped, interrupted, handed over."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import NotFound
from desktop_app.domain.fix import Fix, RunState
from desktop_app.services.fix_record import Deed
from desktop_app.services.know_how import Lead
from desktop_app.ui.pages.fix import FixPage
from desktop_app.ui.pages.fix.endings import HandoverStage, SuccessStage
from desktop_app.ui.pages.fix.stages import ConsentStage, QuestionStage, RunningStage
from tests.gui.fakes_flows import PRINTER, Desktop, FakeActions, desktop, final
from tests.gui.stage import Stage, buttons, looking, words_on
from tests.gui.values import PATIENCE_S


def _page(stage: Stage, home: Desktop, **arguments: Any) -> FixPage:
    page = FixPage(home, stage.tasks, stage.navigate)
    stage.show(page, **(arguments or {"fix_id": "printer"}))
    return page


def _answered(stage: Stage, page: FixPage, answer: str = "green") -> None:
    assert isinstance(page.stage, QuestionStage)
    page.stage.choices.choose(answer)
    buttons(page)["Continue"].click()
    stage.settle()


def _agreed(stage: Stage, page: FixPage) -> None:
    _answered(stage, page)
    page.decision.primary.click()  # type: ignore[union-attr]
    stage.settle()


def test_a_whole_fix_by_keyboard_alone(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = _page(stage, home)
    assert isinstance(page.stage, QuestionStage)
    first = page.stage.choices.cards[0]
    stage.qtbot.waitUntil(first.hasFocus)
    stage.press(first, Qt.Key.Key_Down)
    stage.press(page.focusWidget(), Qt.Key.Key_Up)
    assert page.stage.choices.answer() == "green"
    for _ in range(10):
        if page.focusWidget() is page.decision.primary:
            break
        stage.press(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is page.decision.primary
    stage.press(page.focusWidget(), Qt.Key.Key_Return)
    stage.settle()
    assert isinstance(page.stage, ConsentStage)
    stage.press(page.focusWidget(), Qt.Key.Key_Return)
    stage.settle()
    assert isinstance(page.stage, SuccessStage)
    assert home.actions.stuck == 0
    assert "Your printer works." in words_on(page)
    stage.press(page.focusWidget(), Qt.Key.Key_Return)
    assert stage.went[-1][0] == "home"


def test_no_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = _page(stage, home)
    _answered(stage, page)
    buttons(page)["Not now"].click()
    stage.settle()
    assert home.actions.stuck == 2
    assert "apply clear_queue" not in home.actions.calls
    assert "Nothing was changed." in words_on(page)


def test_the_question_before_is_answered_again(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = _page(stage, home)
    assert "Previous step" not in buttons(page)
    _answered(stage, page)
    assert isinstance(page.stage, ConsentStage)
    buttons(page)["Previous step"].click()
    stage.settle()
    assert isinstance(page.stage, QuestionStage)
    assert "Previous step" not in buttons(page)
    _agreed(stage, page)
    assert isinstance(page.stage, SuccessStage)
    assert "Previous step" not in buttons(page)


def test_the_four_lines_are_said_before_the_yes(stage: Stage, tmp_path: Path) -> None:
    page = _page(stage, desktop(tmp_path, language="en"))
    _answered(stage, page)
    seen = words_on(page)
    for line in (
        "leave the queue",
        "Your files and your settings.",
        "No permission is needed.",
        "stays available for 7 days",
    ):
        assert line in seen
    assert page.decision.primary is not None
    assert page.decision.primary.hasFocus()


def test_without_a_way_back_the_page_says_so_and_waits_for_the_hand(stage: Stage, tmp_path: Path) -> None:
    page = _page(stage, desktop(tmp_path, fix=final(PRINTER), language="en"))
    _answered(stage, page)
    assert "This cannot be undone." in words_on(page)
    assert page.decision.primary is not None
    assert not page.decision.primary.hasFocus()


def test_success_shows_the_proof_and_undo_puts_back(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = _page(stage, home)
    _agreed(stage, page)
    seen = words_on(page)
    assert "2 documents are blocking the printer." in seen
    assert "Nothing is blocking the printer." in seen
    buttons(page)["Undo the repair"].click()
    stage.settle()
    assert home.actions.stuck == 2
    assert "The repair has been undone." in words_on(page)


def test_what_does_not_help_is_put_back_and_handed_over_with_all_that_was_tried(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, actions=FakeActions(is_stubborn=True), language="en")
    page = FixPage(home, stage.tasks, stage.navigate)
    stage.show(page, fix_id="printer", said="nothing comes out")
    _agreed(stage, page)
    assert isinstance(page.stage, HandoverStage)
    assert home.actions.calls[-1] == "undo clear_queue"
    assert "“nothing comes out”" in words_on(page)
    buttons(page)["Send to a technician"].click()
    where, given = stage.went[-1]
    assert (where, given["text"], given["sends"]) == ("compose", "nothing comes out", True)
    assert home.fixes.attempt(given["run_id"]).result == "not_fixed"


def test_the_hand_over_offers_what_there_is_to_read(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, actions=FakeActions(is_stubborn=True), language="en")
    home.know_how.reading = Lead("message_print_spooler", "What “print spooler” means", "printer", 2)
    page = _page(stage, home)
    _agreed(stage, page)
    stage.settle()
    buttons(page)["To read: What “print spooler” means"].click()
    assert stage.went[-1] == ("article", {"article_id": "message_print_spooler"})


def test_it_is_not_really_fixed_leads_to_a_person(stage: Stage, tmp_path: Path) -> None:
    page = _page(stage, desktop(tmp_path, language="en"))
    _agreed(stage, page)
    buttons(page)["It is not really fixed"].click()
    assert stage.went[-1][0] == "compose"


def test_stop_in_the_middle_of_a_change_puts_everything_back(stage: Stage, tmp_path: Path) -> None:
    started, go_on = threading.Event(), threading.Event()

    def during() -> None:
        started.set()
        assert go_on.wait(PATIENCE_S)

    home = desktop(tmp_path, actions=FakeActions(during=during), language="en")
    page = _page(stage, home)
    _answered(stage, page)
    page.decision.primary.click()  # type: ignore[union-attr]
    stage.qtbot.waitUntil(started.is_set)
    assert isinstance(page.stage, RunningStage)
    stage.qtbot.waitUntil(lambda: "Stop" in buttons(page))
    buttons(page)["Stop"].click()
    stage.qtbot.waitUntil(lambda: "being put back" in words_on(page))
    pressed = home.fixes._stops.pressed
    stage.qtbot.waitUntil(lambda: any(stop.is_set() for stop in pressed.values()))
    go_on.set()
    stage.settle()
    assert home.actions.stuck == 2
    assert "Stopped, as you asked." in words_on(page)


def test_each_act_is_told_in_words(stage: Stage, tmp_path: Path) -> None:
    stage_widget = RunningStage("Free the documents", is_change=True)
    stage.qtbot.addWidget(stage_widget)
    stage_widget.say("Queue saved", 0.3, "10:45")
    stage_widget.say("", 0.5, "10:45")
    stage_widget.say("2 documents removed", 0.9, "10:46")
    assert stage_widget.acts == ["Queue saved", "2 documents removed"]
    assert stage_widget.progress.bar.value() == 900


def test_an_interrupted_run_is_offered_to_be_finished_or_taken_back(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    run = home.fixes.begin("printer")
    home.fixes.advance(run.id)
    home.fixes.advance(run.id, answer="green")
    _died_while_acting(home, run.id)
    page = _page(stage, home, run_id=run.id)
    assert "Put everything back" in buttons(page)
    buttons(page)["Finish the repair"].click()
    stage.settle()
    assert isinstance(page.stage, SuccessStage)


def _died_while_acting(home: Desktop, run_id: str) -> None:
    from dataclasses import replace

    from desktop_app.services.fix_record import Consenting

    runs = home.fixes._runs
    record = runs.load(run_id)
    assert record.proposal is not None
    said = Consenting(record.current, record.started_at, given=True, digest=record.proposal.digest)
    runs.save(replace(record, acting=Deed.REPAIR, consents=(said,), state=RunState.READY))


def test_leaving_at_a_question_pauses_and_home_may_resume(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = _page(stage, home)
    buttons(page)["Later"].click()
    assert stage.went[-1][0] == "home"
    (run,) = home.fixes.open_runs()
    page.show_page(run_id=run.id)
    stage.settle()
    assert isinstance(page.stage, QuestionStage)


def test_another_fix_opened_meanwhile_is_not_drawn_over(stage: Stage, tmp_path: Path) -> None:
    first, go_on = threading.Event(), threading.Event()

    def during_check() -> None:
        if not first.is_set():
            first.set()
            assert go_on.wait(PATIENCE_S)

    home = desktop(tmp_path, actions=FakeActions(during_check=during_check), language="en")
    page = FixPage(home, stage.tasks, stage.navigate)
    stage.begin(page, fix_id="printer")
    stage.qtbot.waitUntil(first.is_set)
    page.show_page(fix_id="printer")
    stage.qtbot.waitUntil(lambda: isinstance(page.stage, QuestionStage))
    shown = page.stage
    go_on.set()
    stage.settle()
    assert page.stage is shown


def test_a_run_that_is_gone_is_explained_with_a_way_on(
    stage: Stage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = _page(stage, desktop(tmp_path, language="en"), run_id="0190-gone")
    assert NotFound.key
    assert {"Ask a person", "Back to home"} <= set(buttons(page))


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("until", ["question", "consent", "success", "handover"])
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Stage, tmp_path: Path, language: Any, size: int, until: str
) -> None:
    home = desktop(
        tmp_path, actions=FakeActions(is_stubborn=until == "handover"), fix=_long(PRINTER), language=language
    )
    run = home.fixes.begin("printer")
    if until != "question":
        home.fixes.advance(run.id)
        home.fixes.advance(run.id, answer="green")
    if until in ("success", "handover"):
        home.fixes.advance(run.id, consent=True)
    with looking(size, language):
        page = FixPage(home, stage.tasks, stage.navigate)
        stage.show(page, 536 if size == 200 else 628, 520, run_id=run.id)
        stage.fits(page)


def _long(fix: Fix) -> Fix:
    return fix
