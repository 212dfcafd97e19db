"""One line of a conversation: a bubble, or an event without one. Words from the wire are plain text, never markup."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.basics import Button, button, picture, text
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.plain_words import addresses, articles, breakable, harmless, without_articles
from desktop_app.ui.widgets.progress import Progress

_WIDEST = 404
AVATAR, BESIDE = 32, 10
"""Pixels at 100 %: the initials of who writes, and the space to what was written."""
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
    """A message as it is drawn. `caption` is when, and how far it got; `reason` why it was refused.

    `progress`: how much of its files has arrived, from 0 to 1, and that in words, while they are being sent.
    """

    id: str
    author: str
    is_mine: bool
    body: str
    caption: str
    state: State = "sent"
    reason: str = ""
    files: tuple[FileView, ...] = ()
    progress: tuple[float, str] | None = field(default=None, compare=False)


class Message(QWidget):
    """A bubble: theirs on the left with initials, mine on the right."""

    address_asked = Signal(str)
    article_asked = Signal(str)
    file_asked = Signal(str)
    edit_asked = Signal(str)
    resend_asked = Signal(str)
    stop_asked = Signal(str)

    def __init__(self, view: MessageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._bubble = QFrame(self)
        self._bubble.setProperty("kind", "bubble")
        self._bubble.setProperty("side", "mine" if view.is_mine else "theirs")
        self._column = QVBoxLayout(self._bubble)
        self._column.setContentsMargins(theme.px(_PADDING), theme.px(10), theme.px(_PADDING), theme.px(10))
        self._column.setSpacing(theme.px(3))
        self._cuttable: list[tuple[Button, str, str]] = []
        self.progress: Progress | None = None
        self._fill()
        self._avatar = None if view.is_mine else Avatar(harmless(view.author), parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        who = self.tr("You") if self.view.is_mine else harmless(self.view.author)
        return f"{who}, {self.view.caption}: {harmless(without_articles(self.view.body))}"

    def _fill(self) -> None:
        view = self.view
        if not view.is_mine:
            self._column.addWidget(_who(harmless(view.author), view.caption))
        if view.body:
            self.words = WireText(without_articles(view.body))
            self._column.addWidget(self.words)
        for article in articles(view.body):
            read = button(
                self.tr("Read the article"), "small", icon="article", act=_giving(self.article_asked.emit, article)
            )
            self._column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        for address in addresses(view.body):
            self._column.addWidget(self._link(address), 0, Qt.AlignmentFlag.AlignLeft)
        for file in view.files:
            self._column.addWidget(self._file(file), 0, Qt.AlignmentFlag.AlignLeft)
        if view.is_mine:
            self._add_state()

    def _link(self, address: str) -> Button:
        words = self.tr("Open {address}").format(address=address)
        return self._cut(button("…", "link", act=_giving(self.address_asked.emit, address)), words, words)

    def _file(self, file: FileView) -> Button:
        name = harmless(file.name)
        one = button("…", "small", icon=file.icon, act=_giving(self.file_asked.emit, file.id))
        one.setToolTip(name)
        spoken = self.tr("Save {name}, {size}").format(name=name, size=file.size)
        return self._cut(one, f"{name}, {file.size}", spoken)

    def _cut(self, one: Button, words: str, spoken: str) -> Button:
        """A button whose words are cut in the middle when the bubble is narrow, and said in full."""
        one.setAccessibleName(spoken)
        self._cuttable.append((one, words, spoken))
        return one

    def _add_state(self) -> None:
        view = self.view
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        caption = text(view.caption, "cap")
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(caption, 1)
        if view.state in {"queued", "unknown", "sending"}:
            line.addWidget(picture("clock", "text_3", 14))
        self._column.addLayout(line)
        if view.state == "sending" and view.files:
            self._add_progress()
        if view.state == "failed":
            self._add_refusal()

    def _add_progress(self) -> None:
        self.progress = Progress()
        self._column.addWidget(self.progress)
        stop = button(self.tr("Stop sending"), "small", icon="stop", act=_giving(self.stop_asked.emit, self.view.id))
        self._column.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        self.show_progress(self.view)

    def show_progress(self, view: MessageView) -> None:
        """Its files have come further."""
        if self.progress is not None:
            self.progress.show_progress(*(view.progress or (0.0, "")))

    def _add_refusal(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(picture("warning-circle", "danger", 16), 0, Qt.AlignmentFlag.AlignTop)
        sentence = self.tr("This message did not leave. Your text is kept.")
        reason = harmless(self.view.reason)
        line.addWidget(text(f"{sentence} {reason}".strip(), "sub", tone="danger"), 1)
        self._column.addLayout(line)
        acts = Flow(gap=8)
        edit = _giving(self.edit_asked.emit, self.view.id)
        again = _giving(self.resend_asked.emit, self.view.id)
        acts.addWidget(button(self.tr("Change the text"), "small", act=edit))
        acts.addWidget(button(self.tr("Send again"), "small", act=again))
        self._column.addLayout(acts)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the bubble needs."""
        return max(self._tall(self._wide(width)), theme.px(AVATAR) if self._avatar else 0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page wants."""
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def sizeHint(self) -> QSize:
        """As wide as a bubble may be."""
        return QSize(theme.px(_WIDEST), self.heightForWidth(theme.px(_WIDEST)))

    def _tall(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def _wide(self, width: int) -> int:
        """The bubble is as wide as its words, up to the widest that reads well."""
        room = min(theme.px(_WIDEST), width - self._beside())
        return max(theme.px(60), min(room, self._natural_width()))

    def _beside(self) -> int:
        return theme.px(AVATAR + BESIDE) if self._avatar else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Theirs on the left, mine on the right."""
        super().resizeEvent(event)
        wide = self._wide(self.width())
        for one, words, spoken in self._cuttable:
            inside = wide - 2 * theme.px(_PADDING) - (0 if one.icon().isNull() else theme.px(17 + 8)) - theme.px(24)
            cut = one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, max(inside, theme.px(60)))
            one.set_words(cut.replace("&", "&&"))
            one.setAccessibleName(spoken)
        left = self._beside() if self._avatar else self.width() - wide
        self._bubble.setGeometry(left, 0, wide, self._tall(wide))

    def _natural_width(self) -> int:
        if self.view.state == "failed":
            return theme.px(_WIDEST)
        metrics = self.fontMetrics()
        lines = self.view.body.splitlines() or [""]
        who = "" if self.view.is_mine else f"{harmless(self.view.author)}, "
        lines.append(f"{who}{self.view.caption}      ")
        words = max(metrics.horizontalAdvance(line[:200]) for line in lines) + 2 * theme.px(_PADDING) + 8
        if self._cuttable:
            return theme.px(_WIDEST)
        return words


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
        row.setContentsMargins(theme.px(AVATAR + BESIDE), 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(picture(icon, "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text(breakable(sentence), "cap"), 1)
        self.setAccessibleName(sentence)


def _who(author: str, caption: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    name, when = text(author, "cap", tone="text"), text(f", {caption}", "cap")
    font = name.font()
    font.setWeight(font.Weight.DemiBold)
    name.setFont(font)
    name.setWordWrap(False)
    row.addWidget(name)
    row.addWidget(when, 1)
    return line


def _giving(call: Callable[[str], object], value: str) -> Callable[[], None]:
    def pressed() -> None:
        call(value)

    return pressed
