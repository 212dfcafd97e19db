"""A VPN that is down, one that wants a password, one that names are not found through, and none at all.

nmcli is real; NetworkManager is python-dbusmock's, as a VPN needs a machine at its other end.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.fixes.network.names_room import DESK, Room, in_own_network
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

pytestmark = needs_mocks
Wait = Callable[[Callable[[], object]], None]
MANAGER, PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_REFUSES = "raise dbus.exceptions.DBusException('{}', name='org.freedesktop.NetworkManager.{}')"


class Desk:
    """This computer in a network of its own, with a NetworkManager that can be told what to say."""

    def __init__(self, folder: Path, wait_until: Wait) -> None:
        self.folder = folder
        self.room = Room(folder, wait_until)
        self.bus = PrivateBus(folder / "bus", wait_until)
        self.bus.template("networkmanager", MANAGER)
        # The stand-in takes a connection down at its cards only
        self.bus.tell(MANAGER, PATH, "AddEthernetDevice", "ssi", "desk0", "desk0", 100)

    def know(self, name: str, number: int, kind: str = "vpn") -> None:
        """A connection that NetworkManager keeps."""
        settings = {
            "connection": {
                "id": ("s", name),
                "uuid": ("s", f"0c1d5a44-6f9e-4a0f-9a53-9df6c1f0f00{number}"),
                "type": ("s", kind),
            },
            "ipv4": {"method": ("s", "auto")},
        }
        with self.bus.connection() as line:
            assert line.call(MANAGER, f"{PATH}/Settings", f"{MANAGER}.Settings", "AddConnection", "a{sa{sv}}", settings)

    def refuse(self, words: str, kind: str) -> None:
        """From now on no connection comes up."""
        code = _REFUSES.format(words, kind)
        self.bus.tell(MANAGER, PATH, "AddMethod", "sssss", MANAGER, "ActivateConnection", "ooo", "o", code)

    def patient(self) -> Patient:
        """Somebody at this computer."""
        plain = self.here()
        here = Here(plain.holding, lambda: f"https://{DESK}", home=plain.home, environ=plain.environ, system="linux")
        return Patient(self.folder, here)

    def here(self) -> Here:
        """This computer."""
        return here_of(self.folder, DBUS_SYSTEM_BUS_ADDRESS=self.bus.address)

    def up(self) -> str:
        """The connections that are up."""
        return self.here().asked("nmcli", "-t", "-f", "NAME", "connection", "show", "--active").strip()


@pytest.fixture
def desks(tmp_path: Path, wait_until: Wait) -> Iterator[Callable[[], Desk]]:
    made: list[Desk] = []

    def make() -> Desk:
        if not shutil.which("nmcli"):
            pytest.skip("nmcli is not installed here (package network-manager)")
        made.append(Desk(tmp_path, wait_until))
        return made[-1]

    yield make
    for desk in made:
        desk.bus.close()
        desk.room.close()


@in_own_network
def test_brought_up_and_taken_down_again(desks: Callable[[], Desk]) -> None:
    desk = desks()
    desk.room.serve_names()
    desk.know("Bureau: Lyon", 1)
    desk.know("Maison", 2, "802-11-wireless")
    patient = desk.patient()
    run = patient.heal("vpn_down")
    assert patient.outcome(run, "look") == "down"
    assert patient.proved(run)
    assert "Lyon" in desk.up()
    assert patient.heal("vpn_down").state is RunState.NOTHING_FOUND
    assert patient.undo(run).state is RunState.UNDONE
    assert desk.up() == ""


@in_own_network
def test_one_of_several_is_chosen(desks: Callable[[], Desk]) -> None:
    desk = desks()
    desk.room.serve_names()
    desk.know("Bureau", 1)
    desk.know("Client", 2, "wireguard")
    patient = desk.patient()
    run = patient.heal("vpn_down", answers={"which": "0c1d5a44-6f9e-4a0f-9a53-9df6c1f0f002"})
    assert patient.proved(run)
    assert desk.up() == "Client"


@in_own_network
def test_what_is_missing_is_said(desks: Callable[[], Desk]) -> None:
    desk = desks()
    desk.room.serve_names()
    patient = desk.patient()
    assert patient.outcome(patient.heal("vpn_down"), "look") == "none"
    desk.know("Bureau", 1)
    for words, kind, outcome in (
        ("Secrets were required, but not provided", "AgentManager.NoSecrets", "needs_secret"),
        ("Not authorized to control networking.", "PermissionDenied", "not_allowed"),
        ("The VPN server did not respond", "Failed", "refused"),
    ):
        desk.refuse(words, kind)
        run = patient.heal("vpn_down")
        assert (run.state, patient.outcome(run, "connect")) == (RunState.NEEDS_PERSON, outcome)


@in_own_network
def test_up_without_names_is_undone_and_handed_over(desks: Callable[[], Desk]) -> None:
    desk = desks()
    desk.know("Bureau", 1)
    patient = desk.patient()
    run = patient.heal("vpn_down")
    assert (run.state, patient.outcome(run, "prove")) == (RunState.NEEDS_PERSON, "no_names")
    assert desk.up() == ""
