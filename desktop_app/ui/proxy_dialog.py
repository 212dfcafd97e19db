"""Asks once for the name and password that the network's proxy wants. They go into the key store."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.asking_dialog import AskingDialog


class ProxyDialog(AskingDialog):
    """`given(name, password)` is called once, when both stand there."""

    def __init__(self, given: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        why = QCoreApplication.translate(
            "ProxyDialog",
            "Its proxy lets nobody through without a name and a password: mostly those that you sign in to this "
            "computer with. They are kept in the key store of this computer, and given to that proxy alone.",
        )
        name = QCoreApplication.translate("ProxyDialog", "Name")
        password = QCoreApplication.translate("ProxyDialog", "Password")
        super().__init__(why, [(name, ""), (password, "")], given, parent)
        self.setWindowTitle(self.tr("Your network asks who you are"))
        self.name, self.password = self.edits
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
