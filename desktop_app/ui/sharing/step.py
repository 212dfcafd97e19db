"""A step more, asked while the screen is shown: smaller than the first question, and as careful."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.consent import CONTROL_S, RECORDING_S, Capability
from desktop_app.services.sharing_view import SharingView, StepAsked
from desktop_app.ui import texts, theme
from desktop_app.ui.announce import announce
from desktop_app.ui.sharing.careful import Careful
from desktop_app.ui.widgets.basics import button, picture, text
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.plain_words import harmless

_WIDE = 404


class StepQuestion(Careful):
    """`granted`, or `refused`. `view`: what is allowed already; `folder`: where files would lie."""

    granted = Signal()

    def __init__(self, view: SharingView, asked: StepAsked, folder: str = "", parent: QWidget | None = None) -> None:
        self.asked, self._name = asked, harmless(view.first_name)
        self._goes_on = asked.capability is Capability.CONTROL and Capability.CONTROL in view.left_s
        super().__init__(self._title(), parent)
        self.be_wide(theme.px(_WIDE))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.px(length) for length in (20, 18, 20, 8)])
        column.setSpacing(theme.px(8))
        self.title = text(self.windowTitle(), "head")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self.title)
        if asked.reason:
            column.addWidget(text(harmless(asked.reason), "sub"))
        for line in self._details(folder):
            column.addWidget(text(line, "line"))
        promise = QHBoxLayout()
        promise.addWidget(picture("hand-palm"), 0, Qt.AlignmentFlag.AlignTop)
        promise.addWidget(text(self._promise(), "line"), 1)
        column.addLayout(promise)
        answers = QWidget(self)
        below, acts = QVBoxLayout(answers), Flow(gap=8)
        below.setContentsMargins(*[theme.px(length) for length in (20, 8, 20, 18)])
        below.addLayout(acts)
        self.yes = button(self._accept(), "primary", act=self._grant)
        self.no = button(self._keep(), act=self.refuse)
        self.yes.setEnabled(False)
        self.ripened.connect(lambda: self.yes.setEnabled(True))
        acts.addWidget(self.yes)
        acts.addWidget(self.no)
        self.fill(inside, answers)
        announce(self, f"{self.windowTitle()}. {asked.reason}", is_urgent=True)

    def _title(self) -> str:
        if self._goes_on:
            pattern = QCoreApplication.translate("StepQuestion", "{name} asks to keep your mouse and your keyboard")
            return pattern.format(name=self._name)
        patterns = {
            Capability.POINT: QCoreApplication.translate(
                "StepQuestion", "{name} asks to point and draw on your screen"
            ),
            Capability.CONTROL: QCoreApplication.translate(
                "StepQuestion", "{name} asks to use your mouse and your keyboard"
            ),
            Capability.CLIPBOARD: QCoreApplication.translate("StepQuestion", "{name} asks to use your clipboard"),
            Capability.FILES: QCoreApplication.translate("StepQuestion", "{name} would like to give you files"),
            Capability.VOICE: QCoreApplication.translate("StepQuestion", "{name} asks to talk with you"),
            Capability.RECORDING: QCoreApplication.translate("StepQuestion", "{name} asks to record your screen"),
        }
        return patterns[self.asked.capability].format(name=self._name)

    def _details(self, folder: str) -> list[str]:
        if self.asked.capability is Capability.RECORDING:
            kept = self.tr("The film, without sound and {minutes} min long at most, is kept with your request.")
            return [kept.format(minutes=RECORDING_S // 60)]
        if self.asked.capability is not Capability.FILES:
            return []
        files = [f"{harmless(file.name)} ({texts.size(file.size)})" for file in self.asked.files]
        return [*files, self.tr("They will be kept in {folder} and are not opened.").format(folder=folder)]

    def _promise(self) -> str:
        promises = {
            Capability.POINT: self.tr("Nothing on your computer changes by it."),
            Capability.CONTROL: self.tr("Move your mouse: you have it back at once."),
            Capability.CLIPBOARD: self.tr("What you copied last can be read as long as you allow it."),
            Capability.FILES: self.tr("You decide later what to do with them."),
            Capability.RECORDING: self.tr("You can stop the recording at any moment, and go on without it."),
            Capability.VOICE: self.tr("Your microphone opens only then. One click mutes it, another ends it."),
        }
        return promises[self.asked.capability]

    def _accept(self) -> str:
        if self.asked.capability is Capability.CONTROL:
            more, first = self.tr("Allow {minutes} min more"), self.tr("Allow for {minutes} min")
            return (more if self._goes_on else first).format(minutes=CONTROL_S // 60)
        return self.tr("Allow")

    def _keep(self) -> str:
        return (
            self.tr("No, do not record") if self.asked.capability is Capability.RECORDING else self.tr("No, only look")
        )

    def _grant(self) -> None:
        if self.is_ripe:
            self.granted.emit()
            self.finish()
