"""One SQLite database: durable transactions, safe from several threads and several processes."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from desktop_app.adapters.folders import PRIVATE_FILE, explain_os_error
from desktop_app.adapters.store.schema import upgrade
from desktop_app.domain.errors import DiskFull, FolderReadOnly, StateSetAside, SupportError

BUSY_MS = 20_000
"""How long one process waits for another's transaction; ours take milliseconds."""

_LITTLE_ROOM = 256 * 1024
_CHECKED_AT_START = 64 * 1024 * 1024
_PRIMARY = 0xFF


class Database:
    """A connection that several threads may share: one transaction at a time, nested ones join the outer one."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self.file = file
        self._connection = connection
        self._lock = RLock()
        self._inside = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on disk when it returns. Raises DiskFull, FolderReadOnly, StateSetAside: nothing changed."""
        with self._lock, explained(self.file):
            if self._inside:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._inside = True
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._take_back()
                raise
            finally:
                self._inside = False

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """What a SELECT finds."""
        with self._lock, explained(self.file):
            return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: object) -> int:
        """Change something; the number of rows touched."""
        with self.transaction():
            return self._connection.execute(sql, values).rowcount

    def close(self) -> None:
        """Let go of the file; what was committed stays."""
        with self._lock:
            self._connection.close()

    def _take_back(self) -> None:
        if self._connection.in_transaction:  # SQLite itself has rolled back when the disk was full
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


def open_database(file: Path) -> Database:
    """Open or create `file`. Raises DiskFull, FolderReadOnly, or StateSetAside when its content is damaged."""
    with explained(file):
        make_private_file(file)
        connection = _connect(str(file))
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            connection.execute("PRAGMA synchronous = FULL")
            _check(connection, file)
            upgrade(connection)
        except BaseException:
            connection.close()
            raise
    return Database(connection, file)


def in_memory(file: Path) -> Database:
    """A database that lives as long as the program, for a home where nothing can be written."""
    connection = _connect(":memory:")
    upgrade(connection)
    return Database(connection, file)


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """SQLite's own failures as the foreseen ones; `file` tells which folder is meant."""
    try:
        yield
    except sqlite3.Error as error:
        known = _foreseen(error, file)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise explain_os_error(error, file.parent) from error


def _foreseen(error: sqlite3.Error, file: Path) -> SupportError | None:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StateSetAside(file=str(file))
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _has_little_room(file.parent)):
        return DiskFull(folder=str(file.parent))
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return FolderReadOnly(folder=str(file.parent))
    return None


def _has_little_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE_ROOM
    except OSError:
        return False


def _connect(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def make_private_file(file: Path) -> None:
    """An empty file that only this user may read, unless it is there already."""
    with suppress(FileExistsError):  # SQLite gives its side files the rights of this one
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def _check(connection: sqlite3.Connection, file: Path) -> None:
    if file.stat().st_size > _CHECKED_AT_START:
        return  # reading it all would delay the start; damage then shows at the first use
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise StateSetAside(file=str(file))
