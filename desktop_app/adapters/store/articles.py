"""The help desk's articles as they came last: one row, so that it is the whole list or none of it."""

from desktop_app.adapters.store.database import Database


class ArticleTable:
    """The JSON of the list, and the tag that the help desk gave it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, tag: str, words: str) -> None:
        """Keep another list in place of the one before."""
        self._database.run("INSERT OR REPLACE INTO articles VALUES (1, ?, ?)", tag, words)

    def tag(self) -> str:
        """The tag of the list that is kept, or nothing."""
        rows = self._database.rows("SELECT tag FROM articles")
        return str(rows[0]["tag"]) if rows else ""

    def words(self) -> str:
        """The JSON of the list, or nothing."""
        rows = self._database.rows("SELECT words FROM articles")
        return str(rows[0]["words"]) if rows else ""
