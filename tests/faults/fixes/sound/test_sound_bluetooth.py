"""Bluetooth that is off and a headset that is known but apart: BlueZ as a stand-in on a real bus."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

pytestmark = needs_mocks
BLUEZ, ADAPTER, DEVICE = "org.bluez", "org.bluez.Adapter1", "org.bluez.Device1"
HCI, HEADSET = "/org/bluez/hci0", "/org/bluez/hci0/dev_00_1B_66_00_00_01"
_PLAYS_MUSIC = "0000110b-0000-1000-8000-00805f9b34fb"
_SAYS = "self.UpdateProperties('org.bluez.Device1', {'Connected': dbus.Boolean(%s)})"
_OUT_OF_REACH = "raise dbus.exceptions.DBusException('br-connection-page-timeout', name='org.bluez.Error.Failed')"


@pytest.fixture
def bus(tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[PrivateBus]:
    bus = PrivateBus(tmp_path / "bus", wait_until)
    try:
        bus.stand_in(BLUEZ, "/", "org.bluez.Root", "-m")
        yield bus
    finally:
        bus.close()


@pytest.fixture
def here(tmp_path: Path, bus: PrivateBus) -> Here:
    (tmp_path / "system/sys/class/rfkill/rfkill0").mkdir(parents=True)
    return replace(here_of(tmp_path, DBUS_SYSTEM_BUS_ADDRESS=bus.address), root=tmp_path / "system")


def furnish(bus: PrivateBus, *, powered: bool, connected: bool, connect: str = _SAYS % "True") -> None:
    bus.add(BLUEZ, "/", HCI, ADAPTER, {"Powered": ("b", powered), "Address": ("s", "00:01:02:03:04:05")})
    methods = [("Connect", "", "", connect), ("Disconnect", "", "", _SAYS % "False")]
    table = {
        "Alias": ("s", "Casque de Léa"),
        "Paired": ("b", True),
        "Connected": ("b", connected),
        "UUIDs": ("as", [_PLAYS_MUSIC]),
    }
    bus.tell(BLUEZ, "/", "AddObject", "ssa{sv}a(ssss)", HEADSET, DEVICE, table, methods)


def said(bus: PrivateBus) -> tuple[object, object]:
    with bus.connection() as own:
        powered = own.properties(BLUEZ, HCI, ADAPTER)["Powered"]
        return powered, own.properties(BLUEZ, HEADSET, DEVICE)["Connected"]


def test_off_and_apart_then_on_and_linked_then_as_before(bus: PrivateBus, here: Here, tmp_path: Path) -> None:
    furnish(bus, powered=False, connected=False)
    patient = Patient(tmp_path, here)
    run = patient.heal("bluetooth_headset", answers={"which": HEADSET})
    assert patient.proved(run)
    assert (patient.outcome(run, "look"), patient.outcome(run, "powered")) == ("off", "apart")
    assert said(bus) == (True, True)
    assert patient.undo(run).state is RunState.UNDONE
    assert said(bus) == (False, False)


def test_linked_is_fine(bus: PrivateBus, here: Here, tmp_path: Path) -> None:
    furnish(bus, powered=True, connected=True)
    patient = Patient(tmp_path, here)
    assert patient.heal("bluetooth_headset").state is RunState.NOTHING_FOUND


def test_a_headset_out_of_reach_goes_to_a_person(bus: PrivateBus, here: Here, tmp_path: Path) -> None:
    furnish(bus, powered=True, connected=False, connect=_OUT_OF_REACH)
    patient = Patient(tmp_path, here)
    run = patient.heal("bluetooth_headset", answers={"which": HEADSET})
    assert (run.state, patient.outcome(run, "connect")) == (RunState.NEEDS_PERSON, "failed")
    assert said(bus) == (True, False)


def test_a_key_of_the_computer_is_pressed_by_hand(bus: PrivateBus, here: Here, tmp_path: Path) -> None:
    furnish(bus, powered=False, connected=True)
    for name, word in {"type": "bluetooth", "hard": "1", "soft": "0"}.items():
        here.at(f"sys/class/rfkill/rfkill0/{name}").write_text(f"{word}\n")
    patient = Patient(tmp_path, here)
    run = patient.fixes.advance(patient.fixes.begin("bluetooth_headset").id)
    assert (run.state, run.current, patient.outcome(run, "look")) == (RunState.ASKING, "key", "blocked")
    here.at("sys/class/rfkill/rfkill0/hard").write_text("0\n")
    bus.say(BLUEZ, HCI, ADAPTER, {"Powered": ("b", True)})
    assert patient.fixes.advance(run.id, answer="on").state is RunState.FIXED


def test_no_bluetooth_at_all_goes_to_a_person(here: Here, tmp_path: Path) -> None:
    patient = Patient(tmp_path, replace(here, environ={**here.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/none"}))
    run = patient.heal("bluetooth_headset")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "unknown")
