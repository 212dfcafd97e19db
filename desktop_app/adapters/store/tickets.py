"""What is known of the help desk's tickets: the words as they came, ready without a network."""

from desktop_app.adapters.store.database import Database
from desktop_app.adapters.store.ticket_search import TicketSearch


class TicketTable:
    """Tickets and entries as JSON, and how far the user has read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._search = TicketSearch(database)

    def close(self) -> None:
        """Let go of what was made to search in."""
        self._search.close()

    def find(self, text: str, limit: int) -> list[tuple[str, str]]:
        """Tickets that hold all these words, best first: id, and the piece of text where they stand."""
        return self._search.find(text, limit)

    def save(self, ticket_id: str, updated_at: str, word: str) -> None:
        """Keep the newest word on a ticket; `updated_at` is an ISO moment in UTC, to sort by."""
        self._database.run(
            "INSERT INTO tickets (id, updated_at, word) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, word = excluded.word",
            *(ticket_id, updated_at, word),
        )

    def all(self) -> list[str]:
        """Every ticket, newest change first."""
        return [
            row["word"] for row in self._database.rows("SELECT word FROM tickets ORDER BY updated_at DESC, id DESC")
        ]

    def get(self, ticket_id: str) -> str | None:
        """One ticket."""
        rows = self._database.rows("SELECT word FROM tickets WHERE id = ?", ticket_id)
        return rows[0]["word"] if rows else None

    def words(self) -> dict[str, str]:
        """Every ticket by its id."""
        return {row["id"]: row["word"] for row in self._database.rows("SELECT id, word FROM tickets")}

    def remove(self, ticket_id: str) -> None:
        """Forget a ticket with its entries."""
        with self._database.transaction():
            self._database.run("DELETE FROM entries WHERE ticket_id = ?", ticket_id)
            self._database.run("DELETE FROM reads WHERE ticket_id = ?", ticket_id)
            self._database.run("DELETE FROM tickets WHERE id = ?", ticket_id)

    def forget_sent(self) -> None:
        """Forget every ticket but those that have not left yet, and every line that came from the help desk."""
        with self._database.transaction():
            unsent = "SELECT ticket_id FROM actions WHERE state <> 'done' AND kind = 'create'"
            self._database.run(f"DELETE FROM tickets WHERE id NOT IN ({unsent})")  # noqa: S608 - no outside text
            self._database.run("DELETE FROM entries")
            self._database.run("UPDATE tickets SET fetched = 0")
            self._database.run("DELETE FROM reads WHERE ticket_id NOT IN (SELECT id FROM tickets)")

    def save_entry(self, ticket_id: str, entry_id: str, seq: int, word: str) -> None:
        """Keep one line of a conversation."""
        self._database.run("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", entry_id, ticket_id, seq, word)

    def entries(self, ticket_id: str) -> list[str]:
        """The lines of a conversation, in order."""
        rows = self._database.rows("SELECT word FROM entries WHERE ticket_id = ? ORDER BY seq, id", ticket_id)
        return [row["word"] for row in rows]

    def fetched(self, ticket_id: str) -> int:
        """Up to which sequence number every line was fetched; own lines may be there without their elders."""
        rows = self._database.rows("SELECT fetched FROM tickets WHERE id = ?", ticket_id)
        return int(rows[0]["fetched"]) if rows else 0

    def set_fetched(self, ticket_id: str, seq: int) -> None:
        """Every line up to `seq` is here."""
        self._database.run("UPDATE tickets SET fetched = max(fetched, ?) WHERE id = ?", seq, ticket_id)

    def mark_read(self, ticket_id: str, seq: int, *, told: bool) -> None:
        """The user has seen everything up to `seq`; `told`: the help desk knows. Never goes back."""
        self._database.run(
            "INSERT INTO reads VALUES (?, ?, ?) ON CONFLICT (ticket_id) DO UPDATE SET seq = excluded.seq,"
            " told = excluded.told WHERE excluded.seq > seq OR (excluded.seq = seq AND excluded.told > told)",
            *(ticket_id, seq, int(told)),
        )

    def reads(self) -> dict[str, int]:
        """How far each ticket was read."""
        return {row["ticket_id"]: row["seq"] for row in self._database.rows("SELECT ticket_id, seq FROM reads")}

    def untold_reads(self) -> dict[str, int]:
        """The readings the help desk has not heard of."""
        rows = self._database.rows("SELECT ticket_id, seq FROM reads WHERE told = 0")
        return {row["ticket_id"]: row["seq"] for row in rows}
