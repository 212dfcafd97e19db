"""The card "Sign in with your organisation": at home until it is done, always in the settings."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.errors import IssuerSilent, SignInCancelled, StillUnsent
from desktop_app.domain.identity import Asks
from desktop_app.domain.words import LANGUAGES
from desktop_app.services.identity import SignIn
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.pages.sign_in_row import SignInRow
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeFixes, FakeSettings
from tests.gui.fakes_computer import CAMILLE, ENDED, FakeEnrolment, FakeIdentity
from tests.gui.shell import Shell, shell
from tests.gui.stage import buttons, clipped, nameless, words_on
from tests.gui.values import PATIENCE_S

ASKS, ADDRESS = "Sign in with your organisation", "https://id.valclair.example/authorize"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was given."""
    addresses: list[str] = []

    def take(url: Any) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return addresses


def asking(identity: FakeIdentity, **more: Any) -> dict[str, Any]:
    """A house whose policy asks as `identity` does."""
    settings = FakeSettings({"identity.sign_in": str(identity.known.asks)})
    return {"identity": identity, "settings": settings, "fixes": FakeFixes([]), **more}


def home(made: Shell) -> HomePage:
    page = made.open("home")
    assert isinstance(page, HomePage)
    return page


def row(made: Shell) -> SignInRow:
    page = made.open("settings")
    assert isinstance(page, SettingsPage)
    (found,) = page.findChildren(SignInRow)
    return found


def test_where_the_policy_is_silent_nothing_is_asked(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, **asking(FakeIdentity(SignIn()))) as made:
        assert ASKS not in words_on(home(made))
        assert not made.open("settings").findChildren(SignInRow)


def test_from_the_card_to_the_browser_and_back(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, opened: list[str]
) -> None:
    came = Event()
    identity = FakeIdentity(wait=lambda: came.wait(PATIENCE_S))
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        page = home(made)
        assert ASKS in words_on(page)
        buttons(page)["Sign in"].click()
        qtbot.waitUntil(lambda: "Go on in your browser, then come back here." in words_on(page))
        assert opened == [ADDRESS]
        assert page.sign_in.row.stop.isVisible()
        came.set()
        made.settle()
        assert not page.sign_in.isVisible()
        assert made.house.live.retried == 1, "the requests are fetched anew"


def test_given_up(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, opened: list[str]) -> None:
    came = Event()
    identity = FakeIdentity(wait=lambda: came.wait(PATIENCE_S), error=SignInCancelled())
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        page = home(made)
        buttons(page)["Sign in"].click()
        qtbot.waitUntil(page.sign_in.row.stop.isVisible)
        page.sign_in.row.stop.click()
        qtbot.waitUntil(lambda: identity.is_cancelled)
        came.set()
        made.settle()
        assert "The sign-in was given up." in words_on(page)
        assert page.sign_in.row.go.isVisible()
        assert not page.sign_in.row.stop.isVisible()


def test_an_issuer_that_is_down(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, opened: list[str]) -> None:
    identity = FakeIdentity(error=IssuerSilent(host="id.valclair.example"))
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        page = home(made)
        buttons(page)["Sign in"].click()
        made.settle()
        assert "(id.valclair.example) does not answer." in words_on(page)
        assert page.sign_in.row.go.isEnabled()
        assert not opened


def test_no_browser(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    identity = FakeIdentity()
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        page = home(made)
        buttons(page)["Sign in"].click()
        made.settle()
        assert "No browser opened." in words_on(page)
        assert identity.is_cancelled


def test_the_settings_say_who_it_is_and_let_them_go(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    identity = FakeIdentity(SignIn(Asks.OFFERED, CAMILLE))
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        found = row(made)
        assert found.title.words == "You are signed in"
        assert found.below.words == "Camille Martin, verified by la mairie."
        found.leave.click()
        made.settle()
        assert found.title.words == ASKS
        assert made.house.live.retried == 1


def test_what_waits_keeps_them_signed_in(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    identity = FakeIdentity(SignIn(Asks.OFFERED, CAMILLE), error=StillUnsent())
    with shell(qtbot, tasks, tmp_path, **asking(identity)) as made:
        found = row(made)
        found.leave.click()
        made.settle()
        assert found.title.words == "You are signed in"
        assert found.leave.isEnabled()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (SignIn(Asks.REQUIRED), "leaves once you have signed in and said that it is yours"),
        (SignIn(Asks.OFFERED, ENDED), "what la mairie confirmed has ended"),
        (SignIn(Asks.OFFERED, CAMILLE, is_kept=False), "cannot be kept in this computer’s keyring"),
    ],
    ids=["required", "ended", "unkept"],
)
def test_each_state_in_words(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, state: SignIn, said: str) -> None:
    with shell(qtbot, tasks, tmp_path, **asking(FakeIdentity(state))) as made:
        assert said in row(made).below.words


def test_where_it_is_required_ones_own_word_is_not_asked_for(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    enrolment = FakeEnrolment(is_confirmed=False)
    with shell(qtbot, tasks, tmp_path, **asking(FakeIdentity(SignIn(Asks.REQUIRED)), enrolment=enrolment)) as made:
        assert "That is right" not in buttons(home(made))
        page = made.open("settings")
        assert not [one for name, one in buttons(page).items() if name == "Change" and one.isVisible()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_fit(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str) -> None:
    wear(language, 200)
    identity = FakeIdentity(SignIn(Asks.REQUIRED))
    with shell(qtbot, tasks, tmp_path, (720, 520), **asking(identity)) as made:
        for page in ("home", "settings"):
            shown = made.open(page)
            qtbot.waitUntil(lambda: not clipped(made.window))
            assert not nameless(shown)
