"""Full text over the conversations that are kept here: in memory, made anew when something was added."""

import re
import sqlite3
from threading import Lock

from desktop_app.adapters.store.database import Database

_WORD = re.compile(r"\w+")
_MOST_WORDS = 12
_PIECE = 12
"""Words of the text around what was found."""

_STAMP = (
    "SELECT (SELECT count(*) FROM entries), (SELECT max(rowid) FROM entries),"
    " (SELECT count(*) FROM tickets), (SELECT max(updated_at) FROM tickets)"
)
_TEXTS = (
    "SELECT id, coalesce(nullif(json_extract(word, '$.number'), 0), '') || ' ' || json_extract(word, '$.subject')"
    " || char(10) || coalesce((SELECT group_concat(json_extract(entries.word, '$.body'), char(10))"
    " FROM entries WHERE ticket_id = tickets.id), '') FROM tickets"
)


class TicketSearch:
    """Accents and capitals do not matter, and the end of a word may be missing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._lock = Lock()
        self._stamp: tuple[object, ...] = ()

    def find(self, text: str, limit: int) -> list[tuple[str, str]]:
        """Tickets that hold all these words, best first: id, and the piece of text where they stand."""
        words = _WORD.findall(text)[:_MOST_WORDS]
        if not words:
            return []
        with self._lock:
            self._renew()
            return self._index.execute(
                "SELECT id, snippet(kept, 1, '', '', '…', ?) FROM kept WHERE kept MATCH ? ORDER BY rank LIMIT ?",
                (_PIECE, " ".join(f'"{word}"*' for word in words), limit),
            ).fetchall()

    def _renew(self) -> None:
        stamp = tuple(self._database.rows(_STAMP)[0])
        if stamp == self._stamp:
            return
        self._index.execute("DROP TABLE IF EXISTS kept")
        self._index.execute(
            "CREATE VIRTUAL TABLE kept USING fts5(id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._index.executemany("INSERT INTO kept VALUES (?, ?)", [tuple(row) for row in self._database.rows(_TEXTS)])
        self._stamp = stamp

    def close(self) -> None:
        """Let the memory go."""
        self._index.close()
