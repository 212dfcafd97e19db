"""A page on a stage: tasks that really run, a note of where it wanted to go, and the questions every page must pass."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from desktop_app.ui import texts, theme
from desktop_app.ui.language import Speech
from desktop_app.ui.pages import Page
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.turns import Turns
from tests.gui.values import PATIENCE_S


class Stage:
    """Shows one page and waits until nothing is going on any more."""

    def __init__(self, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.tasks = Tasks(QThreadPool())
        self.went: list[tuple[str, dict[str, Any]]] = []
        self._pages: list[Page] = []

    def navigate(self, page: str, **arguments: Any) -> None:
        self.went.append((page, arguments))

    def show(self, page: Page, width: int = 744, height: int = 680, **arguments: Any) -> None:
        self.begin(page, width, height, **arguments)
        self.settle()

    def begin(self, page: Page, width: int = 744, height: int = 680, **arguments: Any) -> None:
        """Bring the page up without waiting for what it asks."""
        self._pages.append(page)
        page.resize(width, height)
        page.show()
        page.show_page(**arguments)

    def settle(self) -> None:
        """Until no work is going on and what it drew was laid out and shown."""
        self.qtbot.waitUntil(self.tasks.are_idle)
        drawn: list[bool] = []
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: drawn.append(True)))
        self.qtbot.waitUntil(lambda: bool(drawn) and self.tasks.are_idle() and not _are_drawing())

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(widget, key, modifier)

    def end(self, page: Page) -> None:
        """The page is gone, as when the window is closed or the language changes."""
        page.hide()
        page.deleteLater()
        self.qtbot.waitUntil(lambda: not isValid(page))

    def fits(self, page: Page) -> None:
        """Nothing is cut, and everything that takes the keyboard says what it is."""

        def looked() -> None:
            assert not clipped(page)
            assert not nameless(page)

        self.qtbot.waitUntil(looked)
        page.hide()
        self.settle()

    def close(self) -> None:
        for page in self._pages:
            if isValid(page):
                self.end(page)
        assert self.tasks.close(PATIENCE_S * 1000)


@contextmanager
def looking(size: int = 100, language: str = "fr") -> Iterator[None]:
    """The application in this text size and language; afterwards as it was."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance, speech = theme.Appearance(app), Speech(app)
    appearance.wear("light", size, "on")
    speech.speak(language)  # type: ignore[arg-type]
    try:
        yield
    finally:
        speech.speak("en")
        appearance.wear("light", 100, "on")


def buttons(page: QWidget) -> dict[str, QAbstractButton]:
    """What can be pressed now, by name."""
    return {one.accessibleName(): one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)}


def words_on(page: QWidget) -> str:
    """Everything that is written on the page."""
    return " | ".join(
        label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)
    )


def nameless(page: QWidget) -> list[str]:
    """What takes the keyboard without saying what it is."""
    reached = [
        one
        for one in page.findChildren(QWidget)
        if one.isVisibleTo(page) and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [type(one).__name__ for one in reached if one.isEnabled() and not one.accessibleName()]


def clipped(page: QWidget) -> list[str]:
    """Labels and buttons that are narrower or lower than their words need, and scrolling parts wider than the page."""
    bad = []
    for one in page.findChildren(QLabel):
        if one.isVisibleTo(page) and one.text() and one.pixmap().isNull():
            needs = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            too_narrow = not one.wordWrap() and one.sizeHint().width() > one.width() + 1
            if too_narrow or needs > one.height() + 1:
                bad.append(f"label {one.accessibleName()[:40]} {one.width()}x{one.height()}, needs {needs}")
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page) and button.minimumSizeHint().width() > button.width() + 1:
            bad.append(f"button {button.accessibleName()[:40]}")
    for area in page.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisibleTo(page) and inside is not None and inside.width() > area.viewport().width() + 1:
            bad.append(f"sideways {inside.width()} in {area.viewport().width()}")
    return bad


def whole(page: QWidget) -> Callable[[], None]:
    """For `waitUntil`: nothing is cut once everything was laid out."""

    def looked() -> None:
        cut = clipped(page)
        assert not cut, (type(page).__name__, cut)

    return looked


def stop_clock(now: Callable[[], Any]) -> None:
    texts.set_clock(now)


def _are_drawing() -> bool:
    turns = (one for window in QApplication.topLevelWidgets() for one in window.findChildren(Turns))
    return any(one.is_drawing for one in turns)
