"""Django's SQLite, but the threads of this process queue to write, and wait together for the disk.

SQLite lets one write at a time, and has the others look again after a sleep that grows to a tenth of a second: with
several of them the file lies idle while all sleep, and some sleep long. Other processes still wait in SQLite's own way.

Nor does the next one wait while the disk takes what the last one wrote: a transaction is written without asking for
that (`synchronous=NORMAL`), the turn is given on, and its end is told once the log lies on the disk, by then perhaps
with others. What is no transaction of Django's is brought to the disk by SQLite itself (`FULL`, of the settings).
"""

from functools import lru_cache
from os.path import realpath
from pathlib import Path
from threading import Lock
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from desktop_app.helpdesk.one_writer.flushing import Flushing, flush, renew

_turn = Lock()
_log = Flushing(flush, renew)


class DatabaseWrapper(base.DatabaseWrapper):
    """Has the turn from the beginning of a transaction to its end."""

    _has_turn = False

    def create_cursor(self, _name: str | None = None) -> Any:
        """As Django's, with the statements that it has seen in SQLite's words already."""
        return self.connection.cursor(factory=_Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        self._has_turn = _turn.acquire(timeout=self.settings_dict["OPTIONS"]["timeout"])
        try:
            self._ask_for("NORMAL")
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs do not know it
        except BaseException:
            self._end()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # the stubs do not know it
        mine = _log.written()
        self._end()
        try:
            _log.wait(mine, _log_of(self.settings_dict["NAME"]))
        except OSError as error:
            raise OperationalError("the disk did not take it") from error

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # the stubs do not know it
        finally:
            self._end()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # the stubs do not know it
        finally:
            self._give_turn()

    def _end(self) -> None:
        try:
            self._ask_for("FULL")
        finally:
            self._give_turn()

    def _ask_for(self, safety: str) -> None:
        """What SQLite itself brings to the disk when it commits from here on."""
        if self.connection is not None:
            self.connection.execute(f"PRAGMA synchronous={safety}")

    def _give_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _turn.release()


class _Cursor(base.SQLiteCursorWrapper):
    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        return _converted(query) if param_names is None else super().convert_query(query, param_names=param_names)


@lru_cache
def _log_of(database: str) -> Path:
    """SQLite's log, which lies beside the file itself where `database` is a link to it."""
    return Path(f"{realpath(database)}-wal")


@lru_cache(maxsize=500)
def _converted(query: str) -> str:
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))
