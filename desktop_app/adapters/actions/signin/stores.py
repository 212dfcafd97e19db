"""The three stores of passwords, as far as entries for servers go. Names and dates are read, secrets never."""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.signin.secrets import ITEM, Missing, Secrets, secrets
from desktop_app.domain.action import ActionFailed

# Under this ending no program looks for a password
AWAY = ".set-aside-by-rescousse"


@dataclass(frozen=True)
class Entry:
    """A password kept for `server`. `key` is the name that programs look it up by; `age_s` since it was kept."""

    id: str
    key: str
    server: str
    account: str
    kept_at: datetime
    can_move: bool = True

    @property
    def age_s(self) -> int:
        """Seconds since it was kept."""
        return max(0, round(time.time() - self.kept_at.timestamp()))


class Store(Protocol):
    """Entries by `id`, and the `key` each had when it was chosen."""

    def entries(self) -> Sequence[Entry]:
        """Those that programs find."""

    def move_away(self, entry: str, key: str) -> None:
        """Under another name; twice is no harm."""

    def move_back(self, entry: str, key: str) -> None:
        """Under its own name; twice is no harm."""

    def hindrance(self, entry: str, key: str) -> str:
        """Why it cannot be moved back."""

    def delete_moved(self, entry: str, key: str) -> None:
        """Deletes for good what was moved away, and nothing else."""

    def delete(self, entry: str) -> None:
        """Deletes one that programs find."""


def store(here: Here) -> Store:
    """The store of this system."""
    if here.system == "windows":
        from desktop_app.adapters.actions.signin.stores_windows import CredentialManager

        return CredentialManager(here)
    if here.system == "macos":
        from desktop_app.adapters.actions.signin.stores_macos import Keychain

        return Keychain(here)
    return Keyring(here)


class Keyring:
    """The keyring of a Linux desktop: an entry is found by its attribute `server`."""

    def __init__(self, here: Here) -> None:
        self._here = here

    def entries(self) -> list[Entry]:
        """Every entry that names a server; ActionFailed while the keyring is locked."""
        with suppress(Missing), secrets(self._here) as kept:
            collection = kept.default()
            if collection and kept.is_locked(collection):
                raise ActionFailed("the keyring is locked")
            found = [(path, kept.entry(path)) for path in kept.items()]
            return [entry for path, told in found if (entry := _entry(path, told))]
        return []

    def move_away(self, entry: str, key: str) -> None:
        """Another server in its attributes."""
        self._rename(entry, key, key + AWAY)

    def move_back(self, entry: str, key: str) -> None:
        """Its own server again."""
        self._rename(entry, key + AWAY, key)

    def hindrance(self, entry: str, key: str) -> str:
        """`gone`, or `changed_since` when a newer password is kept for the same account."""
        with secrets(self._here) as kept:
            if entry not in kept.items():
                return "gone"
            own = kept.entry(entry)["Attributes"]
            others = [kept.entry(path)["Attributes"] for path in kept.items() if path != entry]
        if own.get("server") not in (key, key + AWAY):
            return "changed_since"
        wanted = {**own, "server": key}
        return "changed_since" if own.get("server") != key and wanted in others else ""

    def delete_moved(self, entry: str, key: str) -> None:
        """Only when it bears the name that we gave it."""
        with secrets(self._here) as kept:
            if _ours(kept, entry) and kept.entry(entry)["Attributes"].get("server") == key + AWAY:
                kept.delete(entry)

    def delete(self, entry: str) -> None:
        """Deletes it."""
        with secrets(self._here) as kept:
            if _ours(kept, entry):
                kept.delete(entry)

    def _rename(self, entry: str, old: str, new: str) -> None:
        with secrets(self._here) as kept:
            if not _ours(kept, entry):
                raise ActionFailed("this entry is not there")
            attributes = kept.entry(entry)["Attributes"]
            if attributes.get("server") == old:
                kept.mark(entry, {**attributes, "server": new})


def _ours(kept: Secrets, entry: str) -> bool:
    return bool(ITEM.fullmatch(entry)) and entry in kept.items()


def _entry(path: str, told: Mapping[str, Any]) -> Entry | None:
    server, account = (str(told["Attributes"].get(name, "")) for name in ("server", "user"))
    if not server or server.endswith(AWAY):
        return None
    return Entry(path, server, server, account, datetime.fromtimestamp(told["Modified"], UTC))
