"""The device's token in the system's key store. It is never written anywhere else.

A key store may ask for its password in a window, or wait for a service that is not there: each call gets a deadline on
a thread of its own, which is left behind when it does not come back.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from desktop_app.domain.errors import KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "rescousse"
DEADLINE_S = 8.0


class KeyringVault:
    """One token under `account`, the instance's own id: two instances never see each other's."""

    def __init__(
        self, account: str, deadline_s: float = DEADLINE_S, backend: Callable[[], KeyringBackend] | None = None
    ) -> None:
        self._account = account
        self._deadline_s = deadline_s
        self._backend = backend or _system_backend
        self._gave_up = False

    def load(self) -> str:
        """The token kept, or nothing. Raises KeyringUnavailable."""
        return self._ask(lambda store: store.get_password(SERVICE, self._account) or "")

    def save(self, token: str) -> None:
        """Keep it. Raises KeyringUnavailable."""

        def put(store: KeyringBackend) -> str:
            store.set_password(SERVICE, self._account, token)
            return ""

        self._ask(put)

    def clear(self) -> None:
        """Forget it. Raises KeyringUnavailable."""
        if self.load():

            def delete(store: KeyringBackend) -> str:
                store.delete_password(SERVICE, self._account)
                return ""

            self._ask(delete)

    def check(self) -> None:
        """Raises KeyringUnavailable when the key store cannot be used."""
        self.load()

    def _ask(self, question: Callable[[KeyringBackend], str]) -> str:
        """The answer within the deadline; after one that never came, the key store is not asked again in this run."""
        if self._gave_up:
            raise KeyringUnavailable(reason="timeout")
        answers: SimpleQueue[str | KeyringUnavailable] = SimpleQueue()
        Thread(target=self._answer, args=(question, answers), name="rescousse-keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline_s)
        except Empty:
            self._gave_up = True
            raise KeyringUnavailable(reason="timeout") from None
        if isinstance(answer, KeyringUnavailable):
            raise answer
        return answer

    def _answer(
        self, question: Callable[[KeyringBackend], str], answers: SimpleQueue[str | KeyringUnavailable]
    ) -> None:
        try:
            answers.put(question(self._backend()))
        except Exception as error:  # noqa: BLE001 - every key store has failures of its own; all mean the same here
            answers.put(KeyringUnavailable(reason=type(error).__name__))


def _system_backend() -> KeyringBackend:
    import keyring
    from keyring.errors import NoKeyringError

    backend = keyring.get_keyring()
    if backend.priority < 1:  # "none", "null", or one that writes plain files
        raise NoKeyringError
    return backend
