"""What is shown when the program has a bug: what is safe, the report to be read, and whom to ask. Nothing is sent."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.reading import ReadingDialog


class CrashDialog(ReadingDialog):
    """`help_asked(words)`: the person wants to send it with a request; they will see it there once more."""

    help_asked = Signal(str)

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("CrashDialog", "Rescousse ran into a problem."),
            QCoreApplication.translate(
                "CrashDialog", "Your requests and drafts are safe. Nothing was sent: you can read the report below."
            ),
            report,
            parent,
        )
        copy = button(self.tr("Copy"), icon="copy", act=lambda: QGuiApplication.clipboard().setText(report))
        ask = button(self.tr("Send it with a request"), act=lambda: self._ask(report))
        self.buttons.insertWidget(0, copy)
        self.buttons.insertWidget(1, ask)

    def _ask(self, report: str) -> None:
        self.help_asked.emit(f"{self.windowTitle()}\n\n{report}")
        self.accept()
