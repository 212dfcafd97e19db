"""Tickets and their entries: one conversation."""

from typing import Literal

from pydantic import Field

from desktop_app.domain.ticket import Blocked, EntryKind, Impact, Stage, Status, Visibility
from desktop_app.protocol.base import Body, Id, Line, Moment, Word


class Author(Word):
    """Who wrote: a technician's `name` is what the user calls them by; `mine` is said to the reader of the answer."""

    kind: Literal["requester", "technician", "system"]
    name: str = ""
    mine: bool = False


LARGEST_FILE = 100 * 1024 * 1024
LARGEST_SNAPSHOT = 50 * 1024 * 1024
"""Bytes the help desk takes in one attachment; more is refused with 413 and a sentence."""

AttachmentKind = Literal["file", "screenshot", "snapshot"]


class Attachment(Word):
    """A file of an entry. Its bytes: `GET /api/v1/attachments/{id}`."""

    id: Id
    filename: Line
    media_type: str
    size: int
    sha256: str
    kind: AttachmentKind = "file"


class Entry(Word):
    """One line of a conversation. `seq` counts the public lines from 1, without a gap: internal notes have no number
    of it, so nothing a requester gets shows that they exist. A technician reads a note with the `seq` it stands after.

    An event has `event` (a key such as `taken`, `resolved`, `reopened`, `snapshot_sent`) and `facts`, no body.
    """

    id: Id
    ticket_id: Id
    seq: int
    kind: EntryKind = EntryKind.MESSAGE
    visibility: Visibility = Visibility.PUBLIC
    author: Author
    body: str = ""
    event: str = ""
    facts: dict[str, str] = Field(default_factory=dict)
    attachments: list[Attachment] = Field(default_factory=list)
    created_at: Moment


class Ticket(Word):
    """A ticket as its requester sees it. `version` grows with every change of what the requester can see."""

    id: Id
    number: int
    subject: str
    status: Status
    stage: Stage
    answer_by: Moment | None = None
    assignee: str = ""
    last_words: str = ""
    last_author: Author | None = None
    last_seq: int = 0
    read_seq: int = 0
    created_at: Moment
    updated_at: Moment
    version: int = 1


class Attempt(Word):
    """A guided fix tried before the request: what it measured before and after."""

    fix_id: Line
    title: str
    result: Literal["fixed", "not_fixed", "undone", "stopped"]
    before: str = ""
    after: str = ""


class NewTicket(Word):
    """`POST /api/v1/tickets`: answers 201 with the `Ticket`, 200 with the same one when `id` is known.

    The first message is the entry `entry_id`. Attachments were uploaded before and are claimed here.
    """

    id: Id
    entry_id: Id
    subject: Line
    body: Body
    impact: Impact = Impact.ME
    blocked: Blocked = Blocked.PARTLY
    language: Literal["fr", "en", "de", "nl"] = "fr"
    call_back: str = ""
    attachments: list[Id] = Field(default_factory=list)
    attempts: list[Attempt] = Field(default_factory=list)
    written_at: Moment


class NewEntry(Word):
    """`POST /api/v1/tickets/{id}/entries`: answers 201, or 200 with the stored entry when `id` is known.

    It has a body or an attachment. `visibility` is heeded from technicians only: what a requester writes is public.
    """

    id: Id
    body: str = Field(default="", max_length=100_000)
    visibility: Visibility = Visibility.PUBLIC
    attachments: list[Id] = Field(default_factory=list)
    written_at: Moment


class StatusChange(Word):
    """`POST /api/v1/tickets/{id}/status`: what the requester may do is close (it is solved) and reopen."""

    id: Id
    status: Status


class Read(Word):
    """`POST /api/v1/tickets/{id}/read`: everything up to `seq` was on the user's screen."""

    seq: int = Field(ge=0, lt=2**31)
