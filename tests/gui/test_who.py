"""Name and address of the account are confirmed once, and put right in the settings."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.words import LANGUAGES
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.person_row import PersonDialog
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk, FakeFixes
from tests.gui.fakes_computer import FakeEnrolment
from tests.gui.shell import shell
from tests.gui.stage import buttons, clipped, words_on

ASKS = "This is how IT support will know you."


def test_home_asks_once(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    enrolment = FakeEnrolment(is_confirmed=False)
    with shell(qtbot, tasks, tmp_path, enrolment=enrolment, fixes=FakeFixes([])) as made:
        page = made.open("home")
        assert isinstance(page, HomePage)
        assert ASKS in words_on(page)
        assert "Camille Martin, camille.martin@valclair.invalid" in words_on(page)
        buttons(page)["That is right"].click()
        made.settle()
        assert enrolment.is_confirmed
        assert ASKS not in words_on(page)


def test_what_is_wrong_is_put_right_in_the_settings(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    enrolment = FakeEnrolment(is_confirmed=False)
    with shell(qtbot, tasks, tmp_path, enrolment=enrolment, fixes=FakeFixes([])) as made:
        home = made.open("home")
        buttons(home)["Change"].click()
        made.settle()
        page = made.window.page
        assert page is not None
        buttons(page)["Change"].click()
        (dialog,) = page.findChildren(PersonDialog)
        name, email = dialog.findChildren(QLineEdit)
        assert (name.text(), email.text()) == ("Camille Martin", "camille.martin@valclair.invalid")
        name.clear()
        dialog.go.click()
        assert "Something is missing here." in words_on(dialog)
        assert not enrolment.is_confirmed
        name.setText(" Camille Durand ")
        email.clear()
        dialog.go.click()
        made.settle()
        assert (enrolment.name, enrolment.email, enrolment.is_confirmed) == ("Camille Durand", "", True)
        assert "Camille Durand" in words_on(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_fit(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str) -> None:
    wear(language, 200)
    enrolment = FakeEnrolment(is_confirmed=False, email="")
    with shell(qtbot, tasks, tmp_path, (720, 520), enrolment=enrolment, fixes=FakeFixes([]), desk=FakeDesk()) as made:
        made.open("home")
        qtbot.waitUntil(lambda: not clipped(made.window))
