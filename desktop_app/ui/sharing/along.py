"""May a second technician look along? The same question, without a choice: they see what the first one sees."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.services.sharing_view import SharingView
from desktop_app.ui.sharing.consent import Consent, padded_column
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.plain_words import harmless


class Along(Consent):
    """`allowed`, with nothing to say about what and how long; `host`: who is looked along with."""

    def __init__(self, view: SharingView, host: SharingView, parent: QWidget | None = None) -> None:
        self._host = harmless(host.first_name)
        super().__init__(view, parent)

    def _title(self, name: str) -> str:
        pattern = QCoreApplication.translate("Along", "{name} asks to look at your screen too")
        return pattern.format(name=name)

    def _what(self) -> QWidget:
        part = QWidget(self)
        column = padded_column(part)
        column.addWidget(text(self.tr("2. What will they see?"), "head"))
        column.addWidget(text(self._same().format(host=self._host), "sub"))
        return part

    def _same(self) -> str:
        if self._view.is_picked_later:
            return self.tr("What you pick in your desktop’s dialog, no longer than {host}. They cannot ask for more.")
        return self.tr("The same as {host}, and no longer. They only look, and cannot ask for more.")

    def _chosen(self) -> tuple[int, int | None, str]:
        return (0, None, "")
