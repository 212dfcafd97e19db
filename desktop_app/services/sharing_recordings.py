"""What becomes of a recorded screen: it leaves with the request, and nothing of it stays on this computer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.errors import SupportError
from desktop_app.domain.journal import JournalKind
from desktop_app.services.actions import Kind, new_action, with_uploads
from desktop_app.services.attachments import BlobStore, Enclosure, keep

if TYPE_CHECKING:
    from desktop_app.protocol.screen_lines import Recorded
    from desktop_app.services.journal import Journal
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.sharing_view import SharingView

_log = logging.getLogger(__name__)


class Folder(Protocol):
    """Where the screen process makes its files: one that only this user may enter."""

    def ready(self) -> str:
        """Its path, once it is there. Raises FolderReadOnly, FolderOfAnother, DiskFull."""

    def names(self) -> list[str]:
        """The files in it; none where there is no such folder."""

    def read(self, name: str) -> bytes:
        """The bytes of one. Raises NotFound."""

    def remove(self, name: str) -> None:
        """One less; nothing happens when it is not there."""


@dataclass
class Recordings:
    """Each is put with its request by the outbox. What nobody took over is deleted, and the journal says so."""

    folder: Folder
    store: BlobStore
    outbox: Outbox
    journal: Journal

    def __post_init__(self) -> None:
        self._expected = set[str]()

    def ready(self) -> str:
        """The folder that the screen process may make films in; empty where there can be none."""
        try:
            return self.folder.ready()
        except SupportError as error:
            _log.warning("no folder for recordings: %s", error)
            return ""

    def expect(self, said: Recorded) -> None:
        """A file is whole: until `take` it is not left over."""
        self._expected.add(said.file)

    def take(self, view: SharingView, said: Recorded) -> None:
        """Put it with the request, or say that it is lost; either way the file itself is gone afterwards."""
        try:
            self._send(view, said)
        except SupportError as error:
            _log.warning("a recording is lost: %s", error)
            self._lost(said.file)
        else:
            self.folder.remove(said.file)
        finally:
            self._expected.discard(said.file)

    def sweep(self) -> None:
        """Delete what a process that died left behind."""
        for name in set(self.folder.names()) - self._expected:
            self._lost(name)

    def _lost(self, name: str) -> None:
        self.folder.remove(name)
        self.journal.record(JournalKind.SEEN, "screen_recording_lost", {})

    def _send(self, view: SharingView, said: Recorded) -> None:
        from desktop_app.protocol.base import new_id
        from desktop_app.protocol.sharing import NewRecording

        name = f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.mp4"
        (film,) = keep([Enclosure(name, "video/mp4", "recording", self.folder.read(said.file))], self.store)
        word = NewRecording(id=new_id(), sharing=view.id, attachment=film.id, seconds=said.seconds)
        action = new_action(Kind.RECORDED, word.id, view.ticket_id, view.label, word.model_dump_json())
        facts = {"name": view.technician, "label": view.label, "minutes": str(max(1, round(said.seconds / 60)))}
        with self.outbox.adding() as add:  # in one go: what becomes of it on the way is written below this line
            self.journal.record(JournalKind.SEEN, "screen_recorded_full" if said.is_full else "screen_recorded", facts)
            add(with_uploads(action, (film,)))
