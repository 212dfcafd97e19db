"""What is written while something else goes on: never lost, never sent twice, never in another conversation."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage

from desktop_app.domain.errors import DiskFull, SupportError
from desktop_app.ui.pages import pictures
from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import Desktop, sample_requests
from tests.gui.stage import Stage, buttons, words_on

_LONGEST_S = 60


class SlowOutbox:
    """Takes what it is given once it is let go; `error` is what it answers instead."""

    def __init__(self, take: Callable[..., Any]) -> None:
        self._take, self._go = take, Event()
        self.error: SupportError | None = None
        self.given: list[str] = []

    def __call__(self, ticket_id: str, words: str, *more: Any) -> Any:
        self.given.append(words)
        assert self._go.wait(_LONGEST_S)
        if self.error is not None:
            raise self.error
        return self._take(ticket_id, words, *more)

    def go_on(self, error: SupportError | None = None) -> None:
        self.error = error
        self._go.set()


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


def write(stage: Stage, page: RequestsPage, words: str) -> None:
    stage.qtbot.keyClicks(page.room.composer.field, words)


def send(stage: Stage, page: RequestsPage, slow: SlowOutbox, words: str) -> None:
    """Until the outbox was asked to take it."""
    write(stage, page, words)
    stage.press(page.room.composer.field, Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: slow.given[-1:] == [words], timeout=_LONGEST_S * 1000)


def turn_to(stage: Stage, page: RequestsPage, ticket_id: str) -> None:
    page.open(ticket_id)
    stage.qtbot.waitUntil(lambda: not page.room.composer.field.isReadOnly(), timeout=_LONGEST_S * 1000)


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
    assert home.drafts.load(f"reply:{both[0]}")["text"] == "To Sofia."


def test_what_a_kill_caught_on_its_way_comes_back(
    stage: Stage, home: Desktop, page: RequestsPage, slow: SlowOutbox, both: list[str]
) -> None:
    send(stage, page, slow, "To Sofia.")
    write(stage, page, "And more")
    page.room.hide()  # leaving keeps what was typed
    stage.qtbot.waitUntil(
        lambda: home.drafts.load(f"reply:{both[0]}").get("text") == "And more", timeout=_LONGEST_S * 1000
    )
    again = RequestsPage(home, stage.tasks, stage.navigate)
    stage.begin(again, ticket_id=both[0])
    stage.qtbot.waitUntil(lambda: again.room.composer.words() == "To Sofia.\nAnd more", timeout=_LONGEST_S * 1000)


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
    monkeypatch.setattr(pictures, "keep", lambda *told: (go.wait(_LONGEST_S), keep(*told))[1])
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
