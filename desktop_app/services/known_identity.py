"""What is kept of a sign-in: who it was and until when it counts. Never what proves it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from desktop_app.domain.identity import Verified

_NOTE, _BEGUN = "identity:verified", "identity:begun"
_AGAIN = timedelta(days=1)


class ReadRows(Protocol):
    """Small named texts, to be read."""

    def get(self, name: str) -> str:
        """The text, or nothing."""


class NoteRows(ReadRows, Protocol):
    """Small named texts."""

    def put(self, name: str, value: str) -> None:
        """Keep it, durable when it returns. Raises DiskFull."""

    def drop(self, name: str) -> None:
        """Forget it."""


@dataclass(frozen=True)
class KnownIdentity:
    """`subject` and `nonce`: what a newer word has to agree with; `proven_at`: the last time."""

    verified: Verified
    subject: str
    nonce: str
    proven_at: datetime

    @property
    def is_due(self) -> bool:
        """Whether it is time to prove it again."""
        return datetime.now(UTC) - self.proven_at > _AGAIN


def known_identity(notes: ReadRows) -> KnownIdentity | None:
    """Who signed in on this account of the machine; None for nobody, or for what another version wrote."""
    with suppress(ValueError, KeyError, TypeError):
        told = json.loads(notes.get(_NOTE))
        who = told["name"], told["email"], told["by"]
        until, proven_at = (datetime.fromisoformat(told[moment]) for moment in ("until", "proven_at"))
        return KnownIdentity(Verified(*who, until), told["subject"], told["nonce"], proven_at)
    return None


def keep_identity(notes: NoteRows, known: KnownIdentity) -> None:
    """From now on."""
    who = known.verified
    moments = {"until": who.until.isoformat(), "proven_at": known.proven_at.isoformat()}
    told = {"name": who.name, "email": who.email, "by": who.by, "subject": known.subject, "nonce": known.nonce}
    notes.put(_NOTE, json.dumps(told | moments, ensure_ascii=False))


def begin_identity(notes: NoteRows) -> None:
    """The help desk is about to hear who it is: until that is known here too, what it knows may be more."""
    notes.put(_BEGUN, "1")


def end_identity(notes: NoteRows) -> None:
    """Both know the same."""
    notes.drop(_BEGUN)


def is_unfinished(notes: ReadRows) -> bool:
    """Whether the help desk may know of somebody of whom this computer does not."""
    return bool(notes.get(_BEGUN)) and known_identity(notes) is None


def forget_identity(notes: NoteRows) -> None:
    """Nobody has signed in."""
    notes.drop(_NOTE)


def has_left(notes: ReadRows, known: KnownIdentity) -> bool:
    """Whether that sign-in is over: another program of the same person may have ended it meanwhile."""
    present = known_identity(notes)
    return present is None or present.nonce != known.nonce
