"""Quitting in the middle of it: what was typed and what was sent is there at the next start, however busy it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.protocol.tickets import Ticket
from desktop_app.ui.app import Running
from desktop_app.ui.instance import Instance
from desktop_app.ui.pages.compose import ComposePage
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.window import Window
from tests.gui.fakes import FakeSettings, House
from tests.gui.fakes_flows import ME, Desktop, desktop, entry, ticket

_WORKERS = 8
Quit = Callable[[], Desktop]


@pytest.fixture
def running(qtbot: Any, qapp: QApplication, tmp_path: Path, home: Desktop, wear: Any) -> Iterator[Running]:
    """A run over the true services."""
    places = SimpleNamespace(state=tmp_path / "state", settings=tmp_path / "settings", logs=tmp_path / "logs")
    house = House(**(vars(home) | {"settings": FakeSettings()}), folders=places, close=home.store.close)
    made = Running(qapp, house, places, Instance(places.state))
    made.start(page="home", is_hidden=False)
    qtbot.waitUntil(lambda: made.situation.known.is_online and made.tasks.are_idle())
    yield made
    made.deleteLater()


@pytest.fixture
def leave(running: Running, tmp_path: Path) -> Iterator[Quit]:
    """Quits, and is the next start over the same folder."""
    started: list[Desktop] = []

    def quit_now() -> Desktop:
        running.close()
        started.append(desktop(tmp_path / "home", language="en"))
        return started[-1]

    yield quit_now
    for one in started:
        one.store.close()


def _page(qtbot: Any, running: Running, kind: type[Any], **arguments: Any) -> Any:
    running.open("compose" if kind is ComposePage else "conversation", **arguments)
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    qtbot.waitUntil(lambda: isinstance(window.page, kind) and running.tasks.are_idle())
    return window.page


def _occupy(running: Running) -> None:
    """As where nothing answers: every worker waits, until the services end."""
    over, close = Event(), running._house.close

    def end() -> None:
        close()
        over.set()

    running._house.close = end
    for _ in range(_WORKERS):
        running.tasks.run(running, over.wait, nothing, nothing)


@pytest.fixture
def opened(home: Desktop) -> Ticket:
    """A request that the help desk works on."""
    known = ticket("Word")
    return home.know(known, entry(known.id, 1, "Nothing comes out.", ME))


def test_a_message_sent_the_moment_before_is_on_its_way(
    qtbot: Any, running: Running, opened: Ticket, leave: Quit
) -> None:
    page = _page(qtbot, running, RequestsPage, ticket_id=opened.id)
    _occupy(running)
    QTest.keyClicks(page.room.composer.field, "It is urgent.")
    QTest.keyClick(page.room.composer.field, Qt.Key.Key_Return)
    again = leave()
    assert [(one.kind, one.ticket_id) for one in again.outbox.waiting()] == [("reply", opened.id)]
    assert again.tickets.conversation(opened.id).lines[-1].entry.body == "It is urgent."


def test_words_typed_the_moment_before_are_there_again(
    qtbot: Any, running: Running, opened: Ticket, leave: Quit
) -> None:
    page = _page(qtbot, running, RequestsPage, ticket_id=opened.id)
    _occupy(running)
    QTest.keyClicks(page.room.composer.field, "Since this morning")
    again = leave()
    assert again.drafts.replies.load(opened.id, again.outbox.is_known).words == "Since this morning"


def test_a_request_half_written_is_there_again(qtbot: Any, running: Running, leave: Quit) -> None:
    page = _page(qtbot, running, ComposePage)
    _occupy(running)
    QTest.keyClicks(page.form.questions.story, "No sound")
    again = leave()
    assert "No sound" in str(again.drafts.load("request"))


def test_what_is_to_be_written_is_written_in_order_and_stands_behind_nothing(qtbot: Any, tasks: Tasks) -> None:
    release, said, owner = Event(), list[int](), QWidget()
    qtbot.addWidget(owner)
    for _ in range(200):
        tasks.run(owner, release.wait, nothing, nothing)
    for number in range(50):
        tasks.write(owner, lambda one=number: said.append(one), nothing, nothing)  # type: ignore[misc]
    assert tasks.finish_writing()
    release.set()
    assert said == list(range(50))
    qtbot.waitUntil(tasks.are_idle)


def test_what_could_not_be_written_says_so(qtbot: Any, tasks: Tasks) -> None:
    owner, told = QWidget(), list[str]()
    qtbot.addWidget(owner)

    def fail() -> None:
        raise SupportError

    tasks.write(owner, fail, nothing, lambda error: told.append(error.key))
    qtbot.waitUntil(lambda: told == [SupportError().key])
