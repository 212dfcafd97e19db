"""A scanner that is unplugged, plugged in again, or whose programs are not there: SANE with its own test scanner."""

import shutil
import sys
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")


@pytest.fixture
def plug(tmp_path: Path) -> Path:
    """The list of SANE's backends: what is not in it is not plugged in."""
    if not shutil.which("scanimage"):
        pytest.skip("scanimage is not installed here (package sane-utils)")
    folder = tmp_path / "sane.d"
    folder.mkdir()
    (folder / "test.conf").write_text("number_of_devices 1\n")
    (folder / "dll.conf").write_text("")
    return folder / "dll.conf"


def patient_of(tmp_path: Path, **environ: str) -> Patient:
    # A trailing colon would add the list of this machine
    return Patient(tmp_path, here_of(tmp_path, SANE_CONFIG_DIR=str(tmp_path / "sane.d"), **environ))


@pytest.mark.parametrize("answers", [["plugged"], ["wireless", "same"]])
def test_plugged_in_on_the_way(tmp_path: Path, plug: Path, answers: list[str]) -> None:
    patient = patient_of(tmp_path)
    run = patient.fixes.advance(patient.fixes.begin("scanner_not_found").id)
    assert (patient.outcome(run, "look"), run.state) == ("nothing", RunState.ASKING)
    plug.write_text("test\n")
    for answer in answers:
        run = patient.fixes.advance(run.id, answer=answer)
    assert patient.proved(run)
    assert patient.journal.lines == []


def test_a_scanner_that_is_seen(tmp_path: Path, plug: Path) -> None:
    plug.write_text("test\n")
    assert patient_of(tmp_path).heal("scanner_not_found").state is RunState.NOTHING_FOUND


@pytest.mark.parametrize("answers", [{"plug": "plugged"}, {"plug": "dead"}, {"plug": "wireless", "same_wifi": "same"}])
def test_one_that_stays_away(tmp_path: Path, plug: Path, answers: dict[str, str]) -> None:
    assert patient_of(tmp_path).heal("scanner_not_found", answers=answers).state is RunState.NEEDS_PERSON


def test_nothing_here_scans(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    patient = patient_of(tmp_path, PATH=str(tmp_path / "empty"))
    run = patient.heal("scanner_not_found")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "no_service")
