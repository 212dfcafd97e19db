"""The real programs, started once: a screen with a tray, a print system, a help desk, the app, a browser."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from build_scripts import environment
from build_scripts.display import VirtualDisplay
from build_scripts.local_desk import LocalDesk
from tests.e2e.screen import Person
from tests.real_cups import RealCups, missing

PICTURES = environment.ROOT / "pictures" / "e2e"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

expect.set_options(timeout=60_000)  # what is waited for is a fact; on a busy machine it takes a while


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A story is told in its order, and after the quick tests, however the others are shuffled."""
    story = [item for item in items if item.get_closest_marker("e2e")]
    story.sort(key=lambda item: (item.path, item.reportinfo()[1]))
    items[:] = [item for item in items if not item.get_closest_marker("e2e")] + story


@pytest.fixture(scope="session")
def display() -> Iterator[VirtualDisplay]:
    """A screen in memory, with a window manager, a tray host and the accessibility bus."""
    with VirtualDisplay() as screen:
        yield screen


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    """A help desk on a real port with one technician."""
    with LocalDesk(tmp_path_factory.mktemp("desk")) as helpdesk:
        helpdesk.enrol_this_machine()
        yield helpdesk


@pytest.fixture(scope="session")
def user_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the person at the machine."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def technician(desk: LocalDesk) -> Iterator[Page]:
    """The console in Debian's Chromium, signed in; given back with the story, as its loop would be in others' way."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = _sign_in(browser, desk)
        yield page
        browser.close()


def _sign_in(browser: Browser, desk: LocalDesk) -> Page:
    page = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(desk.console)
    page.get_by_label("Adresse").fill(desk.email)
    page.get_by_label("Mot de passe").fill(desk.password)
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url("**/console/**")
    return page


@pytest.fixture(scope="session")
def cups() -> Iterator[RealCups]:
    """A print system of our own with one printer, the user's default."""
    if reason := missing():
        pytest.skip(reason)
    with RealCups() as real:
        real.add_printer("Accueil")
        real.ask("lpadmin", "-d", "Accueil")
        yield real


class App:
    """The tray app as a process of its own on the virtual screen."""

    def __init__(self, display: VirtualDisplay, variables: dict[str, str]) -> None:
        self._display, self._variables = display, variables
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        """Back when it is the one instance: a command given before that would become it."""
        started = self._display.start([str(environment.RESCOUSSE)], self._variables)
        while not self._is_held_by(started.pid):
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"the app ended before it began: {started.wait(0.02)}")
        return started

    def _is_held_by(self, process: int) -> bool:
        """The lock names the process that has it, on its first line."""
        locks = Path(self._variables["RESCOUSSE_HOME"]).rglob("running.lock")
        return any(lock.read_text().startswith(f"{process}\n") for lock in locks)

    def kill_and_start_again(self) -> None:
        """kill -9, then the next start."""
        self.process.kill()
        self.process.wait()
        self.process = self._start()

    def command(self, *arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """A command line of the same user, beside the running app."""
        return subprocess.run(
            [str(environment.RESCOUSSE), *arguments],
            env={**self._display.environment, **self._variables},
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture(scope="session")
def app(display: VirtualDisplay, desk: LocalDesk, user_home: Path, cups: RealCups) -> Iterator[App]:
    """The app, in French, for a user whose home is empty and whose printer is the jammed one."""
    variables = {
        **desk.app_environment,
        **cups.environment,
        "HOME": str(user_home),
        "QT_QPA_PLATFORM": "xcb",
        "RESCOUSSE_LANG": "fr",
        "PATH": os.environ["PATH"],
    }
    running = App(display, variables)
    yield running
    running.process.terminate()
    running.process.wait(timeout=60)


@pytest.fixture
def person(display: VirtualDisplay, app: App) -> Iterator[Person]:
    """Who sits in front of the screen."""
    someone = Person(display, PICTURES)
    yield someone
    someone.close()
