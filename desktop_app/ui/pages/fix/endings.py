"""The right side of a guided fix that has ended: it works, needs a person, found nothing, or was interrupted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.fix import RunState
from desktop_app.services.fix_view import RunView
from desktop_app.ui import theme
from desktop_app.ui.pages.fix.stages import Stage
from desktop_app.ui.widgets.basics import Button, button, picture, text
from desktop_app.ui.widgets.cards import ListCard, Row
from desktop_app.ui.widgets.consent_card import LinesCard, captioned
from desktop_app.ui.widgets.flow import Flow


class WayBackCard(ListCard):
    """Undo under its plain name: a repair is undone, what only gets the person through goes back to normal."""

    undo_asked = Signal()

    def __init__(self, view: RunView, undo_date: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Back to normal") if view.works_around else self.tr("Undo the repair")
        title = view.workaround if view.works_around and view.workaround else self.tr("Go back")
        self.undo = button(words, act=self.undo_asked.emit)
        until = self.tr("Possible until {date}").format(date=undo_date)
        icon = "hand-pointing" if view.works_around else "arrow-counter-clockwise"
        self.add(Row(title, until, icon=icon, end=self.undo))


def prevention_card(words: str, parent: QWidget) -> LinesCard:
    """How it does not come back."""
    card = LinesCard(parent)
    caption = QCoreApplication.translate("SuccessStage", "How to avoid it")
    card.add_line("shield-check", captioned(caption, words)).setAccessibleName(f"{caption}: {words}")
    return card


_ICONS = {RunState.NOTHING_FOUND: "check-circle", RunState.UNDONE: "arrow-counter-clockwise"}
USEFUL = ("yes", "partly", "no")


class SuccessStage(Stage):
    """The result as a sentence, the proof, the way back with its date, three words of feedback."""

    undo_asked = Signal()
    person_asked = Signal()
    judged = Signal(str)

    def __init__(self, view: RunView, undo_date: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo: Button | None = None
        self.add(picture("check-circle", "success", 40))
        self.column.addSpacing(theme.px(12))
        self.heading(view.headline, "display")
        if view.body and not (view.before and view.after):
            self.add(text(view.body, "body", tone="text_2"), 8)
        self._add_proof(view)
        if view.may_undo:
            self._add_undo(view, undo_date)
        if view.prevention:
            self.add(prevention_card(view.prevention, self), 12)
        self._add_feedback()
        self.fold(view.technical)
        self.end()

    def _add_proof(self, view: RunView) -> None:
        if not (view.before and view.after):
            return
        card = LinesCard(self)
        for icon, caption, sentence, token in (
            ("x", self.tr("Before"), view.before, "text_3"),
            ("check", self.tr("Now"), view.after, "success"),
        ):
            card.add_line(icon, captioned(caption, sentence), token=token).setAccessibleName(f"{caption}: {sentence}")
        self.add(card, 16)

    def _add_undo(self, view: RunView, undo_date: str) -> None:
        card = WayBackCard(view, undo_date, self)
        self.undo = card.undo
        card.undo_asked.connect(self.undo_asked)
        self.add(card, 16)

    def _add_feedback(self) -> None:
        self.add(text(self.tr("Was this help useful?"), "strong"), 24)
        self._answers = QWidget(self)
        row = Flow(self._answers, gap=8)
        words = {"yes": self.tr("Yes"), "partly": self.tr("Partly"), "no": self.tr("No")}
        icons = {"yes": "smiley", "partly": "smiley-meh", "no": "smiley-sad"}
        for answer in USEFUL:
            row.addWidget(button(words[answer], icon=icons[answer], act=self._judging(answer)))
        self.add(self._answers, 8)
        self.thanks = text(self.tr("Optional."), "cap")
        self.add(self.thanks, 8)
        self._person = button(self.tr("Ask a person to go on"), "link", act=self.person_asked.emit)
        self._person.hide()
        self.column.addWidget(self._person, 0, Qt.AlignmentFlag.AlignLeft)

    def _judging(self, answer: str) -> Callable[[], None]:
        def pressed() -> None:
            self._answers.hide()
            self.thanks.set_words(self.tr("Thank you. Your answer is noted."))
            self._person.setVisible(answer != "yes")
            self.judged.emit(answer)

        return pressed


class ReadingStage(Stage):
    """A stage that may still be given something to read."""

    def leave_room(self) -> None:
        """Where it will stand."""
        self._reading = QVBoxLayout()
        self.column.addLayout(self._reading)

    def offer(self, title: str, act: Callable[[], object]) -> None:
        """A link to it."""
        link = button(self.tr("To read: {title}").format(title=title), "link", act=act)
        self._reading.addSpacing(theme.px(12))
        self._reading.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


class HandoverStage(ReadingStage):
    """It needs a person: what was put back, what will be attached. No red page."""

    review_asked = Signal()
    words_asked = Signal()
    undo_asked = Signal()

    def __init__(self, view: RunView, said: str, undo_date: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading(view.headline, "display")
        self.add(text(view.body, "body", tone="text_2"), 8)
        self.add(text(self.tr("What goes with it"), "eyebrow"), 24)
        card = LinesCard(self)
        tried = self.tr("What was tried, and its result")
        card.add_line("wrench", text(tried, "line"), picture("check", "success"))
        self.report = text(self.tr("Your computer’s report"), "line")
        review = button(self.tr("Check before sending"), "link", act=self.review_asked.emit)
        card.add_line("desktop", self.report, review)
        quoted = self.tr("“{words}”").format(words=said or view.title)
        more = button(self.tr("Add a word"), "link", act=self.words_asked.emit)
        card.add_line("chat-circle-text", text(quoted, "line"), more)
        self.add(card, 8)
        self._add_meanwhile(view, undo_date)
        self.leave_room()
        self.hint = text(self.tr("Someone will answer you here. You can close the window."), "cap")
        self.add(self.hint, 12)
        self.fold(view.technical)
        self.end()

    def _add_meanwhile(self, view: RunView, undo_date: str) -> None:
        """What gets the person through: in place already, with its way back, or to be done by hand."""
        if not (view.workaround or view.works_around):
            return
        self.add(text(self.tr("Meanwhile"), "eyebrow"), 16)
        if view.works_around:
            way_back = WayBackCard(view, undo_date, self)
            way_back.undo_asked.connect(self.undo_asked)
            self.add(way_back, 8)
        else:
            card = LinesCard(self)
            card.add_line("hand-pointing", text(view.workaround, "line"))
            self.add(card, 8)


class EndStage(ReadingStage):
    """Nothing found, stopped, undone, or interrupted: a sentence and what is safe."""

    def __init__(self, view: RunView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(picture(_ICONS.get(view.state, "info"), "text_2", 40))
        self.column.addSpacing(theme.px(12))
        self.heading(view.headline, "display")
        body = view.body or (
            self.tr("If it still does not work, ask a person: what was checked goes with your request.")
        )
        self.add(text(body, "body", tone="text_2"), 8)
        if view.workaround and view.state is RunState.NOTHING_FOUND:
            self.add(text(view.workaround, "sub"), 12)
        self.leave_room()
        self.fold(view.technical)
        self.end()
