"""Search: answers while typing, fixes first, then articles, and always a person."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.answers import Found, Line, NothingFound, Results
from desktop_app.ui.person_card import wait_words
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import Flow, Grid
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.result import Way

if TYPE_CHECKING:
    from desktop_app.protocol.desk import Incident
    from desktop_app.services.desk import DeskStatus
    from desktop_app.services.search import Answer

_SHORTEST, _LONG_WORD = 2, 5
_AT_REST_MS = 300
"""Loading the encoder holds Python's lock for long: not while the page is drawn."""


class SearchPage(Page):
    """The keyboard stays in the field: arrows choose, Enter opens, Escape clears and then goes home."""

    topics = frozenset({"desk", "incidents"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
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
        self.known_line = Line("check-circle", "success", self)
        self.results = Results(self)
        self.results.opened.connect(self._open)
        self.results.stepped.connect(lambda line: self.scroller.ensureWidgetVisible(line, 0, 24))
        self.nothing = NothingFound(self)
        self.nothing.sent.connect(lambda is_live: self.send(**({"live": True} if is_live else {})))
        self.nothing.tried.connect(self.search.edit.setText)
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
        QTimer.singleShot(_AT_REST_MS, self, self._understand)
        text = str(arguments.get("text", ""))
        if text:
            self.search.edit.setText(text)
            self.search.edit.setCursorPosition(len(text))

    def _understand(self) -> None:
        services, language = self.services, texts.language()
        self.tasks.run(self, lambda: services.search.understand(language), nothing, nothing)

    def refresh(self, topic: str) -> None:
        """Who is there, what is down."""
        services = self.services
        if topic == "desk":
            self.tasks.run(self, lambda: services.desk.status(), self._show_desk, nothing)
        else:
            self.tasks.run(
                self, lambda: (services.desk.status().online, services.desk.incidents()), self._show_incidents, nothing
            )

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
            self.nothing.show_words(found, chat_wait(self._desk))
        if has_asked and found.words != self._answered:
            self._answered = found.words
            self.announce(self.tr("%n answer(s)", "", len(found.answers)))

    def _move(self, step: int) -> None:
        words = self.results.step(step)
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
            self.navigate("article", article_id=answer.id, said=self.search.text())

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

    def _show_incidents(self, known: "tuple[bool, list[Incident]]") -> None:
        """Nothing is said of what we cannot know while offline."""
        is_online, incidents = known
        self.known_line.setVisible(is_online or bool(incidents))
        if incidents:
            self.known_line.show_line("warning-circle", "warning", texts.of(incidents[0].title))
        elif is_online:
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
