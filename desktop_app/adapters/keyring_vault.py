"""The device's token in the system's key store. It is never written anywhere else.

A key store may ask for its password in a window, or wait for a service that is not there: each question gets a
deadline, in a program of its own under Linux and on a thread of its own elsewhere, and is given up without an answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Literal

from desktop_app.domain.errors import KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "rescousse"
DEADLINE_S = 8.0
Verb = Literal["load", "save", "clear"]
Backend = Callable[[], "KeyringBackend"]


class KeyringVault:
    """One token under `account`, the instance's own id: two instances never see each other's."""

    def __init__(self, account: str, deadline_s: float = DEADLINE_S, backend: Backend | None = None) -> None:
        self._account = account
        self._deadline_s = deadline_s
        self._backend = backend
        self._gave_up = False

    def load(self) -> str:
        """The token kept, or nothing. Raises KeyringUnavailable."""
        return self._ask("load")

    def save(self, token: str) -> None:
        """Keep it. Raises KeyringUnavailable."""
        self._ask("save", token)

    def clear(self) -> None:
        """Forget it. Raises KeyringUnavailable."""
        self._ask("clear")

    def check(self) -> None:
        """Raises KeyringUnavailable when the key store cannot be used."""
        self.load()

    def _ask(self, verb: Verb, token: str = "") -> str:
        """The answer within the deadline; after one that never came, the key store is not asked again in this run."""
        if self._gave_up:
            raise KeyringUnavailable(reason="timeout")
        try:
            if self._backend is None and sys.platform == "linux" and not getattr(sys, "frozen", False):
                return self._in_a_program(verb, token)
            return self._on_a_thread(verb, token)
        except (TimeoutError, Empty, subprocess.TimeoutExpired):
            self._gave_up = True
            raise KeyringUnavailable(reason="timeout") from None

    def _in_a_program(self, verb: Verb, token: str) -> str:
        question = json.dumps({"verb": verb, "account": self._account, "token": token})
        try:
            done = subprocess.run(
                [sys.executable, "-m", "desktop_app.adapters.keyring_program"],
                input=question + "\n",
                env={**os.environ, "PYTHONPATH": _with_ours(os.environ.get("PYTHONPATH", ""))},
                capture_output=True,
                text=True,
                timeout=self._deadline_s,
                check=True,
            )
            answer = json.loads(done.stdout)
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise KeyringUnavailable(reason=type(error).__name__) from error
        if "token" not in answer:
            raise KeyringUnavailable(reason=answer["unavailable"])
        return str(answer["token"])

    def _on_a_thread(self, verb: Verb, token: str) -> str:
        answers: SimpleQueue[str | KeyringUnavailable] = SimpleQueue()

        def answer() -> None:
            try:
                answers.put(answer_question(verb, self._account, token, self._backend))
            except KeyringUnavailable as error:
                answers.put(error)

        Thread(target=answer, name="rescousse-keyring", daemon=True).start()
        found = answers.get(timeout=self._deadline_s)
        if isinstance(found, KeyringUnavailable):
            raise found
        return found


def answer_question(verb: Verb, account: str, token: str, backend: Backend | None = None) -> str:
    """Ask the key store itself, however long it takes. Raises KeyringUnavailable."""
    try:
        store = (backend or _system_backend)()
        if verb == "save":
            store.set_password(SERVICE, account, token)
            return ""
        kept = store.get_password(SERVICE, account) or ""
        if verb == "clear" and kept:
            store.delete_password(SERVICE, account)
            return ""
    except Exception as error:
        raise KeyringUnavailable(reason=type(error).__name__) from error
    return kept


def _system_backend() -> KeyringBackend:
    import keyring
    from keyring.errors import NoKeyringError

    backend = keyring.get_keyring()
    if backend.priority < 1:  # "none", "null", or one that writes plain files
        raise NoKeyringError
    return backend


def _with_ours(path: str) -> str:
    """A module path on which this very program is found."""
    own = str(Path(__file__).resolve().parents[2])
    return os.pathsep.join([own, path]) if path else own
