"""The user's own journal: everything sent, seen, changed, granted or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JournalKind(StrEnum):
    """What happened, as the journal page filters it."""

    SENT = "sent"
    CHANGED = "changed"
    UNDONE = "undone"
    SEEN = "seen"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True)
class JournalEntry:
    """One line. `key` names its sentence in `resources/words/journal.toml`, `facts` fill it.

    `run_id` links to a guided fix that can be taken back, `payload` to the exact bytes that were sent.
    """

    id: str
    at: datetime
    kind: JournalKind
    key: str
    facts: Mapping[str, str]
    run_id: str = ""
    payload: str = ""
