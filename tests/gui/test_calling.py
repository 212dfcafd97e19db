"""To be called back instead of waiting: asked for on the card, also without a network, changed in its place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.call_back import between, read
from desktop_app.domain.errors import DiskFull, SupportError
from desktop_app.domain.ticket import Stage, Status
from desktop_app.protocol.tickets import Place, Ticket
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.conversations.calling import CallForm
from tests.gui.fakes_flows import ME, NOW, Desktop, entry, ticket
from tests.gui.slow_outbox import SlowOutbox
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, looking, words_on

_START = NOW + timedelta(days=1)


@pytest.fixture
def waiting(home: Desktop) -> Ticket:
    """A request that nobody has answered yet."""
    home.helpdesk.line = Place(rank=3)
    opened = ticket("Word", status=Status.NEW, stage=Stage.SENT, assignee="")
    return home.know(opened, entry(opened.id, 1, "Nothing comes out.", ME))


def _page(stage: Show, home: Desktop, opened: Ticket, width: int = 744) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, width, ticket_id=opened.id)
    return page


def _opened(stage: Show, page: RequestsPage) -> CallForm:
    page.room.waiting.call.offer.click()
    stage.settle()
    return _form(page)


def _form(page: RequestsPage) -> CallForm:
    form = page.room.waiting.call.form
    assert form is not None
    return form


def _ask(stage: Show, page: RequestsPage, telephone: str, place: int = 0) -> None:
    card = _opened(stage, page)
    card.call.telephone.setText(telephone)
    card.call.slot.setCurrentIndex(place)
    card.send.click()
    stage.settle()


def _lines(home: Desktop, opened: Ticket) -> list[str]:
    told = home.tickets.conversation(opened.id).lines
    return [line.entry.facts["call_back"] for line in told if line.entry.event == "call_wished"]


def test_a_number_and_a_time_in_opening_hours(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    _ask(stage, page, "01 99 00 45 67", place=1)
    assert "We call you back on 01 99 00 45 67. " in words_on(page.room.waiting)
    assert "You asked to be called back: 01 99 00 45 67, " in words_on(page)
    assert "Change the call" in buttons(page)
    home.outbox.flush()
    wish = read(home.helpdesk.received[-1]["call_back"])
    assert (wish.starts, wish.ends, wish.phone) == (_START, _START + timedelta(hours=2), "01 99 00 45 67")


def test_without_a_network_it_waits_and_leaves_once(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    home.go_offline()
    page.refresh("tickets")
    _ask(stage, page, "4567")
    assert [one.kind for one in home.outbox.waiting()] == ["call_back"]
    assert "We call you back on 4567. As soon as possible." in words_on(page.room.waiting)
    home.helpdesk.is_down = False
    home.outbox.flush()
    home.outbox.flush()
    assert [one["call_back"] for one in home.helpdesk.received] == ["/;4567"]


def test_asked_again_it_is_changed(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    home.go_offline()
    for telephone in ("4567", "8910"):
        _ask(stage, page, telephone)
    assert [one.kind for one in home.outbox.waiting()] == ["call_back"]
    home.helpdesk.is_down = False
    home.outbox.flush()
    _ask(stage, page, "1112")
    home.outbox.flush()
    assert [one["call_back"] for one in home.helpdesk.received] == ["/;8910", "/;1112"]
    assert _lines(home, waiting) == ["/;1112"], "one line tells it"
    assert words_on(page).count("You asked to be called back") == 1


def test_what_the_help_desk_says_meanwhile_does_not_undo_it(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    home.go_offline()
    _ask(stage, page, "4567")
    home.know(waiting.model_copy(update={"version": 2}))
    page.refresh("tickets")
    stage.settle()
    assert "We call you back on 4567." in words_on(page.room.waiting)


def test_what_was_said_holds_from_the_moment_it_arrives(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    _ask(stage, page, "4567")
    home.outbox.flush()
    page.refresh("tickets")
    stage.settle()
    assert not home.outbox.waiting()
    assert "We call you back on 4567." in words_on(page.room.waiting), "before the help desk is asked again"


def test_a_wish_of_a_request_that_was_forgotten_meanwhile_holds_nothing_up(
    stage: Show, home: Desktop, waiting: Ticket
) -> None:
    home.tickets.ask_call(waiting.id, "/;4567")
    other = home.know(ticket("VPN", status=Status.NEW, stage=Stage.SENT, assignee=""))
    home.store.tickets.forget_sent()
    home.outbox.flush()
    assert not home.outbox.waiting()
    assert {one.id for one in home.tickets.overview()}.isdisjoint({waiting.id, other.id})


def test_a_full_disk_leaves_the_number_where_it_was_typed(
    stage: Show, home: Desktop, waiting: Ticket, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, keep = _page(stage, home, waiting), home.tickets.ask_call
    monkeypatch.setattr(home.tickets, "ask_call", _full)
    _ask(stage, page, "01 99 00 45 67", place=1)
    card = _form(page)
    assert "disk is full" in words_on(page)
    assert card.call.telephone.text() == "01 99 00 45 67"
    assert page.focusWidget() is card.call.telephone
    monkeypatch.setattr(home.tickets, "ask_call", keep)
    stage.press(card.call.telephone, Qt.Key.Key_Return)
    stage.settle()
    assert [one.kind for one in home.outbox.waiting()] == ["call_back"]
    assert page.room.waiting.call.form is None


def _full(*_given: str) -> None:
    raise DiskFull(folder="/home")


def test_asked_twice_at_once_is_asked_once(
    stage: Show, home: Desktop, waiting: Ticket, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, slow = _page(stage, home, waiting), SlowOutbox(home.tickets.ask_call)
    monkeypatch.setattr(home.tickets, "ask_call", slow)
    card = _opened(stage, page)
    card.call.telephone.setText("4567")
    for _ in range(2):
        stage.press(card.call.telephone, Qt.Key.Key_Return)
    slow.go_on()
    stage.settle()
    assert slow.given == ["/;4567"]


@pytest.mark.parametrize("error", [None, DiskFull(folder="/home")], ids=["kept", "refused"])
def test_who_turns_to_another_request_meanwhile_is_left_alone(
    stage: Show, home: Desktop, waiting: Ticket, monkeypatch: pytest.MonkeyPatch, error: SupportError | None
) -> None:
    other = home.know(ticket("VPN", status=Status.NEW, stage=Stage.SENT, assignee=""))
    page, slow = _page(stage, home, waiting), SlowOutbox(home.tickets.ask_call)
    monkeypatch.setattr(home.tickets, "ask_call", slow)
    card = _opened(stage, page)
    card.call.telephone.setText("4567")
    card.send.click()
    page.open(other.id)
    stage.qtbot.waitUntil(lambda: page.room.waiting.call.form is None)
    page.room.waiting.call.offer.click()
    _form(page).call.telephone.setText("89")
    slow.go_on(error)
    stage.settle()
    assert _form(page).call.telephone.text() == "89"


def test_what_is_refused_says_so_and_does_not_stand(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    _ask(stage, page, "4567")
    home.helpdesk.refuses = "The request has moved on."
    home.outbox.flush()
    page.refresh("tickets")
    stage.settle()
    assert "Not sent: You asked to be called back: 4567, as soon as possible." in words_on(page)
    assert "The request has moved on." in words_on(page)
    assert "We call you back" not in words_on(page)


@pytest.mark.parametrize(("typed", "said"), [("", "Write the number"), ("12", "Some digits")], ids=["none", "short"])
def test_nothing_leaves_without_a_number(stage: Show, home: Desktop, waiting: Ticket, typed: str, said: str) -> None:
    page = _page(stage, home, waiting)
    card = _opened(stage, page)
    card.call.telephone.setText(typed)
    stage.press(card.call.telephone, Qt.Key.Key_Return)
    stage.settle()
    assert said in card.call.telephone.accessibleDescription()
    assert not home.outbox.waiting()


def test_the_number_given_last_is_proposed(stage: Show, home: Desktop, waiting: Ticket) -> None:
    home.know(ticket("Son", call_back=f"{between(_START, _START)};06 00 00 00 01", updated_at=NOW - timedelta(days=9)))
    page = _page(stage, home, waiting)
    assert _opened(stage, page).call.telephone.text() == "06 00 00 00 01"


def test_what_was_wished_with_the_request_is_changed_from_where_it_stands(stage: Show, home: Desktop) -> None:
    wish = f"{between(_START, _START + timedelta(hours=2))};4567"
    opened = home.know(ticket("Word", status=Status.NEW, stage=Stage.SENT, assignee="", call_back=wish))
    page = _page(stage, home, opened)
    assert "We call you back on 4567." in words_on(page.room.waiting)
    assert _opened(stage, page).call.wish() == wish
    _form(page).leave.click()
    stage.settle()
    assert "We call you back on 4567." in words_on(page.room.waiting), "nothing was changed"
    assert not home.outbox.waiting()


def test_once_somebody_rang_nothing_is_promised(stage: Show, home: Desktop) -> None:
    opened = home.know(ticket("Word", status=Status.NEW, stage=Stage.SENT, call_back="/;4567", called=True))
    page = _page(stage, home, opened)
    assert "We call you back" not in words_on(page)
    assert "Call me back" in buttons(page)


def test_news_do_not_touch_what_is_being_typed(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    card = _opened(stage, page)
    card.call.telephone.setText("01 99")
    page.refresh("tickets")
    stage.settle()
    assert _form(page) is card
    assert card.call.telephone.text() == "01 99"
    other = home.know(ticket("VPN", status=Status.NEW, stage=Stage.SENT, assignee=""))
    page.open(other.id)
    stage.settle()
    assert page.room.waiting.call.form is None, "another request begins anew"


def test_by_keyboard_alone(stage: Show, home: Desktop, waiting: Ticket) -> None:
    page = _page(stage, home, waiting)
    card = page.room.waiting.call
    card.offer.setFocus()
    stage.press(card.offer, Qt.Key.Key_Space)
    stage.settle()
    telephone = _form(page).call.telephone
    assert telephone.hasFocus()
    stage.qtbot.keyClicks(telephone, "4567")
    stage.press(telephone, Qt.Key.Key_Return)
    stage.settle()
    assert [one.kind for one in home.outbox.waiting()] == ["call_back"]
    assert card.offer.hasFocus()


@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_in_a_narrow_window(stage: Show, home: Desktop, waiting: Ticket, size: int) -> None:
    with looking(size, "de"):
        page = _page(stage, home, waiting, width=520)
        _opened(stage, page)
        stage.fits(page)


def test_in_a_small_window_one_sees_where_one_types(stage: Show, home: Desktop, waiting: Ticket) -> None:
    with looking(200, "de"):
        page = RequestsPage(home, stage.tasks, stage.navigate)
        stage.show(page, 560, 520, ticket_id=waiting.id)
        field = _opened(stage, page).call.telephone
        stage.qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())
