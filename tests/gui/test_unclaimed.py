"""« Are these yours? »: silence keeps what was written before somebody signed in, and nothing goes with one click."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.identity import Asks
from desktop_app.domain.words import LANGUAGES
from desktop_app.services.identity import SignIn
from desktop_app.services.unclaimed import Unclaimed
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.pages.unclaimed_card import UnclaimedCard
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes_computer import CAMILLE, FakeIdentity, FakeUnclaimed
from tests.gui.shell import Shell, shell
from tests.gui.stage import nameless, whole, words_on
from tests.gui.test_sign_in import asking

ASKS = "Are these yours?"
SINCE = datetime(2026, 3, 3, 14, 20, tzinfo=UTC)
PAY = Unclaimed("pay", "create", "Ma fiche de paie", SINCE, is_left=False)
PRINTER = Unclaimed("printer", "reply", "L’imprimante de l’accueil", SINCE, is_left=False)


def held(*which: Unclaimed, is_in: bool = True) -> dict[str, Any]:
    state = SignIn(Asks.REQUIRED, CAMILLE if is_in else None)
    return asking(FakeIdentity(state), unclaimed=FakeUnclaimed(list(which)))


def card(made: Shell, page: str = "home") -> UnclaimedCard:
    shown = made.open(page)
    assert isinstance(shown, HomePage | SettingsPage)
    (found,) = shown.findChildren(UnclaimedCard)
    return found


def test_nobody_is_asked_before_they_have_signed_in(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, **held(PAY, is_in=False)) as made:
        asked = card(made)
        assert not asked.isVisible()
        made.house.identity.known = SignIn(Asks.REQUIRED, CAMILLE)
        made.house.live.retried = 0
        page = made.window.page
        assert isinstance(page, HomePage)
        page.sign_in.row.changed.emit()
        made.settle()
        assert asked.isVisible()
        assert "Ma fiche de paie" in words_on(asked)
        assert made.house.unclaimed.claimed == [], "no answer means no"


def test_each_is_answered_for_itself_with_the_keyboard_alone(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    with shell(qtbot, tasks, tmp_path, **held(PAY, PRINTER)) as made:
        asked = card(made)
        assert ASKS in words_on(asked)
        assert made.tab_to("It is mine").accessibleDescription() == "Ma fiche de paie"
        made.press(Qt.Key.Key_Space)
        assert made.house.unclaimed.claimed == ["pay"]
        assert [row.one.id for row in asked.rows] == ["printer"]
        assert QApplication.focusWidget() is asked.rows[0].not_mine, "pressed once more it sends nothing"
        made.press(Qt.Key.Key_Space)
        assert "kept here, unsent" in words_on(asked)
        made.open("settings")
        made.open("home")
        assert not asked.isVisible(), "who has said no is not asked again"


def test_it_is_deleted_after_a_second_yes(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, **held(PAY)) as made:
        asked = card(made)
        row = asked.rows[0]
        assert not row.delete.isVisible()
        row.not_mine.click()
        made.settle()
        assert QApplication.focusWidget() is row.delete
        made.press(Qt.Key.Key_Space)
        assert QApplication.focusWidget() is row.keep, "pressed once more it keeps"
        made.press(Qt.Key.Key_Space)
        assert made.house.unclaimed.waiting()
        row.delete.click()
        row.sure.click()
        made.settle()
        assert not made.house.unclaimed.waiting()
        assert not asked.isVisible()
        page = made.window.page
        assert isinstance(page, HomePage)
        assert page.search.hasFocus() or page.search.edit.hasFocus()


def test_the_settings_keep_what_was_left(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, **held(PAY)) as made:
        made.house.unclaimed.leave("pay")
        assert not card(made).isVisible()
        asked = card(made, "settings")
        assert asked.isVisible()
        asked.rows[0].mine.click()
        made.settle()
        assert made.house.unclaimed.claimed == ["pay"]


def test_not_now_is_not_asked_again_at_home(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, **asking(FakeIdentity())) as made:
        page = made.open("home")
        assert isinstance(page, HomePage)
        page.sign_in.row.later.click()
        made.settle()
        assert not page.sign_in.isVisible()
        assert page.search.hasFocus() or page.search.edit.hasFocus()
        made.open("settings")
        made.open("home")
        assert not page.sign_in.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_fit(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str) -> None:
    wear(language, 200)
    with shell(qtbot, tasks, tmp_path, (720, 520), **held(PAY, PRINTER)) as made:
        for page in ("home", "settings"):
            asked = card(made, page)
            assert asked.isVisible()
            asked.rows[0].not_mine.click()
            made.settle()
            asked.rows[0].delete.click()
            made.settle()
            qtbot.waitUntil(whole(made.window))
            assert not nameless(made.window)
