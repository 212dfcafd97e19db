"""The user's requests, which are conversations: written at once, sent by the outbox, kept to be read offline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from uuid_utils import uuid7

from desktop_app.domain.asking import LONGEST_VALUE, Answer
from desktop_app.domain.errors import NotFound
from desktop_app.domain.ticket import ENDED, Status
from desktop_app.services.actions import ActionRows, Kind, State, new_action, with_uploads
from desktop_app.services.attachments import check_length, enclose, keep
from desktop_app.services.conversation import Conversation, Line, lines
from desktop_app.services.foreseen import foreseen
from desktop_app.services.known_tickets import KnownStore, KnownTickets
from desktop_app.services.new_request import Draft, leaving, unsent
from desktop_app.services.outbox import Outbox
from desktop_app.services.settings import language_in_force

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Attempt, Entry, Ticket
    from desktop_app.services.settings import Settings

__all__ = ["Conversation", "Draft", "Line", "Tickets"]

_MOST_FOUND = 50
_TRIES = 3
"""How often what was overtaken is fetched again at once; after that the next news brings it."""


@dataclass(frozen=True)
class Given:
    """What goes with a yes: the value, the reviewed bytes of the report, or what the fix measured."""

    value: str = ""
    report: bytes | None = None
    attempt: Attempt | None = None


class TicketStore(KnownStore, Protocol):
    """What tickets need of the disk."""

    @property
    def actions(self) -> ActionRows:
        """What waits to be sent."""

    def keep_blob(self, content: bytes) -> str:
        """Keep bytes; their digest. Raises DiskFull."""

    def has_blob(self, digest: str) -> bool:
        """Whether bytes of that digest are kept."""

    def blob(self, digest: str) -> bytes:
        """The bytes of a digest."""


class TicketClient(Protocol):
    """What is asked of the help desk; each raises HelpdeskUnreachable and its kinds."""

    def tickets(self) -> list[Ticket]:
        """All tickets of this user."""

    def entries(self, ticket_id: str, after: int) -> list[Entry]:
        """The lines after a sequence number."""

    def attachment(self, attachment_id: str) -> bytes:
        """The bytes of a file."""

    def mark_read(self, ticket_id: str, seq: int) -> None:
        """Say what was on the user's screen."""


class Tickets:
    """The list of requests and each conversation, with and without a network."""

    def __init__(self, store: TicketStore, outbox: Outbox, client: TicketClient, settings: Settings) -> None:
        self._store = store
        self._known = KnownTickets(store)
        self._outbox = outbox
        self._client = client
        self._settings = settings
        self._turn = RLock()

    @contextmanager
    def held(self) -> Iterator[Callable[[], None]]:
        """None is fetched meanwhile; what it gives forgets those that are here: they are somebody else's."""
        with self._turn:
            yield self._store.tickets.forget_sent

    def overview(self) -> list[Ticket]:
        """Every request, newest change first, those that wait to leave included, unless nobody said they are theirs."""
        unclaimed, waiting = self._outbox.unclaimed(), self._store.actions.waiting()
        all_here = [foreseen(ticket, waiting) for ticket in self._known.all() if ticket.id not in unclaimed]
        return sorted(all_here, key=lambda ticket: ticket.updated_at, reverse=True)

    def search(self, text: str) -> list[tuple[Ticket, str]]:
        """Requests whose conversation, as it is kept here, holds all these words, best first: each with the piece of
        text where they stand.
        """
        found, unclaimed = self._store.tickets.find(text, _MOST_FOUND), self._outbox.unclaimed()
        waiting = self._store.actions.waiting()
        return [(foreseen(self._known.get(one), waiting), piece) for one, piece in found if one not in unclaimed]

    def conversation(self, ticket_id: str) -> Conversation:
        """A request and its lines. Raises NotFound, also for one that nobody has said to be theirs."""
        if ticket_id in self._outbox.unclaimed():
            raise NotFound(name=ticket_id)
        ticket = self._known.get(ticket_id)
        waiting = [action for action in self._store.actions.waiting() if action.ticket_id == ticket_id]
        told = lines(self._known.entries(ticket_id), waiting, self._outbox.underway.part)
        return Conversation(foreseen(ticket, waiting), told)

    def create(self, draft: Draft) -> str:
        """Accept a request: on disk when it returns, sent later. Its id.

        Raises TooLarge, NotFound (a file), DiskFull, and ValueError for a text that no form lets through.
        """
        check_length(draft.body)
        uploads = keep(enclose(draft.files, draft.snapshot), self._store)
        ticket_id = str(uuid7())
        word = leaving(ticket_id, draft, uploads, language_in_force(self._settings))
        created = new_action(Kind.CREATE, ticket_id, ticket_id, word.subject, word.model_dump_json())
        with self._outbox.adding() as add:
            add(with_uploads(created, uploads))
            self._known.save(unsent(word))
        return ticket_id

    def reply(self, ticket_id: str, body: str, files: tuple[Path, ...] = (), entry_id: str = "") -> str:
        """Accept a message: on disk when it returns. The id of its entry. Raises NotFound, TooLarge, DiskFull.

        Twice with one `entry_id` is once.
        """
        from desktop_app.protocol.tickets import NewEntry

        check_length(body)
        ticket = self._known.get(ticket_id)
        if entry_id and self._outbox.is_known(entry_id):
            return entry_id
        uploads = keep(enclose(files, None), self._store)
        entry_id = entry_id or str(uuid7())
        ids = [upload.id for upload in uploads]
        word = NewEntry(id=entry_id, body=body, attachments=ids, written_at=datetime.now(UTC)).model_dump_json()
        with self._outbox.adding() as add:
            add(with_uploads(new_action(Kind.REPLY, entry_id, ticket_id, ticket.subject, word), uploads))
        return entry_id

    def correct(self, action_id: str, body: str) -> None:
        """Send a refused request or message again with other words; its id stays. Raises NotFound."""
        action = self._store.actions.get(action_id)
        if action is None:
            raise NotFound(name=action_id)
        self._outbox.resend(action_id, json.dumps({**json.loads(action.body), "body": body}, ensure_ascii=False))

    def solve(self, ticket_id: str) -> None:
        """The user says that it works again."""
        self._change(ticket_id, Status.CLOSED)

    def reopen(self, ticket_id: str) -> None:
        """The user says that it does not work after all."""
        self._change(ticket_id, Status.OPEN)

    def answer(self, ticket_id: str, asked: str, said: Answer, given: Given = Given()) -> None:
        """Say yes or no to what a technician asked in the entry `asked`; a yes brings what was asked for.

        On disk when it returns. Raises NotFound, TooLarge, DiskFull.
        """
        from desktop_app.protocol.tickets import NewAnswer

        ticket, answer_id = self._known.get(ticket_id), str(uuid7())
        uploads = keep(enclose((), given.report), self._store)
        word = NewAnswer(
            id=answer_id,
            asked=asked,
            answer=said,
            value=given.value[:LONGEST_VALUE],
            attachments=[upload.id for upload in uploads],
            attempt=given.attempt,
            written_at=datetime.now(UTC),
        ).model_dump_json()
        with self._outbox.adding() as add:
            add(with_uploads(new_action(Kind.ANSWER, answer_id, ticket_id, ticket.subject, word), uploads))

    def rate(self, ticket_id: str, score: int, comment: str = "") -> None:
        """Say how it went, from 1 (very well) to 5; durable when it returns. Raises NotFound, DiskFull."""
        from desktop_app.protocol.tickets import Opinion

        ticket, given = self._known.get(ticket_id), str(uuid7())
        word = Opinion(id=given, score=score, comment=comment.strip()).model_dump_json()
        with self._outbox.adding() as add:
            add(new_action(Kind.OPINION, given, ticket_id, ticket.subject, word))

    def ask_call(self, ticket_id: str, call_back: str) -> None:
        """Ask to be rung, `call_back` as `domain.call_back.write` gives it; on disk when it returns.

        What was asked before and has not left yet gives way. Raises NotFound, DiskFull.
        """
        from desktop_app.protocol.tickets import NewCallBack

        ticket, asked = self._known.get(ticket_id), str(uuid7())
        word = NewCallBack(id=asked, call_back=call_back).model_dump_json()
        with self._outbox.adding() as add:
            for action in self._store.actions.waiting():
                is_same = (action.ticket_id, action.kind) == (ticket_id, Kind.CALL_BACK)
                if is_same and action.state in {State.QUEUED, State.FAILED}:
                    self._outbox.drop(action)
            add(new_action(Kind.CALL_BACK, asked, ticket_id, ticket.subject, word))

    def mark_read(self, ticket_id: str, seq: int) -> None:
        """Everything up to `seq` was on the screen; the help desk hears of it at the next occasion."""
        self._store.tickets.mark_read(ticket_id, seq, told=False)

    def attachment(self, ticket_id: str, attachment_id: str) -> bytes:
        """The bytes of a file, from this computer when it has them. Raises NotFound, HelpdeskUnreachable."""
        for line in self.conversation(ticket_id).lines:
            for attachment in line.entry.attachments:
                if attachment.id == attachment_id:
                    return self._bytes_of(attachment.id, attachment.sha256)
        raise NotFound(name=attachment_id)

    def unread(self) -> int:
        """How many requests have something new to read."""
        return sum(1 for ticket in self.overview() if _has_news(ticket))

    def sync(self) -> set[str]:
        """Fetch what is new. The topics that changed. Raises HelpdeskUnreachable; what was fetched by then is kept."""
        with self._turn:
            for ticket_id, seq in self._store.tickets.untold_reads().items():
                self._client.mark_read(ticket_id, seq)
                self._store.tickets.mark_read(ticket_id, seq, told=True)
            is_changed = False
            for _ in range(_TRIES):
                taken = _fetch(self._client, self._known)
                is_changed |= bool(taken)
                if False not in taken:
                    break
        return {"tickets"} if is_changed else set()

    def _bytes_of(self, attachment_id: str, digest: str) -> bytes:
        if self._store.has_blob(digest):
            return self._store.blob(digest)
        content = self._client.attachment(attachment_id)
        if self._store.keep_blob(content) != digest:
            raise NotFound(name=attachment_id)  # cut short or changed on the way
        return content

    def _change(self, ticket_id: str, status: Status) -> None:
        from desktop_app.protocol.tickets import StatusChange

        ticket = foreseen(self._known.get(ticket_id), self._store.actions.waiting())
        is_so = ticket.status in ENDED - {Status.RESOLVED} if status in ENDED else ticket.status not in ENDED
        if is_so:
            return
        action_id = str(uuid7())
        word = StatusChange(id=action_id, status=status).model_dump_json()
        with self._outbox.adding() as add:
            add(new_action(Kind.STATUS, action_id, ticket_id, ticket.subject, word))


def _fetch(client: TicketClient, known: KnownTickets) -> set[bool]:
    """For each that is not as it was known: whether it was taken, or overtaken by an answer meanwhile."""
    before, taken = known.words(), set[bool]()
    for ticket in client.tickets():
        was = before.get(ticket.id)
        after = known.wants(ticket, was)
        if after is not None:
            taken.add(known.take(ticket, client.entries(ticket.id, after), was))
    return taken


def _has_news(ticket: Ticket) -> bool:
    is_own = ticket.last_author is not None and ticket.last_author.mine
    return ticket.last_seq > ticket.read_seq and not is_own
