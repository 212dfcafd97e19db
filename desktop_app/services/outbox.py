"""The only way out for what the user sends: written first, sent after, in order, exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.asking import YES, Answer
from desktop_app.domain.errors import (
    AnswerLost,
    HelpdeskTroubled,
    NotFound,
    RequestRefused,
    SupportError,
    UploadStopped,
)
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.ticket import Status
from desktop_app.services.actions import Action, ActionRows, Kind, State, Upload
from desktop_app.services.known_tickets import KnownStore, KnownTickets
from desktop_app.services.underway import Underway

if TYPE_CHECKING:
    from desktop_app.services.journal import Journal


@dataclass(frozen=True)
class Pending:
    """What waits to be sent, as it is shown. `reason`: the help desk's sentence when it refused; `error`: our key."""

    id: str
    kind: str
    label: str
    state: str
    since: datetime
    reason: str
    error: str = ""
    ticket_id: str = ""


class OutboxStore(KnownStore, Protocol):
    """What the outbox needs of the disk."""

    @property
    def actions(self) -> ActionRows:
        """The table of actions."""

    def sending_turn(self) -> AbstractContextManager[bool]:
        """One sender at a time over all programs of this user; False when another one keeps it too long."""

    def blob(self, digest: str) -> bytes:
        """The bytes of a file that waits."""

    def drop_blob(self, digest: str) -> None:
        """Forget them."""


class OutboxClient(Protocol):
    """What the outbox needs of the help desk. Sending twice with one id creates once."""

    def upload(self, upload: Upload, content: bytes, told: Callable[[int], None]) -> None:
        """Hand over a file; `told` hears how many bytes have arrived. Raises RequestRefused, HelpdeskUnreachable."""

    def perform(self, action: Action) -> str:
        """Send; the JSON of the answer. Raises RequestRefused, HelpdeskUnreachable."""

    def find(self, action: Action) -> str | None:
        """Whether the help desk already has it: the JSON of its answer, or None."""


class Outbox:
    """Sends what waits. Safe to be killed at any moment and to run in several programs at once.

    `is_held`: nothing is sent for now, all is kept; `unclaimed`: nor are these, which nobody said to be theirs.
    """

    def __init__(self, store: OutboxStore, client: OutboxClient, journal: Journal) -> None:
        self._store = store
        self._client = client
        self._journal = journal
        self._turn = RLock()
        self._listeners: list[Callable[[], None]] = []
        self._tickets = KnownTickets(store)
        self.underway = Underway(self._tell)
        self.is_held: Callable[[], bool] = lambda: False
        self.unclaimed: Callable[[], frozenset[str]] = frozenset

    def waiting(self) -> list[Pending]:
        """What has not reached the help desk yet, oldest first, refused ones included."""
        return [_pending(action) for action in self._store.actions.waiting()]

    def has_sendable(self) -> bool:
        """Whether anything waits that is not refused and not behind a refused request."""
        stuck = set[str]()
        waiting = [] if self.is_held() else self._store.actions.waiting()
        return any(not self._is_blocked(action, stuck) and action.ticket_id not in stuck for action in waiting)

    def is_known(self, action_id: str) -> bool:
        """Whether that was accepted, lately or a while ago."""
        return self._store.actions.get(action_id) is not None

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call `callback`, on whichever thread, whenever what waits has changed."""
        self._listeners.append(callback)

    @contextmanager
    def adding(self) -> Iterator[Callable[[Action], None]]:
        """A transaction to write actions in, together with whatever else belongs to them."""
        with self._store.transaction():
            yield self._store.actions.add
        self._tell()

    def resend(self, action_id: str, body: str | None = None) -> None:
        """Queue a refused action again, with another `body` (JSON) when it was corrected."""
        action = self._store.actions.get(action_id)
        if action is None or action.state is not State.FAILED:
            raise NotFound(name=action_id)
        self._store.actions.rewrite(action_id, action.body if body is None else body)
        self._tell()

    def discard(self, action_id: str) -> None:
        """Give up a refused action, as the user asked."""
        action = self._store.actions.get(action_id)
        if action is None or action.state is not State.FAILED:
            raise NotFound(name=action_id)
        self.drop(action)
        self._tell()

    def drop(self, action: Action) -> None:
        """It is not sent any more."""
        self._store.actions.remove(action.id)
        self._let_go(action)

    def flush(self) -> int:
        """Send all that can be sent now; how many arrived.

        Raises HelpdeskUnreachable (or its kinds), AccessWithdrawn, NotEnrolled: everything is kept. A refusal is not
        raised: it stands in `waiting()` with the help desk's sentence.
        """
        with self._turn, self._store.sending_turn() as mine:
            if not mine or self.is_held():
                return 0
            if self._store.actions.doubt_interrupted():
                self._tell()
            return self._send_all()

    def _send_all(self) -> int:
        sent, stuck = 0, set[str]()
        trouble: SupportError | None = None
        for action in self._store.actions.waiting():
            if action.ticket_id in stuck or self._is_blocked(action, stuck):
                continue
            try:
                sent += self._send(action)
            except HelpdeskTroubled as error:  # one request upsets the help desk: the others still get their chance
                stuck.add(action.ticket_id)
                trouble = error
        if trouble is not None:
            raise trouble
        return sent

    def _is_blocked(self, action: Action, stuck: set[str]) -> bool:
        if action.state is not State.FAILED and action.id not in self.unclaimed():
            return False
        if action.kind is Kind.CREATE:  # what follows a request that does not leave has nowhere to go
            stuck.add(action.ticket_id)
        return True

    def _send(self, action: Action) -> int:
        was = action.state
        self._mark(action, State.SENDING)
        try:
            answer = self._client.find(action) if was is State.UNKNOWN else None
            if answer is None:
                self._upload_files(action)
                answer = self._client.perform(action)
        except RequestRefused as error:
            self._refused(action, error)
            return 0
        except NotFound:  # a kept file is no longer there: only this action suffers
            self._mark(action, State.FAILED, error="file_lost")
            return 0
        except UploadStopped as error:
            self._mark(action, State.FAILED, error=error.key)
            return 0
        except SupportError as error:
            in_doubt = isinstance(error, AnswerLost | HelpdeskTroubled)  # it may have arrived all the same
            self._mark(action, State.UNKNOWN if in_doubt else State.QUEUED, error=error.key)
            raise
        self._finish(action, answer)
        return 1

    def _refused(self, action: Action, error: RequestRefused) -> None:
        """The help desk's sentence stays to be read; a film that it does not want is not kept here instead."""
        self._mark(action, State.FAILED, str(error.facts.get("detail", "")), error.key)
        if action.kind is Kind.RECORDED:
            self._journal.record(JournalKind.REFUSED, "screen_recording_not_taken", {"label": action.label})
            self.discard(action.id)

    def _let_go(self, action: Action) -> None:
        """A film of the screen does not stay on this computer."""
        for upload in action.uploads:
            if upload.kind == "recording":
                self._store.drop_blob(upload.digest)

    def _upload_files(self, action: Action) -> None:
        try:
            for upload in action.uploads:
                if not upload.uploaded:
                    told = self.underway.teller(action, upload)
                    self._client.upload(upload, self._store.blob(upload.digest), told)
                    self._store.actions.mark_uploaded(upload.id)
        finally:
            self.underway.over(action.id)

    def _finish(self, action: Action, answer: str) -> None:
        with self._store.transaction():
            self._tickets.take_answer(action, answer)  # shown as sent from the same moment on
            self._store.actions.set_state(action.id, State.DONE)
            self._write_down(action)
        self._let_go(action)
        self._tell()

    def _write_down(self, action: Action) -> None:
        facts = {"label": action.label}
        for upload in (upload for upload in action.uploads if upload.kind != "recording"):
            file_facts = {"name": upload.filename, **facts}
            key = "snapshot_sent" if upload.kind == "snapshot" else "file_sent"
            self._journal.record(JournalKind.SENT, key, file_facts, payload=self._store.blob(upload.digest))
        self._journal.record(_journal_kind(action), _journal_key(action), facts, payload=action.body.encode())

    def _mark(self, action: Action, state: State, reason: str = "", error: str = "") -> None:
        self._store.actions.set_state(action.id, state, reason, error)
        self._tell()

    def _tell(self) -> None:
        for callback in self._listeners:
            callback()


def refused(waiting: Iterable[Pending]) -> frozenset[str]:
    """What those are about that the help desk did not want, or that cannot leave as they are."""
    return frozenset(one.ticket_id for one in waiting if one.state == State.FAILED)


def _pending(action: Action) -> Pending:
    return Pending(
        action.id,
        action.kind.value,
        action.label,
        action.state.value,
        action.since,
        action.reason,
        action.error,
        action.ticket_id,
    )


def _journal_kind(action: Action) -> JournalKind:
    if action.kind is not Kind.ANSWER:
        return JournalKind.SENT
    return JournalKind.GRANTED if _journal_key(action) in YES.values() else JournalKind.REFUSED


def _journal_key(action: Action) -> str:
    """The sentence of `words/journal.toml`."""
    if action.kind is Kind.ANSWER:
        return next(str(one) for one in Answer if f'"answer":"{one}"' in action.body)
    if action.kind is Kind.STATUS:
        return "solved_sent" if f'"{Status.CLOSED}"' in action.body else "reopened_sent"
    return f"{action.kind}_sent"
