"""An article: its text, the guided fixes that do what it says, whether it helped, a person when it did not."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.article_reader import Reader
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card, ListCard, Row
from desktop_app.ui.widgets.flow import EndRow, Flow, empty
from desktop_app.ui.widgets.labels import Text

if TYPE_CHECKING:
    from desktop_app.services.know_how import Lead
    from desktop_app.services.search import Article


# What is given to others is shown before, on one line
_LONGEST_SAID = 60


class ArticlePage(Page):
    """One article, whether it helped, and a person when it did not."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.reader = Reader(self)
        self.content.addWidget(self.reader)
        self.leads = Leads(self)
        self.leads.chosen.connect(lambda fix_id: self.navigate("fix", fix_id=fix_id, said=self.title.words))
        self.content.addWidget(self.leads)
        self.helped = Helped(self)
        self.helped.said.connect(self._rate)
        self.helped.given.connect(self._give)
        self.content.addWidget(self.helped)
        ask = button(self.tr("Ask a person"), icon="chats", act=lambda: self.navigate("compose", text=self.title.words))
        card = Card(self)
        card.column.addWidget(EndRow(Text(self.tr("That was not it?"), "strong", parent=card), ask, card))
        self.content.addWidget(card)
        self.set_title("")

    def show_page(self, **arguments: Any) -> None:
        """Show `article_id`."""
        super().show_page(**arguments)
        self.article_id, self._ticket_id = str(arguments.get("article_id", "")), str(arguments.get("ticket_id", ""))
        self._from = str(arguments.get("from_page", ""))
        self._said = " ".join(str(arguments.get("said", "")).split())[:_LONGEST_SAID]
        self.helped.hide()
        self.leads.hide()
        services, wanted, language = self.services, self.article_id, texts.language()
        self.run(lambda: services.search.article(wanted, language), self._show)
        self.run(lambda: (wanted, services.know_how.fixes_of(wanted, language)), self._lead)

    def first_focus(self) -> QWidget:
        """The text, so that arrows scroll and a screen reader reads."""
        return self.reader

    def _show(self, article: "Article") -> None:
        self.set_title(article.title)
        if self._ticket_id:
            self.set_back(self.tr("Back to the request"), "conversation", ticket_id=self._ticket_id)
        elif self._from == "my_computer":
            self.set_back(self.tr("Back to my computer"), "my_computer")
        else:
            self.set_back(self.tr("Back to the search"), "search")
        self.reader.show_markdown(article.markdown, article.title)
        self.helped.ask()
        self.helped.setVisible(article.is_of_desk)

    def _lead(self, found: "tuple[str, list[Lead]]") -> None:
        article_id, leads = found
        if article_id == self.article_id:
            self.leads.show_leads(leads)

    def _rate(self, helpful: bool) -> None:
        services, article_id = self.services, self.article_id
        self.write(
            lambda: services.desk.articles.rate(article_id, helpful=helpful),
            lambda _: self.announce(self.helped.thank(self._said if helpful else "")),
        )

    def _give(self) -> None:
        """What was searched for goes along: only after this button, which shows it."""
        services, article_id, said, language = self.services, self.article_id, self._said, texts.language()
        self.write(
            lambda: services.desk.articles.rate(article_id, helpful=True, said=said, lang=language),
            lambda _: self.announce(self.helped.thank()),
        )


class Leads(QWidget):
    """The guided fixes that do what the article says; hidden when there are none. `chosen` carries the fix."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_leads(self, leads: "list[Lead]") -> None:
        """One row for each."""
        empty(self._column)
        self.setVisible(bool(leads))
        if not leads:
            return
        self._column.addWidget(Text(self.tr("We can do it for you"), "eyebrow", parent=self))
        card = ListCard(self)
        for lead in leads:
            card.add(self._row(lead))
        self._column.addWidget(card)

    def _row(self, lead: "Lead") -> Row:
        pattern = self.tr("Guided fix, {minutes}. Nothing is changed without your consent.")
        start = button(self.tr("Start"), act=lambda: self.chosen.emit(lead.id))
        start.setAccessibleDescription(lead.title)
        below = pattern.format(minutes=texts.minutes(lead.minutes))
        return Row(lead.title, below, icon=lead.icon, end=start, parent=self)


class Helped(Card):
    """Asks whether an article of the help desk helped, and thanks for either answer. `given`: the words go along."""

    said = Signal(bool)
    given = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", "strong", parent=self)
        self.answers = QWidget(self)
        row = Flow(self.answers, gap=8, at_end=True)
        row.addWidget(button(self.tr("Yes"), act=lambda: self.said.emit(True)))
        row.addWidget(button(self.tr("No"), act=lambda: self.said.emit(False)))
        self.column.addWidget(EndRow(self.words, self.answers, self))
        self.give = button("", act=self.given.emit)
        self.column.addWidget(self.give)

    def ask(self) -> None:
        """Before an answer."""
        self.words.set_words(self.tr("Did this help?"))
        self.answers.show()
        self.give.hide()

    def thank(self, said: str = "") -> str:
        """After it; the words, to be said aloud. `said`: what the person searched for, and may give to others."""
        self.words.set_words(self.tr("Thank you. The help desk will know."))
        self.answers.hide()
        self.give.setText(self.tr("Let others find this by my words: “{words}”").format(words=said.replace("&", "&&")))
        self.give.setVisible(bool(said))
        return self.words.words
