"""The client core on a real database, in front of a help desk on loopback."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.adapters.folders import Folders, find
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import Store, open_store
from desktop_app.adapters.system import desktop_proxy, programs
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.services.desk import Desk
from desktop_app.services.journal import Journal
from desktop_app.services.outbox import Outbox
from desktop_app.services.settings import Settings
from desktop_app.services.tickets import Tickets
from tests.unit.client.standin import TOKEN, StandIn

if TYPE_CHECKING:
    from tests.unit.client.issuing import Lying, SignedIn


class FixedToken:
    """A token without a key store."""

    def token(self) -> str:
        return TOKEN

    def renew(self, refused: str) -> str:
        return ""


class Core:
    """The objects of one program over one home."""

    def __init__(self, folders: Folders, url: str) -> None:
        self.folders = folders
        self.store: Store = open_store(folders)
        policy = TomlPolicy(folders.settings / "none.toml")
        self.settings = Settings(
            UserSettingsFile(folders.settings / "settings.toml"), policy, {"helpdesk.url": url, "language": "fr"}
        )
        self.client = HelpdeskClient(self.settings)
        self.client.use_tokens(FixedToken())
        self.journal = Journal(self.store)
        self.outbox = Outbox(self.store, self.client, self.journal)
        self.tickets = Tickets(self.store, self.outbox, self.client, self.settings)
        self.desk = Desk(self.client, self.store, self.outbox)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's programs have a minute to answer: the processor may be somebody else's for a while."""
    answer_of: Any = programs.answer_of
    monkeypatch.setitem(answer_of.__kwdefaults__, "seconds", 60)
    monkeypatch.setattr(desktop_proxy, "_READS_S", 60)


@pytest.fixture
def standin() -> Iterator[StandIn]:
    desk = StandIn()
    yield desk
    desk.stop()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return find({"RESCOUSSE_HOME": str(tmp_path / "home")})


@pytest.fixture
def new_core(folders: Folders, standin: StandIn) -> Iterator[Callable[..., Core]]:
    """Another program over the same home."""
    built: list[Core] = []

    def build(url: str = "") -> Core:
        built.append(Core(folders, url or standin.url))
        return built[-1]

    yield build
    for core in built:
        core.store.close()


@pytest.fixture
def core(new_core: Callable[..., Core]) -> Core:
    return new_core()


@pytest.fixture
def issuer() -> "Iterator[Lying]":
    from tests.unit.client.issuing import Lying

    server = Lying()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def program(core: Core, issuer: "Lying") -> "SignedIn":
    """One that signs in at that issuer."""
    from tests.unit.client.issuing import SignedIn

    return SignedIn(core, issuer)
