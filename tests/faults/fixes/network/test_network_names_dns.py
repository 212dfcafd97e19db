"""Names that are not found: a name server that is dead, absent, wrong or remembered wrongly; and no line at all."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import Run, RunState
from tests.faults.fixes.network.names_room import DESK, GATEWAY, Room, in_own_network, run
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

Wait = Callable[[Callable[[], object]], None]
MANAGER, SETTINGS = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_UUID = "0c1d5a44-6f9e-4a0f-9a53-9df6c1f0f001"


@pytest.fixture
def rooms(tmp_path: Path, wait_until: Wait) -> Iterator[Callable[[], Room]]:
    made: list[Room] = []

    def make() -> Room:
        made.append(Room(tmp_path, wait_until))
        return made[-1]

    yield make
    for room in made:
        room.close()


def patient_of(tmp_path: Path, **environ: str) -> Patient:
    plain = here_of(tmp_path, **environ)
    here = Here(plain.holding, lambda: f"https://{DESK}", home=plain.home, environ=plain.environ, system="linux")
    return Patient(tmp_path, here)


def healed(tmp_path: Path, **environ: str) -> tuple[Patient, Run]:
    patient = patient_of(tmp_path, **environ)
    return patient, patient.heal("dns_not_answering")


@in_own_network
def test_names_that_are_found_are_left(rooms: Callable[[], Room], tmp_path: Path) -> None:
    rooms().serve_names()
    patient, run = healed(tmp_path)
    assert run.state is RunState.NOTHING_FOUND, run
    assert patient.journal.lines == []


@in_own_network
def test_silent_name_server_is_told_from_no_line(rooms: Callable[[], Room], tmp_path: Path) -> None:
    room = rooms()
    environ = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    patient, run = healed(tmp_path, **environ)
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "silent")
    assert patient.outcome(run, "reconnect") == "not_ours"
    room.unplug()
    patient, run = healed(tmp_path, **environ)
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "no_line")


@in_own_network
def test_a_name_that_the_network_does_not_know(rooms: Callable[[], Room], tmp_path: Path) -> None:
    rooms().serve_names(autre_exemple_test="10.53.0.9")
    patient, run = healed(tmp_path)
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "unknown")


@in_own_network
def test_an_old_answer_is_forgotten(rooms: Callable[[], Room], tmp_path: Path, wait_until: Wait) -> None:
    if not shutil.which("nscd"):
        pytest.skip("nscd is not installed here (package nscd)")
    room = rooms()
    empty = room.serve_names(autre_exemple_test="10.53.0.9")
    Path("/run/nscd").mkdir()
    Path("/etc/nscd.conf").write_text(
        "enable-cache hosts yes\nnegative-time-to-live hosts 3600\npositive-time-to-live hosts 3600\n"
    )
    room.start("nscd", "--foreground")
    wait_until(Path("/run/nscd/socket").exists)
    assert subprocess.run(["getent", "ahosts", DESK], check=False).returncode != 0
    empty.kill()
    empty.wait(10)
    room.serve_names()

    patient, run = healed(tmp_path)
    assert patient.outcome(run, "look") == "stale"
    assert patient.outcome(run, "forget") == "done"
    assert patient.proved(run)


@needs_mocks
@in_own_network
def test_joining_again_brings_a_name_server_that_answers(
    rooms: Callable[[], Room], tmp_path: Path, wait_until: Wait
) -> None:
    if not shutil.which("nmcli"):
        pytest.skip("nmcli is not installed here (package network-manager)")
    room = rooms()
    room.serve_names()
    room.name_servers("10.53.0.77")
    bus = PrivateBus(tmp_path / "bus", wait_until)
    try:
        bus.template("networkmanager", MANAGER)
        _join(bus)
        patient, ran = healed(tmp_path, DBUS_SYSTEM_BUS_ADDRESS=bus.address)
        assert patient.outcome(ran, "look") == "silent"
        assert patient.proved(ran)
        assert run("getent", "ahosts", DESK).startswith("10.53.0.9")
    finally:
        bus.close()


def _join(bus: PrivateBus) -> None:
    """A network that is joined; joining it again writes down the name server that it gives, as the real one does."""
    settings = {
        "connection": {"id": ("s", "Bureau"), "uuid": ("s", _UUID), "type": ("s", "802-3-ethernet")},
        "ipv4": {"method": ("s", "auto")},
    }
    with bus.connection() as line:
        made = line.call(MANAGER, f"{SETTINGS}/Settings", f"{MANAGER}.Settings", "AddConnection", "a{sa{sv}}", settings)
        assert made
        path = made[0]
    device = bus.tell(MANAGER, SETTINGS, "AddEthernetDevice", "ssi", "desk0", "desk0", 100)[0]
    bus.tell(MANAGER, SETTINGS, "AddActiveConnection", "aosssi", [device], path, "/", "Bureau", 2)
    told = f"open('/etc/resolv.conf', 'w').write('nameserver {GATEWAY}\\n')"
    renews = f"{told}; ret = '{SETTINGS}/ActiveConnection/Bureau'"
    bus.tell(MANAGER, SETTINGS, "AddMethod", "sssss", MANAGER, "ActivateConnection", "ooo", "o", renews)
