"""One run from start to end: the icon, the window on request, settings that take effect at once, a clean end."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui import texts, theme
from desktop_app.ui.app import Running
from desktop_app.ui.crash_dialog import CrashDialog
from desktop_app.ui.instance import Instance
from desktop_app.ui.pages.journal import JournalPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.window import Window
from tests.gui import values
from tests.gui.fakes import House
from tests.gui.stage import words_on


@pytest.fixture
def running(qtbot: Any, qapp: QApplication, tmp_path: Path, wear: Any) -> Iterator[Running]:
    places = SimpleNamespace(state=tmp_path / "state", settings=tmp_path / "settings", logs=tmp_path / "logs")
    house = House(folders=places, close=lambda: None)
    made = Running(qapp, house, places, Instance(places.state))
    yield made
    qtbot.waitUntil(made.tasks.are_idle)
    made.close()
    made.deleteLater()


def _window() -> Window | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)


def test_started_hidden_it_listens_and_builds_no_window(qtbot: Any, running: Running) -> None:
    running.start(page="", is_hidden=True)
    live = running._house.live
    qtbot.waitUntil(lambda: live.changed is not None)
    qtbot.waitUntil(lambda: running.situation.known.is_online)
    assert _window() is None
    live.changed("tickets", None)


def test_another_start_brings_a_page_up(qtbot: Any, running: Running) -> None:
    running.start(page="", is_hidden=True)
    running._instance.asked.emit("journal")
    window = _window()
    assert window is not None
    assert isinstance(window.page, JournalPage)
    running._instance.asked.emit("no-such-page")
    assert isinstance(window.page, JournalPage), "nonsense from outside changes nothing"


def test_settings_take_effect_at_once_and_text_goes_on_being_typed(qtbot: Any, running: Running) -> None:
    running.start(page="settings", is_hidden=False)
    qtbot.waitUntil(lambda: _window() is not None)
    window = _window()
    assert window is not None
    page = window.page
    running._house.settings.set("theme", "dark")
    qtbot.waitUntil(theme.is_dark)
    assert window.page is page, "another colour is no reason to build anything again"
    running._house.settings.set("language", "nl")
    qtbot.waitUntil(lambda: texts.language() == "nl")
    qtbot.waitUntil(lambda: "Instellingen" in words_on(window))
    assert isinstance(window.page, SettingsPage)
    running._house.settings.set("text_size", 200)
    qtbot.waitUntil(lambda: theme.scale() == 2.0)


def test_keys_from_any_program_bring_the_window_up(qtbot: Any, running: Running) -> None:
    running.start(page="", is_hidden=True)
    keys = running._house.computer.keys
    qtbot.waitUntil(lambda: keys.bound == ["Ctrl+Shift+F1"])
    keys.pressed()
    qtbot.waitUntil(lambda: _window() is not None)
    running._house.settings.set("global_key", "Ctrl+Alt+H")
    qtbot.waitUntil(lambda: keys.bound == ["Ctrl+Shift+F1", "Ctrl+Alt+H"])


def test_the_reader_of_the_computer_is_told_of_the_screens(qtbot: Any, running: Running) -> None:
    running.start(page="home", is_hidden=False)
    snapshots = running._house.snapshots
    qtbot.waitUntil(lambda: snapshots.known is not None)
    (screen,) = snapshots.known["display"]["screens"]
    assert (screen["main"], screen["scale_percent"]) == (True, 100)
    assert screen["width"] == QApplication.primaryScreen().size().width()


def test_news_reach_the_window(qtbot: Any, running: Running) -> None:
    running.start(page="home", is_hidden=False)
    qtbot.waitUntil(lambda: _window() is not None and running._house.live.changed is not None)
    running._house.tickets.all = [values.ticket("Deuxième écran")]
    running._house.live.changed("tickets", None)
    qtbot.waitUntil(lambda: "Deuxième écran" in words_on(_window()))  # type: ignore[arg-type]


def test_a_bug_is_shown_to_be_read(qtbot: Any, running: Running) -> None:
    running.start(page="home", is_hidden=False)
    qtbot.waitUntil(lambda: _window() is not None)
    running._crashes.caught.emit("Traceback…")
    window = _window()
    assert window is not None
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is None)
