"""News does not take the ground from under a press that is on its way, nor from under the keyboard."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from desktop_app.domain.errors import FolderReadOnly
from desktop_app.services.troubles import Troubles
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.home_cards import RequestCard
from desktop_app.ui.tasks import Tasks
from tests.gui import values
from tests.gui.fakes import FakeDesk, FakeFixes, FakeTickets, Ground
from tests.gui.fakes_flows import SOFIA, Desktop, entry, sample_requests
from tests.gui.shell import Shell, shell
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, words_on

_NEWS = ("tickets", "outbox", "desk", "incidents", "nudges")


def _mouse(button: QAbstractButton, kind: QEvent.Type) -> None:
    """A press lasts about a tenth of a second: whatever comes in between comes in between."""
    here, left = QPointF(button.rect().center()), Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    there = QPointF(button.mapToGlobal(button.rect().center()))
    QApplication.sendEvent(button, QMouseEvent(kind, here, there, left, held, Qt.KeyboardModifier.NoModifier))


def _press_across_news(made: Shell, words: str) -> list[Any]:
    page = made.open("home")
    went: list[Any] = []
    page.navigate = lambda name, **arguments: went.append((name, arguments))  # type: ignore[attr-defined]
    pressed = buttons(page)[words]
    pressed.setFocus()
    _mouse(pressed, QEvent.Type.MouseButtonPress)
    for topic in _NEWS:
        made.window.hear(topic, "")
    made.settle()
    assert isValid(pressed), "it was drawn again under the finger"
    assert pressed.isVisible(), "it was drawn again under the finger"
    assert made.window.focusWidget() is pressed, "the keyboard is lost"
    _mouse(pressed, QEvent.Type.MouseButtonRelease)
    made.settle()
    return went


def test_the_request_at_home(qtbot: Any, wear: Any) -> None:
    mine, went = values.ticket(), []
    parent = QWidget()
    qtbot.addWidget(parent)
    card = RequestCard(lambda name, **arguments: went.append((name, arguments)), parent)
    parent.show()
    card.show_tickets([mine])
    qtbot.waitUntil(lambda: "Open the conversation" in buttons(card))
    _mouse(buttons(card)["Open the conversation"], QEvent.Type.MouseButtonPress)
    card.show_tickets([mine.model_copy(update={"last_words": "Redémarrez", "updated_at": values.NOW})])
    _mouse(buttons(card)["Open the conversation"], QEvent.Type.MouseButtonRelease)
    assert went == [("conversation", {"ticket_id": mine.id})]


def test_the_answer_is_told_beside_it(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    mine = values.ticket(last_author=None, assignee="")
    with shell(qtbot, tasks, tmp_path, tickets=FakeTickets([mine])) as made:
        page = made.open("home")
        way = buttons(page)["Open the conversation"]
        assert "Sofia" not in words_on(page)
        answered = mine.model_copy(update={"last_author": values.SOFIA, "updated_at": values.NOW})
        made.house.tickets.all = [answered]
        made.window.hear("tickets", "")
        made.settle()
        assert "Sofia answered you" in words_on(page)
        assert buttons(page)["Open the conversation"] is way
        made.house.tickets.all = [values.ticket("Plus de son"), answered]
        made.window.hear("tickets", "")
        made.settle()
        assert "Plus de son" in words_on(page)
        assert "1 other request" in buttons(page)
        assert buttons(page)["Open the conversation"] is not way, "another request has a way of its own"


def test_what_was_left_in_the_middle(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, fixes=FakeFixes([], [values.run(id="left")])) as made:
        assert _press_across_news(made, "Go on with it") == [("fix", {"run_id": "left"})]
        made.house.fixes.interrupted = [values.run(id="other")]
        made.window.hear("incidents", "")
        made.settle()
        page = made.window.page
        assert page is not None
        went: list[Any] = []
        page.navigate = lambda name, **arguments: went.append((name, arguments))
        buttons(page)["Go on with it"].click()
        assert went == [("fix", {"run_id": "other"})], "the same words for another run lead to that one"


def test_a_known_incident(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, desk=FakeDesk(down=[values.INCIDENT])) as made:
        _press_across_news(made, "Tell me when it is fixed")
        assert made.house.desk.subscribed == [values.INCIDENT.id]


def test_what_is_wrong_with_the_ground(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    class Forgetful:
        """Says the same each time, in an error of its own."""

        fault = property(lambda _: FolderReadOnly(folder="/home/camille"))

    troubles = Troubles(Forgetful(), Ground(), Ground())
    with shell(qtbot, tasks, tmp_path, troubles=troubles) as made:
        _press_across_news(made, "I have read this")
        assert "may not write" not in words_on(made.window)


def test_a_finding_at_home(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("home")
        answers = {words: found for words, found in buttons(page).items() if found.accessibleDescription()}
        made.open("home")
        assert all(isValid(found) for found in answers.values()), "the same look, drawn again"


def test_it_is_solved(stage: Show, home: Desktop) -> None:
    known = sample_requests(home)
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, 744, ticket_id=known.id)
    solved = buttons(page)["It is solved"]
    solved.setFocus()
    later = known.model_copy(update={"last_seq": known.last_seq + 1, "updated_at": values.NOW})
    home.know(later, entry(known.id, later.last_seq, "Encore un mot", SOFIA))
    page.refresh("tickets")
    stage.settle()
    assert "Encore un mot" in words_on(page)
    assert buttons(page)["It is solved"] is solved
