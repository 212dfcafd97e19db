"""May this technician see the screen? First the words, then what they would see and for how long."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.consent import ANSWER_S, SHARING_MINUTES
from desktop_app.services.sharing_view import SharingView
from desktop_app.ui import theme
from desktop_app.ui.announce import announce
from desktop_app.ui.sharing.careful import Careful
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.basics import Text, button, picture, text
from desktop_app.ui.widgets.choice_card import ChoiceCards
from desktop_app.ui.widgets.field import CheckBox
from desktop_app.ui.widgets.flow import EndRow, Flow
from desktop_app.ui.widgets.plain_words import harmless, middle_cut
from desktop_app.ui.widgets.segmented import Segmented

_WIDE, _SIDE = 616, 24
_LONGEST_TITLE, _USUAL_MINUTES = 40, 20
_SPOKEN_S = (30, 10)
"""Seconds left that are told to who cannot see them."""


class Consent(Careful):
    """`allowed(seconds, window, monitor)`, `refused`, or `differed`: the words were others.

    `window`: its number, or None; `monitor`: the name of the only one that may be seen, empty for all there are.
    """

    allowed = Signal(int, object, str)
    differed = Signal()

    def __init__(self, view: SharingView, parent: QWidget | None = None) -> None:
        self._name = harmless(view.first_name)
        whole = harmless(view.technician)
        super().__init__(self._title(whole), parent)
        self._view, self._left_s = view, ANSWER_S
        self.be_wide(theme.px(_WIDE))
        asked = QWidget(self)
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head(whole), self._words(), self._what()):
            column.addWidget(part)
        self.fill(asked, self._foot())
        self._counting = QTimer(self, interval=1000)
        self._counting.timeout.connect(self._count)
        self.ripened.connect(self._offer)
        self._show_left()

    def _title(self, name: str) -> str:
        return QCoreApplication.translate("Consent", "{name} asks to see your screen").format(name=name)

    def _head(self, whole: str) -> QWidget:
        part, row = _part(self)
        row.addWidget(Avatar(whole, 48, parent=part), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        self.title = text(self.windowTitle(), "title")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.addWidget(self.title)
        about = self.tr("Request no. {number}, {subject}.")
        words.addWidget(text(about.format(number=self._view.number, subject=harmless(self._view.label)), "sub"))
        if self._view.reason:
            said = self.tr("{name} writes: “{reason}”")
            words.addWidget(text(said.format(name=self._name, reason=harmless(self._view.reason)), "line"))
        row.addLayout(words, 1)
        return part

    def _words(self) -> QWidget:
        part = QFrame(self)
        part.setProperty("kind", "sunken")
        column = padded_column(part)
        column.addWidget(text(self.tr("1. Is this really {name}?").format(name=self._name), "head"))
        where = self.tr("They must give you these two words, by telephone or in the conversation.")
        column.addWidget(text(where, "sub"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for word in self._view.words:
            row.addWidget(_code_word(word, part))
        column.addLayout(row)
        self.same = CheckBox(self.tr("{name} gave me the same words").format(name=self._name), part)
        self.same.toggled.connect(self._offer)
        self.different = button(self.tr("They are different"), "link", act=self._differ)
        column.addWidget(EndRow(self.same, self.different, part))
        return part

    def _what(self) -> QWidget:
        part = QWidget(self)
        column = padded_column(part)
        question = self.tr("2. What will they see?")
        column.addWidget(text(question, "head"))
        column.addWidget(self._picks(question, part))
        row = Flow(gap=16)
        row.addWidget(text(self.tr("For"), "strong"))
        pattern = self.tr("{minutes} min")
        lengths = [(str(minutes), pattern.format(minutes=minutes)) for minutes in SHARING_MINUTES]
        self.minutes = Segmented(self.tr("For"), lengths, str(_USUAL_MINUTES), part)
        row.addWidget(self.minutes)
        column.addLayout(row)
        line = QHBoxLayout()
        line.addWidget(picture("eye"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(self._only(), "sub"), 1)
        column.addLayout(line)
        return part

    def _picks(self, question: str, parent: QWidget) -> QWidget:
        """The answers to that."""
        choices = self._choices()
        self.what = ChoiceCards(question, choices, columns=min(2, len(choices)), parent=parent)
        self.what.choose(choices[0][0])
        return self.what

    def _only(self) -> str:
        """What the yes does not give."""
        return self.tr("They only look. To use your mouse or your keyboard, they will have to ask you again.")

    def _choices(self) -> list[tuple[str, str]]:
        """The least first. Where there are several screens, none is shown that was not named."""
        opens = self.tr("With all that opens on it")
        screens = len(QGuiApplication.screens())
        choices = [("screen", self.tr("The whole screen") + "\n" + opens)]
        if screens > 1:
            several = self.tr("All {count} screens").format(count=screens)
            each = self.tr("With all that opens on each of them")
            choices = [("screen", self.tr("Only this screen") + "\n" + opens), ("screens", several + "\n" + each)]
        if self._view.window:
            named = middle_cut(harmless(self._view.window[1]), _LONGEST_TITLE)
            choices.insert(0, ("window", self.tr("This window") + "\n" + named))
        return choices

    def _foot(self) -> QWidget:
        part = QFrame(self)
        part.setProperty("kind", "footer")
        row = QVBoxLayout(part)
        row.setContentsMargins(*[theme.px(length) for length in (_SIDE, 14, _SIDE, 14)])
        never = QWidget(part)
        notes = QVBoxLayout(never)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.addWidget(text(self.tr("You will never be asked for a password or a payment."), "cap"))
        self.left = text("", "cap")
        notes.addWidget(self.left)
        acts = QWidget(part)
        beside = QHBoxLayout(acts)
        beside.setContentsMargins(0, 0, 0, 0)
        self.no = button(self.tr("Refuse"), "large", act=self.refuse)
        self.yes = button(self.tr("Let {name} look").format(name=self._name), "primary large", act=self._allow)
        self.yes.setEnabled(False)
        beside.addWidget(self.no)
        beside.addWidget(self.yes)
        row.addWidget(EndRow(never, acts, part))
        return part

    def showEvent(self, event: QShowEvent) -> None:
        """The title first: it says who asks for what."""
        super().showEvent(event)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._counting.start()
        announce(self, " ".join((self.windowTitle(), *self._view.words)), is_urgent=True)

    def _offer(self, _is_on: bool = False) -> None:
        self.yes.setEnabled(self.same.isChecked() and self.is_ripe)

    def _allow(self) -> None:
        if self.is_ripe and self.same.isChecked():
            self.allowed.emit(*self._chosen())
            self.finish()

    def _chosen(self) -> tuple[int, int | None, str]:
        what = self.what.answer()
        window = self._view.window[0] if what == "window" and self._view.window else None
        monitor = self.screen().name() if what == "screen" and len(QGuiApplication.screens()) > 1 else ""
        return int(self.minutes.value()) * 60, window, monitor

    def _differ(self) -> None:
        self.differed.emit()
        self.finish()

    def _count(self) -> None:
        self._left_s = max(0, self._left_s - 1)
        self._show_left()
        if self._left_s in _SPOKEN_S:
            announce(self, self.left.words)

    def _show_left(self) -> None:
        self.left.set_words(self.tr("Without an answer, it is no in {seconds} s.").format(seconds=self._left_s))


def padded_column(part: QWidget) -> QVBoxLayout:
    """What stands below each other in a part of the question."""
    column = QVBoxLayout(part)
    column.setContentsMargins(*[theme.px(length) for length in (_SIDE, 16, _SIDE, 16)])
    column.setSpacing(theme.px(8))
    return column


def _part(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    part = QWidget(parent)
    row = QHBoxLayout(part)
    row.setContentsMargins(*[theme.px(length) for length in (_SIDE, 22, _SIDE, 18)])
    row.setSpacing(theme.px(16))
    return part, row


def _code_word(word: str, parent: QWidget) -> Text:
    shown = Text(word, "code", parent=parent)
    shown.setProperty("kind", "code")
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setWordWrap(False)
    return shown
