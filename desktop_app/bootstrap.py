"""Builds the objects of the desktop side and joins them: the only module that knows them all.

Each is built when it is first asked for, and its module loaded then: a command pays for what it uses, and the tray icon
does not wait for what only a page needs.
"""

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop_app.domain.words import Language

if TYPE_CHECKING:
    from desktop_app.adapters.collectors import Facts
    from desktop_app.adapters.folders import Folders
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.adapters.store import Store
    from desktop_app.adapters.system import Computer
    from desktop_app.knowledge.pack import Packs
    from desktop_app.services.desk import Desk
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.enrolment import Enrolment
    from desktop_app.services.fixes import Fixes
    from desktop_app.services.journal import Journal
    from desktop_app.services.live import Live
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.search import Search
    from desktop_app.services.settings import Settings
    from desktop_app.services.snapshots import Snapshots
    from desktop_app.services.tickets import Tickets
    from desktop_app.services.troubles import Troubles

SYSTEMS = {"win32": "windows", "darwin": "macos"}


class House:
    """Everything one run of the desktop side needs. `overrides`: settings given on the command line."""

    def __init__(self, overrides: dict[str, Any] | None = None) -> None:
        self._overrides = overrides or {}

    @cached_property
    def folders(self) -> "Folders":
        """Where this user's state lies."""
        from desktop_app.adapters.folders import find

        return find()

    @cached_property
    def store(self) -> "Store":
        """The database; it keeps in memory only what cannot be written, and says so in `fault`."""
        from desktop_app.adapters.store import open_store

        return open_store(self.folders)

    @cached_property
    def settings(self) -> "Settings":
        """Every setting with the source of its value."""
        from desktop_app.adapters.policy import find_policy
        from desktop_app.adapters.user_settings import UserSettingsFile
        from desktop_app.services.settings import Settings

        settings = Settings(UserSettingsFile(self.folders.settings / "settings.toml"), find_policy(), self._overrides)
        settings.on_change(lambda key: _obey(key, settings, self.folders))
        return settings

    @property
    def language(self) -> Language:
        """The language to speak: forced by the environment, chosen, or the system's."""
        from desktop_app.services.settings import language_in_force

        return language_in_force(self.settings)

    @cached_property
    def journal(self) -> "Journal":
        """The user's own journal."""
        from desktop_app.services.journal import Journal

        return Journal(self.store)

    @cached_property
    def computer(self) -> "Computer":
        """This machine's name and user."""
        from desktop_app.adapters.system import this_computer

        return this_computer()

    @cached_property
    def client(self) -> "HelpdeskClient":
        """The way to the help desk; it asks for a token by itself when it needs one."""
        from desktop_app.adapters.helpdesk_client import HelpdeskClient

        return HelpdeskClient(self.settings)

    @cached_property
    def enrolment(self) -> "Enrolment":
        """How this machine got, or gets, its token."""
        from desktop_app.adapters.keyring_vault import KeyringVault
        from desktop_app.services.enrolment import Enrolment, device_id

        vault = KeyringVault(account=device_id(self.store))
        return Enrolment(self.client, vault, self.settings, self.store, self.computer)

    @cached_property
    def troubles(self) -> "Troubles":
        """What the person should know of the ground this program stands on."""
        from desktop_app.services.troubles import Troubles

        return Troubles(self.store, self.settings, self.enrolment, lambda: self.__dict__.get("snapshots"))

    @cached_property
    def outbox(self) -> "Outbox":
        """The only way out."""
        from desktop_app.services.outbox import Outbox

        _ = self.enrolment
        return Outbox(self.store, self.client, self.journal)

    @cached_property
    def tickets(self) -> "Tickets":
        """The conversations."""
        from desktop_app.services.tickets import Tickets

        return Tickets(self.store, self.outbox, self.client, self.settings)

    @cached_property
    def drafts(self) -> "Drafts":
        """What is being written."""
        from desktop_app.services.drafts import Drafts

        return Drafts(self.store)

    @cached_property
    def desk(self) -> "Desk":
        """What the help desk says of itself."""
        from desktop_app.services.desk import Desk

        return Desk(self.client, self.store, self.outbox)

    @cached_property
    def live(self) -> "Live":
        """The one listener."""
        from desktop_app.adapters.event_stream import EventStream
        from desktop_app.services.live import Live

        return Live(EventStream(self.client), self.tickets, self.desk, self.outbox, self.store)

    @cached_property
    def packs(self) -> "Packs":
        """Guided fixes and articles."""
        from desktop_app import resources
        from desktop_app.knowledge.pack import Packs

        return Packs([resources.path("packs/core")], cache=self.folders.cache / "packs")

    @cached_property
    def fixes(self) -> "Fixes":
        """The engine of the guided fixes."""
        from desktop_app.adapters.actions import Computer as Actions
        from desktop_app.adapters.fix_runs import FixRuns
        from desktop_app.services.fixes import Fixes

        actions = Actions(self.folders.state / "holding", helpdesk_url=lambda: str(self.settings.value("helpdesk.url")))
        runs = FixRuns(self.folders.state / "fixes")
        return Fixes(
            self.packs, actions, runs, self.journal, self.settings, system=system(), language=lambda: self.language
        )

    @cached_property
    def search(self) -> "Search":
        """The answer to what the user types."""
        from desktop_app.services.search import Search

        return Search(self.packs, fixes=self.fixes, desk=self.desk.articles)

    @cached_property
    def snapshots(self) -> "Snapshots":
        """The state of this machine."""
        from desktop_app.adapters.collectors import Collectors
        from desktop_app.adapters.collectors.history import DailyFiles
        from desktop_app.adapters.collectors.known import known_values
        from desktop_app.adapters.collectors.pseudonyms import PseudonymFile
        from desktop_app.services.snapshots import Snapshots

        pseudonyms = PseudonymFile(self.folders.state / "pseudonyms")
        days = DailyFiles(self.folders.state / "snapshots")
        collectors = Collectors(own_facts=lambda: _own_facts(self))
        return Snapshots(collectors, pseudonyms, known_values, self.settings, days)

    def close(self) -> None:
        """Let go of what was built; what was never asked for is not built now."""
        if "live" in self.__dict__:
            self.live.stop()
        if "store" in self.__dict__:
            self.store.close()


def _own_facts(house: House) -> "Facts":
    """What the program says of itself; a command that sends nothing does not open the database to count what waits."""
    from desktop_app.adapters.collectors.own import own_facts

    waiting = len(house.store.actions.waiting()) if "store" in house.__dict__ else None
    return own_facts(house.settings, house.folders.logs, waiting)


def _obey(key: str, settings: "Settings", folders: "Folders") -> None:
    """A choice that the system itself has to know of."""
    if key == "start_at_login":
        from desktop_app.adapters.system import start_at_login

        start_at_login(folders).set(on=bool(settings.value(key)))


def system() -> str:
    """The system's name as guided fixes and the help desk write it."""
    return SYSTEMS.get(sys.platform, "linux")
