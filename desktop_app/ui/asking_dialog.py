"""A dialog with a reason and a few fields; Enter goes on, Escape leaves all as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import Text

_WIDEST = 680


class AskingDialog(QDialog):
    """`fields`: label and what stands there at first. `given` is called once, with what was typed, in their order.

    All must be filled, but those that a subclass names in `optional` by their place.
    """

    optional: frozenset[int] = frozenset()

    def __init__(
        self, why: str, fields: Sequence[tuple[str, str]], given: Callable[..., object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given = given
        self._column = QVBoxLayout(self)
        margin = theme.px(20)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(Text(why, "body", parent=self))
        self.edits = [QLineEdit(words, self) for _, words in fields]
        self._fields = [Field(label, edit, "", self) for (label, _), edit in zip(fields, self.edits, strict=True)]
        for field in self._fields:
            self._column.addWidget(field)
        buttons = QWidget(self)
        row = Flow(buttons, gap=12, line_gap=8, at_end=True)
        row.addWidget(button(QCoreApplication.translate("AskingDialog", "Not now"), act=self.reject))
        self.go = button(QCoreApplication.translate("AskingDialog", "Go on"), "primary", act=self._go)
        self.go.setDefault(True)
        row.addWidget(self.go)
        self._column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words are at this width."""
        super().showEvent(event)
        width = min(theme.px(460), _WIDEST)
        self.resize(width, self._column.totalHeightForWidth(width))

    def _go(self) -> None:
        typed = [edit.text().strip() for edit in self.edits]
        missing = {place for place, words in enumerate(typed) if not words} - self.optional
        for place, field in enumerate(self._fields):
            said = QCoreApplication.translate("AskingDialog", "Something is missing here.")
            field.show_error(said if place in missing else "")
        if not missing:
            self._given(*typed)
            self.accept()
