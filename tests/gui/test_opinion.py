"""How it went: five words, something to add if one likes, and never again if one prefers."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import DiskFull
from desktop_app.domain.ticket import Stage as TicketStage
from desktop_app.domain.ticket import Status
from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import Desktop, entry, ticket
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, looking, words_on


def solved(home: Desktop) -> str:
    known = ticket("Impossible d’imprimer", status=Status.RESOLVED, stage=TicketStage.SOLVED, asks_opinion=True)
    home.know(known, entry(known.id, 1, "C’est réglé."))
    return known.id


def shown(stage: Show, home: Desktop) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, ticket_id=solved(home))
    return page


def test_a_word_and_something_to_add(stage: Show, home: Desktop) -> None:
    page = shown(stage, home)
    assert "Send my opinion" not in buttons(page), "nothing was chosen yet"
    buttons(page)["Badly"].click()
    stage.qtbot.keyClicks(page.room.opinion.comment, "Un peu long")
    stage.press(page.room.opinion.comment, Qt.Key.Key_Return)
    stage.settle()
    assert not page.room.opinion.isVisibleTo(page)
    assert "You said how it went: badly" in words_on(page)
    home.outbox.flush()
    assert (home.helpdesk.received[-1]["score"], home.helpdesk.received[-1]["comment"]) == (4, "Un peu long")


def test_a_word_alone_also_without_a_network(stage: Show, home: Desktop) -> None:
    page = shown(stage, home)
    home.go_offline()
    buttons(page)["Very well"].click()
    buttons(page)["Send my opinion"].click()
    stage.settle()
    assert [waiting.kind for waiting in home.outbox.waiting()] == ["opinion"]
    assert not page.room.opinion.isVisibleTo(page)


def test_two_clicks_are_one_opinion(stage: Show, home: Desktop) -> None:
    page = shown(stage, home)
    home.go_offline()
    buttons(page)["Very well"].click()
    send = buttons(page)["Send my opinion"]
    send.click()
    stage.press(page.room.opinion.comment, Qt.Key.Key_Return)
    page.refresh("tickets")
    assert not page.room.opinion.isVisibleTo(page)
    stage.settle()
    assert [waiting.kind for waiting in home.outbox.waiting()] == ["opinion"]


def test_an_opinion_that_could_not_be_kept_is_still_there(
    stage: Show, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(stage, home)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(home.tickets, "rate", full)
    buttons(page)["Badly"].click()
    stage.qtbot.keyClicks(page.room.opinion.comment, "Un peu long")
    buttons(page)["Send my opinion"].click()
    stage.settle()
    assert page.room.opinion.isVisibleTo(page)
    assert page.room.opinion.comment.text() == "Un peu long"


def test_never_again(stage: Show, home: Desktop) -> None:
    page = shown(stage, home)
    buttons(page)["Do not ask me again"].click()
    stage.settle()
    assert home.settings.values["ask_opinion"] is False
    assert not page.room.opinion.isVisibleTo(page)
    assert not home.outbox.waiting()


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
def test_it_fits(stage: Show, home: Desktop, language: str, size: int) -> None:
    opened = solved(home)
    with looking(size, language):
        page = RequestsPage(home, stage.tasks, stage.navigate)
        stage.show(page, 540, 520, ticket_id=opened)
        stage.fits(page)
