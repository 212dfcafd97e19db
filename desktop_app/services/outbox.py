"""The only way out for what the user sends: written first, sent after, in order, exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.errors import (
    AnswerLost,
    HelpdeskTroubled,
    NotFound,
    RequestRefused,
    SupportError,
)
from desktop_app.domain.journal import JournalKind

if TYPE_CHECKING:
    from desktop_app.services.journal import Journal


class State(StrEnum):
    """Where an action stands. `unknown`: it was sent and no answer came; the help desk is asked before any retry."""

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    DONE = "done"
    FAILED = "failed"


class Kind(StrEnum):
    """What an action asks of the help desk."""

    CREATE = "create"
    REPLY = "reply"
    STATUS = "status"
    SUBSCRIBE = "subscribe"


@dataclass(frozen=True)
class Upload:
    """A file that has to be at the help desk before the entry that claims it. `digest` is its SHA-256."""

    id: str
    filename: str
    media_type: str
    kind: str
    digest: str
    size: int
    uploaded: bool = False


@dataclass(frozen=True)
class Action:
    """One thing the user asked for. `body` is the JSON that leaves, `label` what the user knows it by.

    `reason` is the help desk's own sentence when it said no, `error` the key of what kept it from leaving.
    """

    id: str
    kind: Kind
    ticket_id: str
    label: str
    body: str
    since: datetime
    state: State = State.QUEUED
    reason: str = ""
    error: str = ""
    uploads: tuple[Upload, ...] = ()


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


class ActionRows(Protocol):
    """The table of actions."""

    def add(self, action: Action) -> None:
        """Keep a new action with its uploads."""

    def waiting(self) -> list[Action]:
        """All that is not done, oldest first."""

    def get(self, action_id: str) -> Action | None:
        """One action, or None."""

    def set_state(self, action_id: str, state: State, reason: str = "", error: str = "") -> None:
        """Where it stands now."""

    def rewrite(self, action_id: str, body: str) -> None:
        """A refused action gets another body and is queued again."""

    def remove(self, action_id: str) -> None:
        """Forget it and its uploads."""

    def mark_uploaded(self, upload_id: str) -> None:
        """The help desk has that file."""

    def doubt_interrupted(self) -> int:
        """Whatever was being sent by a program that died becomes `unknown`; how many."""


class OutboxStore(Protocol):
    """What the outbox needs of the disk."""

    @property
    def actions(self) -> ActionRows:
        """The table of actions."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""

    def sending_turn(self) -> AbstractContextManager[bool]:
        """One sender at a time over all programs of this user; False when another one keeps it too long."""

    def blob(self, digest: str) -> bytes:
        """The bytes of a file that waits."""


class OutboxClient(Protocol):
    """What the outbox needs of the help desk. Sending twice with one id creates once."""

    def upload(self, upload: Upload, content: bytes) -> None:
        """Hand over a file. Raises RequestRefused, HelpdeskUnreachable."""

    def perform(self, action: Action) -> str:
        """Send; the JSON of the answer. Raises RequestRefused, HelpdeskUnreachable."""

    def find(self, action: Action) -> str | None:
        """Whether the help desk already has it: the JSON of its answer, or None."""


Done = Callable[[Action, str], None]
"""Called inside the transaction that marks an action done, with the help desk's answer."""


class Outbox:
    """Sends what waits. Safe to be killed at any moment and to run in several programs at once."""

    def __init__(self, store: OutboxStore, client: OutboxClient, journal: Journal) -> None:
        self._store = store
        self._client = client
        self._journal = journal
        self._turn = RLock()
        self._listeners: list[Callable[[], None]] = []
        self._when_done: list[Done] = []

    def waiting(self) -> list[Pending]:
        """What has not reached the help desk yet, oldest first, refused ones included."""
        return [_pending(action) for action in self._store.actions.waiting()]

    def has_sendable(self) -> bool:
        """Whether anything waits that is not refused and not behind a refused request."""
        stuck = set[str]()
        waiting = self._store.actions.waiting()
        return any(not self._is_blocked(action, stuck) and action.ticket_id not in stuck for action in waiting)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call `callback`, on whichever thread, whenever what waits has changed."""
        self._listeners.append(callback)

    def on_done(self, callback: Done) -> None:
        """Let `callback` store the help desk's answer in the very transaction that marks the action done."""
        self._when_done.append(callback)

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
        self._store.actions.remove(action_id)
        self._tell()

    def flush(self) -> int:
        """Send all that can be sent now; how many arrived.

        Raises HelpdeskUnreachable (or its kinds), AccessWithdrawn, NotEnrolled: everything is kept. A refusal is not
        raised: it stands in `waiting()` with the help desk's sentence.
        """
        with self._turn, self._store.sending_turn() as mine:
            if not mine:
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

    @staticmethod
    def _is_blocked(action: Action, stuck: set[str]) -> bool:
        if action.state is not State.FAILED:
            return False
        if action.kind is Kind.CREATE:  # what follows a refused request has nowhere to go
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
            self._mark(action, State.FAILED, str(error.facts.get("detail", "")), error.key)
            return 0
        except NotFound as error:  # a kept file is no longer there: only this action suffers
            self._mark(action, State.FAILED, error=error.key)
            return 0
        except SupportError as error:
            self._keep(action, error)
            raise
        self._finish(action, answer)
        return 1

    def _keep(self, action: Action, error: SupportError) -> None:
        in_doubt = isinstance(error, AnswerLost | HelpdeskTroubled)  # it may have arrived all the same
        self._mark(action, State.UNKNOWN if in_doubt else State.QUEUED, error=error.key)

    def _upload_files(self, action: Action) -> None:
        for upload in action.uploads:
            if not upload.uploaded:
                self._client.upload(upload, self._store.blob(upload.digest))
                self._store.actions.mark_uploaded(upload.id)

    def _finish(self, action: Action, answer: str) -> None:
        with self._store.transaction():
            for callback in self._when_done:
                callback(action, answer)
            self._store.actions.set_state(action.id, State.DONE)
            self._write_down(action)
        self._tell()

    def _write_down(self, action: Action) -> None:
        facts = {"label": action.label}
        for upload in action.uploads:
            file_facts = {"name": upload.filename, **facts}
            key = "snapshot_sent" if upload.kind == "snapshot" else "file_sent"
            self._journal.record(JournalKind.SENT, key, file_facts, payload=self._store.blob(upload.digest))
        self._journal.record(JournalKind.SENT, f"{action.kind}_sent", facts, payload=action.body.encode())

    def _mark(self, action: Action, state: State, reason: str = "", error: str = "") -> None:
        self._store.actions.set_state(action.id, state, reason, error)
        self._tell()

    def _tell(self) -> None:
        for callback in self._listeners:
            callback()


def new_action(kind: Kind, action_id: str, ticket_id: str, label: str, body: str) -> Action:
    """An action that was asked for just now."""
    return Action(action_id, kind, ticket_id, label, body, datetime.now(UTC))


def with_uploads(action: Action, uploads: tuple[Upload, ...]) -> Action:
    """The same action, bringing files."""
    return replace(action, uploads=uploads)


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
