"""A printer that is stopped, one that is off, one that may not be switched on: real CUPS, real ports."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.fix import Run, RunState
from tests.faults.fixes.printing.printing_rooms import NetworkPrinter, add, states, way_in
from tests.faults.healing import Patient, tree
from tests.real_cups import RealCups, missing
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")


@pytest.fixture
def far() -> Iterator[NetworkPrinter]:
    printer = NetworkPrinter()
    yield printer
    printer.close()


@pytest.fixture
def printing(far: NetworkPrinter) -> Iterator[RealCups]:
    if reason := missing():
        pytest.skip(reason)
    with RealCups() as real:
        way_in(real, "socket")
        add(real, "Couloir", far.uri)
        yield real


def patient_of(tmp_path: Path, printing: RealCups) -> Patient:
    here = here_of(tmp_path, **printing.environment)
    (here.home / ".cups").mkdir(exist_ok=True)
    (here.home / ".cups/lpoptions").write_text("Default Couloir sides=two-sided-long-edge\n")
    return Patient(tmp_path, here)


def begun(patient: Patient) -> Run:
    return patient.fixes.advance(patient.fixes.begin("printer_offline").id)


def test_a_printer_that_is_ready_is_left(tmp_path: Path, printing: RealCups, far: NetworkPrinter) -> None:
    far.switch_on()
    assert patient_of(tmp_path, printing).heal("printer_offline").state is RunState.NOTHING_FOUND


@pytest.mark.parametrize("tools", [("cupsdisable",), ("cupsreject",), ("cupsdisable", "cupsreject")])
def test_a_stopped_printer_is_switched_on_and_off_again(
    tmp_path: Path, printing: RealCups, far: NetworkPrinter, tools: tuple[str, ...]
) -> None:
    far.switch_on()
    for tool in tools:
        printing.ask(tool, "Couloir")
    patient, before = patient_of(tmp_path, printing), states(printing)
    run = patient.heal("printer_offline")
    assert patient.outcome(run, "look") == "stopped"
    assert patient.proved(run)
    assert "is idle" in printing.ask("lpstat", "-p")
    assert patient.undo(run).state is RunState.UNDONE
    assert states(printing) == before


def test_a_printer_that_somebody_wakes(tmp_path: Path, printing: RealCups, far: NetworkPrinter) -> None:
    patient = patient_of(tmp_path, printing)
    run = begun(patient)
    assert (patient.outcome(run, "look"), run.current) == ("unreachable", "wake")
    far.switch_on()
    run = patient.fixes.advance(run.id, answer="awake")
    assert patient.proved(run)
    assert patient.journal.lines == []


def test_another_printer_meanwhile_and_back_again(tmp_path: Path, printing: RealCups) -> None:
    printing.add_printer("Etage2")
    patient = patient_of(tmp_path, printing)
    before = tree(tmp_path / "home")
    run = patient.heal("printer_offline", answers={"wake": "far", "other": "Etage2"})
    assert patient.proved(run)
    assert "destination: Etage2" in here_of(tmp_path, **printing.environment).asked("lpstat", "-d")
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(tmp_path / "home") == before


def test_no_right_and_no_other_printer(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    with RealCups(may_start=False) as printing:
        printing.add_printer("Couloir")
        printing.jam()
        printing.print_page("Couloir")
        printing.wait_for(lambda: printing.is_stopped("Couloir"))
        patient = patient_of(tmp_path, printing)
        run = patient.heal("printer_offline", answers={"other": "none"})
        assert (run.state, patient.outcome(run, "switch_on")) == (RunState.NEEDS_PERSON, "not_allowed")


def test_no_printing_at_all(tmp_path: Path, printing: RealCups) -> None:
    printing.remove_printer("Couloir")
    patient = patient_of(tmp_path, printing)
    assert patient.outcome(patient.heal("printer_offline"), "look") == "no_printer"
    printing.stop()
    assert patient.outcome(patient.heal("printer_offline"), "look") == "no_service"
