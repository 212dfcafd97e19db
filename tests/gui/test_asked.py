"""A technician asks for one masked value: a card, the value shown first, and nothing that leaves without a yes."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.consent import Ending
from desktop_app.domain.fix import RunState
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.ticket import EntryKind, Status
from desktop_app.protocol.tickets import Entry
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.conversations.asked import ValueQuestion
from desktop_app.ui.pages.fix import FixPage
from desktop_app.ui.pages.snapshot import SnapshotPage
from desktop_app.ui.widgets.asked_card import AskedCard
from tests.gui.fakes_flows import Desktop, entry, ticket
from tests.gui.fakes_printer import PRINTER
from tests.gui.fakes_sharing import Sharings
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, looking, words_on

NAME = "PC-CAMILLE"


def question(pseudonym: str, ticket_id: str, **facts: str) -> Entry:
    told = {"pseudonym": pseudonym, "reason": "Laquelle des deux imprimantes ?", "name": "Sofia", **facts}
    return entry(ticket_id, 2, "", kind=EntryKind.EVENT, event="value_asked", facts=told)


def asked(home: Desktop, pseudonym: str = "", **changes: Any) -> str:
    """A conversation in which Sofia asks for the value behind `pseudonym`."""
    known = ticket("Impossible d’imprimer", **changes)
    home.know(known, entry(known.id, 1, "Bonjour"), question(pseudonym or stand_in(home), known.id))
    return known.id


def stand_in(home: Desktop) -> str:
    """What the report has in place of this computer's name."""
    review = home.snapshots.review(home.snapshots.take())
    return next(piece.text for row in review.search(NAME) for piece in row.pieces if piece.kind == "host")


def shown(stage: Show, home: Desktop, ticket_id: str) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, ticket_id=ticket_id)
    return page


def dialog(page: QWidget) -> ValueQuestion | None:
    return next((one for one in page.findChildren(ValueQuestion) if one.isVisible()), None)


def open_value(stage: Show, page: RequestsPage) -> ValueQuestion:
    buttons(page)["See the value"].click()
    stage.qtbot.waitUntil(lambda: dialog(page) is not None)
    found = dialog(page)
    assert found
    return found


def test_the_value_is_seen_first_then_sent(stage: Show, home: Desktop) -> None:
    page = shown(stage, home, asked(home))
    assert "Laquelle des deux imprimantes ?" in words_on(page)
    asking = open_value(stage, page)
    assert NAME in asking.informativeText()
    assert not home.outbox.waiting(), "looking is not sending"
    asking.send.click()
    stage.settle()
    assert not page.findChildren(AskedCard)
    assert NAME in words_on(page)
    home.outbox.flush()
    assert home.helpdesk.received[-1]["value"] == NAME
    (line,) = home.journal.entries(JournalKind.GRANTED)
    assert line.key == "value_given"


def test_no_in_one_click(stage: Show, home: Desktop) -> None:
    page = shown(stage, home, asked(home))
    buttons(page)["No, thank you"].click()
    stage.settle()
    home.outbox.flush()
    assert (home.helpdesk.received[-1]["answer"], home.helpdesk.received[-1]["value"]) == ("ask_refused", "")
    assert "Nothing was sent" in words_on(page)
    assert [line.key for line in home.journal.entries(JournalKind.REFUSED)] == ["ask_refused"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_send_nothing(stage: Show, home: Desktop, key: Qt.Key) -> None:
    page = shown(stage, home, asked(home))
    stage.qtbot.keyClick(open_value(stage, page), key)
    stage.settle()
    home.outbox.flush()
    assert all(not word.get("value") for word in home.helpdesk.received)


@pytest.mark.parametrize("pseudonym", ["secret-1", "hidden-1", "ssid-999", "", "user-1 or host-1"])
def test_what_is_not_known_or_secret_never_leaves(stage: Show, home: Desktop, pseudonym: str) -> None:
    known = ticket("Impossible d’imprimer")
    home.know(known, entry(known.id, 1, "Bonjour"), question(pseudonym, known.id))
    page = shown(stage, home, known.id)
    buttons(page)["See the value"].click()
    stage.settle()
    stage.qtbot.waitUntil(lambda: not page.findChildren(AskedCard))
    assert dialog(page) is None
    home.outbox.flush()
    assert (home.helpdesk.received[-1]["answer"], home.helpdesk.received[-1]["value"]) == ("ask_unknown", "")


def test_what_it_is_called_comes_from_us(stage: Show, home: Desktop) -> None:
    """A technician's words cannot make the name of a computer look like the name of a printer."""
    known = ticket("Impossible d’imprimer")
    line = question(stand_in(home), known.id, label="nom de l’imprimante", kind="printer")
    home.know(known, entry(known.id, 1, "Bonjour"), line)
    page = shown(stage, home, known.id)
    (card,) = page.findChildren(AskedCard)
    assert "imprimante" not in card.view.title
    assert "host-" in card.view.title


def test_silence_is_no(stage: Show, home: Desktop) -> None:
    """In a request that has ended nobody is asked any more."""
    page = shown(stage, home, asked(home, status=Status.CLOSED))
    assert not page.findChildren(AskedCard)
    assert not home.outbox.waiting()


def test_a_waiting_answer_is_not_asked_for_again(stage: Show, home: Desktop) -> None:
    opened = asked(home)
    home.go_offline()
    page = shown(stage, home, opened)
    buttons(page)["No, thank you"].click()
    stage.settle()
    page.room.refresh()
    stage.settle()
    assert not page.findChildren(AskedCard)


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
def test_the_card_fits(stage: Show, home: Desktop, language: str, size: int) -> None:
    opened = asked(home)
    with looking(size, language):
        page = RequestsPage(home, stage.tasks, stage.navigate)
        stage.show(page, 540, 520, ticket_id=opened)
        stage.fits(page)


def other_question(home: Desktop, event: str, **facts: str) -> str:
    known = ticket("Impossible d’imprimer")
    told = {"reason": "Pour y voir clair", "name": "Sofia", **facts}
    line = entry(known.id, 2, "", kind=EntryKind.EVENT, event=event, facts=told)
    home.know(known, entry(known.id, 1, "Bonjour"), line)
    return known.id


def test_the_report_is_looked_through_then_sent(stage: Show, home: Desktop) -> None:
    opened = other_question(home, "report_asked")
    page = shown(stage, home, opened)
    buttons(page)["Look it through"].click()
    where, arguments = stage.went[-1]
    assert (where, arguments["purpose"], arguments["ticket_id"]) == ("snapshot", "asked", opened)
    review = SnapshotPage(home, stage.tasks, stage.navigate)
    stage.show(review, **arguments)
    assert not home.outbox.waiting()
    buttons(review)["Send to IT support"].click()
    stage.settle()
    assert stage.went[-1] == ("conversation", {"ticket_id": opened})
    home.outbox.flush()
    assert home.helpdesk.received[-1]["answer"] == "report_given"
    assert [content for _, content in home.helpdesk.uploads.values()] == [
        review.review.payload() if review.review else b""
    ]


def test_the_report_may_be_refused_after_a_look(stage: Show, home: Desktop) -> None:
    opened = other_question(home, "report_asked")
    page = shown(stage, home, opened)
    buttons(page)["Look it through"].click()
    review = SnapshotPage(home, stage.tasks, stage.navigate)
    stage.show(review, **stage.went[-1][1])
    buttons(review)["Do not send"].click()
    stage.settle()
    home.outbox.flush()
    assert home.helpdesk.received[-1]["answer"] == "ask_refused"
    assert not home.helpdesk.uploads


def test_a_repair_is_tried_and_its_result_told(stage: Show, home: Desktop) -> None:
    opened = other_question(home, "fix_asked", fix=PRINTER.id)
    page = shown(stage, home, opened)
    buttons(page)["See the repair"].click()
    stage.settle()
    where, arguments = stage.went[-1]
    assert where == "fix"
    assert not home.outbox.waiting(), "opening is not running"
    run = home.fixes.advance(arguments["run_id"])
    home.fixes.advance(run.id, answer="green")
    assert home.fixes.advance(run.id, consent=True).state is RunState.FIXED
    page.room.refresh()
    stage.settle()
    home.outbox.flush()
    told = home.helpdesk.received[-1]
    assert (told["answer"], told["attempt"]["result"]) == ("fix_tried", "fixed")
    assert not page.findChildren(AskedCard)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (RunState.FIXED, "It helped then."),
        (RunState.STOPPED, "and stopped it."),
        (None, ""),
    ],
    ids=["helped", "stopped", "underway"],
)
def test_a_repair_tried_before_says_so(stage: Show, home: Desktop, state: RunState | None, told: str) -> None:
    run = home.fixes.begin(PRINTER.id)
    if state is RunState.FIXED:
        home.fixes.advance(run.id)
        home.fixes.advance(run.id, answer="green")
        assert home.fixes.advance(run.id, consent=True).state is state
    elif state is RunState.STOPPED:
        assert home.fixes.stop(run.id).state is state
    page = shown(stage, home, other_question(home, "fix_asked", fix=PRINTER.id))
    (asking,) = page.findChildren(AskedCard)
    assert told in words_on(asking)
    assert told in asking.accessibleName()
    assert ("already" in words_on(asking)) is bool(state)
    assert "See the repair" in buttons(page), "it is a warning, no more"


def test_a_repair_that_is_not_here_can_only_be_refused(stage: Show, home: Desktop) -> None:
    page = shown(stage, home, other_question(home, "fix_asked", fix="format_everything"))
    assert "This computer does not have that repair." in words_on(page)
    assert "See the repair" not in buttons(page)
    buttons(page)["No, thank you"].click()
    stage.settle()
    home.outbox.flush()
    assert home.helpdesk.received[-1]["answer"] == "ask_refused"


def test_the_result_leaves_when_the_repair_ends(stage: Show, home: Desktop) -> None:
    """Nobody has to go back to the conversation for it."""
    page = shown(stage, home, other_question(home, "fix_asked", fix=PRINTER.id))
    buttons(page)["See the repair"].click()
    stage.settle()
    run_id = stage.went[-1][1]["run_id"]
    home.fixes.advance(run_id)
    home.fixes.advance(run_id, answer="green")
    fix = FixPage(home, stage.tasks, stage.navigate)
    stage.show(fix, run_id=run_id)
    assert not home.outbox.waiting()
    fix.advance(consent=True)
    stage.settle()
    home.outbox.flush()
    assert home.helpdesk.received[-1]["answer"] == "fix_tried"


def test_the_screen_is_asked_for_by_a_card(stage: Show, home: Desktop) -> None:
    """Its question is the window that asks at any rate; the card brings it up, or says no."""
    home.sharings, home.guests = Sharings(), Sharings()
    page = shown(stage, home, other_question(home, "screen_asked"))
    assert "You check two words with Sofia first. You can stop at any moment." in words_on(page)
    buttons(page)["Choose what to show"].click()
    stage.settle()
    buttons(page)["No, thank you"].click()
    stage.settle()
    assert home.sharings.said == ["look", ("stop", Ending.REFUSED)]
    assert not home.outbox.waiting()
