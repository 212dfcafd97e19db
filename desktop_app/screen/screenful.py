"""A screen that can be read, and what of it is shared; each desktop system fits by shape."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from desktop_app.domain.consent import Ending
from desktop_app.screen.tiles import Covers, Pixels, Rect


class Lost(Exception):
    """The screen or the shared window is gone; or it was never given, as `ending` says."""

    def __init__(self, ending: Ending = Ending.DISPLAY_LOST) -> None:
        super().__init__(ending)
        self.ending = ending


class Arrow(NamedTuple):
    """The mouse: where, and its shape when that is new."""

    x: int
    y: int
    shape: Pixels | None = None
    hot: tuple[int, int] = (0, 0)


class Screenful(Protocol):
    """Reads a screen. All calls come from the camera's thread, except `wake`."""

    def wait(self, seconds: float | None) -> None:
        """Sleep until something changes, `wake`, or so many seconds passed."""

    def wake(self) -> None:
        """End the sleep."""

    def changes(self) -> list[Rect]:
        """What changed since it was asked last, on the desktop. Raises `Lost`."""

    def monitors(self) -> list[tuple[str, Rect]]:
        """Names and places, in the order of their numbers."""

    def window(self, number: int) -> Rect:
        """Where that window is; 0 is the whole desktop. Raises `Lost`."""

    def covers(self, view: "View", area: Rect) -> Covers:
        """What must not be seen there."""

    def disturbed(self) -> bool:
        """Whether `covers` may have changed since it was asked."""

    def grab(self, rect: Rect) -> Pixels:
        """The pixels now, to be written to."""

    def arrow(self) -> Arrow:
        """The mouse."""

    def close(self) -> None:
        """Let go of the screen."""


@dataclass
class View:
    """What is shared: a window, one monitor by name (`only`), or all. Set by the owner, read by the camera.

    `monitor`: which of all is looked at, by number, -1 for the whole.
    """

    window: int | None = None
    only: str = ""
    monitor: int = 0
    hidden: Sequence[str] = ()
    own: Sequence[Rect] = field(default_factory=list)
