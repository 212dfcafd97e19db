"""What is written while something else goes on: never lost, never sent twice, never in another conversation."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage

from desktop_app.domain.errors import DiskFull, SupportError
from desktop_app.services.replies import Replies
from desktop_app.ui.pages import pictures
from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import Desktop, sample_requests
from tests.gui.slow_outbox import LONGEST_S, SlowOutbox, refuse, write
from tests.gui.stage import Stage, buttons, words_on


@pytest.fixture
def slow(home: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowOutbox]:
    outbox = SlowOutbox(home.tickets.reply)
    monkeypatch.setattr(home.tickets, "reply", outbox)
    yield outbox
    outbox.go_on()


@pytest.fixture
def both(home: Desktop) -> list[str]:
    """Two requests; the first is the one that is shown."""
    first = sample_requests(home).id
    return [first, next(one.id for one in home.tickets.overview() if one.id != first)]


@pytest.fixture
def page(stage: Stage, home: Desktop, both: list[str]) -> RequestsPage:
    made = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(made, ticket_id=both[0])
    return made


def send(stage: Stage, page: RequestsPage, slow: SlowOutbox, words: str) -> None:
    """Until the outbox was asked to take it."""
    write(stage, page, words)
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: slow.given[-1:] == [words], timeout=LONGEST_S * 1000)


def turn_to(stage: Stage, page: RequestsPage, ticket_id: str) -> None:
    page.open(ticket_id)
    stage.qtbot.waitUntil(lambda: not page.room.composer.field.isReadOnly(), timeout=LONGEST_S * 1000)


def test_a_message_that_leaves_late_takes_nothing_of_another_conversation(
    stage: Stage, page: RequestsPage, slow: SlowOutbox, home: Desktop, both: list[str]
) -> None:
    send(stage, page, slow, "To Sofia.")
    turn_to(stage, page, both[1])
    write(stage, page, "Quite another matter")
    slow.go_on()
    stage.settle()
    assert page.room.composer.words() == "Quite another matter"
    assert page.room.composer.send.isEnabled()
    turn_to(stage, page, both[0])
    assert page.room.composer.words() == ""
    assert [one.kind for one in home.outbox.waiting()] == ["reply"]


def test_who_types_on_while_a_message_leaves_sends_it_once_and_keeps_the_words(
    stage: Stage, page: RequestsPage, slow: SlowOutbox, home: Desktop
) -> None:
    send(stage, page, slow, "First.")
    write(stage, page, "Second.")
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    assert page.room.composer.words() == "Second."
    slow.go_on()
    stage.settle()
    assert slow.given == ["First."]
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.settle()
    assert slow.given == ["First.", "Second."]
    assert len(home.outbox.waiting()) == 2


def test_what_is_refused_comes_back_before_what_was_typed_since(
    stage: Stage, page: RequestsPage, slow: SlowOutbox
) -> None:
    send(stage, page, slow, "First.")
    write(stage, page, "Second.")
    slow.go_on(DiskFull())
    stage.settle()
    assert page.room.composer.words() == "First.\nSecond."
    assert page.room.composer.error.isVisibleTo(page)
    assert page.room.composer.send.isEnabled()


def test_what_is_refused_behind_ones_back_is_told_and_waits_where_it_was_written(
    stage: Stage, home: Desktop, page: RequestsPage, slow: SlowOutbox, both: list[str]
) -> None:
    send(stage, page, slow, "To Sofia.")
    turn_to(stage, page, both[1])
    write(stage, page, "Quite another matter")
    before = words_on(page)
    slow.go_on(DiskFull())
    stage.settle()
    assert page.room.composer.words() == "Quite another matter"
    assert words_on(page) != before, "it is told at once"
    turn_to(stage, page, both[0])
    assert page.room.composer.words() == "To Sofia."
    assert page.room.composer.error.isVisibleTo(page)
    stage.settle()
    assert home.drafts.load(f"reply:{both[0]}")["text"] == "To Sofia."


def test_what_a_kill_caught_on_its_way_comes_back(
    stage: Stage, home: Desktop, page: RequestsPage, slow: SlowOutbox, both: list[str]
) -> None:
    send(stage, page, slow, "To Sofia.")
    write(stage, page, "And more")
    page.room.hide()  # leaving keeps what was typed
    stage.qtbot.waitUntil(
        lambda: home.drafts.load(f"reply:{both[0]}").get("text") == "And more", timeout=LONGEST_S * 1000
    )
    home.drafts.replies = Replies(home.drafts)  # as another program finds it
    again = RequestsPage(home, stage.tasks, stage.navigate)
    stage.begin(again, ticket_id=both[0])
    stage.qtbot.waitUntil(lambda: again.room.composer.words() == "To Sofia.\nAnd more", timeout=LONGEST_S * 1000)


def test_nothing_is_written_into_a_conversation_that_is_not_shown_yet(
    stage: Stage, page: RequestsPage, both: list[str]
) -> None:
    write(stage, page, "To Sofia.")
    page.open(both[1])
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    assert not page.room.composer.send.isEnabled()
    stage.settle()
    assert page.room.composer.words() == ""


def test_a_picture_goes_where_it_was_pasted(
    stage: Stage, page: RequestsPage, home: Desktop, both: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    go, keep = Event(), pictures.keep
    monkeypatch.setattr(pictures, "keep", lambda *told: (go.wait(LONGEST_S), keep(*told))[1])
    pasted, picture = QMimeData(), QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    pasted.setImageData(picture)
    page.room.composer.field.insertFromMimeData(pasted)
    turn_to(stage, page, both[1])
    go.set()
    stage.settle()
    assert page.room.composer.files == []
    turn_to(stage, page, both[0])
    assert len(page.room.composer.files) == 1
    assert home.drafts.load(f"reply:{both[0]}")["files"] == page.room.composer.files


def test_correcting_a_message_costs_nothing_of_the_one_that_was_begun(
    stage: Stage, page: RequestsPage, home: Desktop, both: list[str]
) -> None:
    home.tickets.reply(both[0], "Here it is.")
    home.helpdesk.refuses = "This file is not accepted."
    home.outbox.flush()
    home.helpdesk.refuses = ""
    page.refresh("outbox")
    stage.settle()
    write(stage, page, "Another thing:")
    buttons(page)["Change the text"].click()
    assert page.room.composer.words() == "Here it is."
    page.room.composer.field.clear()
    write(stage, page, "Here it is, smaller.")
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.settle()
    assert page.room.composer.words() == "Another thing:"
    home.outbox.flush()
    assert home.helpdesk.received[-1]["body"] == "Here it is, smaller."


def built_anew(stage: Stage, home: Desktop, page: RequestsPage, ticket_id: str) -> RequestsPage:
    """As when the language changes: the page before is gone."""
    stage.end(page)
    again = RequestsPage(home, stage.tasks, stage.navigate)
    stage.begin(again, ticket_id=ticket_id)
    stage.qtbot.waitUntil(lambda: again.room.drafting.is_for(ticket_id), timeout=LONGEST_S * 1000)
    return again


@pytest.mark.parametrize("error", [None, DiskFull()])
def test_a_page_that_is_built_anew_knows_what_is_on_its_way(
    stage: Stage, home: Desktop, page: RequestsPage, slow: SlowOutbox, both: list[str], error: SupportError | None
) -> None:
    send(stage, page, slow, "To Sofia.")
    again = built_anew(stage, home, page, both[0])
    stage.press(again.room.composer.field, Qt.Key.Key_Return)
    slow.go_on(error)
    stage.settle()
    assert slow.given == ["To Sofia."]
    assert again.room.composer.words() == ("To Sofia." if error else "")
    assert again.room.composer.send.isEnabled() is bool(error)


def test_what_lies_in_the_outbox_is_not_sent_again_when_only_its_copy_could_not_be_forgotten(
    stage: Stage, page: RequestsPage, home: Desktop, both: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(name: str) -> None:
        if name.startswith("sending:"):
            raise DiskFull

    monkeypatch.setattr(home.drafts, "discard", full)
    write(stage, page, "Once.")
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.settle()
    assert page.room.composer.words() == ""
    home.drafts.replies = Replies(home.drafts)  # as another program finds it
    again = built_anew(stage, home, page, both[0])
    assert again.room.composer.words() == ""
    assert len(home.outbox.waiting()) == 1


def test_a_fault_that_nobody_foresaw_gives_the_words_back_too(
    stage: Stage, page: RequestsPage, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(home.tickets, "reply", broken)
    write(stage, page, "To Sofia.")
    with stage.qtbot.captureExceptions() as bugs:
        stage.press(page.room.composer.field, Qt.Key.Key_Return)
        stage.settle()
    assert [str(bug[1]) for bug in bugs] == ["a bug"], "it is told as one"
    assert page.room.composer.words() == "To Sofia."
    assert page.room.composer.send.isEnabled()


def test_who_types_without_a_rest_is_kept_too(stage: Stage, page: RequestsPage, home: Desktop, both: list[str]) -> None:
    def typed() -> bool:
        write(stage, page, "a")
        return bool(home.drafts.load(f"reply:{both[0]}"))

    stage.qtbot.waitUntil(typed, timeout=LONGEST_S * 1000)  # a key at each look, much oftener than once a second


def test_a_correction_waits_where_it_was_and_can_be_left(
    stage: Stage, page: RequestsPage, home: Desktop, both: list[str]
) -> None:
    refuse(stage, page, home, both[0])
    write(stage, page, "Another thing:")
    buttons(page)["Change the text"].click()
    assert page.room.composer.correcting.isVisibleTo(page)
    assert "File" not in buttons(page), "a correction is of words alone"
    page.room.drafting.add_files(both[0], ["/home/camille/bill.pdf"])
    write(stage, page, " Smaller.")
    turn_to(stage, page, both[1])
    turn_to(stage, page, both[0])
    again = built_anew(stage, home, page, both[0])
    assert again.room.composer.words() == "Here it is. Smaller."
    assert again.go_back()
    assert stage.went == [], "Escape leaves the correction, not the page"
    assert again.room.composer.words() == "Another thing:"
    assert again.room.composer.files == ["/home/camille/bill.pdf"]


def test_a_correction_that_is_refused_does_not_come_between_what_is_typed(
    stage: Stage, page: RequestsPage, home: Desktop, both: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(stage, page, home, both[0])
    correct = SlowOutbox(home.tickets.correct)
    monkeypatch.setattr(home.tickets, "correct", correct)
    buttons(page)["Change the text"].click()
    write(stage, page, " Smaller.")
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: bool(correct.given), timeout=LONGEST_S * 1000)
    write(stage, page, "Next mess")
    correct.go_on(DiskFull())
    stage.settle()
    assert page.room.composer.words() == "Next mess"
    assert page.room.composer.error.isVisibleTo(page)
    buttons(page)["Change the text"].click()
    assert page.room.composer.words() == "Here it is. Smaller."
