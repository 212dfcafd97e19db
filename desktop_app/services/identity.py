"""Signing in by the organisation's own account: in the browser, for a word that the help desk alone has to believe."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from secrets import token_urlsafe
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.domain.errors import (
    AnotherAccount,
    KeyringUnavailable,
    RequestRefused,
    SignInCancelled,
    SignInEnded,
    SignInRefused,
    SignInUnproven,
    StillUnsent,
    SupportError,
)
from desktop_app.domain.identity import Asks, Verified, nonce_of
from desktop_app.domain.journal import JournalKind
from desktop_app.services.identity_ports import Asked, DoorPort, Given, IdentityStore, IssuerPort, Ports, Requests
from desktop_app.services.known_identity import (
    KnownIdentity,
    begin_identity,
    end_identity,
    forget_identity,
    has_left,
    is_unfinished,
    keep_identity,
    known_identity,
)

if TYPE_CHECKING:
    from desktop_app.knowledge.identity_seal import Claims
    from desktop_app.protocol.identity import Proven
    from desktop_app.services.journal import Journal
    from desktop_app.services.settings import Settings

_PATIENCE_S = 300
_PUT_OFF, _LATER = "identity:put_off", timedelta(days=1)


@dataclass(frozen=True)
class SignIn:
    """How it stands. `verified`: who it was, also when that has ended; `is_kept`: whether it renews itself;
    `is_put_off`: they said « Not now », and nothing waits for it.
    """

    asks: Asks = Asks.OFF
    verified: Verified | None = None
    is_kept: bool = True
    is_put_off: bool = False

    @property
    def is_in(self) -> bool:
        """Whether it counts now."""
        return self.verified is not None and self.verified.until > datetime.now(UTC)

    @property
    def is_missing(self) -> bool:
        """Whether the organisation wants it before anything is sent."""
        return self.asks is Asks.REQUIRED and not self.is_in


@dataclass(frozen=True)
class _Going:
    """A sign-in between its two halves."""

    issuer: IssuerPort
    door: DoorPort
    asked: Asked
    proof: str


class Identity:
    """Who sits here by their organisation's word. One sign-in at a time; asked from any thread."""

    def __init__(
        self, ports: Ports, requests: Requests, store: IdentityStore, settings: Settings, journal: Journal
    ) -> None:
        self._ports = ports
        self._requests = requests
        self._notes = store.notes
        self._settings = settings
        self._journal = journal
        self._going: _Going | None = None
        self._refresh = ""
        self._is_kept = True
        self._turn = Lock()

    def state(self) -> SignIn:
        """How it stands; no network."""
        asks = Asks(self._settings.value("identity.sign_in"))
        known = known_identity(self._notes)
        return SignIn(asks, known.verified if known else None, self._is_kept, self._is_put_off(asks))

    def put_off(self) -> SignIn:
        """Not now: it is not offered unasked for a day."""
        self._notes.put(_PUT_OFF, datetime.now(UTC).isoformat())
        return self.state()

    def begin(self) -> str:
        """The address to show in the browser. Raises IssuerSilent, SignInUnproven, ClockWrong, NotEnrolled."""
        self.cancel()
        issuer, proof = self._ports.issuer(), token_urlsafe(32)
        nonce, state = nonce_of(self._ports.own_id(), proof), token_urlsafe(32)
        door = self._ports.door(state, issuer.name)
        asked = Asked(state, token_urlsafe(48), nonce, door.address)
        self._going = _Going(issuer, door, asked, proof)
        return issuer.address(asked)

    def finish(self) -> SignIn:
        """Wait for the person, then have the help desk believe it. What goes wrong changes nothing.

        Raises SignInCancelled, SignInTooLate, SignInUnproven, SignInRefused, AnotherAccount, IssuerSilent, ClockWrong,
        HelpdeskUnreachable.
        """
        going = self._going
        if going is None:
            raise SignInCancelled
        try:
            code = going.door.wait(_PATIENCE_S)
        finally:
            going.door.close()
            if self._going is going:
                self._going = None
        given = going.issuer.exchange(code, going.asked)
        if given.claims is None or not compare_digest(given.claims.nonce, going.asked.nonce):
            raise SignInUnproven(reason="nonce")
        with self._turn:
            self._take_up(given, given.claims, going)
        return self.state()

    def cancel(self) -> None:
        """Whoever waits stops waiting; nothing was changed."""
        if self._going is not None:
            self._going.door.cancel()
            self._going = None

    def renew(self) -> None:
        """Prove it again when it is time, without the person. What goes wrong is tried again at the next occasion."""
        with self._turn:
            known = known_identity(self._notes)
            if known is None or not known.is_due or self.state().asks is Asks.OFF:
                return
            with suppress(SupportError):
                if kept := self._kept_refresh():
                    self._renew(kept, known)

    def sign_out(self) -> SignIn:
        """Nobody is signed in any more, and the requests are not here any more.

        Raises StillUnsent (what they wrote would leave under another name), HelpdeskUnreachable: nothing was changed.
        """
        with self._turn:
            self._hold_if_missing()
            if self._ports.words.has_claimed():
                raise StillUnsent
            with self._requests.held() as forget:
                self._ports.desk.leave()
                forget()
                forget_identity(self._notes)
            kept = self._kept_refresh()
            self._drop_refresh()
        self._journal.record(JournalKind.CHANGED, "identity_left")
        if kept:
            self._revoke(kept)
        return self.state()

    def settle(self) -> None:
        """A sign-in whose answer never came counts nowhere; what was fetched by it goes. Raises HelpdeskUnreachable."""
        with self._requests.held() as forget:
            if is_unfinished(self._notes):
                self._ports.desk.leave()
                forget()
            end_identity(self._notes)

    def _take_up(self, given: Given, claims: Claims, going: _Going) -> None:
        known = known_identity(self._notes)
        if known is not None and known.subject != claims.subject:
            raise AnotherAccount(name=known.verified.name, other=claims.name)
        self.settle()
        with self._requests.held() as forget:
            begin_identity(self._notes)
            proven = self._believed(given.id_token, going.proof)
            if proven.is_other:
                forget()
            self._keep(proven, claims.subject, claims.nonce)
            end_identity(self._notes)
        self._keep_refresh(given.refresh, going.issuer)
        self._journal.record(JournalKind.SENT, "identity_sent", {"name": proven.name, "by": proven.by})

    def _renew(self, kept: str, known: KnownIdentity) -> None:
        issuer = self._ports.issuer()
        try:
            given = issuer.renew(_given_by(issuer, kept))
        except SignInEnded:
            self._drop_refresh()
            raise
        if has_left(self._notes, known):
            self._give_back(given, issuer)
            return
        if given.refresh:
            self._keep_refresh(given.refresh, issuer)
        claims = given.claims
        if claims is None or claims.subject != known.subject or claims.nonce not in {"", known.nonce}:
            return
        proven = self._believed(given.id_token, "")
        if has_left(self._notes, known):
            begin_identity(self._notes)
            self._give_back(given, issuer)
            self.settle()
        else:
            self._keep(proven, known.subject, known.nonce)

    def _give_back(self, given: Given, issuer: IssuerPort) -> None:
        self._drop_refresh()
        if given.refresh:
            self._revoke(_from(issuer, given.refresh))

    def _believed(self, id_token: str, proof: str) -> Proven:
        try:
            return self._ports.desk.prove(id_token, proof)
        except RequestRefused as error:
            end_identity(self._notes)
            raise SignInRefused(detail=error.facts.get("detail", "")) from error

    def _keep(self, proven: Proven, subject: str, nonce: str) -> None:
        self._hold_if_missing()
        verified = Verified(proven.name, proven.email, proven.by, proven.until)
        keep_identity(self._notes, KnownIdentity(verified, subject, nonce, datetime.now(UTC)))

    def _hold_if_missing(self) -> None:
        """What was written while nobody's sign-in counted leaves in no name unasked."""
        if self.state().is_missing:
            self._ports.words.hold(is_same=known_identity(self._notes) is not None)

    def _is_put_off(self, asks: Asks) -> bool:
        said = self._notes.get(_PUT_OFF)
        if not said or datetime.now(UTC) - datetime.fromisoformat(said) > _LATER:
            return False
        return not (asks is Asks.REQUIRED and self._ports.words.has_claimed())

    def _kept_refresh(self) -> str:
        with suppress(KeyringUnavailable):
            return self._refresh or self._ports.vault.load()
        return ""

    def _revoke(self, kept: str) -> None:
        """They are signed out whatever the issuer says to it."""
        try:
            issuer = self._ports.issuer()
            issuer.revoke(_given_by(issuer, kept))
        except SupportError:
            self._journal.record(JournalKind.CHANGED, "identity_not_revoked")

    def _keep_refresh(self, refresh: str, issuer: IssuerPort) -> None:
        """In the key store and nowhere else, with who gave it; where there is none it lives as long as this run."""
        kept = _from(issuer, refresh)
        self._refresh, self._is_kept = kept, bool(refresh)
        if not refresh:
            self._drop_refresh()
            return
        try:
            self._ports.vault.save(kept)
        except KeyringUnavailable:
            self._is_kept = False

    def _drop_refresh(self) -> None:
        self._refresh = ""
        with suppress(KeyringUnavailable):
            self._ports.vault.clear()


def _from(issuer: IssuerPort, refresh: str) -> str:
    """What renews, beside the name of who gave it."""
    return f"{issuer.name} {refresh}"


def _given_by(issuer: IssuerPort, kept: str) -> str:
    """What renews, for the issuer that gave it: no other is shown it. Raises SignInUnproven."""
    by, _, refresh = kept.partition(" ")
    if by != issuer.name:
        raise SignInUnproven(reason="issuer")
    return refresh
