"""What this computer knows of the help desk's tickets: the words as they came."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.errors import NotFound
from desktop_app.services.actions import LINES, Action, Kind
from desktop_app.services.conversation import entry_of
from desktop_app.services.foreseen import once_arrived

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Entry, Ticket


class TicketRows(Protocol):
    """The tables of tickets and entries, as JSON words."""

    def save(self, ticket_id: str, updated_at: str, word: str) -> None:
        """Keep the newest word on a ticket."""

    def all(self) -> list[str]:
        """Every ticket, newest change first."""

    def get(self, ticket_id: str) -> str | None:
        """One ticket."""

    def words(self) -> dict[str, str]:
        """Every ticket by its id."""

    def forget_sent(self) -> None:
        """Forget every ticket but those that have not left yet, and every line that came from the help desk."""

    def find(self, text: str, limit: int) -> list[tuple[str, str]]:
        """Tickets that hold all these words, best first: id, and the piece of text where they stand."""

    def save_entry(self, ticket_id: str, entry_id: str, seq: int, word: str) -> None:
        """Keep one line."""

    def entries(self, ticket_id: str) -> list[str]:
        """The lines of a conversation, in order."""

    def fetched(self, ticket_id: str) -> int:
        """Up to which sequence number every line was fetched."""

    def set_fetched(self, ticket_id: str, seq: int) -> None:
        """Every line up to `seq` is here."""

    def mark_read(self, ticket_id: str, seq: int, *, told: bool) -> None:
        """Seen up to `seq`; `told`: the help desk knows. Never goes back."""

    def reads(self) -> dict[str, int]:
        """How far each ticket was read."""

    def untold_reads(self) -> dict[str, int]:
        """The readings the help desk has not heard of."""


class KnownStore(Protocol):
    """What is needed of the disk."""

    @property
    def tickets(self) -> TicketRows:
        """The tables."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""


class KnownTickets:
    """Tickets and entries as values."""

    def __init__(self, store: KnownStore) -> None:
        self._store = store
        self._rows = store.tickets

    def all(self) -> list[Ticket]:
        """Every ticket, newest change first."""
        reads = self._rows.reads()
        return [_shown(word, reads) for word in self._rows.all()]

    def get(self, ticket_id: str) -> Ticket:
        """One ticket. Raises NotFound."""
        word = self._rows.get(ticket_id)
        if word is None:
            raise NotFound(name=ticket_id)
        return _shown(word, self._rows.reads())

    def entries(self, ticket_id: str) -> list[Entry]:
        """The lines that are at the help desk, in order."""
        from desktop_app.protocol.tickets import Entry

        return [Entry.model_validate_json(word) for word in self._rows.entries(ticket_id)]

    def save(self, ticket: Ticket) -> None:
        """Keep the newest word on a ticket."""
        self._rows.save(ticket.id, ticket.updated_at.isoformat(), ticket.model_dump_json())

    def save_entry(self, entry: Entry) -> None:
        """Keep one line."""
        self._rows.save_entry(entry.ticket_id, entry.id, entry.seq, entry.model_dump_json())

    def words(self) -> dict[str, str]:
        """What is known of every ticket, by its id."""
        return self._rows.words()

    def wants(self, ticket: Ticket, known: str | None) -> int | None:
        """The sequence number after which lines have to be fetched; None when nothing is new."""
        fetched = self._rows.fetched(ticket.id)
        return None if known == ticket.model_dump_json() and fetched >= ticket.last_seq else fetched

    def take(self, ticket: Ticket, fresh: Iterable[Entry], known: str | None) -> bool:
        """Keep a ticket with the lines fetched for it; not when more than `known` has come to be known since it was
        asked for: what was on its way all that time may be the older of the two.
        """
        newest = ticket.last_seq
        with self._store.transaction():
            if self._rows.get(ticket.id) != known:
                return False
            for entry in fresh:
                self.save_entry(entry)
                newest = max(newest, entry.seq)
            self.save(ticket)
            self._rows.set_fetched(ticket.id, newest)
            self._rows.mark_read(ticket.id, ticket.read_seq, told=True)
        return True

    def take_answer(self, action: Action, answer: str) -> None:
        """Inside the transaction that marks it done: what left is shown as sent from the same moment on."""
        from desktop_app.protocol.tickets import Entry, Ticket

        if self._rows.get(action.ticket_id) is None:
            return  # about none, or about one that was forgotten meanwhile: somebody else's computer now
        if action.kind in {Kind.CREATE, Kind.STATUS}:
            self.save(Ticket.model_validate_json(answer))
        if action.kind in LINES:
            self.save_entry(Entry.model_validate_json(answer))
            self.save(once_arrived(self.get(action.ticket_id), action))
        if action.kind is Kind.CREATE and (entry := entry_of(action, 1)) and not self._rows.entries(action.ticket_id):
            self.save_entry(entry)


def _shown(word: str, reads: dict[str, int]) -> Ticket:
    from desktop_app.protocol.tickets import Ticket

    ticket = Ticket.model_validate_json(word)
    return ticket.model_copy(update={"read_seq": max(ticket.read_seq, reads.get(ticket.id, 0))})
