"""Search: answers while typing, fixes first, then articles, and always a person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.person_card import wait_words
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import Flow, Grid
from desktop_app.ui.widgets.labels import Picture, Text, separator
from desktop_app.ui.widgets.result import Result, Way

if TYPE_CHECKING:
    from desktop_app.protocol.desk import Incident
    from desktop_app.services.desk import DeskStatus
    from desktop_app.services.search import Answer

_SHORTEST, _LONG_WORD = 2, 5


@dataclass(frozen=True)
class Found:
    """Answers to `words`; when there are none, shorter words that would have some."""

    words: str
    answers: "tuple[Answer, ...]"
    shorter: tuple[str, ...] = ()


class SearchPage(Page):
    """The keyboard stays in the field: arrows choose, Enter opens, Escape clears and then goes home."""

    topics = frozenset({"desk", "incidents"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__(services, tasks, navigate)
        self.title = Text(self.tr("What’s going wrong?"), "title", parent=self)
        self.search = SearchField(self.tr("What’s going wrong?"), self.tr("Say it in your own words"), parent=self)
        self.search.typed.connect(self._typed)
        self.search.moved.connect(self._move)
        self.search.entered.connect(self._open_chosen)
        self.search.left.connect(lambda: self.navigate("home"))
        self.header.addWidget(self.title)
        self.header.addSpacing(theme.px(10))
        self.header.addWidget(self.search)
        self._pad()
        self.content.setSpacing(0)
        self.known_line = _Line("check-circle", "success", self)
        self.results = _Results(self)
        self.results.opened.connect(self._open)
        self.nothing = _Nothing(self)
        self.nothing.hide()
        self.person_title = Text(self.tr("Ask a person"), "eyebrow", parent=self)
        self.ways = Grid(3, 190, self)
        for widget, gap in (
            (self.known_line, 12),
            (self.results, 0),
            (self.nothing, 20),
            (self.person_title, 8),
            (self.ways, 20),
        ):
            self.content.addWidget(widget)
            self.content.addSpacing(theme.px(gap))
        self.content.addLayout(self._make_keys())
        self._desk: DeskStatus | None = None
        self._asked = self._answered = ""
        self._is_searching = False
        self._show_ways()
        self._show_found(Found("", ()))

    def first_focus(self) -> QWidget:
        """The field."""
        return self.search

    def show_page(self, **arguments: Any) -> None:
        """With `text` already typed, or as it was left."""
        super().show_page(**arguments)
        for topic in self.topics:
            self.refresh(topic)
        text = str(arguments.get("text", ""))
        if text:
            self.search.edit.setText(text)
            self.search.edit.setCursorPosition(len(text))

    def refresh(self, topic: str) -> None:
        """Who is there, what is down."""
        services = self.services
        if topic == "desk":
            self.tasks.run(self, lambda: services.desk.status(), self._show_desk, nothing)
        else:
            self.tasks.run(self, lambda: services.desk.incidents(), self._show_incidents, nothing)

    def go_back(self) -> bool:
        """Clear first, then home."""
        if self.search.text():
            self.search.edit.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().go_back()

    def _typed(self, words: str) -> None:
        self._asked = words
        if len(words) < _SHORTEST:
            self._show_found(Found(words, ()))
        elif not self._is_searching:
            self._search()

    def _search(self) -> None:
        """One search at a time; what was typed meanwhile is searched next, so the last words always win."""
        self._is_searching = True
        services, words, language = self.services, self._asked, texts.language()

        def find() -> Found:
            answers = tuple(services.search.search(words, language))
            return Found(words, answers, () if answers else _shorter(services, words))

        self.tasks.run(self, find, self._searched, self._failed)

    def _searched(self, found: Found) -> None:
        self._is_searching = False
        if found.words != self._asked:
            self._typed(self._asked)
        if len(self._asked) >= _SHORTEST:
            self._show_found(found)

    def _failed(self, error: Any) -> None:
        self._is_searching = False
        self.report(error)

    def _show_found(self, found: Found) -> None:
        has_asked = len(found.words) >= _SHORTEST
        is_empty = has_asked and not found.answers
        self.results.show_answers(found.answers)
        self.results.setVisible(bool(found.answers))
        self.nothing.setVisible(is_empty)
        self.person_title.setVisible(not is_empty)
        self.ways.setVisible(not is_empty)
        if is_empty:
            self.nothing.show_words(found, self._desk, self)
        if has_asked and found.words != self._answered:
            self._answered = found.words
            self.announce(self.tr("%n answer(s)", "", len(found.answers)))

    def _move(self, step: int) -> None:
        words = self.results.move(step)
        if words:
            self.announce(words)

    def _open_chosen(self) -> None:
        chosen = self.results.chosen()
        if chosen is not None:
            self._open(chosen)
        elif len(self.search.text()) >= _SHORTEST and self.nothing.isVisible():
            self.send()

    def _open(self, answer: "Answer") -> None:
        if answer.kind == "fix":
            self.navigate("fix", fix_id=answer.id, said=self.search.text())
        else:
            self.navigate("article", article_id=answer.id)

    def send(self, **asked: Any) -> None:
        """What was typed becomes the request."""
        self.navigate("compose", text=self.search.text(), **asked)

    def _show_desk(self, desk: "DeskStatus") -> None:
        self._desk = desk
        self._show_ways()

    def _show_ways(self) -> None:
        self.ways.clear()
        for title, below, icon, asked in (
            (self.tr("Chat"), chat_wait(self._desk), "chats", {"live": True}),
            (self.tr("Send a request"), self.tr("You get a written answer here"), "note-pencil", {}),
            (self.tr("Be called back"), self.tr("On the number you give"), "phone", {"wants_call": True}),
        ):
            way = Way(title, below, icon, self.ways)
            way.clicked.connect(lambda _checked=False, asked=asked: self.send(**asked))
            self.ways.add(way)

    def _show_incidents(self, incidents: "list[Incident]") -> None:
        if incidents:
            self.known_line.show_line("warning-circle", "warning", texts.of(incidents[0].title))
        else:
            self.known_line.show_line("check-circle", "success", self.tr("Nothing is known to be down at the moment."))

    def _make_keys(self) -> Flow:
        line = Flow(gap=8)
        for keys, words in (
            (("↑", "↓"), self.tr("choose")),
            ((self.tr("Enter"),), self.tr("open")),
            ((self.tr("Esc"),), self.tr("clear")),
        ):
            for key in keys:
                label = Text(key, "key", parent=self)
                label.setWordWrap(False)
                line.addWidget(label)
            label = Text(f"{words}  ", "cap", parent=self)
            label.setWordWrap(False)
            line.addWidget(label)
        return line


def chat_wait(desk: "DeskStatus | None") -> str:
    """What to expect from a chat, truly."""
    from PySide6.QtCore import QCoreApplication

    there = desk.availability if desk is not None and desk.online else None
    if desk is not None and not desk.online:
        return QCoreApplication.translate("SearchPage", "Leaves as soon as the help desk can be reached")
    if there is not None and there.state == "closed" and there.opens_at is not None:
        return QCoreApplication.translate("SearchPage", "Opens {moment}").format(moment=texts.moment(there.opens_at))
    if there is not None and there.wait_minutes is not None:
        return wait_words(there.wait_minutes)
    return QCoreApplication.translate("SearchPage", "With the people on duty")


def _shorter(services: Services, words: str) -> tuple[str, ...]:
    """Single words of what was typed that do have answers, the longest first."""
    single = sorted({word.strip(".,;:!?«»“”„\"'()") for word in words.split()}, key=len, reverse=True)
    language = texts.language()
    long_ones = [word for word in single if len(word) >= _LONG_WORD][:3]
    return tuple(word for word in long_ones if services.search.search(word, language, 1))[:2]


class _Line(QWidget):
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


class _Results(QFrame):
    """The answers; drawn again only when they differ, never reordered under the finger."""

    opened = Signal(object)

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

    def move(self, step: int) -> str:
        """Choose the neighbour; its name, to be read out."""
        if not self.lines:
            return ""
        self._place = max(0, min(len(self.lines) - 1, self._place + step))
        self._mark()
        page = self.parentWidget()
        scroll = page.parentWidget().parentWidget() if page is not None else None
        if scroll is not None and hasattr(scroll, "ensureWidgetVisible"):
            scroll.ensureWidgetVisible(self.lines[self._place], 0, 24)
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
        while self._column.count():
            item = self._column.takeAt(0)
            inner = item.layout()
            widget = inner.takeAt(0).widget() if inner is not None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _Nothing(QWidget):
    """Nothing found: the sentence typed is enough for a person."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(20))
        self._content: QWidget | None = None

    def show_words(self, found: Found, desk: "DeskStatus | None", page: SearchPage) -> None:
        """Offer to send them, or to try shorter ones."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(20))
        column.addWidget(self._card(found, desk, page))
        if found.shorter:
            line = Flow(gap=6, line_gap=2)
            line.addWidget(Text(self.tr("You can also try a shorter word:"), "sub"))
            for word in found.shorter:
                line.addWidget(button(word, "link", act=lambda word=word: page.search.edit.setText(word)))
            column.addLayout(line)
        self._column.addWidget(self._content)

    def _card(self, found: Found, desk: "DeskStatus | None", page: SearchPage) -> Card:
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
        line.addWidget(button(self.tr("Send to a person"), "primary large", act=page.send))
        line.addWidget(button(self.tr("Chat now"), "large", icon="chats", act=lambda: page.send(live=True)))
        card.column.addLayout(line)
        card.column.addWidget(Text(chat_wait(desk), "cap", parent=card))
        return card
