"""How a conversation looks while part of it still waits to leave."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from desktop_app.domain.ticket import EntryKind
from desktop_app.services.actions import Action, Kind, State

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Attachment, AttachmentKind, Entry, Ticket

LineState = Literal["sent", "queued", "sending", "unknown", "failed"]


@dataclass(frozen=True)
class Line:
    """One line. `reason` is the help desk's own sentence when it refused this one (`failed`), `error` our key for what
    kept it here. `part`: how much of its files has arrived, from 0 to 1, while they are being sent.
    """

    entry: Entry
    state: LineState
    reason: str = ""
    error: str = ""
    part: float | None = None


@dataclass(frozen=True)
class Conversation:
    """A ticket and its lines in order, the unsent ones last. `ticket.number` is 0 until it is at the help desk."""

    ticket: Ticket
    lines: tuple[Line, ...]


def lines(stored: Iterable[Entry], waiting: Iterable[Action], part: Callable[[str], float | None]) -> tuple[Line, ...]:
    """The stored entries, then what waits. An action whose entry has already come back is not shown twice.

    `part`: how much of an action's files has arrived.
    """
    sent = tuple(Line(entry, "sent") for entry in stored)
    known = {line.entry.id for line in sent}
    unsent = (_unsent(action, len(sent) + place, part(action.id)) for place, action in enumerate(waiting, 1))
    return _wished_once(sent + tuple(line for line in unsent if line is not None and line.entry.id not in known))


def _wished_once(told: tuple[Line, ...]) -> tuple[Line, ...]:
    """Of several wishes to be rung the last one holds, and is told alone; one that did not leave says so."""
    wishes = [line for line in told if line.entry.event == "call_wished" and line.state != "failed"]
    return tuple(line for line in told if line not in wishes[:-1])


def entry_of(action: Action, seq: int) -> Entry | None:
    """The line that an action writes; None for one that writes none."""
    from desktop_app.protocol.tickets import Author, Entry

    if action.kind in {Kind.ANSWER, Kind.OPINION, Kind.CALL_BACK}:
        return _told_by(action, seq)
    if action.kind not in {Kind.CREATE, Kind.REPLY}:
        return None
    body = json.loads(action.body)
    return Entry(
        id=body["entry_id"] if action.kind is Kind.CREATE else body["id"],
        ticket_id=action.ticket_id,
        seq=seq,
        author=Author(kind="requester", mine=True),
        body=body.get("body", ""),
        attachments=_attachments(action),
        created_at=datetime.fromisoformat(body["written_at"]),
    )


def _attachments(action: Action) -> list[Attachment]:
    from desktop_app.protocol.tickets import Attachment

    return [
        Attachment(
            id=upload.id,
            filename=upload.filename,
            media_type=upload.media_type,
            size=upload.size,
            sha256=upload.digest,
            kind=_attachment_kind(upload.kind),
        )
        for upload in action.uploads
    ]


def _told_by(action: Action, seq: int) -> Entry:
    """An answer, an opinion, a wish to be rung: something that happened, without words of its own."""
    from desktop_app.protocol.tickets import Author, Entry, NewAnswer, NewCallBack, Opinion

    if action.kind is Kind.OPINION:
        event, facts = "rated", {"score": str(Opinion.model_validate_json(action.body).score)}
    elif action.kind is Kind.CALL_BACK:
        event, facts = "call_wished", {"call_back": NewCallBack.model_validate_json(action.body).call_back}
    else:
        word = NewAnswer.model_validate_json(action.body)
        result = word.attempt.result if word.attempt else ""
        event, facts = word.answer, {"asked": word.asked, "value": word.value, "result": result}
    return Entry(
        id=action.id,
        ticket_id=action.ticket_id,
        seq=seq,
        kind=EntryKind.EVENT,
        author=Author(kind="requester", mine=True),
        event=event,
        facts=facts,
        attachments=_attachments(action),
        created_at=action.since,
    )


def _attachment_kind(kind: str) -> AttachmentKind:
    kinds: dict[str, AttachmentKind] = {"snapshot": "snapshot", "screenshot": "screenshot", "steps": "steps"}
    return kinds.get(kind, "file")


def _unsent(action: Action, seq: int, part: float | None) -> Line | None:
    states: dict[State, LineState] = {
        State.QUEUED: "queued",
        State.SENDING: "sending",
        State.UNKNOWN: "unknown",
        State.FAILED: "failed",
    }
    entry = entry_of(action, seq)
    if entry is None or action.state not in states:
        return None
    return Line(entry, states[action.state], action.reason, action.error, part)
