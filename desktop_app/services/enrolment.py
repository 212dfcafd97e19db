"""How this computer joins the help desk: once, with the key of its policy, for a token of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from uuid_utils import uuid7

from desktop_app.domain.errors import ComputerCopied, KeyringUnavailable, NotEnrolled, RequestRefused, SupportError
from desktop_app.services.known_identity import known_identity
from desktop_app.services.settings import language_in_force

if TYPE_CHECKING:
    from desktop_app.protocol.devices import Enrolled
    from desktop_app.protocol.devices import Enrolment as EnrolmentWord
    from desktop_app.services.settings import Settings

_DEVICE, _JOINED_AS = "device:id", "device:joined_as"
_UNTIL, _IN_TIME = "device:token_until", timedelta(days=30)
_NAME, _EMAIL, _LONGEST = "person:name", "person:email", 200
_ANOTHER_MACHINE = "another_machine"


@dataclass(frozen=True)
class Who:
    """The person as the help desk knows them; `is_confirmed`: they said that it is right.

    `by`: whose word it is beside theirs, that of their organisation's issuer.
    """

    name: str
    email: str
    is_confirmed: bool
    by: str = ""


class NameRows(Protocol):
    """Small named texts."""

    def put_first(self, name: str, value: str) -> str:
        """Keep it unless another program was faster; the text that holds."""

    def get(self, name: str) -> str:
        """The text of that name, or nothing."""

    def put(self, name: str, value: str) -> None:
        """Keep it."""


class TicketRows(Protocol):
    """What was said with the help desk."""

    def forget_sent(self) -> None:
        """Forget it, but what waits to be sent."""


class NameStore(Protocol):
    """What is needed of the disk."""

    @property
    def notes(self) -> NameRows:
        """The table of named texts."""

    @property
    def tickets(self) -> TicketRows:
        """The table of conversations."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""


class EnrolmentClient(Protocol):
    """What is asked of the help desk."""

    def enrol(self, enrolment: EnrolmentWord, key: str) -> Enrolled:
        """Join, or get the next token with the one at hand. Raises RequestRefused, HelpdeskUnreachable."""

    def use_tokens(self, tokens: Enrolment) -> None:
        """Sign with these tokens from now on."""


class Vault(Protocol):
    """The system's key store."""

    def load(self) -> str:
        """The token kept, or nothing. Raises KeyringUnavailable."""

    def save(self, token: str) -> None:
        """Keep it. Raises KeyringUnavailable."""

    def clear(self) -> None:
        """Forget it. Raises KeyringUnavailable."""


class Account(Protocol):
    """Who sits at this computer, as its system account says."""

    @property
    def login(self) -> str:
        """The account's name."""

    @property
    def name(self) -> str:
        """The person's name."""

    @property
    def email(self) -> str:
        """The person's address, or nothing."""


class ComputerPort(Protocol):
    """This computer, as it introduces itself."""

    @property
    def hostname(self) -> str:
        """Its name on the network."""

    @property
    def system(self) -> str:
        """windows, macos or linux."""

    def person(self) -> Account:
        """Who sits at it."""


class Enrolment:
    """Holds the device's token for the client.

    `warning`: the key store could not be used, or this computer turned out to be a copy of another.
    """

    def __init__(
        self, client: EnrolmentClient, vault: Vault, settings: Settings, store: NameStore, computer: ComputerPort
    ) -> None:
        self._client = client
        self._vault = vault
        self._settings = settings
        self._store = store
        self._computer = computer
        self._lock = RLock()
        self._token = ""
        self.warning: SupportError | None = None
        client.use_tokens(self)

    def ensure(self) -> SupportError | None:
        """Have a token; what the person should be told about it once.

        Raises NotEnrolled (no key, or the key is refused), HelpdeskUnreachable.
        """
        self.token()
        return self.warning

    def token(self) -> str:
        """The token: of this run, of the key store, or a new one. Raises NotEnrolled, HelpdeskUnreachable."""
        with self._lock:
            self._token = self._token or self._kept() or self._join()
            return self._token

    def renew(self, refused: str) -> str:
        """The help desk refused that token: another one when the policy has a key, else nothing."""
        with self._lock:
            if self._token not in {"", refused}:
                return self._token  # another thread was faster
            kept = self._kept()
            try:
                self._token = kept if kept not in {"", refused} else self._join()
            except NotEnrolled:
                self._token = ""
            return self._token

    def who(self) -> Who:
        """What their organisation says, else what the person confirmed, else what their system account says."""
        if known := known_identity(self._store.notes):
            said = known.verified
            return Who(said.name, said.email, is_confirmed=True, by=said.by)
        if name := self._store.notes.get(_NAME):
            return Who(name, self._store.notes.get(_EMAIL), is_confirmed=True)
        account = self._computer.person()
        return Who(account.name, account.email, is_confirmed=False)

    def confirm(self, name: str, email: str) -> Who:
        """That is who they are, unless their organisation said it; the help desk is told at once, or at the next
        occasion.
        """
        before = self.who()
        if before.by:
            return before
        self._store.notes.put(_NAME, name[:_LONGEST])
        self._store.notes.put(_EMAIL, email[:_LONGEST])
        if (before.name, before.email) != (name, email):
            self._store.notes.put(_UNTIL, datetime.now(UTC).isoformat())
            self.renew_in_time()
        return self.who()

    def renew_in_time(self) -> None:
        """Have the next token before this one ends. What goes wrong is tried again at the next occasion."""
        ends = self._store.notes.get(_UNTIL)
        if not ends or datetime.fromisoformat(ends) - datetime.now(UTC) > _IN_TIME:
            return
        with self._lock, suppress(SupportError):
            joined = self._client.enrol(self._introduction(), self.token())
            self._vault.save(joined.token)  # before it is used: one that cannot be kept is not taken up
            self._note_end(joined)
            self._token = joined.token

    def _note_end(self, joined: Enrolled) -> None:
        self._store.notes.put(_UNTIL, joined.until.isoformat() if joined.until else "")

    def _kept(self) -> str:
        try:
            return self._vault.load()
        except KeyringUnavailable as error:
            self.warning = error
            return ""

    def _join(self) -> str:
        key = self._settings.value("helpdesk.enrolment_key")
        if not key:
            raise NotEnrolled
        try:
            token = self._token_for(key)
        except RequestRefused as error:
            raise NotEnrolled(detail=error.facts.get("detail", "")) from error
        try:
            self._vault.save(token)
        except KeyringUnavailable as error:
            self.warning = error  # never in a plain file: the token lives as long as this run
        return token

    def _token_for(self, key: str) -> str:
        joined = self._joined(key)
        self._note_end(joined)
        return joined.token

    def _joined(self, key: str) -> Enrolled:
        try:
            return self._client.enrol(self._introduction(), key)
        except RequestRefused as error:
            if error.facts.get("code") != _ANOTHER_MACHINE:
                raise
        self._part()
        return self._client.enrol(self._introduction(), key)

    def _part(self) -> None:
        """This is a copy of another computer: one of its own from now on, and what was said with the other is not its.

        What waits to be sent stays: it is somebody's words.
        """
        with self._store.transaction():
            self._store.notes.put(_JOINED_AS, str(uuid7()))
            self._store.tickets.forget_sent()
        self.warning = ComputerCopied()

    def joined_id(self) -> str:
        """The id that the help desk knows this machine by. Raises NotEnrolled, HelpdeskUnreachable."""
        self.token()
        return self._own_id()

    def _own_id(self) -> str:
        return self._store.notes.get(_JOINED_AS) or device_id(self._store)

    def _introduction(self) -> EnrolmentWord:
        from desktop_app.protocol.devices import Enrolment as EnrolmentWord
        from desktop_app.protocol.devices import Person

        who = self.who()
        person = Person(
            login=self._computer.person().login,
            name=who.name,
            email=who.email,
            language=language_in_force(self._settings),
        )
        return EnrolmentWord.model_validate(
            {
                "device_id": self._own_id(),
                "hostname": self._computer.hostname,
                "system": self._computer.system,
                "person": person,
            }
        )


def device_id(store: NameStore) -> str:
    """This instance's own id, made once; a copy of its disk has it too, and joins under another one."""
    return store.notes.put_first(_DEVICE, str(uuid7()))
