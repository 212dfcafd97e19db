"""Files of a conversation: saved where the person says, and pictures that go with the next message."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import SupportError
from desktop_app.ui import texts
from desktop_app.ui.pages import Page, Services, pictures
from desktop_app.ui.pages.annotate.capture import Capture
from desktop_app.ui.pages.conversations.composer import Composer
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.services.replies import Message
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


class Pictures(QObject):
    """Screenshots and pasted pictures of messages that are being written.

    `kept`: for that conversation, under that name.
    """

    kept = Signal(str, str)

    def __init__(self, page: Page, composer: Composer) -> None:
        super().__init__(page)
        self._page, self._composer = page, composer
        composer.removed.connect(self._forget)

    def take(self, ticket_id: str) -> None:
        """Take a picture of the screen; it is looked through before it comes back as `picture`."""

        def taken(picture: QImage | None) -> None:
            if picture is None:
                self._composer.say(self.tr("No picture was taken. Take it with your own keys and paste it here."))
            else:
                self._page.navigate("annotate", picture=picture, goes_to="conversation", ticket_id=ticket_id)

        Capture(self._page).take(taken)

    def use(self, ticket_id: str, picture: QImage) -> None:
        """A screenshot that was looked through, once."""
        if self._page.services.drafts.replies.use(f"picture {picture.cacheKey()}"):
            self._keep(ticket_id, picture, self.tr("Screenshot"))

    def use_steps(self, ticket_id: str, kept: str) -> None:
        """Recorded steps that were looked through, by the name they are kept under, once."""
        if self._page.services.drafts.replies.use(kept):
            self.kept.emit(ticket_id, kept)

    def paste(self, ticket_id: str, picture: QImage) -> None:
        """A picture from the clipboard."""
        self._keep(ticket_id, picture, self.tr("Pasted picture"))

    def _keep(self, ticket_id: str, picture: QImage, name: str) -> None:
        services, image = self._page.services, picture.copy()
        self._page.tasks.run(
            self,
            lambda: pictures.keep(services.drafts, image, name)[0],
            lambda kept: self.kept.emit(ticket_id, kept),
            lambda error: self._composer.say(texts.explain(error)),
        )

    def _forget(self, name: str) -> None:
        if pictures.is_picture(name):
            services = self._page.services
            self._page.run(lambda: services.drafts.discard(name))


def hand_over(services: Services, message: Message) -> None:
    """Into the outbox, with its files and kept pictures. Raises NotFound, TooLarge, DiskFull, OSError: all is kept."""
    words, files = message.written
    if message.editing:
        services.tickets.correct(message.editing, words)
        return
    kept = [name for name in files if pictures.is_picture(name)]
    with tempfile.TemporaryDirectory(prefix="rescousse-") as folder:
        shots = pictures.write(services.drafts, kept, Path(folder))
        others = [Path(file) for file in files if not pictures.is_picture(file)]
        services.tickets.reply(message.ticket_id, words, (*others, *shots), message.id)
    with suppress(SupportError):  # it lies in the outbox, whatever is left of it elsewhere
        for name in kept:
            services.drafts.discard(name)


def name_of(conversation: Conversation, file_id: str) -> str:
    """The name to propose: never a path, never one that is disguised."""
    files = (file for line in conversation.lines for file in line.entry.attachments)
    name = next((file.filename for file in files if file.id == file_id), "")
    return Path(harmless(name).replace("\\", "/")).name.lstrip(".") or "file"
