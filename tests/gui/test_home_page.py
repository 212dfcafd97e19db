"""Home and my computer: what comes first, what is told once, what is said of the machine."""

from pathlib import Path
from typing import Any

from desktop_app.domain.errors import FolderReadOnly, KeyringUnavailable
from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.services.troubles import Troubles
from desktop_app.ui.pages.article import ArticlePage
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.my_computer import MyComputerPage
from desktop_app.ui.tasks import Tasks
from tests.gui import values
from tests.gui.fakes import FakeDesk, FakeFixes, FakeKnowHow, FakeSnapshots, Ground
from tests.gui.shell import shell
from tests.gui.stage import buttons, words_on


def test_home_offers_to_go_on_with_what_was_left(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, fixes=FakeFixes([], [values.run(id="left")])) as made:
        page = made.open("home")
        assert isinstance(page, HomePage)
        went: list[Any] = []
        page.navigate = lambda name, **arguments: went.append((name, arguments))
        buttons(page)["Go on with it"].click()
        assert went == [("fix", {"run_id": "left"})]


def test_what_is_wrong_with_the_ground_is_told_until_it_is_read(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    keys = Ground(warning=KeyringUnavailable())
    troubles = Troubles(Ground(FolderReadOnly(folder="/home/camille")), Ground(), keys)
    with shell(qtbot, tasks, tmp_path, troubles=troubles) as made:
        page = made.open("home")
        assert "Rescousse may not write in /home/camille." in words_on(page)
        buttons(page)["I have read this"].click()
        made.settle()
        assert "This computer’s keyring is locked or missing." in words_on(page)
        buttons(page)["I have read this"].click()
        made.settle()
        assert "keyring" not in " ".join(words_on(page))
        assert made.window.focusWidget() is not None, "the keyboard is not lost with the link"


def test_asking_to_be_told_is_said_back(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, desk=FakeDesk(down=[values.INCIDENT])) as made:
        page = made.open("home")
        buttons(page)["Tell me when it is fixed"].click()
        made.settle()
        assert made.house.desk.subscribed == [values.INCIDENT.id]
        assert "We will tell you when it is fixed." in words_on(page)


def test_my_computer_undoes_a_repair(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("my_computer")
        assert isinstance(page, MyComputerPage)
        buttons(page)["Undo"].click()
        made.settle()
        assert made.house.fixes.undone == ["run-1"]
        assert "Taken back." in words_on(page)
        assert "Undo" not in buttons(page)


def test_dates_in_findings_are_said_as_people_say_them(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    wear("fr")
    found = (
        Finding("updates_fine", Severity.FINE, "updates", {"since": "2026-11-02T05:15:53Z"}),
        Finding("out_of_support", Severity.PROBLEM, "os", {"system": "Debian 10", "since": "2024-06-30"}),
    )
    with shell(qtbot, tasks, tmp_path, snapshots=FakeSnapshots(found)) as made:
        said = words_on(made.open("my_computer"))
        assert "2 novembre 2026" in said
        assert "30 juin 2024" in said
        assert "2024-06" not in said


def test_a_computer_that_is_fine_says_so(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, snapshots=FakeSnapshots(())) as made:
        assert "Your computer is fine." in words_on(made.open("my_computer"))


def test_what_no_fix_settles_has_something_to_read(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    worn = Finding("battery_worn", Severity.ATTENTION, "power", {"percent": 41})
    known = FakeKnowHow(known={"battery_worn": "battery_lasts"})
    with shell(qtbot, tasks, tmp_path, snapshots=FakeSnapshots((worn,)), know_how=known) as made:
        for name in ("home", "my_computer"):
            page = made.open(name)
            end = buttons(page)["What to do"]
            assert "battery" in end.accessibleDescription().lower()
            end.click()
            made.settle()
            assert isinstance(made.window.page, ArticlePage)
            assert made.window.page.article_id == "battery_lasts"
