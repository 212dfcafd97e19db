"""Settings ask for the proxy's name and password only where the proxy wants them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.errors import HelpdeskUnreachable, KeyringUnavailable, ProxyWantsPassword, SupportError
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.proxy_dialog import ProxyDialog
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk
from tests.gui.shell import Shell, shell
from tests.gui.stage import clipped, nameless, words_on
from tests.gui.values import OFFLINE, ONLINE


class AskedDesk(FakeDesk):
    def __init__(self, trouble: SupportError, error: SupportError | None = None) -> None:
        super().__init__(replace(OFFLINE, trouble=trouble))
        self.given: list[tuple[str, str]] = []
        self._error = error

    def name_at_proxy(self, name: str, password: str) -> None:
        self.given.append((name, password))
        self.known = ONLINE
        if self._error:
            raise self._error


def asked(made: Shell) -> ProxyDialog:
    page = made.open("settings")
    assert isinstance(page, SettingsPage)
    page.name_button.click()
    made.settle()
    return next(one for one in page.findChildren(ProxyDialog) if one.isVisible())


def test_both_are_given_and_the_connection_is_looked_at_again(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    desk = AskedDesk(ProxyWantsPassword(host="aide.example"))
    with shell(qtbot, tasks, tmp_path, desk=desk) as made:
        dialog = asked(made)
        assert dialog.password.echoMode() == QLineEdit.EchoMode.Password
        qtbot.keyClicks(dialog.name, "camille")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        assert desk.given == []
        assert "Something is missing here." in words_on(dialog)
        qtbot.keyClicks(dialog.password, "Pluie8842")
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
        made.settle()
        assert desk.given == [("camille", "Pluie8842")]
        page = made.window.page
        assert isinstance(page, SettingsPage)
        assert not page.name_button.isVisible()
        assert "Connected" in words_on(page)


def test_a_locked_key_store_is_said(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    desk = AskedDesk(ProxyWantsPassword(host="aide.example"), KeyringUnavailable(reason="locked"))
    with shell(qtbot, tasks, tmp_path, desk=desk) as made:
        dialog = asked(made)
        dialog.name.setText("camille")
        dialog.password.setText("x")
        dialog.go.click()
        made.settle()
        assert made.window.page is not None
        assert "Connected" in words_on(made.window.page)
        assert made.window.page._notice is not None


def test_no_other_trouble_asks_for_a_password(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, desk=AskedDesk(HelpdeskUnreachable(host="aide.example"))) as made:
        page = made.open("settings")
        assert isinstance(page, SettingsPage)
        assert not page.name_button.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_fit(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str) -> None:
    wear(language, 200)
    dialog = ProxyDialog(lambda _name, _password: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert not nameless(dialog)
    qtbot.waitUntil(lambda: not clipped(dialog))
