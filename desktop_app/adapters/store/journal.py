"""The table of the journal's lines: there is no way here to change or remove one."""

import json
from datetime import datetime
from sqlite3 import Row

from desktop_app.adapters.store.database import Database
from desktop_app.domain.journal import JournalEntry, JournalKind
from desktop_app.services.journal import ChainedEntry


class JournalTable:
    """Lines in the order they were written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, line: ChainedEntry) -> None:
        """Append a line."""
        entry = line.entry
        self._database.run(
            "INSERT INTO journal (id, at, kind, key, facts, run_id, payload, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(entry.id, entry.at.isoformat(), entry.kind.value, entry.key),
            *(json.dumps(dict(entry.facts), ensure_ascii=False), entry.run_id, entry.payload, line.link),
        )

    def last_link(self) -> str:
        """The link of the newest line, or nothing."""
        rows = self._database.rows("SELECT link FROM journal ORDER BY position DESC LIMIT 1")
        return str(rows[0]["link"]) if rows else ""

    def all(self) -> list[ChainedEntry]:
        """Every line, oldest first."""
        return [_line(row) for row in self._database.rows("SELECT * FROM journal ORDER BY position")]


def _line(row: Row) -> ChainedEntry:
    moment, kind = datetime.fromisoformat(row["at"]), JournalKind(row["kind"])
    facts = json.loads(row["facts"])
    return ChainedEntry(
        JournalEntry(row["id"], moment, kind, row["key"], facts, row["run_id"], row["payload"]), row["link"]
    )
