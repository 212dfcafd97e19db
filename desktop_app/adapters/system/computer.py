"""The values every system gives about itself and its user."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.adapters.system.hotkey import GlobalKeys
from desktop_app.adapters.system.programs import nothing, start_beside
from desktop_app.adapters.system.quiet import is_quiet

System = Literal["windows", "macos", "linux"]


@dataclass(frozen=True)
class Account:
    """Who sits at the computer. `name` is the login when the account has no better one; `email` may be empty."""

    login: str
    name: str
    email: str = ""


class Computer(Protocol):
    """This computer, as it introduces itself to the help desk."""

    @property
    def system(self) -> System:
        """Which of the three."""

    @property
    def hostname(self) -> str:
        """Its short name, without asking the network."""

    def person(self) -> Account:
        """Who sits at it."""

    def idle_s(self) -> float | None:
        """Seconds since the last key or mouse movement; None when it cannot be told."""

    @property
    def keys(self) -> GlobalKeys:
        """Keys that work in every program."""

    @property
    def stop_keys(self) -> GlobalKeys:
        """Keys that end a shared screen."""

    def start_beside(self, *arguments: str, done: Callable[[], object] = nothing) -> None:
        """Run this very program with other arguments, apart, for what need not be loaded here.

        `done` is called on a thread of its own when it has ended.
        """

    def wants_less_motion(self) -> bool:
        """Whether the user told the system to move less; False when it cannot be told. May take a moment."""

    def wants_quiet(self) -> bool:
        """Whether the user does not want to be disturbed now; False when it cannot be told. May take a moment."""

    def screenshot(self) -> bytes:
        """A picture that the person makes with the desktop's own dialog; nothing where there is none, or on a no."""


class OwnProgram:
    """What is the same on the three systems: the keys of this program, and how it is run once more."""

    def __init__(self) -> None:
        self.keys, self.stop_keys = GlobalKeys(), GlobalKeys()

    def start_beside(self, *arguments: str, done: Callable[[], object] = nothing) -> None:
        """A process of its own."""
        start_beside(*arguments, done=done)

    def wants_quiet(self) -> bool:
        """The system's own switch, or something in full screen."""
        return is_quiet()

    def screenshot(self) -> bytes:
        """There is no such dialog."""
        return b""


class StartAtLogin(Protocol):
    """Whether Rescousse opens when the user logs in."""

    @property
    def is_possible(self) -> bool:
        """False for an instance with a home of its own: it leaves the system alone."""

    def is_on(self) -> bool:
        """Whether it opens at login now."""

    def set(self, *, on: bool) -> None:
        """Switch it. Raises FolderReadOnly."""
