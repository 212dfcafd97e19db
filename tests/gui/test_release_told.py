"""A newer version is said where the version stands, and nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton

from desktop_app.protocol.releases import ReleaseFacts
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk
from tests.gui.shell import shell
from tests.gui.stage import words_on
from tests.gui.values import ONLINE

ABOUT = {"fr": "L’impression va plus vite.", "en": "Printing is faster."}
OUT = ReleaseFacts.model_validate(
    {"version": "9.1", "serial": 1, "until": datetime(2099, 1, 1, tzinfo=UTC), "about": ABOUT}
)


def test_it_is_told_without_anything_to_press(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    wear("en")
    buttons = []
    for release in (None, OUT):
        with shell(qtbot, tasks, tmp_path, desk=FakeDesk(replace(ONLINE, release=release))) as made:
            page = made.open("settings")
            buttons.append(len(page.findChildren(QPushButton)))
            said = "Version 9.1 is out. IT support installs it; you need not do anything. Printing is faster."
            assert (said in words_on(page)) == (release is not None)
    assert buttons[0] == buttons[1]
