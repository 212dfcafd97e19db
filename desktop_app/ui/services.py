"""What the window may ask: the services, as bootstrap joins them, and as much of the computer as pages say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.domain.shortcut import KeysState
    from desktop_app.services.desk import Desk
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.enrolment import Enrolment
    from desktop_app.services.fix_counts import FixCounts
    from desktop_app.services.fixes import Fixes
    from desktop_app.services.identity import Identity
    from desktop_app.services.journal import Journal
    from desktop_app.services.know_how import KnowHow
    from desktop_app.services.live import Live
    from desktop_app.services.nudges import Nudges
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.presence import Presence
    from desktop_app.services.search import Search
    from desktop_app.services.settings import Settings
    from desktop_app.services.sharing import Sharings
    from desktop_app.services.sharing_guests import Guests
    from desktop_app.services.snapshots import Snapshots
    from desktop_app.services.steps import Recorder
    from desktop_app.services.tickets import Tickets
    from desktop_app.services.troubles import Troubles
    from desktop_app.services.unclaimed import UnclaimedWords


class Correspondence(Protocol):
    """What goes between this computer and the help desk."""

    @property
    def enrolment(self) -> Enrolment:
        """Who this account is for the help desk."""

    @property
    def identity(self) -> Identity:
        """Who sits here by their organisation's word."""

    @property
    def desk(self) -> Desk:
        """Who is there."""

    @property
    def tickets(self) -> Tickets:
        """Requests and conversations."""

    @property
    def drafts(self) -> Drafts:
        """What is being written."""

    @property
    def outbox(self) -> Outbox:
        """What waits to be sent."""

    @property
    def unclaimed(self) -> UnclaimedWords:
        """What waits, and nobody has said that it is theirs."""

    @property
    def presence(self) -> Presence:
        """Who writes, and the waiting line."""


class Services(Correspondence, Protocol):
    """What pages may ask. Each may be built when it is first asked for: ask inside the work of a task, not before."""

    @property
    def settings(self) -> Settings:
        """In memory: may be asked at any time."""

    @property
    def journal(self) -> Journal:
        """The user's own journal."""

    @property
    def fix_counts(self) -> FixCounts:
        """How guided fixes end, counted without names."""

    @property
    def fixes(self) -> Fixes:
        """Guided fixes."""

    @property
    def search(self) -> Search:
        """Answers to words."""

    @property
    def know_how(self) -> KnowHow:
        """What leads from articles to fixes, and back."""

    @property
    def nudges(self) -> Nudges:
        """What is told unasked."""

    @property
    def snapshots(self) -> Snapshots:
        """The computer's report."""

    @property
    def steps(self) -> Recorder:
        """Clicks on their way into a request."""

    @property
    def sharings(self) -> Sharings:
        """Showing the screen."""

    @property
    def guests(self) -> Guests:
        """Who looks along."""

    @property
    def live(self) -> Live:
        """News."""

    @property
    def troubles(self) -> Troubles:
        """What is wrong with the ground this program stands on."""

    @property
    def computer(self) -> SystemComputer:
        """Who sits at it."""


class SystemComputer(Protocol):
    """As much of the computer as pages say."""

    def person(self) -> SystemAccount:
        """Who sits at it."""

    @property
    def keys(self) -> SystemKeys:
        """Keys that work in every program."""

    @property
    def stop_keys(self) -> SystemKeys:
        """Keys that end a shared screen."""

    def start_beside(self, *arguments: str, done: Callable[[], object] = ...) -> None:
        """Run this very program with other arguments, apart; `done` is called on another thread at its end."""

    def wants_less_motion(self) -> bool:
        """Whether the user told the system to move less."""

    def wants_quiet(self) -> bool:
        """Whether the user does not want to be disturbed now."""

    def screenshot(self) -> bytes:
        """A picture that the person makes with the desktop's own dialog; nothing where there is none, or on a no."""


class SystemKeys(Protocol):
    """The one combination of this program."""

    @property
    def state(self) -> KeysState:
        """Whether it works here."""

    def bind(self, text: str, pressed: Callable[[], object]) -> None:
        """Wait for these keys."""

    def close(self) -> None:
        """Give them back."""


class SystemAccount(Protocol):
    """The person."""

    @property
    def name(self) -> str:
        """First name and name, or the login."""
