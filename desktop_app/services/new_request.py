"""A request as the user wrote it, the word in which it leaves, and how it is known until it has a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from desktop_app.domain.ticket import Blocked, Impact, Stage, Status
from desktop_app.domain.words import Language
from desktop_app.services.actions import Upload

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Attempt, NewTicket, Ticket

_LONGEST_SUBJECT = 200
LAST_WORDS = 140
"""How much of the last message lists show."""


@dataclass(frozen=True)
class Draft:
    """A request as the user wrote it. `snapshot` are the very bytes the user reviewed; files are read at once."""

    subject: str
    body: str
    impact: Impact = Impact.ME
    blocked: Blocked = Blocked.PARTLY
    call_back: str = ""
    files: tuple[Path, ...] = ()
    snapshot: bytes | None = None
    attempts: tuple[Attempt, ...] = ()


def leaving(ticket_id: str, draft: Draft, uploads: tuple[Upload, ...], language: Language) -> NewTicket:
    """What is sent of it; its first line is the subject where there is none."""
    from desktop_app.protocol.tickets import NewTicket

    first_line = next(iter(draft.body.strip().splitlines()), "")
    return NewTicket(
        id=ticket_id,
        entry_id=str(uuid7()),
        subject=(draft.subject.strip() or first_line)[:_LONGEST_SUBJECT],
        body=draft.body,
        impact=draft.impact,
        blocked=draft.blocked,
        language=language,
        call_back=draft.call_back,
        attachments=[upload.id for upload in uploads],
        attempts=list(draft.attempts),
        written_at=datetime.now(UTC),
    )


def unsent(word: NewTicket) -> Ticket:
    """The request while it waits to leave."""
    from desktop_app.protocol.tickets import Author, Ticket

    present = datetime.now(UTC)
    return Ticket(
        id=word.id,
        number=0,
        subject=word.subject,
        status=Status.NEW,
        stage=Stage.SENT,
        last_words=word.body[:LAST_WORDS],
        last_author=Author(kind="requester", mine=True),
        call_back=word.call_back,
        created_at=present,
        updated_at=present,
    )
