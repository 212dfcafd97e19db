"""What the technician's browser and the user's machine say to each other directly, over the peer connection.

Sound goes both ways beside it, on the one audio line that the browser offers with each round (Opus). What comes before
a yes to `voice`, while it is paused, or from a side that says it is muted, is neither sent nor played.

Four data channels, negotiated, reliable and in order: `control` 0 (JSON both ways, the words below), `tiles` 1 (binary,
machine to browser), `input` 2 (JSON, browser to machine), `files` 3 (binary, browser to machine). A message longer
than `LONGEST`, of another shape, or that needs what is not granted is dropped and counted; `MOST_FAULTS` of them end
the sharing (`misused`). Places are pixels of the shared picture, from its upper left corner.

A tile, little endian: `u8` kind (0 PNG, 1 JPEG, 2 cleared), `u8` flags (bit 0: last of its group), `u16` picture
number, `u32` stamp (RTP time of a video frame, 0 for none), `u16` x, y, width, height, then the image. The browser
answers `shown` for the last of each group as soon as it is drawn: that paces the sender.

Tiles are drawn on a canvas over the video and stay there: a video frame wipes nothing, and shows only where the canvas
was cleared. `cleared` carries no image: its rectangle is taken off the canvas at once when the stamp is 0, else when
the first video frame is shown whose RTP time is not before the stamp (modulo 2³²), so that nothing flickers. A PNG or
JPEG first carries out the clearings that still wait, then is drawn. A new `screen` with another size empties the
canvas.
"""

from typing import Annotated, Literal

from pydantic import Field

from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.base import Line, Word

CONTROL, TILES, INPUT, FILES = 0, 1, 2, 3
LONGEST = 16_384
MOST_FAULTS = 20

Pixel = Annotated[int, Field(ge=0, le=32_767)]


# From the browser, on `control`


class Ask(Word):
    """The technician would like a step more; `reason` is what the user reads."""

    kind: Literal["ask"] = "ask"
    capability: Capability
    reason: Annotated[str, Field(max_length=300)] = ""


class Drop(Word):
    """The technician gives a step back, or takes the question back."""

    kind: Literal["drop"] = "drop"
    capability: Capability


class Shown(Word):
    """The picture number `number` stands on the screen of the browser; `delay_ms`: how long it took there."""

    kind: Literal["shown"] = "shown"
    number: int = Field(ge=0, le=65_535)
    delay_ms: int = Field(default=0, ge=0, le=60_000)


class Wish(Word):
    """What to look at: a monitor by number, -1 for all, and how many pixels wide the stage is."""

    kind: Literal["wish"] = "wish"
    monitor: int = Field(ge=-1, le=15)
    width: int = Field(default=0, ge=0, le=16_384)


class Bye(Word):
    """The technician ends it."""

    kind: Literal["bye"] = "bye"


class Listed(Word):
    """One file that the technician would like to hand over."""

    name: Line
    size: int = Field(ge=0, le=100 * 1024 * 1024)


class Files(Word):
    """What would come; after the grant the bytes follow on `files`, one file after another, in this order."""

    kind: Literal["files"] = "files"
    files: list[Listed] = Field(min_length=1, max_length=20)


class Clip(Word):
    """Text for the other side's clipboard; from the machine only what the technician asked for with `want`."""

    kind: Literal["clip"] = "clip"
    text: Annotated[str, Field(max_length=12_000)] = ""
    want: bool = False


class Mute(Word):
    """The microphone of whoever says it is off, or on; the other side reads so, and nothing of it is played."""

    kind: Literal["mute"] = "mute"
    muted: bool


# From the browser, on `input`


class Move(Word):
    """The pointer; with `point` it is shown, with `control` and `held` it is the mouse."""

    kind: Literal["move"] = "move"
    x: Pixel
    y: Pixel


class Button(Word):
    """A mouse button goes down or up there: 0 left, 1 middle, 2 right (the browser's numbers)."""

    kind: Literal["button"] = "button"
    x: Pixel
    y: Pixel
    button: int = Field(ge=0, le=4)
    down: bool


class Wheel(Word):
    """Turned by notches, positive downwards and to the right."""

    kind: Literal["wheel"] = "wheel"
    x: Pixel
    y: Pixel
    dx: int = Field(default=0, ge=-20, le=20)
    dy: int = Field(default=0, ge=-20, le=20)


class Key(Word):
    """A key: `code` is its place (`KeyQ`), `key` what it says (`a`), as in the browser's `KeyboardEvent`."""

    kind: Literal["key"] = "key"
    code: Annotated[str, Field(max_length=32)]
    key: Annotated[str, Field(max_length=32)]
    down: bool


class Typed(Word):
    """Text to be typed as if by hand."""

    kind: Literal["typed"] = "typed"
    text: Annotated[str, Field(max_length=4_000)]


class Draw(Word):
    """Something drawn over the user's screen: `shape` through `points`; `text` when it is one; `wipe` takes all off."""

    kind: Literal["draw"] = "draw"
    shape: Literal["line", "arrow", "box", "text", "wipe"]
    points: list[tuple[Pixel, Pixel]] = Field(default_factory=list, max_length=512)
    text: Annotated[str, Field(max_length=200)] = ""


# From the machine, on `control`


class Screen(Word):
    """What is shared now. `monitors`: names, in the order of their numbers. `scale`: pixels per point."""

    kind: Literal["screen"] = "screen"
    width: Pixel
    height: Pixel
    scale: float = Field(default=1.0, ge=0.5, le=8)
    area: Literal["window", "screen"] = "screen"
    monitors: list[str] = Field(default_factory=list, max_length=16)
    monitor: int = Field(default=0, ge=-1, le=15)


class Voices(Word):
    """Whose microphone is on. `held`: as long as it is paused, or the line is lost. `none`: the machine has none.

    `is_played`: the machine has something that the technician is heard by.
    """

    user: Literal["on", "muted", "held", "none"]
    technician: Literal["on", "muted"]
    is_played: bool


class Grants(Word):
    """What is allowed now, with the seconds that are left; what is not there is not allowed. `waiting`: asked for.

    `never`: what this desktop does not put to the user. `resting`: the user's own hand has the mouse. `paused`: the
    picture stands still. `voices`: while the two may hear each other.
    """

    kind: Literal["grants"] = "grants"
    left_s: dict[Capability, int]
    waiting: list[Capability] = Field(default_factory=list)
    refused: list[Capability] = Field(default_factory=list)
    never: list[Capability] = Field(default_factory=list)
    resting: bool = False
    paused: bool = False
    blanked: bool = False
    voices: Voices | None = None


class Cursor(Word):
    """The mouse of the machine. A new `shape` comes once, as a PNG in base64; `x`, `y` is its hot spot."""

    kind: Literal["cursor"] = "cursor"
    x: Pixel
    y: Pixel
    shape: Annotated[str, Field(max_length=12_000)] = ""
    hot: tuple[int, int] = (0, 0)


class Pace(Word):
    """How it goes: pictures a second, thousands of bits a second, and what was done about a bad line."""

    kind: Literal["pace"] = "pace"
    rate: int = Field(ge=0)
    kbits: int = Field(ge=0)
    way: Literal["tiles", "video", "slow"] = "tiles"


class Ended(Word):
    """It is over; nothing follows."""

    kind: Literal["ended"] = "ended"
    ending: Ending


FromBrowser = Annotated[Ask | Drop | Shown | Wish | Bye | Files | Clip | Mute, Field(discriminator="kind")]
Input = Annotated[Move | Button | Wheel | Key | Typed | Draw, Field(discriminator="kind")]
FromMachine = Annotated[Screen | Grants | Cursor | Pace | Clip | Ended, Field(discriminator="kind")]
