"""Old conversations are found by their words, without a network, and what is new is found at once."""

from typing import Any

from PySide6.QtCore import Qt

from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import ME, Desktop, entry, sample_requests, ticket
from tests.gui.stage import Stage, words_on


def _page(stage: Stage, home: Desktop, **arguments: Any) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, **arguments)
    return page


def _seek(stage: Stage, page: RequestsPage, words: str, count: int) -> None:
    page.search.edit.setText(words)
    stage.qtbot.waitUntil(lambda: page.list.rows.rowCount() == count)
    stage.settle()


def test_found_offline_by_the_words_of_a_conversation(stage: Stage, home: Desktop) -> None:
    sample_requests(home)
    old = ticket("Télécopieur du guichet", number=311)
    home.know(old, entry(old.id, 1, "Le télécopieur grésille.", ME), entry(old.id, 2, "C’était le câble."))
    home.go_offline()
    page = _page(stage, home)
    everything = page.list.rows.rowCount()
    _seek(stage, page, "telecop CABL", 1)
    row = page.list.rows.data(page.list.rows.index(0))
    assert row.startswith("Télécopieur du guichet, ")
    assert "câble" in row, "the piece of text where it stands"
    _seek(stage, page, "311", 1)
    stage.press(page.search.edit, Qt.Key.Key_Return)
    stage.settle()
    assert page.room.ticket_id == old.id
    _seek(stage, page, "", everything)


def test_nothing_found_is_said_and_the_open_conversation_stays(stage: Stage, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    _seek(stage, page, "zeppelin", 0)
    assert "None of your requests kept on this computer holds these words." in words_on(page)
    assert page.room.isVisibleTo(page)
    assert not page.blank.isVisibleTo(page)


def test_what_is_new_is_found_and_what_was_forgotten_is_not(home: Desktop) -> None:
    known = ticket("Word")
    home.know(known, entry(known.id, 1, "Rien ne sort."))
    assert not home.tickets.search("paragraphe")
    home.know(known, entry(known.id, 2, "Le paragraphe 7."))
    ((found, piece),) = home.tickets.search("paragr")
    assert (found.id, "paragraphe 7" in piece) == (known.id, True)
    home.store.tickets.remove(known.id)
    assert not home.tickets.search("paragraphe")


def test_signs_of_the_search_language_are_words(home: Desktop) -> None:
    known = ticket('He said "NOT* (a) OR b:c"')
    home.know(known)
    for text in ('"', "NOT", 'NOT* "', "(a) OR", "b:c", "*", "-", "' ; --"):
        home.tickets.search(text)
    assert home.tickets.search('NOT* (a) OR "b:c')
