"""What the search page shows below its field: the answers, or what to do when there are none."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import Flow, empty
from desktop_app.ui.widgets.labels import Picture, Text, separator
from desktop_app.ui.widgets.result import Result

if TYPE_CHECKING:
    from desktop_app.services.search import Answer


@dataclass(frozen=True)
class Found:
    """Answers to `words`; when there are none, shorter words that would have some."""

    words: str
    answers: "tuple[Answer, ...]"
    shorter: tuple[str, ...] = ()


class Line(QWidget):
    """One sentence and its sign."""

    def __init__(self, icon: str, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._picture = Picture(icon, token, 16, self)
        self._words = Text("", "cap", "text_2", self)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        self.hide()

    def show_line(self, icon: str, token: str, words: str) -> None:
        """One sentence and its sign."""
        self._picture.set_picture(icon, token)
        self._words.set_words(words)
        self.show()


class Results(QFrame):
    """The answers; drawn again only when they differ, never reordered under the finger."""

    opened = Signal(object)
    stepped = Signal(QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, theme.px(6))
        self._column.setSpacing(0)
        self._answers: tuple[Answer, ...] = ()
        self.lines: list[Result] = []
        self._place = 0

    def show_answers(self, answers: "tuple[Answer, ...]") -> None:
        """Draw them; the first is chosen."""
        if answers == self._answers:
            return
        self._answers = answers
        self._clear()
        fixes = [answer for answer in answers if answer.kind == "fix"]
        articles = [answer for answer in answers if answer.kind != "fix"]
        if fixes:
            self._head(self.tr("Try now"))
        for answer in fixes:
            self._line(answer)
        if articles:
            if fixes:
                self._column.addSpacing(theme.px(4))
                self._column.addWidget(separator(self))
            self._head(self.tr("To read"))
        for answer in articles:
            self._line(answer)
        self._place = 0
        self._mark()

    def step(self, by: int) -> str:
        """Choose the neighbour; its name, to be read out."""
        if not self.lines:
            return ""
        self._place = max(0, min(len(self.lines) - 1, self._place + by))
        self._mark()
        self.stepped.emit(self.lines[self._place])
        return self.lines[self._place].accessibleName()

    def chosen(self) -> "Answer | None":
        """What Enter opens."""
        return self._answers[self._place] if self._answers else None

    def _mark(self) -> None:
        for place, line in enumerate(self.lines):
            line.choose(is_chosen=place == self._place)

    def _head(self, words: str) -> None:
        head = Text(words, "eyebrow", parent=self)
        box = QVBoxLayout()
        box.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(4))
        box.addWidget(head)
        self._column.addLayout(box)

    def _line(self, answer: "Answer") -> None:
        minutes = texts.minutes(answer.minutes)
        if answer.kind == "fix":
            below = self.tr("Guided fix, {minutes}. Nothing is changed without your consent.").format(minutes=minutes)
            line = Result(answer.title, below, "", answer.icon, self.tr("Start"), is_strong=True, parent=self)
        else:
            end = self.tr("{minutes} to read").format(minutes=minutes)
            line = Result(answer.title, "", end, "article", "", is_strong=False, parent=self)
        line.clicked.connect(lambda: self.opened.emit(answer))
        self.lines.append(line)
        self._column.addWidget(line)

    def _clear(self) -> None:
        self.lines = []
        empty(self._column)


class NothingFound(QWidget):
    """Nothing found: the sentence typed is enough for a person. `sent(is_live)`, `tried(word)`."""

    sent = Signal(bool)
    tried = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(20))
        self._content: QWidget | None = None

    def show_words(self, found: Found, wait: str) -> None:
        """Offer to send them, or to try shorter ones."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(20))
        column.addWidget(self._card(found, wait))
        if found.shorter:
            line = Flow(gap=6, line_gap=2)
            line.addWidget(Text(self.tr("You can also try a shorter word:"), "sub"))
            for word in found.shorter:
                line.addWidget(button(word, "link", act=partial(self.tried.emit, word)))
            column.addLayout(line)
        self._column.addWidget(self._content)

    def _card(self, found: Found, wait: str) -> Card:
        card = Card(self._content, padding=28)
        card.column.addWidget(Text(self.tr("We have no ready-made help for this yet."), "title", parent=card))
        say = self.tr("Your sentence is enough. Send it as it is: a person will read it and answer you here.")
        card.column.addWidget(Text(say, "body", "text_2", card))
        well = Card(card, padding=14, kind="well")
        well.column.addWidget(Text(self.tr("“{words}”").format(words=found.words), "line", parent=well))
        card.column.addSpacing(theme.px(8))
        card.column.addWidget(well)
        card.column.addSpacing(theme.px(8))
        line = Flow()
        line.addWidget(button(self.tr("Send to a person"), "primary large", act=lambda: self.sent.emit(False)))
        line.addWidget(button(self.tr("Chat now"), "large", icon="chats", act=lambda: self.sent.emit(True)))
        card.column.addLayout(line)
        card.column.addWidget(Text(wait, "cap", parent=card))
        return card
