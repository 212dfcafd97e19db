"""Every page of the shell, in each language, size and window: nothing cut, nothing sideways, everything has a name."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.words import LANGUAGES
from desktop_app.ui import theme
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk
from tests.gui.shell import PAGES, shell
from tests.gui.stage import clipped, nameless
from tests.gui.values import INCIDENT

SHAPES = ((100, (960, 680)), (100, (720, 520)), (125, (840, 560)), (150, (720, 520)), (200, (720, 520)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text_size", "window"), SHAPES, ids=lambda value: str(value))
def test_words_fit_and_have_names(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str, text_size: int, window: tuple[int, int]
) -> None:
    wear(language, text_size)
    with shell(qtbot, tasks, tmp_path, window, desk=FakeDesk(down=[INCIDENT])) as made:
        for page, arguments in PAGES:
            made.open(page, **arguments)
            assert made.window.width() == window[0], "the page widened the window"
            qtbot.waitUntil(lambda: _is_sound(made.window))


def _is_sound(window: QWidget) -> bool:
    assert not clipped(window)
    assert not nameless(window)
    return True


def test_dark_and_light_need_no_rebuilding(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("home")
        light = made.window.grab().toImage().pixelColor(400, 660)
        wear("en", 100, "dark")
        made.settle()
        assert made.window.page is page
        assert light == theme.tokens()["color"]["light"]["bg"]
        assert made.window.grab().toImage().pixelColor(400, 660) == theme.tokens()["color"]["dark"]["bg"]
