"""What comes from the technician's browser: read strictly, needed rights looked up, faults counted.

Nothing of it is trusted: the browser, the help desk that gave it its page, and the line may all lie.
"""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from desktop_app.domain.consent import Capability
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import (
    CONTROL,
    INPUT,
    LONGEST,
    MOST_FAULTS,
    Ask,
    Button,
    Bye,
    Clip,
    Draw,
    Drop,
    Files,
    FromBrowser,
    Input,
    Key,
    Move,
    Mute,
    Shown,
    Typed,
    Wheel,
    Wish,
)

_READERS: Mapping[int, TypeAdapter[Word]] = {CONTROL: TypeAdapter(FromBrowser), INPUT: TypeAdapter(Input)}
NEEDED: Mapping[type[Word], Capability | None] = {
    Ask: Capability.LOOK,
    Drop: Capability.LOOK,
    Shown: Capability.LOOK,
    Wish: Capability.LOOK,
    Bye: None,
    Files: Capability.LOOK,
    Clip: Capability.CLIPBOARD,
    Mute: Capability.VOICE,
    Move: Capability.POINT,
    Draw: Capability.POINT,
    Button: Capability.CONTROL,
    Wheel: Capability.CONTROL,
    Key: Capability.CONTROL,
    Typed: Capability.CONTROL,
}
"""What must be held for a message to count. What is not in this table does not exist."""


class Faults:
    """How often a browser sent what it must not; a few happen when a grant ends while a message is on its way."""

    def __init__(self) -> None:
        self.count = 0

    def add(self) -> bool:
        """One more; whether that is enough to end it."""
        self.count += 1
        return self.count >= MOST_FAULTS


def read(channel: int, message: str | bytes) -> Word | None:
    """The word on that channel; None when it is none: another shape, too long, binary, on the wrong channel."""
    reader = _READERS.get(channel)
    if reader is None or not isinstance(message, str) or len(message.encode("utf-8", "surrogatepass")) > LONGEST:
        return None
    try:
        return reader.validate_json(message)
    except (ValidationError, ValueError, RecursionError):
        return None
