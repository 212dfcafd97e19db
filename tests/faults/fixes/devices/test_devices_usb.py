"""A USB device that does not arrive, is kept out, or gets too little power: the kernel's own folder, planted."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import Run, RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")


@pytest.fixture
def here(tmp_path: Path) -> Here:
    """A mouse and a hub, and the root of all sockets."""
    here = replace(here_of(tmp_path), root=tmp_path / "system")
    plug(here, "usb1", "xHCI Host Controller", number=1)
    plug(here, "1-1", "USB Hub", number=2, kind="09")
    plug(here, "1-1.2", "Optical Mouse", number=3)
    return here


def plug(here: Here, place: str, product: str, *, number: int, **more: str) -> None:
    folder = here.at(f"sys/bus/usb/devices/{place}")
    folder.mkdir(parents=True, exist_ok=True)
    words = {"idVendor": "046d", "idProduct": "c077", "product": product, "devnum": str(number), "authorized": "1"}
    words |= {"bDeviceClass": more.pop("kind", "00"), "bConfigurationValue": "1", **more}
    for name, word in words.items():
        (folder / name).write_text(f"{word}\n")


def begun(patient: Patient) -> Run:
    return patient.fixes.advance(patient.fixes.begin("usb_device_unknown").id)


def test_plugged_in_again_it_arrives(here: Here, tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    run = begun(patient)
    assert (run.state, patient.outcome(run, "look")) == (RunState.ASKING, "fine")
    plug(here, "1-3", "Clé USB", number=4)
    run = patient.fixes.advance(run.id, answer="done")
    assert (run.state, patient.outcome(run, "arrived")) == (RunState.FIXED, "seen")
    assert next(report.facts["device"] for report in run.steps if report.step_id == "arrived") == "Clé USB"


def test_the_same_device_in_the_same_socket_has_arrived_anew(here: Here, tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    run = begun(patient)
    plug(here, "1-1.2", "Optical Mouse", number=7)
    assert patient.fixes.advance(run.id, answer="done").state is RunState.FIXED


def test_only_the_other_socket_works(here: Here, tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    run = patient.fixes.advance(begun(patient).id, answer="done")
    assert (run.current, patient.outcome(run, "arrived")) == ("other", "fine")
    plug(here, "2-1", "Disque", number=2)
    assert patient.fixes.advance(run.id, answer="done").state is RunState.FIXED


def test_it_never_arrives_and_goes_to_a_person(here: Here, tmp_path: Path) -> None:
    run = Patient(tmp_path, here).heal("usb_device_unknown", answers={"plug": "done", "other": "done"})
    assert run.state is RunState.NEEDS_PERSON


def test_kept_out_is_said_and_not_gone_round(here: Here, tmp_path: Path) -> None:
    plug(here, "1-4", "Clé de Léa", number=5, authorized="0", bConfigurationValue="")
    patient = Patient(tmp_path, here)
    run = patient.heal("usb_device_unknown")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "refused")
    assert here.at("sys/bus/usb/devices/1-4/authorized").read_text() == "0\n"


def test_too_little_power_then_straight_into_the_computer(here: Here, tmp_path: Path) -> None:
    plug(here, "1-1.4", "Disque externe", number=5, bConfigurationValue="")
    patient = Patient(tmp_path, here)
    run = begun(patient)
    assert patient.outcome(run, "look") == "weak"
    for file in here.at("sys/bus/usb/devices/1-1.4").iterdir():
        file.unlink()
    here.at("sys/bus/usb/devices/1-1.4").rmdir()
    plug(here, "1-2", "Disque externe", number=6)
    assert patient.fixes.advance(run.id, answer="done").state is RunState.FIXED


def test_all_is_well(here: Here, tmp_path: Path) -> None:
    assert Patient(tmp_path, here).heal("usb_device_unknown", answers={"plug": "works"}).state is RunState.NOTHING_FOUND
