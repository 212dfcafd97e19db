"""Builds the objects of the desktop side and joins them: the only module that knows them all.

Each is built when it is first asked for, and its module loaded then: a command pays for what it uses, and the tray icon
does not wait for what only a page needs.
"""

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.correspondence import Correspondence

if TYPE_CHECKING:
    from desktop_app.adapters.collectors import Facts
    from desktop_app.domain.action import Given, Result
    from desktop_app.knowledge.pack import Packs
    from desktop_app.services.fix_counts import FixCounts
    from desktop_app.services.fixes import Fixes
    from desktop_app.services.know_how import KnowHow
    from desktop_app.services.live import Live
    from desktop_app.services.nudges import Nudges
    from desktop_app.services.packs import PackDelivery
    from desktop_app.services.search import Search
    from desktop_app.services.settings import Settings
    from desktop_app.services.sharing import Parts, Sharings
    from desktop_app.services.sharing_guests import Guests
    from desktop_app.services.snapshots import Snapshots
    from desktop_app.services.troubles import Troubles

SYSTEMS = {"win32": "windows", "darwin": "macos"}


class House(Correspondence):
    """Everything one run of the desktop side needs."""

    @cached_property
    def troubles(self) -> "Troubles":
        """What the person should know of the ground this program stands on."""
        from desktop_app.services.troubles import Troubles

        return Troubles(self.store, self.settings, self.enrolment, lambda: self.__dict__.get("snapshots"))

    @cached_property
    def live(self) -> "Live":
        """The one listener."""
        from desktop_app.adapters.event_stream import EventStream
        from desktop_app.services.live import Live

        live = Live(EventStream(self.client), self.tickets, self.desk, self.outbox, self.store)
        live.also_renew(self.enrolment.renew_in_time)
        live.also_renew(self.renew_identity)
        live.also_renew(self.settle_identity, is_first=True)
        live.also_renew(self.renew_packs)
        live.also_renew(self.desk.wordings.sync)
        live.also_renew(self.desk.releases.sync)
        live.tell_in_passing(self.presence.hear)
        return live

    @cached_property
    def sharings(self) -> "Sharings":
        """Showing the screen."""
        from desktop_app.services.sharing import Sharings

        return Sharings(self._sharing_parts)

    @cached_property
    def guests(self) -> "Guests":
        """Who looks along."""
        from desktop_app.services.sharing_guests import Guests

        return Guests(self._sharing_parts, self.sharings)

    @property
    def _sharing_parts(self) -> "Parts":
        from desktop_app.adapters.recordings import RecordingFolder
        from desktop_app.adapters.screen_process import ScreenProcess
        from desktop_app.adapters.sharing_client import SharingClient
        from desktop_app.adapters.system.front_window import front_window
        from desktop_app.screen.able import is_able, is_wayland
        from desktop_app.services.sharing import Parts
        from desktop_app.services.sharing_record import SharingRecords
        from desktop_app.services.sharing_recordings import Recordings

        records = SharingRecords(self.outbox, self.journal, self.store.notes)
        films = Recordings(RecordingFolder(self.folders.state / "recordings"), self.store, self.outbox, self.journal)
        ports = SharingClient(self.client), ScreenProcess, self.tickets, records
        return Parts(*ports, self.settings, lambda: self.language, front_window, is_able, is_wayland, films)

    @cached_property
    def packs(self) -> "Packs":
        """Guided fixes and articles."""
        from desktop_app import resources
        from desktop_app.knowledge.pack import Packs

        delivery = self.pack_delivery
        packs = Packs([resources.path("packs/core")], self.folders.cache / "packs", delivery.in_force)
        delivery.on_change(packs.renew)
        delivery.on_change(lambda: self.__dict__.pop("search", None))  # its index is of the packs before
        return packs

    def renew_packs(self) -> None:
        """Looks whether there are other packs; nothing is loaded for it where the policy names no key."""
        if self.settings.value("packs.keys"):
            self.pack_delivery.sync_folders()
            self.pack_delivery.sync_helpdesk()

    def renew_identity(self) -> None:
        """Prove again who sits here, when it is time."""
        if self.may_sign_in:
            self.identity.renew()

    def settle_identity(self) -> None:
        """Take back a sign-in that was cut off half-way: the help desk may know of it."""
        from desktop_app.services.known_identity import is_unfinished

        if is_unfinished(self.store.notes):
            self.identity.settle()

    @cached_property
    def pack_delivery(self) -> "PackDelivery":
        """How packs of the organisation come in force."""
        from desktop_app.adapters.actions import registered
        from desktop_app.adapters.kept_packs import KeptPacks
        from desktop_app.services.packs import PackDelivery

        kept = KeptPacks(self.folders.state / "packs")
        return PackDelivery(kept, self.settings, registered, lambda: self.client, lambda: self.store.notes)

    @cached_property
    def fixes(self) -> "Fixes":
        """The engine of the guided fixes."""
        from desktop_app.adapters.actions import Computer as Actions
        from desktop_app.adapters.fix_runs import FixRuns
        from desktop_app.services.fixes import Fixes

        url, commands = lambda: str(self.settings.value("helpdesk.url")), self.packs.commands
        actions = Actions(self.folders.state / "holding", helpdesk_url=url, pack_commands=commands)
        runs = FixRuns(self.folders.state / "fixes")
        parts = (self.packs, actions, runs, self.journal, self.settings)
        ended = self.fix_counts.ended
        return Fixes(*parts, system=system(), language=lambda: self.language, ended=ended)

    @cached_property
    def fix_counts(self) -> "FixCounts":
        """How guided fixes end, counted without names."""
        from desktop_app.services.fix_counts import FixCounts

        return FixCounts(lambda: self.outbox, self.settings)

    @cached_property
    def search(self) -> "Search":
        """The answer to what the user types."""
        from desktop_app import resources
        from desktop_app.knowledge.vectors import FILE, KnownVectors
        from desktop_app.services.search import Search

        vectors = KnownVectors([resources.path("packs/core") / FILE], self.folders.cache / FILE)
        return Search(self.packs, self.fixes, self.desk.articles, vectors.of, self.desk.wordings)

    @cached_property
    def know_how(self) -> "KnowHow":
        """What leads from articles to fixes, and back."""
        from desktop_app.services.know_how import KnowHow

        return KnowHow(self.packs, self.fixes)

    @cached_property
    def nudges(self) -> "Nudges":
        """What is told unasked; what only a look needs is loaded by a look."""
        from desktop_app.adapters.fix_runs import FixRuns
        from desktop_app.adapters.system.moment import moment
        from desktop_app.services.nudges import Nudges

        return Nudges(
            lambda: self.fixes.all(),
            lambda name, given: _measured(self, name, given),
            lambda: moment(lambda: bool(self.snapshots.take(["network"]).get("network", "metered"))).hindrance(),
            FixRuns(self.folders.state / "fixes"),
            self.store.notes,
            self.settings,
            self.journal,
            lambda: self.desk.incidents(),
            language=lambda: self.language,
        )

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
        collectors = Collectors(own_facts=lambda: _own_facts(self), helpdesk_url=lambda: _may_be_asked(self.settings))
        return Snapshots(collectors, pseudonyms, known_values, self.settings, days)

    def close(self) -> None:
        """Let go of what was built; what was never asked for is not built now."""
        if "guests" in self.__dict__:
            self.guests.close()
        if "sharings" in self.__dict__:
            self.sharings.close()
        if "identity" in self.__dict__:
            self.identity.cancel()
        if "live" in self.__dict__:
            self.live.stop()
        if "store" in self.__dict__:
            self.store.close()


def _may_be_asked(settings: "Settings") -> str:
    """The help desk whose answer a report may look for; empty where that is not wanted."""
    return str(settings.value("helpdesk.url")) if settings.value("snapshot.reachability") else ""


def _measured(house: House, name: str, given: "Given") -> "Result":
    """What a check of a guided fix finds, without a run of the fix."""
    from desktop_app.adapters.actions import Computer as Actions

    url = str(house.settings.value("helpdesk.url"))
    return Actions(house.folders.state / "holding", helpdesk_url=lambda: url).check(name, given)


def _own_facts(house: House) -> "Facts":
    """What the program says of itself; a command that sends nothing does not open the database to count what waits."""
    from desktop_app.adapters.collectors.own import own_facts

    waiting = len(house.store.actions.waiting()) if "store" in house.__dict__ else None
    return own_facts(house.settings, house.folders.logs, waiting)


def system() -> str:
    """The system's name as guided fixes and the help desk write it."""
    return SYSTEMS.get(sys.platform, "linux")
