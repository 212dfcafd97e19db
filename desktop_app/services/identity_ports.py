"""What signing in by the organisation's own account needs of the world."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from desktop_app.services.known_identity import NoteRows

if TYPE_CHECKING:
    from desktop_app.knowledge.identity_seal import Claims
    from desktop_app.protocol.identity import Proven


@dataclass(frozen=True)
class Asked:
    """The secrets of one sign-in, and where the browser comes back to."""

    state: str = field(repr=False)
    verifier: str = field(repr=False)
    nonce: str
    redirect: str


@dataclass(frozen=True)
class Given:
    """What the issuer gave: its word, what that says once it was checked, and what renews it; each may be missing."""

    id_token: str = field(repr=False)
    refresh: str = field(repr=False)
    claims: Claims | None


class IssuerPort(Protocol):
    """The organisation's issuer. Each raises IssuerSilent, SignInUnproven, ClockWrong."""

    @property
    def name(self) -> str:
        """As it calls itself."""

    def address(self, asked: Asked) -> str:
        """Where the person says who they are."""

    def exchange(self, code: str, asked: Asked) -> Given:
        """What the code of the browser stands for."""

    def renew(self, refresh: str) -> Given:
        """The next word about the same person. Raises SignInEnded."""

    def revoke(self, refresh: str) -> None:
        """It is to renew nothing any more, as far as the issuer takes that back."""


class DoorPort(Protocol):
    """Where the browser comes back to."""

    @property
    def address(self) -> str:
        """Its address."""

    def wait(self, seconds: float) -> str:
        """The code. Raises SignInCancelled, SignInTooLate, SignInUnproven."""

    def cancel(self) -> None:
        """Stop waiting."""

    def close(self) -> None:
        """Nobody is answered any more."""


class DeskPort(Protocol):
    """Who has to believe it. Each raises HelpdeskUnreachable, NotEnrolled, RequestRefused."""

    def prove(self, id_token: str, proof: str) -> Proven:
        """Pass the issuer's word on."""

    def leave(self) -> None:
        """They have signed out."""


class Vault(Protocol):
    """The system's key store."""

    def load(self) -> str:
        """What is kept, or nothing. Raises KeyringUnavailable."""

    def save(self, token: str) -> None:
        """Keep it. Raises KeyringUnavailable."""

    def clear(self) -> None:
        """Forget it. Raises KeyringUnavailable."""


class Requests(Protocol):
    """The conversations."""

    def held(self) -> AbstractContextManager[Callable[[], None]]:
        """None is fetched meanwhile; what it gives forgets those that are here."""


class Words(Protocol):
    """What waits to be sent."""

    def hold(self, *, is_same: bool = False) -> None:
        """Whoever signs in now has to say which of it is theirs; `is_same`: as they did before. Raises DiskFull."""

    def has_claimed(self) -> bool:
        """Whether something would leave in the name of whoever is signed in."""


class IdentityStore(Protocol):
    """What is needed of the disk."""

    @property
    def notes(self) -> NoteRows:
        """The table of named texts."""


@dataclass(frozen=True)
class Ports:
    """What signing in needs of the world. `issuer`: as the policy names it now; `door`: for a state and an issuer;
    `own_id`: this machine's, as the help desk knows it.
    """

    desk: DeskPort
    vault: Vault
    issuer: Callable[[], IssuerPort]
    door: Callable[[str, str], DoorPort]
    own_id: Callable[[], str]
    words: Words
