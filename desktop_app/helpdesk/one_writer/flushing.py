"""What was committed is brought to the disk by one for all who wait for it: the disk is asked once for several."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Lock

Round = Future[None]
"""A time that the disk is asked, and what came of it."""

_OPEN = os.O_RDWR | getattr(os, "O_BINARY", 0)


class Flushing:
    """A file that several write to; `flush` brings all of it to the disk. Raises OSError."""

    def __init__(self, flush: Callable[[Path], None]) -> None:
        self._flush, self._next, self._one_at_a_time = flush, Round(), Lock()

    def written(self) -> Round:
        """Said by who has just written: which round will bring it to the disk."""
        return self._next

    def wait(self, mine: Round, file: Path) -> None:
        """Returns when that lies on the disk. Raises OSError, to all whose round it was."""
        with self._one_at_a_time:
            if not mine.done():
                self._next = Round()  # who writes from here on may have come too late for this one
                try:
                    mine.set_result(self._flush(file))
                except OSError as error:
                    mine.set_exception(error)
        mine.result()


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
