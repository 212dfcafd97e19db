"""A damaged database is set aside, and every row that can still be read is carried over."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.adapters.store.database import Database, explained, make_private_file, open_database
from desktop_app.adapters.store.schema import RESCUED_TABLES
from desktop_app.domain.errors import StateSetAside

_SIDE_FILES = ("", "-wal", "-shm")


def open_or_rescue(file: Path) -> tuple[Database, StateSetAside | None]:
    """Open `file`; when it is damaged, set it aside, start anew with what could be read, and say so."""
    with explained(file), alone(file.with_suffix(".opening")):
        try:
            return open_database(file), None
        except StateSetAside:
            aside = _set_aside(file)
            database = open_database(file)
            _carry_over(aside, database)
            return database, StateSetAside(file=str(aside))


@contextmanager
def alone(lock_file: Path) -> Iterator[None]:
    """Hold a lock between processes that the system releases when this one dies: SQLite's own, on an empty database."""
    make_private_file(lock_file)
    with closing(sqlite3.connect(lock_file, timeout=30, isolation_level=None)) as lock:
        with suppress(sqlite3.Error):  # on a full or read-only disk we go on without: opening will tell
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _set_aside(file: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = file.with_name(f"{file.stem}-damaged-{stamp}{file.suffix}")
    for side in _SIDE_FILES:
        part = file.with_name(file.name + side)
        if part.exists():
            part.rename(aside.with_name(aside.name + side))
    return aside


def _carry_over(damaged: Path, database: Database) -> None:
    with suppress(sqlite3.Error), closing(sqlite3.connect(damaged)) as old:
        for table in RESCUED_TABLES:
            _copy_readable(old, table, database)


def _copy_readable(old: sqlite3.Connection, table: str, database: Database) -> None:
    for wanted in ("ASC", "DESC"):  # from both ends: a damaged page in the middle hides what lies behind it
        with suppress(sqlite3.Error):
            found = old.execute(f"SELECT * FROM {table} ORDER BY rowid {wanted}")  # noqa: S608 - our own table names
            names = [column[0] for column in found.description]
            slots = ", ".join("?" * len(names))
            for row in found:
                _keep(database, f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({slots})", row)  # noqa: S608


def _keep(database: Database, sql: str, row: tuple[object, ...]) -> None:
    with suppress(sqlite3.Error):  # a row of nonsense is left behind, the next may be whole
        database.run(sql, *row)
