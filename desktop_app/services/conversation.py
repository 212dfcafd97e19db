"""How a conversation looks while part of it still waits to leave."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from desktop_app.services.actions import Action, Kind, State

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Entry, Ticket

LineState = Literal["sent", "queued", "sending", "unknown", "failed"]


@dataclass(frozen=True)
class Line:
    """One line. `reason` is the help desk's own sentence when it refused this one (`failed`), else empty."""

    entry: Entry
    state: LineState
    reason: str = ""


@dataclass(frozen=True)
class Conversation:
    """A ticket and its lines in order, the unsent ones last. `ticket.number` is 0 until it is at the help desk."""

    ticket: Ticket
    lines: tuple[Line, ...]


def lines(stored: Iterable[Entry], waiting: Iterable[Action]) -> tuple[Line, ...]:
    """The stored entries, then what waits. An action whose entry has already come back is not shown twice."""
    sent = tuple(Line(entry, "sent") for entry in stored)
    known = {line.entry.id for line in sent}
    unsent = (_unsent(action, len(sent) + place) for place, action in enumerate(waiting, 1))
    return sent + tuple(line for line in unsent if line is not None and line.entry.id not in known)


def entry_of(action: Action, seq: int) -> Entry | None:
    """The line that a create or reply action writes; None for other actions."""
    from desktop_app.protocol.tickets import Attachment, Author, Entry

    if action.kind not in {Kind.CREATE, Kind.REPLY}:
        return None
    body = json.loads(action.body)
    return Entry(
        id=body["entry_id"] if action.kind is Kind.CREATE else body["id"],
        ticket_id=action.ticket_id,
        seq=seq,
        author=Author(kind="requester", mine=True),
        body=body.get("body", ""),
        attachments=[
            Attachment(
                id=upload.id,
                filename=upload.filename,
                media_type=upload.media_type,
                size=upload.size,
                sha256=upload.digest,
                kind=_attachment_kind(upload.kind),
            )
            for upload in action.uploads
        ],
        created_at=datetime.fromisoformat(body["written_at"]),
    )


def _attachment_kind(kind: str) -> Literal["file", "screenshot", "snapshot"]:
    return "snapshot" if kind == "snapshot" else "screenshot" if kind == "screenshot" else "file"


def _unsent(action: Action, seq: int) -> Line | None:
    states: dict[State, LineState] = {
        State.QUEUED: "queued",
        State.SENDING: "sending",
        State.UNKNOWN: "unknown",
        State.FAILED: "failed",
    }
    entry = entry_of(action, seq)
    return Line(entry, states[action.state], action.reason) if entry and action.state in states else None
