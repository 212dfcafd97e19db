"""What the user asked to send: the values of the outbox."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol


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
    FEEDBACK = "feedback"
    ANSWER = "answer"
    OPINION = "opinion"
    CALL_BACK = "call_back"
    COUNT = "count"
    SHARED = "shared"
    RECORDED = "recorded"


LINES = frozenset({Kind.REPLY, Kind.ANSWER, Kind.OPINION, Kind.CALL_BACK})
"""Those that the help desk answers with the line they wrote."""


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
    """One thing the user asked for. `body` is the JSON that leaves, `label` what the user knows it by, `ticket_id` what
    it is about: a request, or the incident or article of its kind.

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


def new_action(kind: Kind, action_id: str, ticket_id: str, label: str, body: str) -> Action:
    """An action that was asked for just now."""
    return Action(action_id, kind, ticket_id, label, body, datetime.now(UTC))


def with_uploads(action: Action, uploads: tuple[Upload, ...]) -> Action:
    """The same action, bringing files."""
    return replace(action, uploads=uploads)
