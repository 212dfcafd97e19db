"""Words that were kept here before it was known whose they are: they leave only for somebody who says that they are
theirs. No answer means no.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.journal import JournalKind
from desktop_app.services.actions import Action, ActionRows, Kind

if TYPE_CHECKING:
    from desktop_app.services.journal import Journal
    from desktop_app.services.known_identity import NoteRows
    from desktop_app.services.outbox import Outbox

_NOTE = "identity:unclaimed"
_NAMELESS = Kind.COUNT


@dataclass(frozen=True)
class Unclaimed:
    """One of them. `label` is what it is known by; `is_left`: who was asked said that it is not theirs."""

    id: str
    kind: str
    label: str
    since: datetime
    is_left: bool


class TicketRows(Protocol):
    """The table of conversations."""

    def remove(self, ticket_id: str) -> None:
        """Forget one with its lines."""


class UnclaimedStore(Protocol):
    """What is needed of the disk."""

    @property
    def notes(self) -> NoteRows:
        """The table of named texts."""

    @property
    def actions(self) -> ActionRows:
        """The table of what the user asked to send."""

    @property
    def tickets(self) -> TicketRows:
        """The table of conversations."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""


class UnclaimedWords:
    """Kept while nobody was signed in, asked about when somebody is."""

    def __init__(self, store: UnclaimedStore, outbox: Outbox, journal: Journal) -> None:
        self._store = store
        self._outbox = outbox
        self._journal = journal

    def ids(self) -> frozenset[str]:
        """What must not leave."""
        return frozenset(self._answers())

    def hold(self, *, is_same: bool = False) -> None:
        """Somebody is about to be signed in: nobody knows whether what waits now is theirs. Raises DiskFull.

        `is_same`: it is who was signed in before, and what they said is not asked again.
        """
        with self._store.transaction():
            said = self._answers() if is_same else {}
            self._write({action.id: said.get(action.id, False) for action in self._named()})

    def has_claimed(self) -> bool:
        """Whether something waits that would leave in the name of whoever is signed in."""
        held = self._answers()
        return any(action.id not in held for action in self._named())

    def waiting(self) -> list[Unclaimed]:
        """To be asked about, oldest first."""
        answers = self._answers()
        return [_shown(action, is_left=answers[action.id]) for action in self._held(answers)]

    def claim(self, *ids: str) -> None:
        """They are theirs, and may leave."""
        with self._outbox.adding():
            self._write({one: left for one, left in self._answers().items() if one not in ids})

    def leave(self, *ids: str) -> None:
        """They are not theirs: kept for whoever wrote them."""
        with self._store.transaction():
            self._write({one: left or one in ids for one, left in self._answers().items()})

    def delete(self, action_id: str) -> None:
        """Gone for good, as they said twice, with what was to follow it. What is not held is left alone."""
        with self._outbox.adding():
            answers = self._answers()
            action = next((one for one in self._held(answers) if one.id == action_id), None)
            if action is None:
                return
            self._journal.record(JournalKind.CHANGED, "unclaimed_deleted", {"label": action.label})
            gone = self._with_followers(action)
            for one in gone:
                self._outbox.drop(one)
            if action.kind is Kind.CREATE:
                self._store.tickets.remove(action.ticket_id)
            self._write({one: left for one, left in answers.items() if one not in {each.id for each in gone}})

    def _named(self) -> list[Action]:
        """What waits and leaves in a name."""
        return [action for action in self._store.actions.waiting() if action.kind is not _NAMELESS]

    def _with_followers(self, action: Action) -> list[Action]:
        """What follows a request that never left has nowhere to go."""
        if action.kind is not Kind.CREATE:
            return [action]
        return [one for one in self._store.actions.waiting() if one.ticket_id == action.ticket_id]

    def _held(self, answers: Mapping[str, bool]) -> list[Action]:
        return [action for action in self._store.actions.waiting() if action.id in answers] if answers else []

    def _answers(self) -> dict[str, bool]:
        """Whether each that is held was said not to be theirs, by its id."""
        told: dict[str, bool] = json.loads(self._store.notes.get(_NOTE) or "{}")
        return told

    def _write(self, answers: Mapping[str, bool]) -> None:
        if answers:
            self._store.notes.put(_NOTE, json.dumps(answers))
        else:
            self._store.notes.drop(_NOTE)


def _shown(action: Action, *, is_left: bool) -> Unclaimed:
    return Unclaimed(action.id, action.kind.value, action.label, action.since, is_left)
