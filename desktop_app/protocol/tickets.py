"""Tickets and their entries: one conversation."""

from typing import Literal, Self

from pydantic import Field, model_validator

from desktop_app.domain.asking import LONGEST_VALUE, Answer
from desktop_app.domain.call_back import LONGEST_WISH, can_ring, read
from desktop_app.domain.ticket import LONGEST_MESSAGE, Blocked, EntryKind, Impact, Stage, Status, Visibility
from desktop_app.protocol.base import Body, Id, Line, Moment, Word


class Author(Word):
    """Who wrote: a technician's `name` is what the user calls them by; `mine` is said to the reader of the answer."""

    kind: Literal["requester", "technician", "system"]
    name: str = ""
    mine: bool = False


LARGEST_PART = 8 * 1024 * 1024
"""Bytes of one part of a file that is brought in parts."""


class Received(Word):
    """`GET` and `PUT /api/v1/attachments/{id}/parts`: how many bytes of that file have arrived, from its start."""

    size: int


AttachmentKind = Literal["file", "screenshot", "snapshot", "steps", "recording"]
"""`steps`: recorded clicks; `protocol.steps` says what such a file holds. `recording`: the film of a shared screen."""


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
    """A ticket as its requester sees it. `version` grows with every change of what the requester can see.

    `answer_by` and `solve_by`: when the next answer and the solution are promised; None while nothing is owed, or
    while the help desk waits for the requester. `asks_opinion`: it is solved, and nobody has said yet how it went.
    `joined_to`: the number of the request in which this one goes on; 0 for none. `seen_seq`: up to which line a
    technician has had it on the screen. `call_back`: when and where a call was wished last, as in `NewCallBack`;
    `called`: somebody has rung since, or written instead.
    """

    id: Id
    number: int
    subject: str
    status: Status
    stage: Stage
    answer_by: Moment | None = None
    solve_by: Moment | None = None
    assignee: str = ""
    last_words: str = ""
    last_author: Author | None = None
    last_seq: int = 0
    read_seq: int = 0
    seen_seq: int = 0
    asks_opinion: bool = False
    joined_to: int = 0
    call_back: str = ""
    called: bool = False
    created_at: Moment
    updated_at: Moment
    version: int = 1


class Place(Word):
    """`GET /api/v1/tickets/{id}/place`: which place the request has in the waiting line, 0 when it does not wait there.

    `wait_minutes`: how long those waited who came to that place; None when too little is known, and while it is closed.
    """

    rank: int
    wait_minutes: int | None = None


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
    `call_back`: when and where to ring, as in `NewCallBack`; nothing for an answer in writing.
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
    body: str = Field(default="", max_length=LONGEST_MESSAGE)
    visibility: Visibility = Visibility.PUBLIC
    attachments: list[Id] = Field(default_factory=list)
    written_at: Moment


class NewAnswer(Word):
    """`POST /api/v1/tickets/{id}/answers`: what the requester says to what a technician asked in the entry `asked`.

    Answers 201 with the event's `Entry`, 200 when `id` is known. A no carries nothing; a yes carries what was asked:
    the `value`, the report (uploaded before, claimed here), or the `attempt`.
    """

    id: Id
    asked: Id
    answer: Answer
    value: str = Field(default="", max_length=LONGEST_VALUE)
    attachments: list[Id] = Field(default_factory=list, max_length=1)
    attempt: Attempt | None = None
    written_at: Moment

    @model_validator(mode="after")
    def _holds(self) -> Self:
        brought = {Answer.VALUE: self.value, Answer.REPORT: self.attachments, Answer.FIX: self.attempt}
        wrong = [kind for kind, what in brought.items() if bool(what) != (self.answer is kind)]
        if wrong:
            raise ValueError(f"{self.answer} has to carry what it grants, and nothing else")
        return self


class Opinion(Word):
    """`POST /api/v1/tickets/{id}/opinion`: how it went, from 1 (very well) to 5 (very badly), once a request has ended.

    Answers 201 with the event's `Entry`, 200 when `id` is known. The first one counts.
    """

    id: Id
    score: int = Field(ge=1, le=5)
    comment: str = Field(default="", max_length=2_000)


class NewCallBack(Word):
    """`POST /api/v1/tickets/{id}/call-back`: the requester would rather be rung, as `start/end;telephone` with times in
    ISO 8601; `/;telephone` for any time. It takes the place of what was wished before.

    Answers 201 with the event's `Entry`, 200 when `id` is known.
    """

    id: Id
    call_back: str = Field(max_length=LONGEST_WISH)

    @model_validator(mode="after")
    def _can_be_rung(self) -> Self:
        if not can_ring(read(self.call_back).phone):
            raise ValueError("it names the telephone to ring")
        return self


class StatusChange(Word):
    """`POST /api/v1/tickets/{id}/status`: what the requester may do is close (it is solved) and reopen."""

    id: Id
    status: Status


class Read(Word):
    """`POST /api/v1/tickets/{id}/read`: everything up to `seq` was on the user's screen."""

    seq: int = Field(ge=0, lt=2**31)
