"""Saving a file that came with a message, where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.pages import Page
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.services.tickets import Conversation


class Saving(QObject):
    """Asks where, fetches the bytes on a worker, says when it is done."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def ask(self, conversation: Conversation, file_id: str) -> None:
        """Let the person choose a place for the file."""
        name = name_of(conversation, file_id)
        dialog = QFileDialog(self._page, self.tr("Save the file"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(conversation.ticket.id, file_id, path))
        dialog.open()

    def write(self, ticket_id: str, file_id: str, path: str) -> None:
        """Fetch the file and write it to `path`."""
        services = self._page.services

        def fetch() -> None:
            Path(path).write_bytes(services.tickets.attachment(ticket_id, file_id))

        self._page.run(fetch, lambda _: self._page.announce(self.tr("The file is saved.")))


def name_of(conversation: Conversation, file_id: str) -> str:
    """The name to propose: never a path, never one that is disguised."""
    files = (file for line in conversation.lines for file in line.entry.attachments)
    name = next((file.filename for file in files if file.id == file_id), "")
    return Path(harmless(name).replace("\\", "/")).name.lstrip(".") or "file"
