"""The power fails around every change that the repairs of certificates and of the keyring make, there and back.

The certificates lie in a real NSS folder, the passwords in a real gnome-keyring.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran, run
from desktop_app.adapters.actions.signin.secrets import Secrets
from desktop_app.domain.action import Given
from tests.faults.fixes.signin.real_keyring import MISSING, RealKeyring, real_keyring
from tests.faults.fixes.signin.test_signin_certificate import DAY, NOW, Nss, needs_nss
from tests.faults.healing import tree
from tests.faults.power import PowerCut, power
from tests.unit.fixes.own_home import quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these stores are those of Linux")
needs_keyring = pytest.mark.skipif(MISSING, reason="gnome-keyring, dbus or libsecret-tools is not installed")
Wait = Callable[[Callable[[], object]], None]
CERTIFICATES, PASSWORDS, LOCK = "signin.own_certificates.set_aside", "signin.stored.set_aside", "signin.keyring.unlock"
LOGIN = "/org/freedesktop/secrets/collection/login"


class Certutil:
    """The real tool; what it changes can be cut off."""

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        asks = self.change if {"-D", "-A"} & set(args) else run
        return asks(args, deadline_s, environ)

    def change(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        """A certificate goes or comes."""
        return run(args, deadline_s, environ)


class Desk:
    """A home with a certificate that ran out and one that did not, as often as it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._model, self.home, self._held = folder / "model", folder / "home", folder / "held"
        nss = Nss(self._model)
        nss.add("Camille, valable", NOW - DAY, NOW + 99 * DAY)
        nss.add("Camille, vieux", NOW - 9 * DAY, NOW - 2 * DAY)

    def fresh(self) -> Computer:
        """The computer, before anything was done."""
        for folder in (self.home, self._held):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._model, self.home)
        return Computer(self._held, here=Here(self._held, home=self.home, tool=Certutil(), system="linux"))

    def names(self) -> set[str]:
        """The certificates that programs may show."""
        nss = Nss.__new__(Nss)
        nss.folder = self.home / ".pki/nssdb"
        return nss.names()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def keyring(tmp_path: Path, wait_until: Wait) -> Iterator[RealKeyring]:
    with real_keyring(tmp_path / "h", wait_until) as real:
        real.open()
        real.store("srv.example", "geheim")
        yield real


def cut_off(moment: int, change: tuple[object, str], act: Callable[..., object], *given: object) -> bool:
    """Whether the power failed while `act` was done."""
    try:
        with power(moment, change):
            act(*given)
    except PowerCut:
        return True
    return False


@needs_nss
@pytest.mark.parametrize("finishes", [True, False], ids=["finished", "taken-back"])
def test_certificates_on_the_way_there(desk: Desk, finishes: bool) -> None:
    moment, is_cut = 0, True
    while is_cut:
        actions, before = desk.fresh(), tree(desk.home)
        saved = actions.plan(CERTIFICATES, Given({})).saved
        moment += 1
        is_cut = cut_off(moment, (Certutil, "change"), actions.apply, CERTIFICATES, saved, quiet)
        if finishes:
            actions.apply(CERTIFICATES, saved, quiet)
            assert desk.names() == {"Camille, valable"}, moment
        actions.undo(CERTIFICATES, saved)
        assert desk.names() == {"Camille, valable", "Camille, vieux"}, moment
        assert tree(desk.home).keys() == before.keys()
    assert tree(desk.home) == before
    assert moment > 8


@needs_nss
def test_certificates_on_the_way_back(desk: Desk) -> None:
    moment, is_cut = 0, True
    while is_cut:
        actions, before = desk.fresh(), tree(desk.home)
        saved = actions.plan(CERTIFICATES, Given({})).saved
        actions.apply(CERTIFICATES, saved, quiet)
        moment += 1
        is_cut = cut_off(moment, (Certutil, "change"), actions.undo, CERTIFICATES, saved)
        actions.undo(CERTIFICATES, saved)
        assert tree(desk.home) == before, moment
    assert moment > 4


@needs_keyring
@pytest.mark.parametrize("finishes", [True, False], ids=["finished", "taken-back"])
def test_a_password_there_and_back(tmp_path: Path, keyring: RealKeyring, finishes: bool) -> None:
    actions = computer(tmp_path, keyring)
    for moment in (1, 2):
        saved = actions.plan(PASSWORDS, Given({"entry": f"{LOGIN}/1"})).saved
        assert cut_off(moment, (Secrets, "mark"), actions.apply, PASSWORDS, saved, quiet)
        if finishes:
            actions.apply(PASSWORDS, saved, quiet)
            assert keyring.found("srv.example") == ""
            assert cut_off(moment, (Secrets, "mark"), actions.undo, PASSWORDS, saved)
        assert actions.hindrance(PASSWORDS, saved) == ""
        actions.undo(PASSWORDS, saved)
        assert keyring.found("srv.example") == "geheim"


@needs_keyring
def test_a_keyring_is_locked_again_whenever_the_power_failed(tmp_path: Path, keyring: RealKeyring) -> None:
    actions = computer(tmp_path, keyring)
    saved = {"collection": LOGIN}
    for moment in (1, 2):
        keyring.unlock()
        assert cut_off(moment, (Secrets, "lock"), actions.undo, LOCK, saved)
        assert actions.hindrance(LOCK, saved) == ""
        actions.undo(LOCK, saved)
        assert actions.plan(LOCK, Given({})).saved == saved


def computer(tmp_path: Path, keyring: RealKeyring) -> Computer:
    held = tmp_path / "held"
    return Computer(held, here=Here(held, home=keyring.home, environ=keyring.environ, system="linux"))
