"""The tables of the one database, and the steps from each version to the next."""

import sqlite3

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE actions (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, ticket_id TEXT NOT NULL, label TEXT NOT NULL, body TEXT NOT NULL,
      state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', since TEXT NOT NULL
    ) STRICT;
    CREATE INDEX actions_waiting ON actions (position) WHERE state <> 'done';
    CREATE TABLE uploads (
      id TEXT PRIMARY KEY, action_id TEXT NOT NULL, place INTEGER NOT NULL, filename TEXT NOT NULL,
      media_type TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL,
      uploaded INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX uploads_of ON uploads (action_id, place);
    CREATE TABLE tickets (
      id TEXT PRIMARY KEY, updated_at TEXT NOT NULL, word TEXT NOT NULL, fetched INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE reads (ticket_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE entries (
      id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL, seq INTEGER NOT NULL, word TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entries_of ON entries (ticket_id, seq);
    CREATE TABLE journal (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, kind TEXT NOT NULL,
      key TEXT NOT NULL, facts TEXT NOT NULL, run_id TEXT NOT NULL, payload TEXT NOT NULL, link TEXT NOT NULL
    ) STRICT;
    CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    """,
    """
    CREATE TABLE articles (
      one INTEGER PRIMARY KEY CHECK (one = 1), tag TEXT NOT NULL, words TEXT NOT NULL
    ) STRICT;
    """,
)
"""Each entry brings a database of version n to n + 1; entries are only ever added."""

RESCUED_TABLES = ("actions", "uploads", "tickets", "reads", "entries", "journal", "notes", "articles")
"""What is carried over from a damaged database, as far as it can be read."""


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest version, in one transaction; a newer database is left as it is."""
    if _version(connection) >= len(STEPS):
        return
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in STEPS[_version(connection) :]:  # asked again: another process may have been faster
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
