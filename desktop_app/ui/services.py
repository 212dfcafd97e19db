"""What the window may ask: the services, as bootstrap joins them, and as much of the computer as pages say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.domain.shortcut import KeysState
    from desktop_app.services.desk import Desk
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.fixes import Fixes
    from desktop_app.services.journal import Journal
    from desktop_app.services.live import Live
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.search import Search
    from desktop_app.services.settings import Settings
    from desktop_app.services.snapshots import Snapshots
    from desktop_app.services.tickets import Tickets
    from desktop_app.services.troubles import Troubles


class Services(Protocol):
    """What pages may ask. Each may be built when it is first asked for: ask inside the work of a task, not before."""

    @property
    def settings(self) -> Settings:
        """In memory: may be asked at any time."""

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
    def journal(self) -> Journal:
        """The user's own journal."""

    @property
    def fixes(self) -> Fixes:
        """Guided fixes."""

    @property
    def search(self) -> Search:
        """Answers to words."""

    @property
    def snapshots(self) -> Snapshots:
        """The computer's report."""

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

    def start_beside(self, *arguments: str) -> None:
        """Run this very program with other arguments, apart."""

    def wants_less_motion(self) -> bool:
        """Whether the user told the system to move less."""


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
