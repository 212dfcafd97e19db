"""Showing the screen: what desktop, help desk and technician's browser say to each other before a picture flows.

A sharing *is* the entry of a conversation that asks for it (event `screen_asked`, `domain.asking`): its id is that
entry's. The help desk carries words; it can neither grant nor see anything.

| step | who | request |
|---|---|---|
| 1 | browser | `POST …/sharings`: asks, with a reason and the `commitment` to its fingerprint |
| 2 | desktop | `PUT …/ready`: its own fingerprint, a nonce, the language of the check words |
| 3 | browser | `PUT …/offer`: the offer (round 0) and the nonce that opens the commitment |
| 4 | desktop | checks the commitment, shows the words; after the user's yes `PUT …/answer` |
| 5 | desktop | `PUT …/ended`, whatever happened: `Record` |
| at any time | browser | `PUT …/withdrawn`: takes the question back, or ends it when its line is lost |

Each `PUT` may be sent again and answers the same. One that comes too early, too late, or from somebody else is refused
with 409 or 404. Who asks again answers for it: a conversation has one sharing at a time.

As the browser commits before it sees the desktop's fingerprint, whoever sits in between has one guess in 65,536 to
make the words equal (the idea of ZRTP, RFC 6189, section 4.4.1.1). A line that was lost comes back with the next
`round`, the same fingerprints, and no new question within `domain.consent.RESUME_S`: the state stays `shared`, and the
round of the offer is ahead of the answer's.

A second technician may look along while the screen is shared: a sharing of their own that `joins` the first, with its
own question, words and record. It never holds more than `look`, and ends with the one it joins.

Paths below `/api/v1/tickets/{ticket_id}/sharings/{id}`. Whatever changes is told by an event of topic `sharing`.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from desktop_app.domain.asking import LONGEST_REASON
from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.base import Id, Line, Moment, Word

Fingerprint = Annotated[str, StringConstraints(pattern=r"^([0-9A-F]{2}:){31}[0-9A-F]{2}$")]
"""SHA-256 of the side's DTLS certificate, as `a=fingerprint:sha-256` of its SDP has it (RFC 8122)."""

Nonce = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""32 random bytes."""

Commitment = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 over `{fingerprint}|{nonce}` of the browser, in ASCII."""

Sdp = Annotated[str, StringConstraints(min_length=1, max_length=64_000)]

State = Literal["asked", "ready", "offered", "shared", "ended"]


class Relay(Word):
    """A STUN or TURN server; the credential of a TURN server lives for hours (RFC 8489, coturn's REST way)."""

    urls: list[str]
    username: str = ""
    credential: str = ""


class NewSharing(Word):
    """`POST …/sharings`: the technician's browser asks. Answers 201 with the `Sharing`, 200 when `id` is known."""

    id: Id
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REASON)]
    commitment: Commitment


class Offer(Word):
    """`PUT …/offer`: the browser's side of one round. `nonce` opens the commitment; every round carries it."""

    round: int = Field(ge=0, le=1000)
    sdp: Sdp
    nonce: Nonce


class Answer(Word):
    """`PUT …/answer`: the desktop's side of the same round, only ever sent on a grant that holds."""

    round: int = Field(ge=0, le=1000)
    sdp: Sdp
    area: Literal["window", "screen"] = "screen"
    seconds: int = Field(ge=1, le=7200)


class Ready(Word):
    """`PUT …/ready`: the desktop is awake and shows the question."""

    fingerprint: Fingerprint
    nonce: Nonce
    language: Literal["fr", "en", "de", "nl"] = "fr"


class Span(Word):
    """How long something was allowed, in whole seconds."""

    capability: Capability
    seconds: int = Field(ge=0)


class Record(Word):
    """`PUT …/ended`: what happened, for the ticket and the audit log. `words_matched`: the user said so."""

    ending: Ending
    words_matched: bool = False
    started_at: Moment | None = None
    ended_at: Moment
    spans: list[Span] = Field(default_factory=list, max_length=50)
    files: list[Line] = Field(default_factory=list, max_length=200)


class NewRecording(Word):
    """`POST /api/v1/tickets/{ticket_id}/recordings`: a film that the machine made of its `sharing` while it was allowed
    to, and has brought as the `attachment`. Once per `id`.
    """

    id: Id
    sharing: Id
    attachment: Id
    seconds: int = Field(ge=0, le=7200)


class Sharing(Word):
    """`GET …/sharings/{id}`: where it stands. `technician` and `reason` are what the user reads.

    `GET /api/v1/sharings` lists those of the caller that are not over (`Sharings`).
    """

    id: Id
    ticket_id: Id
    state: State
    technician: str
    reason: str
    asked_at: Moment
    commitment: Commitment
    joins: Id | None = None
    relays: list[Relay] = Field(default_factory=list)
    ready: Ready | None = None
    offer: Offer | None = None
    answer: Answer | None = None
    ending: Ending | None = None


class Sharings(Word):
    """Those that are not over, oldest first."""

    items: list[Sharing] = Field(default_factory=list)
