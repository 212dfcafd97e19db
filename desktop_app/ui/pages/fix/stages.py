"""The right side of a guided fix while it goes: looking, asking, agreeing, repairing. One thing at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.fix_view import ConsentView, RunView
from desktop_app.ui import theme
from desktop_app.ui.widgets.basics import Button, Picture, Text, button, picture, text
from desktop_app.ui.widgets.choice_card import ChoiceCards
from desktop_app.ui.widgets.consent_card import ConsentCard, LinesCard
from desktop_app.ui.widgets.progress import Progress


class Stage(QWidget):
    """What the right side shows; `column` takes its content from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def add(self, widget: QWidget, above: int = 0) -> QWidget:
        """One more widget below, `above` (in design pixels) apart from the one before."""
        if above:
            self.column.addSpacing(theme.px(above))
        if isinstance(widget, Picture):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(widget)
        return widget

    def heading(self, words: str, role: str = "title") -> Text:
        """The sentence in large; it takes the focus so that a screen reader starts there."""
        label = text(words, role)
        self.add(label)
        return label

    def fold(self, lines: Sequence[str]) -> None:
        """Technical lines, folded away."""
        if lines:
            self.add(TechnicalDetail(lines, self), 12)

    def end(self) -> None:
        """Nothing more: what is left is empty ground."""
        self.column.addStretch(1)


class TechnicalDetail(QWidget):
    """Lines for a technician, behind a button that opens and closes them."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.opener: Button = button(self.tr("See the technical detail"), "back", icon="caret-right")
        self.opener.setCheckable(True)
        self._lines = text("\n".join(lines), "cap", tone="text_2")
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines.hide()
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        self.opener.toggled.connect(self._toggle)

    def _toggle(self, is_open: bool) -> None:
        self._lines.setVisible(is_open)
        self.opener.set_words(self.tr("Hide the technical detail") if is_open else self.tr("See the technical detail"))


class QuestionStage(Stage):
    """A question with 2 to 5 answers; there is no wrong one."""

    def __init__(self, view: RunView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading(view.headline)
        self.choices = ChoiceCards(view.headline, [(one.id, one.label) for one in view.choices], parent=self)
        self.add(self.choices, 16)
        self.add(text(view.body, "cap"), 16)
        self.fold(view.technical)
        self.end()


class ConsentStage(Stage):
    """What was found, and the four lines before the yes."""

    def __init__(
        self, view: RunView, consent: ConsentView, technical: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.add(text(self.tr("What we found"), "eyebrow"))
        self.heading(view.headline)
        if view.body and view.body != view.headline:
            self.add(text(view.body, "body", tone="text_2"), 4)
        card = ConsentCard(
            consent.changes, consent.keeps, consent.permission, consent.undo, is_final=consent.is_final, parent=self
        )
        self.add(card, 16)
        if consent.closes_programs:
            self.add(text(self.tr("Save your work first: programs will be closed."), "sub", tone="warning"), 12)
        self.fold(technical)
        self.end()


class RunningStage(Stage):
    """What is going on, in words; every act that is done stays on the list."""

    def __init__(self, title: str, *, is_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading(title)
        reassurance = (
            self.tr("You can go on working. What comes next appears here.")
            if is_change
            else self.tr("We only look. Nothing is changed.")
        )
        self.add(text(reassurance, "body", tone="text_2"), 4)
        self.progress = Progress(self)
        self._title, self._share = title, 0.0
        self.progress.show_progress(0, title)
        self.add(self.progress, 20)
        self._card: LinesCard | None = None
        self._place = self.column.count()
        self.acts: list[str] = []
        self.end()

    def say(self, sentence: str, share: float, at: str) -> None:
        """The share that is done, and the act that was just completed; `at` is the time in words."""
        self._share = max(self._share, min(1.0, share))
        self.progress.show_progress(self._share, self._title)
        if not sentence:
            return
        if self._card is None:
            self._card = LinesCard(self)
            self.column.insertWidget(self._place, self._card)
            self.column.insertSpacing(self._place, theme.px(24))
        time = text(at, "cap")
        time.setWordWrap(False)
        self._card.add_line("check", text(sentence, "line"), time, token="success")  # noqa: S106 -- a colour
        self.acts.append(sentence)

    def put_back(self) -> None:
        """Stop was pressed."""
        self._title = self.tr("Stopping. Everything is being put back as it was.")
        self.progress.show_progress(self._share, self._title)


class TriedStage(Stage):
    """The same fix within the hour: it did not help, and a person may do more. Two equal choices in the footer."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(picture("chat-circle-text", "text_2", 40))
        self.column.addSpacing(theme.px(12))
        self.heading(self.tr("This did not help a moment ago: a person?"), "display")
        said = self.tr("You tried “{fix}” less than an hour ago. What you tried goes with your request.")
        self.add(text(said.format(fix=title), "body", tone="text_2"), 8)
        self.end()


class LockedStage(Stage):
    """The organisation keeps this fix from its people: said, not hidden."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(picture("lock-simple", "text_2", 40))
        self.column.addSpacing(theme.px(12))
        self.heading(self.tr("Locked by your organisation."), "display")
        said = self.tr("“{fix}” is not started here. Nothing was done; a person can help you.")
        self.add(text(said.format(fix=title), "body", tone="text_2"), 8)
        self.end()


class TroubleStage(Stage):
    """Something foreseen went wrong: what is safe, and what to do."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(picture("warning-circle", "text_2", 40))
        self.add(text(sentence, "body"), 12)
        self.end()
