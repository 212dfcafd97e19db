"""Requests and conversations: plain words whatever comes in, nothing typed is lost, states told in words."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from desktop_app.domain.ticket import Stage, Status
from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import ME, NOW, Desktop, entry, sample_requests, ticket
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, looking, words_on


def _page(stage: Show, home: Desktop, width: int = 744, **arguments: Any) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, width, **arguments)
    return page


def _write(stage: Show, page: RequestsPage, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    stage.qtbot.keyClicks(page.room.composer.field, words)
    stage.qtbot.keyClick(page.room.composer.field, key)
    stage.settle()


def test_the_list_says_who_has_the_next_move(stage: Show, home: Desktop) -> None:
    sample_requests(home)
    page = _page(stage, home, width=540)
    rows = [page.list.rows.data(page.list.rows.index(place)) for place in range(4)]
    assert rows[0].startswith("Impossible d’imprimer depuis Word, In progress, with Sofia, new message")
    assert rows[1].startswith("Accès au dossier Budget, Waiting for your reply")
    assert rows[2].startswith("Deuxième écran, Solved")


def test_reading_marks_as_read(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    assert home.tickets.unread() == 1
    page = _page(stage, home, ticket_id=opened.id)
    stage.qtbot.waitUntil(lambda: home.tickets.unread() == 0)
    stage.settle()
    assert "new message" not in page.list.rows.data(page.list.rows.index(0))


def test_enter_sends_and_shift_enter_makes_a_line(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    field = page.room.composer.field
    stage.qtbot.keyClicks(field, "one")
    stage.press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    _write(stage, page, "two")
    home.outbox.flush()
    assert home.helpdesk.received[-1]["body"] == "one\ntwo"
    assert field.toPlainText() == ""


def test_the_keys_can_be_swapped(stage: Show, home: Desktop) -> None:
    home.settings.values["send_with_enter"] = False
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    _write(stage, page, "one")
    assert not home.outbox.waiting()
    stage.press(page.room.composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    stage.settle()
    assert [one.kind for one in home.outbox.waiting()] == ["reply"]


def test_what_waits_says_so(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    home.go_offline()
    _write(stage, page, "Shall I switch it off?")
    assert page.room.lines.messages()[-1].view.caption.endswith("waiting for the network")


def test_a_refused_message_keeps_its_text_and_can_be_corrected(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    home.tickets.reply(opened.id, "Here it is.")
    home.helpdesk.refuses = "This file is not accepted."
    home.outbox.flush()
    page = _page(stage, home, ticket_id=opened.id)
    assert "This file is not accepted." in words_on(page)
    home.helpdesk.refuses = ""
    buttons(page)["Change the text"].click()
    assert page.room.composer.words() == "Here it is."
    page.room.composer.field.clear()
    _write(stage, page, "Here it is, without the file.")
    home.outbox.flush()
    assert home.helpdesk.received[-1]["body"] == "Here it is, without the file."
    page.refresh("outbox")
    stage.settle()
    assert "Send again" not in buttons(page)


def test_a_refused_message_can_be_sent_again(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    home.tickets.reply(opened.id, "Here it is.")
    home.helpdesk.refuses = "Later, please."
    home.outbox.flush()
    home.helpdesk.refuses = ""
    page = _page(stage, home, ticket_id=opened.id)
    buttons(page)["Send again"].click()
    stage.settle()
    home.outbox.flush()
    assert home.helpdesk.received[-1]["body"] == "Here it is."


def test_each_request_has_its_own_draft(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    stage.qtbot.keyClicks(page.room.composer.field, "half a sent")
    other = next(one for one in home.tickets.overview() if one.id != opened.id)
    page.open(other.id)
    stage.settle()
    assert page.room.composer.words() == ""
    page.open(opened.id)
    stage.settle()
    assert page.room.composer.words() == "half a sent"


def test_a_draft_survives_the_end_of_the_page(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    stage.qtbot.keyClicks(page.room.composer.field, "not finished")
    stage.end(page)
    stage.settle()
    again = _page(stage, home, ticket_id=opened.id)
    assert again.room.composer.words() == "not finished"


def test_solved_and_not_solved_after_all(stage: Show, home: Desktop) -> None:
    opened = ticket("Word", status=Status.RESOLVED, stage=Stage.SOLVED)
    home.know(opened, entry(opened.id, 1, "Done."))
    page = _page(stage, home, ticket_id=opened.id)
    buttons(page)["It still does not work"].click()
    stage.settle()
    assert home.tickets.overview()[0].status is Status.OPEN
    buttons(page)["It is solved"].click()
    stage.settle()
    assert home.tickets.overview()[0].status is Status.CLOSED
    assert page.room.composer.field.placeholderText() == "Write to Sofia, to open the request again"


def test_a_joined_request_says_where_it_goes_on(stage: Show, home: Desktop) -> None:
    joined = ticket("Word", status=Status.MERGED, stage=Stage.SOLVED, joined_to=4812)
    home.know(joined, entry(joined.id, 1, "It is one and the same trouble."))
    page = _page(stage, home, ticket_id=joined.id)
    assert "Joined to no. 4812" in words_on(page)
    assert "Solved" not in words_on(page)
    assert "4812" in page.room.composer.field.placeholderText()


def test_reading_further_up_is_not_disturbed(stage: Show, home: Desktop) -> None:
    opened = ticket("Long")
    lines = [entry(opened.id, seq, f"Line {seq} " * 12) for seq in range(1, 30)]
    home.know(opened, *lines)
    page = _page(stage, home, ticket_id=opened.id)
    area = page.room.lines.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    stage.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(0)
    home.know(opened, *lines, entry(opened.id, 30, "And one more."), entry(opened.id, 31, "And another."))
    page.refresh("tickets")
    stage.settle()
    assert bar.value() == 0
    assert page.room.lines.news.isVisible()
    assert "2" in page.room.lines.news.text()
    page.room.lines.news.click()
    stage.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert not page.room.lines.news.isVisible()


def test_new_messages_are_announced_once_and_own_ones_never(
    stage: Show, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    monkeypatch.setattr(page, "announce", lambda words, **_: said.append(words))
    fresh = entry(opened.id, 6, "Is it better?")
    home.know(opened, fresh, entry(opened.id, 7, "Yes.", ME))
    for _ in range(2):
        page.refresh("tickets")
        stage.settle()
    assert said == ["Sofia Laurent: Is it better?"]


def test_a_long_conversation_draws_its_end_first(stage: Show, home: Desktop) -> None:
    opened = ticket("Very long")
    home.know(
        opened,
        *(entry(opened.id, seq, f"Line {seq}", created_at=NOW + timedelta(seconds=seq)) for seq in range(1, 401)),
    )
    page = _page(stage, home, ticket_id=opened.id)
    assert len(page.room.lines.messages()) == 60
    assert "340" in page.room.lines.older.text()
    page.room.lines.older.click()
    assert len(page.room.lines.messages()) == 120


def test_two_pages_one_after_the_other_in_a_small_window(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, width=540)
    assert page.list.isVisibleTo(page)
    assert not page.room.isVisibleTo(page)
    stage.press(page.list, Qt.Key.Key_Return)
    assert stage.went == [("conversation", {"ticket_id": opened.id})]
    page.show_page(ticket_id=opened.id)
    stage.settle()
    assert not page.list.isVisibleTo(page)
    assert page.room.head.back.isVisibleTo(page)
    assert page.go_back()
    assert stage.went[-1][0] == "requests"


def test_no_request_yet_says_what_to_do(stage: Show, home: Desktop) -> None:
    page = _page(stage, home)
    assert "No request yet." in words_on(page)
    buttons(page)["Ask for help"].click()
    assert stage.went[-1][0] == "compose"


def test_the_status_line_is_one_sentence(stage: Show, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    assert page.room.head.line.accessibleName() == "In progress, step 3 of 4"


@pytest.mark.parametrize("language", ["fr", "de", "nl"])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("first", ["list", "conversation"])
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Show, home: Desktop, language: str, size: int, first: str
) -> None:
    opened = sample_requests(home)
    home.tickets.reply(opened.id, "Est-ce que je peux couper l’imprimante ?")
    home.helpdesk.refuses = "Non."
    home.outbox.flush()
    with looking(size, language):
        page = RequestsPage(home, stage.tasks, stage.navigate)
        arguments = {"ticket_id": opened.id} if first == "conversation" else {}
        stage.show(page, 536 if size == 200 else 628, 520, **arguments)
        stage.fits(page)
        beside = page.room.composer.findChildren(QAbstractButton)
        assert [one.text() for one in beside if one.isVisibleTo(page) and one.width() < one.sizeHint().width()] == []
