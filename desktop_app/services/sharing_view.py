"""How a shared screen stands, as the user sees it; and what it needs of the help desk and of the screen process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.consent import Capability, Ending

if TYPE_CHECKING:
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.screen_channel import Draw, Listed, Move, Voices
    from desktop_app.protocol.screen_lines import Rectangle
    from desktop_app.protocol.sharing import Answer, Ready, Sharing

    Pointed = Callable[[Move | Draw], object]


class Stage(StrEnum):
    """`unasked`: somebody asks whom the user asked for nothing. `asking`: the words are there, a yes is waited for."""

    REST = "rest"
    UNASKED = "unasked"
    PREPARING = "preparing"
    ASKING = "asking"
    SHARING = "sharing"


@dataclass(frozen=True)
class StepAsked:
    """A step more, for the technician's `reason`; `files` are those that would come, in list `number`."""

    capability: Capability
    reason: str = ""
    files: tuple[Listed, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class SharingView:
    """Plain values. `left_s`: what is allowed, and for how many seconds; `area`: pixels of the whole desktop.
    `window`: the one in use when the question came, its number and its title; `what`: the window, or the one monitor
    by name, that the yes was to. `voices`: whose microphone is on, while the two may hear each other.
    `is_picked_later`: the desktop's own dialog asks what is shown, and it can only be looked at.

    `ending`: why the last one is over, until the next one begins.
    """

    stage: Stage = Stage.REST
    id: str = ""
    ticket_id: str = ""
    technician: str = ""
    reason: str = ""
    label: str = ""
    number: int = 0
    words: tuple[str, str] = ("", "")
    left_s: dict[Capability, int] = field(default_factory=dict)
    window: tuple[int, str] | None = None
    what: tuple[int | None, str] = (None, "")
    area: Rectangle | None = None
    is_picked_later: bool = False
    is_connected: bool = False
    is_resting: bool = False
    is_paused: bool = False
    is_blanked: bool = False
    voices: Voices | None = None
    asked: StepAsked | None = None
    ending: Ending | None = None

    @property
    def first_name(self) -> str:
        """What people call the technician."""
        return self.technician.split()[0] if self.technician.strip() else ""

    @property
    def is_window(self) -> bool:
        """Whether only one window is shown."""
        return self.what[0] is not None

    @property
    def is_underway(self) -> bool:
        """Whether a process runs for it."""
        return self.stage in {Stage.PREPARING, Stage.ASKING, Stage.SHARING}


class SharingClient(Protocol):
    """What is asked of the help desk; each raises SupportErrors."""

    def underway(self) -> list[Sharing]:
        """Those of this user that are not over."""

    def one(self, ticket_id: str, sharing_id: str) -> Sharing:
        """How one stands."""

    def ready(self, of: Sharing, ready: Ready) -> None:
        """This desktop shows the question."""

    def answer(self, of: Sharing, answer: Answer) -> None:
        """The user said yes."""


class Screen(Protocol):
    """A screen process."""

    def say(self, word: Word) -> None:
        """A line to it; one that has gone hears nothing."""

    def close(self) -> None:
        """End it now, whatever it does."""
