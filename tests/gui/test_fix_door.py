"""Before and after a guided fix: tried within the hour, locked, getting through for now, and how to avoid it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.fix import Fix, RunState
from desktop_app.services.fix_record import Consenting, Deed
from desktop_app.ui.pages.fix import FixPage
from desktop_app.ui.pages.fix.endings import EndStage, HandoverStage, SuccessStage
from desktop_app.ui.pages.fix.stages import LockedStage, QuestionStage, TriedStage
from tests.gui.fakes_flows import PRINTER, Desktop, FakeActions, desktop, final
from tests.gui.fakes_printer import words
from tests.gui.stage import Stage, buttons, looking, words_on


def page_of(stage: Stage, home: Desktop, **arguments: Any) -> FixPage:
    page = FixPage(home, stage.tasks, stage.navigate)
    stage.show(page, **(arguments or {"fix_id": "printer"}))
    return page


def run_through(home: Desktop) -> str:
    """The fix, all agreed to."""
    run = home.fixes.begin("printer")
    home.fixes.advance(run.id)
    home.fixes.advance(run.id, answer="green")
    home.fixes.advance(run.id, consent=True)
    return run.id


def around(fix: Fix) -> Fix:
    """The same fix, whose repair only gets the person through."""
    steps = tuple(replace(step, works_around=step.consent is not None) for step in fix.steps)
    meanwhile = words("Vous imprimez à l’accueil.", "You print at the front desk.", "Sie drucken am Empfang.")
    return replace(fix, steps=steps, workaround=meanwhile)


def test_used_again_within_the_hour_a_person_is_offered_as_an_equal_choice(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    tried = run_through(home)
    page = page_of(stage, home)
    assert isinstance(page.stage, TriedStage)
    assert len(home.fixes.history()) == 1
    refuse, primary = page.decision.refuse, page.decision.primary
    assert refuse is not None
    assert primary is not None
    assert {refuse.property("kind"), primary.property("kind")} == {refuse.property("kind")}
    assert not refuse.hasFocus()
    assert not primary.hasFocus()
    buttons(page)["Talk to a person"].click()
    where, given = stage.went[-1]
    assert (where, given["run_id"]) == ("compose", tried)
    buttons(page)["Try again"].click()
    stage.settle()
    home.actions.stuck = 2
    assert len(home.fixes.history()) == 2


def test_an_hour_later_nothing_is_asked(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = desktop(tmp_path, language="en")
    run_through(home)
    home.actions.stuck = 2
    later = datetime.now(UTC) + timedelta(hours=2)
    monkeypatch.setattr(home.fixes, "_now", lambda: later)
    assert isinstance(page_of(stage, home).stage, QuestionStage)


def test_a_locked_fix_is_said_to_be_locked_and_leads_to_a_person(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    home.fixes._settings.values["fixes.locked"] = ["printer"]  # type: ignore[attr-defined]
    page = page_of(stage, home)
    assert isinstance(page.stage, LockedStage)
    assert "Locked by your organisation." in words_on(page)
    assert home.fixes.history() == []
    buttons(page)["Talk to a person"].click()
    assert stage.went[-1][0] == "compose"


def test_what_gets_the_person_through_has_a_button_back_to_normal(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, fix=around(PRINTER), actions=FakeActions(is_stubborn=True), language="en")
    page = page_of(stage, home, run_id=run_through(home))
    assert isinstance(page.stage, HandoverStage)
    assert "You print at the front desk." in words_on(page)
    assert "undo clear_queue" not in home.actions.calls
    buttons(page)["Back to normal"].click()
    stage.settle()
    assert "undo clear_queue" in home.actions.calls
    assert "The repair has been undone." in words_on(page)


def test_how_to_avoid_it_is_a_card_at_the_end(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, language="en")
    page = page_of(stage, home, run_id=run_through(home))
    assert isinstance(page.stage, SuccessStage)
    assert "How to avoid it" in words_on(page)


def test_interrupted_without_a_way_back_only_finishing_is_offered(stage: Stage, tmp_path: Path) -> None:
    home = desktop(tmp_path, fix=final(PRINTER), language="en")
    run = home.fixes.begin("printer")
    home.fixes.advance(run.id)
    home.fixes.advance(run.id, answer="green")
    runs = home.fixes._runs
    record = runs.load(run.id)
    assert record.proposal is not None
    said = Consenting(record.current, record.started_at, given=True, digest=record.proposal.digest)
    runs.save(replace(record, acting=Deed.REPAIR, consents=(said,), state=RunState.READY))
    page = page_of(stage, home, run_id=run.id)
    assert isinstance(page.stage, EndStage)
    assert "Put everything back" not in buttons(page)
    buttons(page)["Finish the repair"].click()
    stage.settle()
    assert isinstance(page.stage, SuccessStage)


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("what", ["tried", "locked", "around", "success"])
def test_nothing_is_cut(stage: Stage, tmp_path: Path, language: Any, size: int, what: str) -> None:
    home = desktop(tmp_path, fix=around(PRINTER), actions=FakeActions(is_stubborn=what == "around"), language=language)
    run_id = run_through(home)
    if what == "locked":
        home.fixes._settings.values["fixes.locked"] = ["printer"]  # type: ignore[attr-defined]
    with looking(size, language):
        page = FixPage(home, stage.tasks, stage.navigate)
        arguments = {"run_id": run_id} if what in ("around", "success") else {"fix_id": "printer"}
        stage.show(page, 536 if size == 200 else 628, 520, **arguments)
        stage.fits(page)
