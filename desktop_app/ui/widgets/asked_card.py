"""Something that a technician asks for inside a conversation: what and why, one button to go on, one to say no."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.basics import button, picture, separator, text
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.message import AVATAR, BESIDE, WireText

_WIDEST = 460


@dataclass(frozen=True)
class CardView:
    """A request as it is drawn: who asks, for what (`asks` and `title` are our words), and why (`reason` is theirs).

    Without words to `accept` it can only be refused. `warning`: what is worth knowing before a yes.
    """

    id: str
    author: str
    icon: str
    asks: str
    title: str
    reason: str
    promise: str
    accept: str
    warning: str = ""

    @property
    def sentence(self) -> str:
        """The whole card, read aloud."""
        return " ".join(
            part for part in (f"{self.asks}. {self.title}.", self.reason, self.warning, self.promise) if part
        )


class AskedCard(QWidget):
    """Both buttons stand side by side; neither is pressed by Enter on its own."""

    accepted = Signal(str)
    refused = Signal(str)

    def __init__(self, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(BESIDE))
        row.addWidget(Avatar(view.author, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        self._card = QFrame(self)
        self._card.setProperty("kind", "request")
        self._card.setMaximumWidth(theme.px(_WIDEST))
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words())
        column.addWidget(separator())
        column.addWidget(self._acts())
        row.addWidget(self._card, 1)
        row.addStretch()
        self.setAccessibleName(view.sentence)
        self.setMinimumWidth(theme.px(AVATAR))

    def _words(self) -> QWidget:
        part = QWidget(self._card)
        row = QHBoxLayout(part)
        row.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        row.setSpacing(theme.px(14))
        row.addWidget(picture(self.view.icon, "accent_text", 22), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(3))
        column.addWidget(text(self.view.asks, "sub", tone="text_2"))
        column.addWidget(text(self.view.title, "strong"))
        if self.view.reason:
            column.addWidget(WireText(self.view.reason))
        if self.view.warning:
            column.addWidget(text(self.view.warning, "sub", tone="warning"))
        column.addWidget(text(self.view.promise, "sub", tone="text_2"))
        row.addLayout(column, 1)
        return part

    def _acts(self) -> QWidget:
        part = QWidget(self._card)
        column = QVBoxLayout(part)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        acts = Flow(gap=8)
        column.addLayout(acts)
        shown = []
        if self.view.accept:
            shown.append(button(self.view.accept, "primary", act=lambda: self.accepted.emit(self.view.id)))
        shown.append(button(self.tr("No, thank you"), act=lambda: self.refused.emit(self.view.id)))
        for one in shown:
            one.setAccessibleDescription(self.view.sentence)
            acts.addWidget(one)
        return part
