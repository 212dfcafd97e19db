"""A proxy that no longer answers, left behind in the user's settings."""

import sys
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")


def test_dead_proxy_turned_off_and_restored(tmp_path: Path) -> None:
    here = here_of(tmp_path, GSETTINGS_BACKEND="memory", XDG_CONFIG_HOME=str(tmp_path / "home/.config"))
    folder = here.home / ".config/environment.d"
    folder.mkdir(parents=True)
    (folder / "90-bureau.conf").write_bytes(b"LANG=fr_FR.UTF-8\nhttp_proxy=http://127.0.0.1:9/\r\n")
    before = tree(here.home)

    patient = Patient(tmp_path, here)
    run = patient.heal("names_not_resolved_proxy")
    assert run.state is RunState.FIXED, run
    assert tree(here.home) != before
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
