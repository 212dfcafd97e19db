"""Small named texts: drafts, what the help desk last said of itself, this computer's own id."""

from desktop_app.adapters.store.database import Database


class NoteTable:
    """Names to texts, each durable when `put` returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str:
        """The text of that name, or nothing."""
        rows = self._database.rows("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0]["value"]) if rows else ""

    def put(self, name: str, value: str) -> None:
        """Keep it; unchanged texts cost no writing."""
        if self.get(name) != value:
            self._database.run("INSERT OR REPLACE INTO notes VALUES (?, ?)", name, value)

    def put_first(self, name: str, value: str) -> str:
        """Keep it unless another program was faster; the text that holds."""
        self._database.run("INSERT OR IGNORE INTO notes VALUES (?, ?)", name, value)
        return self.get(name)

    def drop(self, name: str) -> None:
        """Forget it."""
        self._database.run("DELETE FROM notes WHERE name = ?", name)
