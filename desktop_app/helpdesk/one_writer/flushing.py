"""What was committed is brought to the disk by one for all who wait for it: the disk is asked once for several."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Lock

Round = Future[None]
"""A time that the disk is asked, and what came of it."""

_OPEN = os.O_RDWR | getattr(os, "O_BINARY", 0)
_PATIENCE_S = 1  # nobody writes meanwhile


class Flushing:
    """A file that several write to; `flush` brings all of it to the disk. Raises OSError.

    A system tells once that the disk did not take something, and may hold it for written from then on (fsync(2)).
    So nothing counts as flushed after that until `renew` has written all of it anew. Raises OSError, too. What only
    SQLite hears of (its own checkpoint, a statement outside a transaction) or another process is not known here.
    """

    def __init__(self, flush: Callable[[Path], None], renew: Callable[[Path], None]) -> None:
        self._flush, self._renew, self._is_doubtful = flush, renew, False
        self._next, self._one_at_a_time = Round(), Lock()

    def written(self) -> Round:
        """Said by who has just written: which round will bring it to the disk."""
        return self._next

    def wait(self, mine: Round, file: Path) -> None:
        """Returns when that lies on the disk. Raises OSError, to all whose round it was."""
        with self._one_at_a_time:
            if not mine.done():
                self._next = Round()  # who writes from here on may have come too late for this one
                try:
                    self._bring(file)
                except OSError as error:
                    mine.set_exception(error)
                else:
                    mine.set_result(None)
        mine.result()

    def _bring(self, file: Path) -> None:
        bring, self._is_doubtful = self._renew if self._is_doubtful else self._flush, True
        bring(file)
        self._is_doubtful = False


def flush(file: Path) -> None:
    """Nothing when it is not there: SQLite has moved all of it into the database and taken it away. Raises OSError."""
    try:
        descriptor = os.open(file, _OPEN)
    except FileNotFoundError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def renew(log: Path) -> None:
    """Write all that is in SQLite's log into the database itself, and begin the log anew. Raises OSError."""
    try:
        with closing(sqlite3.connect(str(log).removesuffix("-wal"), timeout=_PATIENCE_S)) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error as error:
        raise OSError("the log could not be written anew") from error
    if is_busy:
        raise OSError("the log is being read")
