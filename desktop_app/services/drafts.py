"""What is being typed: kept at once, so that closing, crashing or a dead battery costs nothing."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from desktop_app.services.replies import Replies


class NoteRows(Protocol):
    """Small named texts."""

    def get(self, name: str) -> str:
        """The text, or nothing."""

    def put(self, name: str, value: str) -> None:
        """Keep it, durable when it returns. Raises DiskFull."""

    def drop(self, name: str) -> None:
        """Forget it."""


class DraftStore(Protocol):
    """What drafts need of the disk."""

    @property
    def notes(self) -> NoteRows:
        """The table of named texts."""


class Drafts:
    """Unsent texts by name: `request`; `reply:`, or while it goes into the outbox `sending:`, and the ticket's id.

    `replies`: those of conversations.
    """

    def __init__(self, store: DraftStore) -> None:
        self._store = store
        self.replies = Replies(self)

    def load(self, name: str) -> dict[str, Any]:
        """What was typed so far; empty when nothing was."""
        try:
            kept = json.loads(self._store.notes.get(_note(name)) or "{}")
        except json.JSONDecodeError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def save(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a value that JSON can say. Raises DiskFull."""
        self._store.notes.put(_note(name), json.dumps(dict(value), ensure_ascii=False))

    def discard(self, name: str) -> None:
        """Forget it: it was sent, or given up."""
        self._store.notes.drop(_note(name))


def _note(name: str) -> str:
    return f"draft:{name}"
