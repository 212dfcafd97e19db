"""Everything the desktop app remembers: one database and a folder of files, private to this user."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from desktop_app.adapters.folders import Folders
from desktop_app.adapters.store.actions import ActionTable
from desktop_app.adapters.store.articles import ArticleTable
from desktop_app.adapters.store.blobs import Blobs, FileBlobs, MemoryBlobs
from desktop_app.adapters.store.database import Database, in_memory, make_private_file
from desktop_app.adapters.store.journal import JournalTable
from desktop_app.adapters.store.notes import NoteTable
from desktop_app.adapters.store.rescue import open_or_rescue
from desktop_app.adapters.store.tickets import TicketTable
from desktop_app.domain.errors import DiskFull, FolderOfAnother, FolderReadOnly, SupportError

TURN_S = 45
"""How long a sender waits for another program's turn: longer than one request may take."""


class Store:
    """The tables and files of one instance. `fault` says what the user should know of the disk; None when all is well.

    `keeps` is False when nothing can be written: everything then lives as long as the program.
    """

    def __init__(
        self, database: Database, blobs: Blobs, *, fault: SupportError | None = None, keeps: bool = True
    ) -> None:
        self.database = database
        self.blobs = blobs
        self.fault = fault
        self.keeps = keeps
        self.actions = ActionTable(database)
        self.tickets = TicketTable(database)
        self.journal = JournalTable(database)
        self.notes = NoteTable(database)
        self.articles = ArticleTable(database)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing over every table. Raises DiskFull; then nothing is changed."""
        return self.database.transaction()

    def blob(self, digest: str) -> bytes:
        """The bytes kept under `digest`. Raises NotFound."""
        return self.blobs.get(digest)

    def keep_blob(self, content: bytes) -> str:
        """Keep bytes; their digest. Raises DiskFull."""
        return self.blobs.put(content)

    def has_blob(self, digest: str) -> bool:
        """Whether the bytes of that digest are kept."""
        return self.blobs.has(digest)

    def drop_blob(self, digest: str) -> None:
        """Forget the bytes of that digest."""
        self.blobs.remove(digest)

    @contextmanager
    def sending_turn(self) -> Iterator[bool]:
        """One sender over all programs of this user; the system ends the turn of a program that dies."""
        place = ":memory:"
        if self.keeps:
            place = str(self.database.file.with_suffix(".sending"))
            make_private_file(Path(place))
        with closing(sqlite3.connect(place, timeout=TURN_S, isolation_level=None)) as turn:
            try:
                turn.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                yield False
                return
            yield True

    def close(self) -> None:
        """Let go of the files."""
        self.tickets.close()
        self.database.close()


def open_store(folders: Folders) -> Store:
    """Open what is kept in `folders`; where nothing can be written, go on in memory and say so in `fault`."""
    file = folders.state / "rescousse.db"
    try:
        folders.prepare()
        database, fault = open_or_rescue(file)
    except (FolderReadOnly, FolderOfAnother, DiskFull) as error:
        return Store(in_memory(file), MemoryBlobs(), fault=error, keeps=False)
    return Store(database, FileBlobs(blob_folder(folders)), fault=fault)


def blob_folder(folders: Folders) -> Path:
    """Where the bytes of attachments and of what was sent lie."""
    return folders.state / "files"
