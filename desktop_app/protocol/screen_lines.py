"""What the tray application and the screen process say to each other: one JSON object a line, on its pipes.

The screen process holds the grants: it does nothing that was not allowed on this pipe, and when the pipe closes it
stops, releases every key and ends. The order: `Prepare` → `Prepared`; `Offered` → `Words`, or `Over` when the
commitment does not hold; `Allow` → `Answered`, pictures flow; later `Asked` → `Grant` or `Refuse`; in the end
`Over`, once. Seconds are counted by the screen process, on a clock that stands still for nobody.
"""

from typing import Annotated, Literal

from pydantic import Field

from desktop_app.domain.consent import Capability
from desktop_app.protocol.base import Id, Word
from desktop_app.protocol.screen_channel import Draw, Listed, Move, Mute, Voices
from desktop_app.protocol.sharing import Answer, Commitment, Offer, Ready, Record, Relay

Rectangle = tuple[int, int, int, int]
"""x, y, width, height in pixels of the whole desktop."""


# To the screen process


class Prepare(Word):
    """Make a certificate and get ready; nothing is captured, nothing is connected."""

    kind: Literal["prepare"] = "prepare"
    id: Id
    commitment: Commitment
    relays: list[Relay] = Field(default_factory=list)
    authorities: str = ""
    """A file of certificates that may vouch for a relay, besides the system's own."""
    language: Literal["fr", "en", "de", "nl"] = "fr"
    technician: str = ""
    hidden: list[str] = Field(default_factory=list)
    """Names of window classes and programs that are never shown."""
    recordings: str = ""
    """The folder, of this user alone, in which a film may be made; without one none ever is."""
    only_look: bool = False
    """Nothing more can be asked for: somebody who looks along."""
    never: list[Capability] = Field(default_factory=list)
    """What is not put to the user: the organisation, or the user, does not want to be asked for it."""


class Offered(Word):
    """The browser's offer of a round."""

    kind: Literal["offered"] = "offered"
    offer: Offer


class Allow(Word):
    """The user's yes to being looked at: what, and for how long. `window`: the system's number of it.

    `monitor`: the system's name of the one that may be seen; without, all of them, each or together.
    """

    kind: Literal["allow"] = "allow"
    seconds: int = Field(ge=1, le=7200)
    words_matched: bool
    window: int | None = None
    monitor: str = ""


class Grant(Word):
    """The user's yes to a step more, or to some more minutes of it."""

    kind: Literal["grant"] = "grant"
    capability: Capability
    seconds: int = Field(ge=1, le=7200)
    folder: str = ""
    number: int = 0
    """Of the list of files that the user saw: a yes opens no other."""


class Refuse(Word):
    """No to what was asked; or a step taken back."""

    kind: Literal["refuse"] = "refuse"
    capability: Capability


class Pause(Word):
    """The picture stands still, or goes on."""

    kind: Literal["pause"] = "pause"
    paused: bool


class Own(Word):
    """Where the bar and our questions are: painted over in the picture.

    Injected input reaches them no more than any other window of the program that started this process.
    """

    kind: Literal["own"] = "own"
    windows: list[Rectangle] = Field(default_factory=list, max_length=50)


class Stop(Word):
    """All of it ends now; `ending` is a word of `domain.consent.Ending`."""

    kind: Literal["stop"] = "stop"
    ending: str


# From the screen process


class Prepared(Word):
    """Goes to the help desk as it is."""

    kind: Literal["prepared"] = "prepared"
    ready: Ready


class Words(Word):
    """The commitment holds: what both sides should read."""

    kind: Literal["words"] = "words"
    first: str
    second: str


class Answered(Word):
    """Goes to the help desk as it is."""

    kind: Literal["answered"] = "answered"
    answer: Answer


class Flowing(Word):
    """The technician sees the picture (`connected`), or the line is lost and is waited for."""

    kind: Literal["flowing"] = "flowing"
    connected: bool


class Asked(Word):
    """The technician asks for a step more. No answer within `domain.consent.ANSWER_S` is a refusal."""

    kind: Literal["asked"] = "asked"
    capability: Capability
    reason: str = ""
    files: list[Listed] = Field(default_factory=list)
    number: int = 0
    """Of the list of files."""


class Allowed(Word):
    """What is allowed now, with the seconds left; `resting` while the user's own hand has the mouse."""

    kind: Literal["allowed"] = "allowed"
    left_s: dict[Capability, int]
    area: Rectangle | None = None
    """What is shared: where the border goes."""
    resting: bool = False
    paused: bool = False
    blanked: bool = False
    voices: Voices | None = None
    waiting: list[Capability] = Field(default_factory=list)
    """What is still asked for: a question that is not here was taken back, or ran out."""


class Pointing(Word):
    """What the technician points at or draws, in pixels of the whole desktop."""

    kind: Literal["pointing"] = "pointing"
    what: Annotated[Move | Draw, Field(discriminator="kind")]


class Recorded(Word):
    """A recording is over: the `file` of that name in the folder for them is whole; without a name there is none.

    `is_full`: it became as large as it may be.
    """

    kind: Literal["recorded"] = "recorded"
    file: str
    seconds: int = Field(ge=0)
    is_full: bool = False


class Over(Word):
    """The end: what happened. Nothing follows."""

    kind: Literal["over"] = "over"
    record: Record


ToScreen = Annotated[
    Prepare | Offered | Allow | Grant | Refuse | Pause | Mute | Own | Stop, Field(discriminator="kind")
]
FromScreen = Annotated[
    Prepared | Words | Answered | Flowing | Asked | Allowed | Pointing | Recorded | Over, Field(discriminator="kind")
]
