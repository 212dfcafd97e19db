"""The footer where a decision is taken: the quiet way out on the left, the decisive button on the far right."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.basics import Button, Text, button, text
from desktop_app.ui.widgets.flow import EndRow, Flow

_LEAST_WORDS = 200


@dataclass(frozen=True)
class Act:
    """A button: its words, what it does, and an icon."""

    label: str
    call: Callable[[], object]
    icon: str = ""


@dataclass(frozen=True)
class Plan:
    """What a footer offers. `refuse` is as large as `primary`; `focuses` brings the keyboard to the decisive button.

    `lead` is a widget of the page, shown on the left and never taken away.
    """

    leave: Act | None = None
    note: str = ""
    refuse: Act | None = None
    primary: Act | None = None
    focuses: bool = True
    primary_kind: str = "primary"
    lead: QWidget | None = None


class Footer(QFrame):
    """Left and right in one row; below each other where the words do not fit side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "footer")
        self.setAccessibleName(self.tr("Decision"))
        self._outer = QVBoxLayout(self)
        self.leave: Button | None = None
        self.refuse: Button | None = None
        self.primary: Button | None = None
        self.note: Text | None = None
        self._lead: QWidget | None = None
        self._pad()

    def show_plan(self, plan: Plan) -> None:
        """Draw another plan; the old buttons go."""
        self._clear()
        self.leave = self._button(plan.leave, "neutral")
        self.note = text(plan.note, "cap", tone="text_2") if plan.note else None
        self.refuse = self._button(plan.refuse, "large")
        self.primary = self._button(plan.primary, f"{plan.primary_kind} large".strip())
        left = plan.lead or self._left()
        if plan.lead is not None:
            left.setMinimumWidth(theme.px(_LEAST_WORDS))
        self._outer.addWidget(EndRow(left, self._right(), self))
        self._lead = plan.lead
        if plan.lead is not None:
            plan.lead.show()
        self._pad()
        self.setVisible(any((plan.lead, self.leave, self.note, self.refuse, self.primary)))
        if plan.focuses and self.primary:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> QWidget:
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        if self.leave:
            self.leave.setMinimumWidth(self.leave.sizeHint().width())
            row.addWidget(self.leave)
        if self.note:
            side = Qt.AlignmentFlag.AlignRight if self.leave else Qt.AlignmentFlag.AlignLeft
            self.note.setAlignment(Qt.AlignmentFlag.AlignVCenter | side)
            row.addWidget(self.note, 1)
        else:
            row.addStretch(1)
        return left

    def _right(self) -> QWidget:
        right = QWidget(self)
        row = Flow(right, gap=12, line_gap=8, at_end=True)
        for one in (self.refuse, self.primary):
            if one:
                row.addWidget(one)
        return right

    def _pad(self) -> None:
        side = 24 if self.width() < 700 else 32
        # The words of a quiet button line up with the words above it
        left = max(0, side - theme.px(14)) if self.leave else side
        self._outer.setContentsMargins(left, theme.px(13), side, theme.px(13))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has smaller margins."""
        super().resizeEvent(event)
        self._pad()

    def set_busy(self, words: str) -> None:
        """The decisive button was pressed: it keeps its width, says what happens, and nothing can be pressed twice."""
        for one in (self.leave, self.refuse):
            if one:
                one.setEnabled(False)
        if self.primary:
            self.primary.set_busy(words)

    @staticmethod
    def _button(act: Act | None, kind: str) -> Button | None:
        return button(act.label, kind, icon=act.icon, act=act.call) if act else None

    def _clear(self) -> None:
        if self._lead is not None:
            self._lead.hide()
            self._lead.setParent(self)
        while (item := self._outer.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
