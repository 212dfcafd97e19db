"""A printer nobody installed: it announces itself on a network of its own, is found, added, and taken off again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import Run, RunState
from tests.faults.fixes.network.names_room import Room, in_own_network
from tests.faults.fixes.printing.printing_rooms import states, way_in
from tests.faults.healing import Patient
from tests.real_cups import RealCups, missing
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
Wait = Callable[[Callable[[], object]], None]
_AVAHI = "[server]\nhost-name=etage\nallow-interfaces=desk0\nuse-ipv6=no\nenable-dbus=yes\n"
_TOOLS = {"avahi-daemon": "avahi-daemon", "ippfind": "cups-ipp-utils", "ippeveprinter": "cups-ipp-utils"}


class Office:
    """A network with printing, where printers announce themselves."""

    def __init__(self, folder: Path, wait_until: Wait, may: str = "all") -> None:
        self.room = Room(folder, wait_until)
        self._wait = wait_until
        with Path("/etc/hosts").open("a", encoding="utf-8") as hosts:
            hosts.write("10.53.0.2 etage.local\n")
        Path("/run/avahi-daemon").mkdir()
        (folder / "avahi.conf").write_text(_AVAHI)
        self.bus = PrivateBus(folder / "bus", wait_until)
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = self.bus.address
        self.room.start(
            "avahi-daemon", "-f", str(folder / "avahi.conf"), "--no-drop-root", "--no-chroot", "--no-rlimits"
        )
        wait_until(lambda: self._heard().returncode != 2)
        self.printing = RealCups().__enter__()
        way_in(self.printing, "ipp", "ipps", "socket")
        if may != "all":
            self.forbid()

    def forbid(self) -> None:
        """From now on nobody may add a printer."""
        file = self.printing.folder / "cupsd.conf"
        limit = "<Limit CUPS-Add-Modify-Printer>\n AuthType Basic\n Require user nobody-of-this-name\n</Limit>\n"
        file.write_text(file.read_text().replace("<Limit All>", f"{limit}<Limit All>"))
        self.printing.stop()
        self.printing.start()

    def _heard(self) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(["ippfind", "-T", "1", "_ipp._tcp"], check=False, capture_output=True)

    def announce(self, name: str, port: int, folder: Path) -> None:
        """A printer is switched on."""
        tool = shutil.which("ippeveprinter") or "/usr/sbin/ippeveprinter"
        self.room.start(tool, "-p", str(port), "-d", str(folder), "-f", "image/pwg-raster,application/pdf", name)
        self._wait(lambda: f":{port}/" in self._heard().stdout.decode())

    def close(self) -> None:
        """Everything is switched off."""
        self.printing.__exit__(None, None, None)
        self.bus.close()
        self.room.close()


@pytest.fixture
def offices(tmp_path: Path, wait_until: Wait) -> Iterator[Callable[..., Office]]:
    made: list[Office] = []

    def make(**more: str) -> Office:
        lacking = [package for tool, package in _TOOLS.items() if not shutil.which(tool, path="/usr/sbin:/usr/bin")]
        if reason := missing() or (f"not installed here: {lacking}" if lacking else ""):
            pytest.skip(reason)
        if os.geteuid() or "0 4294967295" not in " ".join(Path("/proc/self/uid_map").read_text().split()):
            pytest.skip("avahi starts for the super-user only")
        made.append(Office(tmp_path, wait_until, **more))
        return made[-1]

    yield make
    for office in made:
        office.close()


def patient_of(tmp_path: Path, office: Office) -> Patient:
    environ = {**office.printing.environment, "DBUS_SYSTEM_BUS_ADDRESS": office.bus.address}
    here: Here = here_of(tmp_path, **environ)
    return Patient(tmp_path, here)


def begun(patient: Patient) -> Run:
    return patient.fixes.advance(patient.fixes.begin("printer_missing").id)


def offered(ran: Run) -> dict[str, str]:
    """The printers to choose among, by name."""
    report = next(report for report in ran.steps if report.step_id == "which")
    return {choice.label["fr"]: choice.id for choice in report.offered}


@in_own_network
def test_found_added_and_taken_off_again(tmp_path: Path, offices: Callable[..., Office]) -> None:
    office = offices()
    patient, before = patient_of(tmp_path, office), states(office.printing)
    ran = begun(patient)
    assert (patient.outcome(ran, "look"), ran.current) == ("nothing", "wake")
    office.announce("Copieur du 2e étage", 8631, tmp_path)
    ran = patient.fixes.advance(ran.id, answer="awake")
    assert ran.current == "which"
    ran = patient.fixes.advance(ran.id, answer=offered(ran)["Copieur du 2e étage"])
    ran = patient.fixes.advance(ran.id, consent=True)
    assert patient.proved(ran)
    assert "printer Copieur_du_2e_tage is idle" in office.printing.ask("lpstat", "-p")
    assert patient.heal("printer_missing").state is RunState.NOTHING_FOUND
    assert patient.undo(ran).state is RunState.UNDONE
    assert states(office.printing) == before


@in_own_network
def test_no_right_to_add(tmp_path: Path, offices: Callable[..., Office]) -> None:
    office = offices(may="none")
    office.announce("Accueil", 8632, tmp_path)
    patient = patient_of(tmp_path, office)
    ran = begun(patient)
    ran = patient.fixes.advance(ran.id, answer=offered(ran)["Accueil"])
    ran = patient.fixes.advance(ran.id, consent=True)
    assert (ran.state, patient.outcome(ran, "add")) == (RunState.NEEDS_PERSON, "not_allowed"), ran.steps
    assert "Accueil" not in office.printing.ask("lpstat", "-v")


def test_nothing_nearby_and_something_installed(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    with RealCups() as printing:
        printing.add_printer("Accueil")
        nobody = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
        patient = Patient(tmp_path, here_of(tmp_path, **printing.environment, **nobody))
        assert patient.heal("printer_missing").state is RunState.NOTHING_FOUND
        printing.stop()
        assert patient.outcome(patient.heal("printer_missing"), "look") == "no_service"
