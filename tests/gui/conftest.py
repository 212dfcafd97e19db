"""The pages without a screen: fonts that are the same everywhere, catalogues built, nothing left behind."""

import gc
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from build_scripts import translations
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui import texts, theme
from desktop_app.ui.language import Speech
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes_flows import Desktop, desktop
from tests.gui.stage import Stage
from tests.gui.values import NOW, PATIENCE_S

_PATIENCE_MS = PATIENCE_S * 1000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no windows above each other, and says so at each try."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True))


@pytest.fixture(scope="session", autouse=True)
def _catalogues() -> None:
    """The `.qm` files are as new as the `.ts` files."""
    built = [translations.FOLDER / f"rescousse_{language}.qm" for language in LANGUAGES]
    if any(not qm.is_file() or qm.stat().st_mtime < qm.with_suffix(".ts").stat().st_mtime for qm in built):
        translations.build()


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> tuple[theme.Appearance, Speech]:
    font = QFont(next((name for name in ("Inter", "Noto Sans") if name in QFontDatabase.families()), "Sans"))
    font.setPixelSize(14)
    qapp.setFont(font)
    return theme.Appearance(qapp), Speech(qapp)


@pytest.fixture
def wear(_dressed: tuple[theme.Appearance, Speech]) -> Iterator[Any]:
    """`wear(language, size, look)` dresses the application; the next test finds it as it was."""
    appearance, speech = _dressed

    def dress(language: Any = "en", size: int = 100, look: str = "light") -> None:
        speech.speak(language)
        appearance.wear(look, size, "on")

    dress()
    yield dress
    dress()


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    kept = texts.now
    texts.set_clock(lambda: NOW)
    yield
    texts.set_clock(kept)


@pytest.fixture
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The local time is UTC; the help desk's settings, where a test before this one read them, had set another."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def qtbot(qtbot: Any) -> Any:
    """Its waits end when the fact is there; where the processors are busy that may be later than its five seconds."""
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=_PATIENCE_MS))
    return qtbot


@pytest.fixture
def tasks(qtbot: Any) -> Iterator[Tasks]:
    """Worker threads that come home."""
    pool = QThreadPool()
    made = Tasks(pool)
    yield made
    assert made.close(_PATIENCE_MS)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """A window or a worker that outlives its test is a leak."""
    before = set(qapp.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    left = [widget for widget in set(qapp.topLevelWidgets()) - before if widget.isVisible()]
    assert not left, [type(widget).__name__ for widget in left]
    assert QThreadPool.globalInstance().waitForDone(_PATIENCE_MS)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desktop]:
    """The true services on a store of this test."""
    made = desktop(tmp_path / "home", language="en")
    yield made
    made.store.close()


@pytest.fixture
def stage(qtbot: Any, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Where a page is shown; it is taken down before the services, which its work still asks."""
    if "home" in request.fixturenames:
        request.getfixturevalue("home")
    made = Stage(qtbot)
    yield made
    made.close()
