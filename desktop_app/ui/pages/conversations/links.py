"""Asked before an address from a message is opened: the whole address, and the name of the place it leads to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui.widgets.plain_words import breakable


class LinkQuestion(QMessageBox):
    """No is the answer of Escape and of Enter."""

    def __init__(
        self, address: str, parent: QWidget, visit: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii") or url.host()
        self.setText(self.tr("Open a page of {host} in your browser?").format(host=host))
        self.setInformativeText(breakable(address))
        self.go = self.addButton(self.tr("Open the page"), QMessageBox.ButtonRole.AcceptRole)
        self.stay = self.addButton(self.tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)
        self.go.clicked.connect(lambda: visit(url))
