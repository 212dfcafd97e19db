"""What a screen reader toggles, without a click, does what a click does."""

from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.journal import JournalPage
from desktop_app.ui.pages.snapshot import SnapshotPage
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.widgets.segmented import Segmented
from tests.gui.fakes_flows import Desktop
from tests.gui.shell import shell
from tests.gui.stage import Stage


def _toggle(widget: QWidget) -> None:
    QAccessible.queryAccessibleInterface(widget).actionInterface().doAction("Toggle")


def test_an_option_is_chosen(qtbot: Any) -> None:
    options = Segmented("Size", [("a", "Small"), ("b", "Large")])
    qtbot.addWidget(options)
    options.show()
    chosen: list[str] = []
    options.chosen.connect(chosen.append)
    _toggle(options.buttons[1])
    assert chosen == ["b"]
    options.choose("a")
    assert chosen == ["b"], "what the program shows is nobody's choice"
    options.buttons[1].click()
    assert chosen == ["b", "b"]


def test_a_page_is_opened(qtbot: Any, tasks: Any, tmp_path: Any, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        bar = made.window.findChild(Sidebar)
        assert bar is not None
        _toggle(bar.buttons["journal"])
        made.settle()
        assert isinstance(made.window.page, JournalPage)
        assert bar.buttons["journal"].isChecked()
        _toggle(bar.buttons["journal"])
        assert bar.buttons["journal"].isChecked(), "where one is stays marked"


def test_a_section_is_shown_and_left_out_of_what_leaves(stage: Stage, home: Desktop) -> None:
    page = SnapshotPage(home, stage.tasks, stage.navigate)
    stage.show(page, purpose="request")
    stage.settle()
    row = page.sections.rows["printing"]
    _toggle(row.button)
    stage.settle()
    assert row.button.isChecked()
    _toggle(row.switch)
    stage.settle()
    assert page.review is not None
    assert b"PCL 6 universel" not in page.review.payload()
    _toggle(page.view.buttons[2])
    stage.settle()
    assert page.payload.isVisible()
