"""Memory that really runs out: a program in a control group of its own, as an organisation limits a shared machine."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.fixes.speed.real_program import called, running
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="control groups are those of Linux")
_MOST, _HELD = 300_000_000, 280_000_000
_OLD = Path("/sys/fs/cgroup/memory")
_HOLDS = f"import signal; held = b'x' * {_HELD}; print('full', flush=True); signal.pause()"


@pytest.fixture
def group() -> Iterator[Path]:
    """A control group with a limit; nobody else is in it."""
    folder = (_OLD if _OLD.is_dir() else Path("/sys/fs/cgroup")) / f"rescousse-{uuid.uuid4().hex}"
    try:
        folder.mkdir()
    except OSError as refusal:
        pytest.skip(f"control groups may not be made here: {refusal}")
    limit = folder / ("memory.limit_in_bytes" if _OLD.is_dir() else "memory.max")
    try:
        limit.write_text(str(_MOST))
    except OSError as refusal:
        pytest.skip(f"memory may not be limited here: {refusal}")
    else:
        yield folder
    finally:
        folder.rmdir()


@pytest.fixture
def here(tmp_path: Path, group: Path) -> Here:
    """This machine, seen from inside the group."""
    root = tmp_path / "root"
    (root / "proc/self").mkdir(parents=True)
    (root / "sys/fs").mkdir(parents=True)
    kind = "4:memory" if _OLD.is_dir() else "0:"
    (root / "proc/self/cgroup").write_text(f"{kind}:/{group.name}\n")
    (root / "sys/fs/cgroup").symlink_to("/sys/fs/cgroup")
    return replace(here_of(tmp_path, DISPLAY=""), root=root)


@pytest.fixture
def hog(tmp_path: Path, group: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program of the group, under a name of its own."""

    def enter() -> None:
        (group / "cgroup.procs").write_text(str(os.getpid()))

    with running(called(tmp_path, "tableur"), "-c", _HOLDS, says="full", enter=enter) as program:
        yield program


def test_the_program_that_holds_it_is_closed(tmp_path: Path, here: Here, hog: subprocess.Popen[bytes]) -> None:
    patient = Patient(tmp_path, here)
    run = patient.heal("memory_full", answers={"which": processes.mark(psutil.Process(hog.pid))})
    reports = {report.step_id: report for report in run.steps}
    assert patient.outcome(run, "look") == "short"
    assert int(reports["look"].facts["free_bytes"]) < _MOST - _HELD
    labels = [choice.label["fr"] for choice in reports["which"].offered]
    assert any(label.startswith("tableur : ") for label in labels)
    assert patient.outcome(run, "ask") == "closed"
    assert patient.proved(run)
    assert int(reports["prove"].facts["free_bytes"]) > _HELD / 2
    assert run.undo_until is None


def test_enough_is_enough(tmp_path: Path, here: Here) -> None:
    assert Patient(tmp_path, here).heal("memory_full").state is RunState.NOTHING_FOUND
