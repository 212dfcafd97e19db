"""Reads a database file of another program: never written to, never locked, never waited for."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(file: Path, question: str) -> Iterator[tuple[Any, ...]]:
    """The rows that answer `question`; none when there is no such file. Raises ValueError for what is no database."""
    import sqlite3

    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, timeout=0.2)) as table:
            yield from table.execute(question)
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error
