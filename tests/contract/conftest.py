"""The real server for every contract, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.contract import postgres
from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician
from tests.contract.postgres import Postgres

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for the whole run."""
    where = postgres.programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed here")
    with postgres.running(where) as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """A help desk for a whole module; tests in it do not rely on its being empty."""
    database = ""
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres_server").database()
    with DeskProcess(tmp_path_factory.mktemp("desk") / "data", database) as process:
        yield process


@pytest.fixture
def own_desk(tmp_path: Path) -> Iterator[DeskProcess]:
    """A help desk for one test, to be killed and revoked at will."""
    with DeskProcess(tmp_path / "data") as process:
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
    """A page that is signed in; a fault or a refusal that the browser reports fails the test, but for a form that was
    answered with what is wrong in it.
    """
    own_desk.technician(role="admin")
    context = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900})
    opened, complaints = context.new_page(), []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: _note(message, complaints))
    opened.goto(own_desk.console)
    opened.fill("#email", EMAIL)
    opened.fill("#password", PASSWORD)
    opened.keyboard.press("Enter")
    opened.wait_for_selector("#rows")
    yield opened
    context.close()
    assert not complaints


def _note(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type == "error" and "status of 422" not in message.text:
        complaints.append(message.text)
