"""The whole window on fakes, used as a person does: with keys that go to the window, and words that are read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.situation import Situation
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.turns import Turns
from desktop_app.ui.window import Window
from tests.gui.fakes import House

PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("home", {}),
    ("search", {"text": "imprimante"}),
    ("search", {"text": "lecteur de carte du guichet 3"}),
    ("article", {"article_id": "print-both-sides"}),
    ("my_computer", {}),
    ("journal", {}),
    ("settings", {}),
    ("help", {}),
)


class Shell:
    """A window, its house, and what is asked of them."""

    def __init__(self, qtbot: Any, tasks: Tasks, house: House, folder: Path, size: tuple[int, int]) -> None:
        self.qtbot, self.tasks, self.house = qtbot, tasks, house
        self.situation = Situation(house, tasks)
        self.memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(house, tasks, self.situation, self.memory)
        self.window.resize(*size)

    def open(self, page: str = "home", **arguments: Any) -> QWidget:
        self.situation.renew()
        self.window.bring_up(page, **arguments)
        self.settle()
        assert self.window.page is not None
        return self.window.page

    def settle(self) -> None:
        """Until no work is going on and what it drew was laid out."""
        self.qtbot.waitUntil(self.tasks.are_idle)
        turned: list[bool] = []
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: turned.append(True)))
        self.qtbot.waitUntil(lambda: bool(turned) and self.tasks.are_idle() and not self._is_drawing())

    def _is_drawing(self) -> bool:
        return any(turns.is_drawing for turns in self.window.findChildren(Turns))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """As the system does: to the window, which hands it on to whatever has the focus."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self.window.windowHandle(), letter)  # type: ignore[call-overload]  # a letter
        self.settle()

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until what has the keyboard is called `name`."""
        for _ in range(80):
            self.press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is not None and focused.accessibleName().startswith(name):
                return focused
        raise AssertionError(f"Tab never reached {name!r}")

    def close(self) -> None:
        self.settle()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def shell(qtbot: Any, tasks: Tasks, folder: Path, size: tuple[int, int] = (960, 680), **house: Any) -> Iterator[Shell]:
    made = Shell(qtbot, tasks, House(**house), folder, size)
    try:
        yield made
    finally:
        made.close()
