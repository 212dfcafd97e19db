"""To be called back: at a time at which somebody calls, said again when the request has left."""

from datetime import timedelta
from typing import Any

from desktop_app.domain.call_back import read
from desktop_app.ui.pages.compose import ComposePage
from tests.gui.fakes_flows import NOW, Desktop
from tests.gui.stage import Stage, words_on


def _page(stage: Stage, home: Desktop) -> ComposePage:
    home.desk.refresh()
    page = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(page, text="Nothing prints.", wants_call=True)
    page.form.attached.report.click()
    page.form.questions.call.telephone.setText("01 99 00 12 34")
    return page


def _send(stage: Stage, home: Desktop, page: ComposePage) -> Any:
    page.decision.primary.click()  # type: ignore[union-attr]
    stage.settle()
    home.outbox.flush()
    return read(home.helpdesk.received[-1]["call_back"])


def test_a_time_of_the_opening_hours_travels_and_stands_in_the_receipt(stage: Stage, home: Desktop, wear: Any) -> None:
    wear("en")
    page = _page(stage, home)
    page.form.questions.call.slot.setCurrentIndex(1)
    words = page.form.questions.call.slot.currentText()
    page.refresh("desk")
    stage.settle()
    assert page.form.questions.call.slot.currentText() == words, "news of the help desk do not move the choice"
    wish = _send(stage, home, page)
    start = NOW + timedelta(days=1)
    assert (wish.starts, wish.ends, wish.phone) == (start, start + timedelta(hours=2), "01 99 00 12 34")
    assert f"We call you back on 01 99 00 12 34. {words}." in words_on(page)


def test_as_soon_as_possible_names_no_time(stage: Stage, home: Desktop) -> None:
    wish = _send(stage, home, _page(stage, home))
    assert (wish.starts, wish.ends, wish.phone) == (None, None, "01 99 00 12 34")


def test_a_draft_keeps_its_time_until_it_is_over(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    page.form.questions.call.slot.setCurrentIndex(1)
    slot = page.value().slot
    page.keep_now()
    stage.settle()
    stage.end(page)
    again = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(again)
    assert again.value().slot == slot
    again.form.questions.call.show_openings([])
    assert again.value().slot == "", "a time at which nobody calls is not promised"
