"""Somebody asked to see the screen of a person who asked for nothing: said in red, and nothing was started."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.sharing_view import SharingView
from desktop_app.ui import theme
from desktop_app.ui.announce import announce
from desktop_app.ui.sharing.careful import Careful
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.plain_words import harmless

_WIDE = 520


class Unasked(Careful):
    """Closing it is all that can be done."""

    def __init__(self, view: SharingView, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Unasked", "You did not ask for help."), parent)
        self.be_wide(theme.px(_WIDE))
        inside, answers = QWidget(self), QWidget(self)
        column, below = QVBoxLayout(inside), QHBoxLayout(answers)
        column.setContentsMargins(*[theme.px(length) for length in (24, 24, 24, 12)])
        below.setContentsMargins(*[theme.px(length) for length in (24, 0, 24, 24)])
        column.setSpacing(theme.px(12))
        said = self.tr("Somebody called “{name}” wanted to see your screen. Nothing was shown.")
        column.addWidget(Notice("danger", self.windowTitle(), said.format(name=harmless(view.technician))))
        advice = self.tr(
            "If somebody is on the telephone and asks for it, hang up. Then call IT support on the number you know."
        )
        column.addWidget(text(advice))
        column.addWidget(text(self.tr("It stands in your journal."), "sub"))
        self.seen = button(self.tr("I have understood"), act=self.refuse)
        below.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignRight)
        self.fill(inside, answers)
        announce(self, f"{self.windowTitle()} {said.format(name=harmless(view.technician))}", is_urgent=True)
