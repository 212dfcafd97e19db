"""The tools above the picture, and the way back from each mark."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop_app.ui.pages.annotate.marks import Tool
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.checked import on_use, show_state
from desktop_app.ui.widgets.flow import EndRow, Flow


class Tools(QWidget):
    """`chosen`: the name of a `Tool`."""

    chosen = Signal(str)
    back_asked = Signal()
    again_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tools"))
        self._group = QButtonGroup(self)
        self.buttons: dict[Tool, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(EndRow(self._kinds(), self._ways_back(), self))

    def _kinds(self) -> QWidget:
        kinds = QWidget(self)
        row = Flow(kinds, gap=4, line_gap=4)
        for tool, words, icon in (
            (Tool.BOX, self.tr("Box"), "rectangle"),
            (Tool.ARROW, self.tr("Arrow"), "arrow-up-right"),
            (Tool.TEXT, self.tr("Text"), "text-t"),
            (Tool.MASK, self.tr("Mask"), "eye-slash"),
            (Tool.CROP, self.tr("Crop"), "crop"),
        ):
            one = Button(words, "tool tight", icon, kinds)
            one.setCheckable(True)
            self._group.addButton(one)
            self.buttons[tool] = one
            on_use(one, self._telling(tool))
            row.addWidget(one)
        return kinds

    def _telling(self, tool: Tool) -> Callable[[bool], None]:
        def told(is_on: bool) -> None:
            if is_on:
                self.chosen.emit(tool)

        return told

    def _ways_back(self) -> QWidget:
        ways = QWidget(self)
        row = Flow(ways, gap=4, line_gap=4, at_end=True)
        self.back = button(self.tr("Undo"), "icon", "arrow-counter-clockwise", self.back_asked.emit)
        self.again = button(self.tr("Redo"), "icon", "arrows-clockwise", self.again_asked.emit)
        self.remove = button(self.tr("Remove this mark"), "icon", "trash", self.remove_asked.emit)
        for one in (self.back, self.again, self.remove):
            row.addWidget(one)
        return ways

    def show_tool(self, tool: Tool) -> None:
        """Mark the one in hand."""
        show_state(self.buttons[tool], is_on=True)

    def show_ways(self, *, back: bool, again: bool, remove: bool) -> None:
        """What can be done just now. A button that is greyed gives the keyboard to the tool in hand."""
        for one, can in ((self.back, back), (self.again, again), (self.remove, remove)):
            if not can and one.hasFocus() and (in_hand := self._group.checkedButton()) is not None:
                in_hand.setFocus(Qt.FocusReason.OtherFocusReason)
            one.setEnabled(can)
