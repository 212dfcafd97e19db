"""A camera that another program holds, or that a switch keeps shut: a stand-in file, held open by a real program."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
WaitUntil = Callable[[Callable[[], object]], None]
_HOLD = "import sys; held = open(sys.argv[1], 'rb'); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def here(tmp_path: Path) -> Here:
    (tmp_path / "system/dev").mkdir(parents=True)
    (tmp_path / "system/dev/video0").write_bytes(b"")
    settings = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(tmp_path / "home/.config")}
    return replace(here_of(tmp_path, **settings), root=tmp_path / "system")


@pytest.fixture
def holder(here: Here) -> Iterator[subprocess.Popen[bytes]]:
    words = [sys.executable, "-c", _HOLD, str(here.at("dev/video0"))]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def offered(patient: Patient) -> str:
    run = patient.fixes.advance(patient.fixes.begin("camera_taken").id)
    which = next(report for report in run.steps if report.step_id == "which")
    assert which.offered, run
    return which.offered[0].id


def test_taken_named_closed_and_free(here: Here, holder: subprocess.Popen[bytes], tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    chosen = offered(patient)
    assert chosen.startswith(f"{holder.pid}:")
    run = patient.heal("camera_taken", answers={"which": chosen})
    assert patient.proved(run)
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("taken", "free")
    assert holder.poll() is not None
    with pytest.raises(Exception, match="final"):
        patient.undo(run)


def test_a_no_leaves_the_program_alone(here: Here, holder: subprocess.Popen[bytes], tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    assert patient.heal("camera_taken", consent=False, answers={"which": offered(patient)}).state is RunState.STOPPED
    assert patient.heal("camera_taken", answers={"which": "none"}).state is RunState.NEEDS_PERSON
    assert holder.poll() is None


def test_the_switch_for_privacy_is_opened_and_shut_again(here: Here, tmp_path: Path) -> None:
    if "disable-camera" not in here.run("gsettings", "list-keys", "org.gnome.desktop.privacy").out:
        pytest.skip("the settings of GNOME are not installed here (package gsettings-desktop-schemas)")
    here.asked("gsettings", "set", "org.gnome.desktop.privacy", "disable-camera", "true")
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    run = patient.heal("camera_taken")
    assert patient.proved(run)
    assert patient.outcome(run, "look") == "blocked"
    assert here.asked("gsettings", "get", "org.gnome.desktop.privacy", "disable-camera").strip() == "false"
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before


def test_a_free_camera_is_no_fault(here: Here, tmp_path: Path) -> None:
    patient = Patient(tmp_path, here)
    run = patient.heal("camera_taken", answers={"shutter": "works"})
    assert (run.state, patient.outcome(run, "look")) == (RunState.NOTHING_FOUND, "free")


def test_plugged_in_again(here: Here, tmp_path: Path) -> None:
    here.at("dev/video0").unlink()
    patient = Patient(tmp_path, here)
    run = patient.fixes.advance(patient.fixes.begin("camera_taken").id)
    assert (run.state, run.current) == (RunState.ASKING, "key")
    here.at("dev/video2").write_bytes(b"")
    run = patient.fixes.advance(run.id, answer="done")
    assert (run.state, patient.outcome(run, "there")) == (RunState.FIXED, "free")


def test_still_no_camera_is_handed_over(here: Here, tmp_path: Path) -> None:
    here.at("dev/video0").unlink()
    patient = Patient(tmp_path, here)
    run = patient.heal("camera_taken", answers={"key": "done"})
    assert (run.state, patient.outcome(run, "there")) == (RunState.NEEDS_PERSON, "no_camera")
