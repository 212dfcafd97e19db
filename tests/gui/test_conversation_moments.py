"""What holds for a moment: the place in line, who writes, what was read. Nothing is said that is not known."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.ticket import Stage, Status
from desktop_app.protocol.tickets import Place, Ticket
from desktop_app.services import presence
from desktop_app.services.live import News
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.conversations import waiting as moments
from desktop_app.ui.widgets.result import Result
from tests.gui.fakes_flows import ME, Desktop, entry, ticket
from tests.gui.stage import Stage as Show
from tests.gui.stage import words_on


@pytest.fixture(autouse=True)
def _long_moments(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds for a moment holds as long as it is looked at."""
    monkeypatch.setattr(presence, "SHOWN_S", 600.0)
    monkeypatch.setattr(moments, "SHOWN_S", 600.0)


@pytest.fixture
def waiting(home: Desktop) -> Ticket:
    """A request that nobody has answered yet."""
    opened = ticket("Word", status=Status.NEW, stage=Stage.SENT, assignee="")
    return home.know(opened, entry(opened.id, 1, "Nothing comes out.", ME))


def _page(stage: Show, home: Desktop, opened: Ticket, width: int = 744) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, width, ticket_id=opened.id)
    return page


def _words(page: RequestsPage) -> str:
    return words_on(page.room.waiting)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (Place(rank=3, wait_minutes=20), ("number 3 in line", "about 20 min")),
        (Place(rank=1, wait_minutes=4), ("is next", "about 4 min")),
    ],
    ids=["third", "first"],
)
def test_the_place_in_line_and_how_long_it_usually_takes(
    stage: Show, home: Desktop, waiting: Ticket, line: Place, told: tuple[str, str]
) -> None:
    home.helpdesk.line = line
    page = _page(stage, home, waiting)
    assert page.room.waiting.isVisible()
    assert all(one in _words(page) for one in told)


def test_meanwhile_what_the_request_says_may_help(stage: Show, home: Desktop) -> None:
    home.helpdesk.line = Place(rank=2)
    opened = ticket("Mon imprimante clignote", status=Status.NEW, stage=Stage.SENT, assignee="")
    page = _page(stage, home, home.know(opened, entry(opened.id, 1, "Rien ne sort.", ME)))
    assert "What you can try meanwhile" in _words(page)
    lines = page.room.waiting.findChildren(Result)
    assert lines
    lines[0].click()
    lines[-1].click()
    (fix, with_fix), (last, with_last) = stage.went[-2:]
    assert (fix, with_fix["said"]) == ("fix", "Mon imprimante clignote")
    assert with_fix["fix_id"]
    assert with_last[f"{last}_id"]
    page.refresh("tickets")
    stage.settle()
    assert home.search.asked == ["Mon imprimante clignote"], "it is looked for once"


def test_meanwhile_nothing_is_said_where_nothing_is_near(stage: Show, home: Desktop, waiting: Ticket) -> None:
    home.helpdesk.line = Place(rank=2)
    page = _page(stage, home, waiting)
    assert "meanwhile" not in _words(page)


def test_of_minutes_nothing_is_said_when_too_little_is_known(stage: Show, home: Desktop, waiting: Ticket) -> None:
    home.helpdesk.line = Place(rank=2)
    page = _page(stage, home, waiting)
    assert "number 2" in _words(page)
    assert "Usually" not in _words(page)


def test_offline_nothing_is_said_of_the_line(stage: Show, home: Desktop, waiting: Ticket) -> None:
    home.helpdesk.line = Place(rank=2)
    page = _page(stage, home, waiting)
    home.go_offline()
    page.refresh("tickets")
    stage.settle()
    assert "in line" not in _words(page)


def test_an_answered_request_waits_in_no_line(stage: Show, home: Desktop) -> None:
    home.helpdesk.line = Place(rank=2)
    opened = ticket("Word")
    page = _page(stage, home, home.know(opened, entry(opened.id, 1, "Bonjour")))
    assert not page.room.waiting.isVisible()


def test_who_writes_is_shown_until_the_words_are_there(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    home.presence.hear(News(0, "typing", waiting.id, "Sofia"))
    page.refresh("typing")
    stage.settle()
    assert "Sofia is writing" in words_on(page.room.typing)
    home.presence.hear(News(7, "ticket", waiting.id))
    page.refresh("tickets")
    stage.settle()
    assert not page.room.typing.isVisible()


def test_who_writes_in_another_request_is_not_shown(stage: Show, home: Desktop, waiting: Ticket) -> None:
    other = home.know(ticket("VPN"))
    page = _page(stage, home, waiting)
    home.presence.hear(News(0, "typing", other.id, "Sofia"))
    page.refresh("typing")
    stage.settle()
    assert not page.room.typing.isVisible()


def test_writing_is_told_now_and_then_and_never_what(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    stage.qtbot.keyClicks(page.room.composer.field, "secret")
    stage.settle()
    assert home.helpdesk.typed == [waiting.id]
    home.go_offline()
    page.open(home.know(ticket("VPN")).id)
    stage.settle()
    stage.qtbot.keyClicks(page.room.composer.field, "more")
    stage.settle()
    assert home.helpdesk.typed == [waiting.id]
    assert page.room.composer.words() == "more", "and nothing failed"


@pytest.mark.parametrize(("seen", "ends"), [(0, "received"), (1, "read")], ids=["not-yet", "read"])
def test_what_a_technician_has_seen_is_read(stage: Show, home: Desktop, seen: int, ends: str) -> None:
    opened = ticket("Word", seen_seq=seen)
    page = _page(stage, home, home.know(opened, entry(opened.id, 1, "Nothing comes out.", ME)))
    assert page.room.lines.messages()[0].view.caption.endswith(ends)


def test_it_fits_in_a_narrow_window(stage: Show, home: Desktop, waiting: Ticket) -> None:
    home.helpdesk.line = Place(rank=12, wait_minutes=45)
    home.presence.hear(News(0, "typing", waiting.id, "Maximilian-Alexander von Hohenberg"))
    stage.fits(_page(stage, home, waiting, width=460))


def test_the_keyboard_stays_where_it_is(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page: Any = _page(stage, home, waiting)
    page.room.composer.field.setFocus()
    home.helpdesk.line = Place(rank=2)
    page.refresh("tickets")
    stage.settle()
    stage.press(page.room.composer.field, Qt.Key.Key_A)
    assert page.room.composer.words() == "a"
