"""With the mouse unplugged: home, search, article, back; F6, Escape, shortcuts, and the ring around the focus."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop_app.ui.focus import FocusRing
from desktop_app.ui.pages.article import ArticlePage
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.journal import JournalPage
from desktop_app.ui.pages.search import SearchPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.tasks import Tasks
from tests.gui.shell import shell
from tests.gui.stage import buttons


def test_from_home_to_an_article_and_back(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        assert isinstance(QApplication.focusWidget(), QLineEdit), "home starts in the search field"
        made.type("print")
        page = made.window.page
        assert isinstance(page, SearchPage)
        assert page.search.text() == "print", "no letter is lost between the two fields"
        assert [line.is_chosen for line in page.results.lines] == [True, False, False, False]
        for _ in range(2):
            made.press(Qt.Key.Key_Down)
        assert page.results.lines[2].is_chosen
        made.press(Qt.Key.Key_Return)
        article = made.window.page
        assert isinstance(article, ArticlePage)
        assert article.title.words == "Print on both sides or in colour"
        made.press(Qt.Key.Key_Escape)
        assert isinstance(made.window.page, SearchPage)
        made.press(Qt.Key.Key_Escape)
        assert page.search.text() == "", "Escape clears first"
        made.press(Qt.Key.Key_Escape)
        assert isinstance(made.window.page, HomePage)


def test_enter_opens_the_first_answer(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("search", text="print")
        assert isinstance(page, SearchPage)
        went: list[tuple[str, dict[str, Any]]] = []
        page.navigate = lambda name, **arguments: went.append((name, arguments))
        made.press(Qt.Key.Key_Return)
        assert went == [("fix", {"fix_id": "print_queue_stuck", "said": "print"})]


def test_what_is_not_found_becomes_a_request(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("search", text="the card reader at counter 3 blinks")
        assert isinstance(page, SearchPage)
        went: list[tuple[str, dict[str, Any]]] = []
        page.navigate = lambda name, **arguments: went.append((name, arguments))
        made.press(Qt.Key.Key_Return)
        assert went == [("compose", {"text": "the card reader at counter 3 blinks"})]


def test_f6_jumps_between_the_parts_of_the_window(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("my_computer")
        seen = []
        for _ in range(3):
            made.press(Qt.Key.Key_F6)
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.append(focused.accessibleName())
        assert seen[0] != seen[1] != seen[2]
        assert "Home" in seen
        assert "Check again" in seen


def test_shortcuts_reach_the_pages(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        made.press(Qt.Key.Key_F, control)
        assert isinstance(made.window.page, SearchPage)
        made.press(Qt.Key.Key_Comma, control)
        assert isinstance(made.window.page, SettingsPage)
        made.tab_to("Privacy")
        made.press(Qt.Key.Key_Return)
        assert isinstance(made.window.page, JournalPage)


def test_the_ring_follows_the_keyboard_and_not_the_mouse(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("settings")
        assert isinstance(page, SettingsPage)
        ring = made.window.findChild(FocusRing)
        assert ring is not None
        assert not ring.isVisible()
        control = made.tab_to("Home")
        assert ring.isVisible()
        assert ring.geometry().contains(control.mapTo(made.window, control.rect().center()))
        pressed = buttons(made.window)["Light"]
        page.scroller.ensureWidgetVisible(pressed)
        middle = pressed.mapTo(made.window, pressed.rect().center())
        QTest.mouseClick(made.window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
        made.settle()
        assert QApplication.focusWidget() is pressed
        assert not ring.isVisible()


def test_what_has_the_keyboard_is_in_view(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    wear("fr", 150)
    with shell(qtbot, tasks, tmp_path, (720, 520)) as made:
        page = made.open("settings")
        for _ in range(40):
            made.press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is None or not page.isAncestorOf(focused):
                continue
            middle = focused.mapTo(made.window, focused.rect().center())
            assert made.window.rect().contains(middle), focused.accessibleName()


def test_what_has_the_keyboard_stays_in_view_when_something_above_it_grows(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    with shell(qtbot, tasks, tmp_path, (720, 520)) as made:
        page = made.open("settings")
        assert isinstance(page, SettingsPage)
        focused = made.tab_to("Check the connection")
        inside = page.scroller.widget()
        assert inside is not None
        above = inside.findChildren(QLabel)[0]
        above.setMinimumHeight(900)
        made.settle()
        middle = focused.mapTo(made.window, focused.rect().center())
        assert made.window.rect().contains(middle)
        made.window.resize(720, 400)
        made.settle()
        assert made.window.rect().contains(focused.mapTo(made.window, focused.rect().center()))
        page.scroller.verticalScrollBar().setValue(0)
        made.settle()
        assert page.scroller.verticalScrollBar().value() == 0, "who scrolls by hand is let"


def test_escape_on_home_puts_the_window_away(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        made.window.has_tray = True
        made.open("home")
        made.press(Qt.Key.Key_Escape)
        assert not made.window.isVisible()
        made.open()
        assert made.window.isVisible()
