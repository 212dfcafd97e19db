"""What a desktop system can do for a sharing; each system fits by shape."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.screen_channel import Key
from desktop_app.screen.screenful import Screenful, View
from desktop_app.screen.sound import Sound, this_sound


class Hands(Protocol):
    """Mouse and keyboard of the technician on this machine, in pixels of the desktop.

    Each act asks `may` right before it is done, and is left out where it would reach a window that is not shared, is
    ours, or asks for a password.
    """

    def move(self, x: int, y: int) -> None:
        """Put the mouse there."""

    def button(self, button: int, *, down: bool) -> None:
        """Press or release (0 left, 1 middle, 2 right)."""

    def wheel(self, dx: int, dy: int) -> None:
        """Turn by notches."""

    def key(self, key: Key) -> None:
        """Press or release a key."""

    def typed(self, text: str) -> None:
        """Type it."""

    def let_go(self) -> None:
        """Release everything that is pressed, allowed or not."""


class Clipboard(Protocol):
    """The user's clipboard, text only."""

    def read(self, told: Callable[[str], object]) -> None:
        """Tell its text, when its owner has given it; on any thread."""

    def write(self, text: str) -> None:
        """Put this text there."""


@dataclass
class Watch:
    """What is told of the machine; from any thread."""

    hand: Callable[[], None]
    """The user's own mouse or keyboard moved."""
    escape: Callable[[], None]
    """The user pressed Escape: control ends."""
    end: Callable[[Ending], None]
    """The machine was locked, put to sleep, given to another."""


@dataclass
class Desktop:
    """How to get at each of them. `hands` and `clipboard` are None where the system allows neither."""

    screen: Callable[[], Screenful]
    hands: Callable[[View, Callable[[], bool]], Hands] | None = None
    clipboard: Callable[[], Clipboard] | None = None
    sound: Callable[[], Sound] = this_sound
    never: frozenset[Capability] = frozenset()
    """The steps that cannot be done here: they are not put to the user."""
    watch: Callable[[Watch], Callable[[], None]] = lambda _watch: lambda: None
    """Starts watching; what it gives back ends that."""
