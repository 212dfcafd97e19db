"""What is told unasked: a card with three ways on, a notification without details, nothing beside a known incident."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.nudge import KINDS, Nudge
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.ui.nudging import Nudging
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.tasks import Tasks
from tests.gui import values
from tests.gui.fakes import FakeComputer, FakeDesk, FakeNudges, House
from tests.gui.shell import Shell, shell
from tests.gui.stage import buttons, nameless, whole, words_on

FULL = Nudge("disk_full", "disk_full", "full", values.NOW)


def opened(made: Shell) -> HomePage:
    page = made.open("home")
    assert isinstance(page, HomePage)
    return page


def reached(made: Shell, name: str) -> QWidget:
    """Tab from the search field on until `name` has the keyboard, which must be soon."""
    return made.tab_to(name)


def test_the_fix_is_one_press_away_from_home(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, nudges=FakeNudges(FULL)) as made:
        page = opened(made)
        went: list[Any] = []
        page.navigate = lambda name, **arguments: went.append((name, arguments))
        assert reached(made, "Make room").accessibleDescription() == "The disk is nearly full."
        made.press(Qt.Key.Key_Space)
        assert went == [("fix", {"fix_id": "disk_full"})]


@pytest.mark.parametrize(("name", "answer"), [("Not now", "later"), ("Do not tell me again", "never")])
def test_left_alone_by_one_key_and_the_keyboard_is_not_lost(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, name: str, answer: str
) -> None:
    with shell(qtbot, tasks, tmp_path, nudges=FakeNudges(FULL)) as made:
        page = opened(made)
        reached(made, name)
        made.press(Qt.Key.Key_Space)
        assert made.house.nudges.answered == [answer]
        assert not page.nudge.isVisible()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.search.isAncestorOf(focused)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_every_kind_in_every_language_is_named_and_not_cut(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: Language, kind: str
) -> None:
    wear(language, 200)
    with shell(qtbot, tasks, tmp_path, (720, 520), nudges=FakeNudges(replace(FULL, kind=kind))) as made:
        page = opened(made)
        assert page.nudge.isVisible()
        card = page.nudge.findChildren(QWidget)[0]
        assert "4,1 GB" in card.accessibleName()
        pressed = [one for one in buttons(page.nudge).values() if one.isVisible()]
        assert len(pressed) == 3
        assert all(one.accessibleDescription() for one in pressed)
        assert not nameless(page.nudge)
        qtbot.waitUntil(whole(page.nudge))


def test_nothing_is_told_twice_beside_a_known_incident(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    met = replace(FULL, incident=values.INCIDENT.id)
    with shell(qtbot, tasks, tmp_path, nudges=FakeNudges(met), desk=FakeDesk(down=[values.INCIDENT])) as made:
        page = opened(made)
        assert not page.nudge.isVisible()
        assert "It was noticed on this computer too. IT support is working on it." in words_on(page)
        made.house.desk.down = []
        assert opened(made).nudge.isVisible(), "it is over for IT support, but not here"


def test_silenced_kinds_can_be_heard_again(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    house = House()
    house.settings.values["nudges.silenced"] = ["disk_full", "clock_wrong"]
    with shell(qtbot, tasks, tmp_path, settings=house.settings) as made:
        page = made.open("settings")
        assert "The disk is nearly full. The clock of the computer is wrong." in words_on(page)
        buttons(page)["Tell me again"].click()
        made.settle()
        assert house.settings.value("nudges.silenced") == []


class Beside(FakeComputer):
    """Runs the other program at once, which finds what it is given to find."""

    def __init__(self, nudges: FakeNudges, finds: Nudge | None) -> None:
        super().__init__()
        self.started: list[tuple[str, ...]] = []
        self._nudges, self._finds = nudges, finds

    def start_beside(self, *arguments: str, done: Any = None) -> None:
        self.started.append(arguments)
        self._nudges.nudge = self._finds
        done()


@pytest.mark.parametrize(
    ("finds", "told"),
    [(FULL, ["The disk is nearly full."]), (None, []), (replace(FULL, incident=values.INCIDENT.id), [])],
)
def test_a_look_is_another_program_and_its_find_is_told_once(
    qtbot: Any, tasks: Tasks, wear: Any, finds: Nudge | None, told: list[str]
) -> None:
    nudges = FakeNudges(due=True)
    house = House(nudges=nudges, computer=Beside(nudges, finds))
    nudging = Nudging(house, tasks)
    heard: list[str] = []
    nudging.told.connect(heard.append)
    with qtbot.waitSignal(nudging.looked):
        nudging.look()
    assert house.computer.started == [("nudges", "--look")]
    assert heard == told


def test_no_program_is_started_when_nothing_could_come_of_it(qtbot: Any, tasks: Tasks, wear: Any) -> None:
    nudges = FakeNudges()
    house = House(nudges=nudges, computer=Beside(nudges, FULL))
    Nudging(house, tasks).look()
    qtbot.waitUntil(tasks.are_idle)
    assert house.computer.started == []
