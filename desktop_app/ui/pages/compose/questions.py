"""The left column of a new request: what happens, who is held up, how to answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.ticket import Blocked, Impact
from desktop_app.ui import theme
from desktop_app.ui.pages.compose.form import Fault, Form
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.call_wish import CallWish, promise
from desktop_app.ui.widgets.choice_card import ChoiceCards
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.writing import WritingField


class StoryField(WritingField):
    """The story of a request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit()

    def _fit(self) -> None:
        """As high as its words, between four lines and twelve."""
        wanted = round(self.document().size().height()) + theme.px(16)
        self.setFixedHeight(max(theme.px(96), min(wanted, theme.px(260))))


class Questions(QWidget):
    """Plain questions; the answers make the priority, which is never named."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_story()
        self._add_choices()
        self._add_answer()
        self._column.addStretch(1)

    def _add_story(self) -> None:
        self.story = StoryField(self)
        self._story = Field(self.tr("What is happening?"), self.story)
        self._column.addWidget(self._story)
        self.story.textChanged.connect(self.changed)

    def _ask(self, question: str, choices: list[tuple[str, str]], columns: int) -> ChoiceCards:
        self._column.addSpacing(theme.px(12))
        self._column.addWidget(text(question, "strong"))
        self._column.addSpacing(theme.px(6))
        cards = ChoiceCards(question, choices, columns=columns, parent=self)
        self._column.addWidget(cards)
        return cards

    def _add_choices(self) -> None:
        who = [
            (Impact.ME.value, self.tr("Me")),
            (Impact.TEAM.value, self.tr("My team")),
            (Impact.SITE.value, self.tr("The whole site")),
        ]
        self.impact = self._ask(self.tr("Who is held up?"), who, 3)
        work = [
            (Blocked.NO.value, self.tr("Yes")),
            (Blocked.PARTLY.value, self.tr("With difficulty")),
            (Blocked.YES.value, self.tr("Not at all")),
        ]
        self.blocked = self._ask(self.tr("Can you work?"), work, 3)
        self.first = text(self.tr("We take these cases first."), "cap")
        self.first.hide()
        self._column.addSpacing(theme.px(4))
        self._column.addWidget(self.first)
        for cards in (self.impact, self.blocked):
            cards.chosen.connect(lambda _: self.changed.emit())

    def _add_answer(self) -> None:
        how = [("written", self.tr("Here, in writing")), ("call", self.tr("By calling me back"))]
        self.answer = self._ask(self.tr("How shall we answer?"), how, 2)
        self.call = CallWish(self)
        self.call.hide()
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(self.call)
        self.answer.chosen.connect(self._answer_chosen)
        self.call.changed.connect(self.changed)

    def call_words(self) -> str:
        """Where and when one will be called; nothing when one asked for an answer in writing."""
        return promise(self.call.wish()) if self.answer.answer() == "call" else ""

    def _answer_chosen(self, how: str) -> None:
        self.call.setVisible(how == "call")
        self.changed.emit()

    def arrange(self, width: int) -> None:
        """Answers side by side while their words fit."""
        for cards, columns in ((self.impact, 3), (self.blocked, 3), (self.answer, 2)):
            cards.fit(columns, width)

    def suggest(self, words: str) -> None:
        """What led here becomes the text, unless something was written already."""
        if not self.story.toPlainText().strip():
            self.story.setPlainText(words)

    def fill(self, form: Form) -> None:
        """Show the answers of `form`."""
        self.blockSignals(True)
        if self.story.toPlainText() != form.text:
            self.story.setPlainText(form.text)
        self.impact.choose(form.impact.value)
        self.blocked.choose(form.blocked.value)
        self.answer.choose("call" if form.wants_call else "written")
        self.call.fill(form.telephone, form.slot)
        self.blockSignals(False)

    def answers(self) -> Form:
        """The answers as they stand; what is enclosed is not known here."""
        return Form(
            text=self.story.toPlainText(),
            impact=Impact(self.impact.answer() or Impact.ME),
            blocked=Blocked(self.blocked.answer() or Blocked.PARTLY),
            wants_call=self.answer.answer() == "call",
            telephone=self.call.telephone.text(),
            slot=self.call.chosen_slot(),
        )

    def show_faults(self, faults: tuple[Fault, ...]) -> list[tuple[str, QWidget]]:
        """Write each fault under its field; the sentences with their fields, in order."""
        sentences = {
            Fault.NO_TEXT: self.tr("Say in a few words what is happening."),
            Fault.TEXT_TOO_LONG: self.tr("This text is too long. Put the rest in a file and attach it."),
        }
        story = next((sentences[fault] for fault in faults if fault in sentences), "")
        call = self.call.fault() if {Fault.NO_TELEPHONE, Fault.BAD_TELEPHONE} & {*faults} else ""
        self._story.show_error(story)
        self.call.show_fault(call)
        shown: list[tuple[str, QWidget]] = [(story, self.story), (call, self.call.telephone)]
        return [one for one in shown if one[0]]
