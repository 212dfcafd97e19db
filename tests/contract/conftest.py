"""The real server for every contract, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.contract import postgres
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.pages import signed_in_page
from tests.contract.postgres import Postgres

expect.set_options(timeout=60_000)  # what is waited for is a fact; on a busy machine it takes a while
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for the whole run."""
    where = postgres.programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed here")
    with postgres.running(where) as server:
        yield server


def _made(folder: Path, database: str = "") -> DeskProcess:
    """A help desk that served once: making its tables takes longer than most tests."""
    with DeskProcess(folder / "data", database) as process:
        process.key()
        process.learn_account()
    return process


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory: pytest.TempPathFactory) -> DeskProcess:
    """What every help desk on SQLite starts from."""
    return _made(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def made_desk_on_postgres(postgres_server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> DeskProcess:
    """What every help desk on PostgreSQL starts from."""
    return _made(tmp_path_factory.mktemp("made"), postgres_server.database())


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """A help desk for a whole module; tests in it do not rely on its being empty."""
    data, database = tmp_path_factory.mktemp("desk") / "data", ""
    if request.param == "postgresql":
        made: DeskProcess = request.getfixturevalue("made_desk_on_postgres")
        database = request.getfixturevalue("postgres_server").database(made.database)
    else:
        made = request.getfixturevalue("made_desk")
    with made.like(data, database) as process:
        yield process


@pytest.fixture
def own_desk(tmp_path: Path, made_desk: DeskProcess) -> Iterator[DeskProcess]:
    """A help desk for one test, to be killed and revoked at will."""
    with made_desk.like(tmp_path / "data") as process:
        yield process


@pytest.fixture
def camille(desk: DeskProcess) -> DeviceCaller:
    """A user."""
    return desk.device("Camille Martin")


@pytest.fixture
def marc(desk: DeskProcess) -> DeviceCaller:
    """Another user."""
    return desk.device("Marc Dubois")


@pytest.fixture(scope="module")
def sofia(desk: DeskProcess) -> Technician:
    """A technician."""
    return desk.technician()


@pytest.fixture(scope="module")
def amelie(desk: DeskProcess) -> Technician:
    """Who answers for the help desk."""
    return desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


@pytest.fixture(scope="module")
def admin(desk: DeskProcess) -> Technician:
    """Who administers the console."""
    return desk.technician("admin@valclair.invalid", "Ada Min", "admin")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own Chromium."""
    if _CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, own_desk: DeskProcess) -> Iterator[Page]:
    """A page of an administrator; a refusal that the browser reports fails the test, but for a form that was answered
    with what is wrong in it.
    """
    own_desk.technician(role="admin")
    refusals: list[str] = []
    with signed_in_page(browser, own_desk) as opened:
        opened.on("console", lambda message: _note(message, refusals))
        yield opened
    assert not refusals


def _note(message: ConsoleMessage, refusals: list[str]) -> None:
    if message.type == "error" and "status of 422" not in message.text:
        refusals.append(message.text)
