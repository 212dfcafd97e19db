"""How this computer joins the help desk: once, with the key of its policy, for a token of its own."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Protocol

from uuid_utils import uuid7

from desktop_app.domain.errors import KeyringUnavailable, NotEnrolled, RequestRefused
from desktop_app.services.settings import language_in_force

if TYPE_CHECKING:
    from desktop_app.protocol.devices import Enrolled
    from desktop_app.protocol.devices import Enrolment as EnrolmentWord
    from desktop_app.services.settings import Settings

_DEVICE = "device:id"


class NameRows(Protocol):
    """Small named texts."""

    def put_first(self, name: str, value: str) -> str:
        """Keep it unless another program was faster; the text that holds."""


class NameStore(Protocol):
    """What is needed of the disk."""

    @property
    def notes(self) -> NameRows:
        """The table of named texts."""


class EnrolmentClient(Protocol):
    """What is asked of the help desk."""

    def enrol(self, enrolment: EnrolmentWord, key: str) -> Enrolled:
        """Join. Raises RequestRefused, HelpdeskUnreachable."""

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
    """Holds the device's token for the client. `warning` tells that the key store could not be used."""

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
        self.warning: KeyringUnavailable | None = None
        client.use_tokens(self)

    def ensure(self) -> KeyringUnavailable | None:
        """Have a token; when it cannot be kept, the reason, to be told once.

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
            token = self._client.enrol(self._introduction(), key).token
        except RequestRefused as error:
            raise NotEnrolled(detail=error.facts.get("detail", "")) from error
        try:
            self._vault.save(token)
        except KeyringUnavailable as error:
            self.warning = error  # never in a plain file: the token lives as long as this run
        return token

    def _introduction(self) -> EnrolmentWord:
        from desktop_app.protocol.devices import Enrolment as EnrolmentWord
        from desktop_app.protocol.devices import Person

        account = self._computer.person()
        person = Person(
            login=account.login,
            name=account.name,
            email=account.email,
            language=language_in_force(self._settings),
        )
        return EnrolmentWord.model_validate(
            {
                "device_id": device_id(self._store),
                "hostname": self._computer.hostname,
                "system": self._computer.system,
                "person": person,
            }
        )


def device_id(store: NameStore) -> str:
    """This instance's own id, made once."""
    return store.notes.put_first(_DEVICE, str(uuid7()))
