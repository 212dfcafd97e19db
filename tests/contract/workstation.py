"""A workstation for the contract of joining: the client core over a home, on a machine that is made of something."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop_app.adapters.folders import find
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import open_store
from desktop_app.adapters.system import Account
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.errors import KeyringUnavailable
from desktop_app.domain.machine import fingerprints
from desktop_app.services.desk import Desk
from desktop_app.services.enrolment import Enrolment, Vault
from desktop_app.services.journal import Journal
from desktop_app.services.outbox import Outbox
from desktop_app.services.settings import Settings
from desktop_app.services.tickets import Draft, Tickets
from tests.contract.desk import DeskProcess


class KeyFile:
    """A key store that is copied with the disk."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> str:
        return self._file.read_text() if self._file.exists() else ""

    def save(self, token: str) -> None:
        self._file.write_text(token)

    def clear(self) -> None:
        self._file.unlink()


class LockedKeys:
    """A key store that answers nobody."""

    def load(self) -> str:
        raise KeyringUnavailable

    def save(self, _token: str) -> None:
        raise KeyringUnavailable

    def clear(self) -> None:
        raise KeyringUnavailable


@dataclass(frozen=True)
class Box:
    """A machine, and who sits at it."""

    parts: tuple[str, ...]
    login: str = "camille"
    hostname: str = "SG-014"
    system: str = "linux"

    def person(self) -> Account:
        return Account(self.login, self.login.title())


class Workstation:
    """One program over the home of one account."""

    def __init__(self, desk: DeskProcess, home: Path, box: Box, key: str, vault: Vault | None = None) -> None:
        folders = find({"RESCOUSSE_HOME": str(home)})
        folders.prepare()
        self.desk_process, self.home, self.key = desk, home, key
        self.store = open_store(folders)
        policy = home / "policy.toml"
        policy.write_text(f'[helpdesk]\nurl = "{desk.url}"\nenrolment_key = "{key}"\n')
        self.settings = Settings(UserSettingsFile(folders.settings / "settings.toml"), TomlPolicy(policy))
        self.client = HelpdeskClient(self.settings)
        self.client.machine = lambda: fingerprints(box.parts)
        self.vault = vault or KeyFile(home / "keyring")
        self.enrolment = Enrolment(self.client, self.vault, self.settings, self.store, box)
        self.outbox = Outbox(self.store, self.client, Journal(self.store))
        self.tickets = Tickets(self.store, self.outbox, self.client, self.settings)
        self.desk = Desk(self.client, self.store, self.outbox)

    def copied(self, home: Path, box: Box) -> "Workstation":
        """This one's disk in another machine; the program is not running while the disk is copied."""
        self.store.close()
        shutil.copytree(self.home, home)
        return Workstation(self.desk_process, home, box, self.key)

    def say(self, body: str) -> str:
        """A request, and away with it. Its id."""
        ticket_id = self.tickets.create(Draft("", body))
        self.outbox.flush()
        return ticket_id

    def subjects(self) -> list[str]:
        """What the person sees in the list."""
        self.tickets.sync()
        return sorted(ticket.subject for ticket in self.tickets.overview())
