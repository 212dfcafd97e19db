"""The name and password that a proxy of the organisation asks for: in the system's key store, and nowhere else.

They go to the very proxy they were given for, and only after it asked. One that was refused is not tried again before
another is given: accounts are locked after some wrong tries.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from threading import Lock
from typing import Protocol
from urllib.parse import quote, urlsplit

from desktop_app.domain.errors import KeyringUnavailable


class Vault(Protocol):
    """One secret of the key store."""

    def load(self) -> str:
        """What is kept, or nothing. Raises KeyringUnavailable."""

    def save(self, token: str) -> None:
        """Keep it. Raises KeyringUnavailable."""


def _of_keyring(place: str) -> Vault:
    from desktop_app.adapters.keyring_vault import KeyringVault

    return KeyringVault(account=f"proxy {place}")


class ProxyNames:
    """Asked by the connections of all threads. `vault`: where what belongs to a proxy is kept."""

    def __init__(self, vault: Callable[[str], Vault] = _of_keyring) -> None:
        self._vault = vault
        self._lock = Lock()
        self._known: dict[str, str] = {}
        self._asking = ""

    def through(self, proxy: str) -> str:
        """The address of `proxy` with the name it takes, when it has asked for one and one is known."""
        name = self._known.get(_place(proxy))
        return _place(proxy).replace("://", f"://{name}@", 1) if name else proxy

    def asked(self, proxy: str) -> bool:
        """`proxy` let nobody through; whether there is another name to try now."""
        with self._lock:
            place = self._asking = _place(proxy)
            self._known[place] = "" if place in self._known else self._kept(place)
            return bool(self._known[place])

    def give(self, name: str, password: str) -> None:
        """For the proxy that asked last. Raises KeyringUnavailable: they count until the program ends."""
        with self._lock:
            place = self._asking
            self._known[place] = _written(name, password)
        self._vault(place).save(json.dumps([name, password]))

    def _kept(self, place: str) -> str:
        try:
            name, password = json.loads(self._vault(place).load() or "[]")
        except (KeyringUnavailable, ValueError, TypeError):
            return ""
        return _written(str(name), str(password))


def _place(proxy: str) -> str:
    """Its address without a name that it may carry."""
    parts = urlsplit(proxy)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _written(name: str, password: str) -> str:
    return f"{quote(name, safe='')}:{quote(password, safe='')}"
