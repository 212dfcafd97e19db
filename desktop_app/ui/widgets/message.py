"""One line of a conversation: a bubble, or an event without one. Words from the wire are plain text, never markup."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.basics import button, picture, text
from desktop_app.ui.widgets.plain_words import addresses, breakable, harmless, middle_cut

_WIDEST = 404
_AVATAR = 32
_GAP = 10
_PADDING = 14

State = Literal["sent", "queued", "sending", "unknown", "failed"]


@dataclass(frozen=True)
class FileView:
    """A file that came or goes with a message; `size` in words."""

    id: str
    name: str
    size: str
    icon: str = "file-text"


@dataclass(frozen=True)
class MessageView:
    """A message as it is drawn. `caption` is when, and how far it got; `reason` why it was refused."""

    id: str
    author: str
    is_mine: bool
    body: str
    caption: str
    state: State = "sent"
    reason: str = ""
    files: tuple[FileView, ...] = ()


class Message(QWidget):
    """A bubble: theirs on the left with initials, mine on the right."""

    address_asked = Signal(str)
    file_asked = Signal(str)
    edit_asked = Signal(str)
    resend_asked = Signal(str)

    def __init__(self, view: MessageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._bubble = QFrame(self)
        self._bubble.setProperty("kind", "bubble")
        self._bubble.setProperty("side", "mine" if view.is_mine else "theirs")
        self._column = QVBoxLayout(self._bubble)
        self._column.setContentsMargins(theme.px(_PADDING), theme.px(10), theme.px(_PADDING), theme.px(10))
        self._column.setSpacing(theme.px(3))
        self._fill()
        self._place()
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        who = self.tr("You") if self.view.is_mine else harmless(self.view.author)
        return f"{who}, {self.view.caption}: {harmless(self.view.body)}"

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(_GAP))
        if self.view.is_mine:
            row.addStretch(1)
            row.addWidget(self._bubble)
            return
        row.addWidget(Avatar(harmless(self.view.author), parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._bubble)
        row.addStretch(1)

    def _fill(self) -> None:
        view = self.view
        if not view.is_mine:
            self._column.addWidget(text(f"{harmless(view.author)}, {view.caption}", "cap"))
        if view.body:
            self.words = WireText(view.body)
            self._column.addWidget(self.words)
        for address in addresses(view.body):
            self._column.addWidget(self._link(address), 0, Qt.AlignmentFlag.AlignLeft)
        for file in view.files:
            self._column.addWidget(self._file(file), 0, Qt.AlignmentFlag.AlignLeft)
        if view.is_mine:
            self._add_state()

    def _link(self, address: str) -> QPushButton:
        shown = address if len(address) <= 48 else f"{address[:47]}…"
        link = button(self.tr("Open {address}").format(address=shown).replace("&", "&&"), "link")
        link.setAccessibleName(self.tr("Open {address}").format(address=address))
        link.clicked.connect(_giving(self.address_asked.emit, address))
        return link

    def _file(self, file: FileView) -> QPushButton:
        name = harmless(file.name)
        one = button(f"{middle_cut(name, 36)}, {file.size}".replace("&", "&&"), "small", icon=file.icon)
        one.setToolTip(name)
        one.setAccessibleName(self.tr("Save {name}, {size}").format(name=name, size=file.size))
        one.clicked.connect(_giving(self.file_asked.emit, file.id))
        return one

    def _add_state(self) -> None:
        view = self.view
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addStretch(1)
        if view.state in {"queued", "unknown", "sending"}:
            line.addWidget(picture("clock", "text_3", 14))
        caption = text(view.caption, "cap")
        caption.setWordWrap(False)
        line.addWidget(caption)
        self._column.addLayout(line)
        if view.state == "failed":
            self._add_refusal()

    def _add_refusal(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(picture("warning-circle", "danger", 16), 0, Qt.AlignmentFlag.AlignTop)
        sentence = self.tr("This message did not leave. Your text is kept.")
        reason = harmless(self.view.reason)
        line.addWidget(text(f"{sentence} {reason}".strip(), "sub", tone="danger"), 1)
        self._column.addLayout(line)
        acts = QHBoxLayout()
        edit = button(self.tr("Change the text"), "small")
        edit.clicked.connect(_giving(self.edit_asked.emit, self.view.id))
        again = button(self.tr("Send again"), "small")
        again.clicked.connect(_giving(self.resend_asked.emit, self.view.id))
        acts.addWidget(edit)
        acts.addWidget(again)
        acts.addStretch(1)
        self._column.addLayout(acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bubble is as wide as its words, up to the widest that reads well."""
        super().resizeEvent(event)
        beside = 0 if self.view.is_mine else theme.px(_AVATAR + _GAP)
        room = min(theme.px(_WIDEST), self.width() - beside)
        self._bubble.setMaximumWidth(room)
        self._bubble.setMinimumWidth(min(room, self._natural_width()))

    def _natural_width(self) -> int:
        if self.view.state == "failed":
            return theme.px(_WIDEST)
        metrics = self.fontMetrics()
        lines = self.view.body.splitlines() or [""]
        words = max(metrics.horizontalAdvance(line[:200]) for line in lines) + 2 * theme.px(_PADDING) + 8
        return max(words, self._bubble.minimumSizeHint().width())


class WireText(QLabel):
    """Words from the wire: plain, whatever is in them; they can be selected and copied."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(breakable(harmless(words)))
        self.setAccessibleName(harmless(words))
        self.setProperty("role", "body")
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class EventLine(QWidget):
    """Something that happened: an icon and a sentence, no bubble."""

    def __init__(self, icon: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_AVATAR + _GAP), 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(picture(icon, "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text(breakable(sentence), "cap"), 1)
        self.setAccessibleName(sentence)


def _giving(call: Callable[[str], object], value: str) -> Callable[[], None]:
    def pressed() -> None:
        call(value)

    return pressed
