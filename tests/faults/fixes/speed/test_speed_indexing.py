"""A search that reads everything: a real program of that name that keeps a processor busy."""

import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.domain.fix import RunState
from tests.faults.fixes.speed.real_program import called, running
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these programs of the search are those of Linux")


@pytest.fixture
def indexer(tmp_path: Path) -> Iterator[psutil.Process]:
    name = called(tmp_path, "localsearch-3")
    with running(name, "-c", "print('busy', flush=True)\nwhile True: pass", says="busy") as program:
        yield psutil.Process(program.pid)


def test_the_busy_search_waits_and_goes_on(tmp_path: Path, indexer: psutil.Process) -> None:
    patient = Patient(tmp_path, here_of(tmp_path))
    run = patient.heal("indexing_busy")
    assert patient.outcome(run, "look") == "busy"
    assert patient.outcome(run, "prove") == "calm"
    assert patient.proved(run)
    assert indexer.status() == psutil.STATUS_STOPPED
    assert patient.undo(run).state is RunState.UNDONE
    assert indexer.status() != psutil.STATUS_STOPPED


def test_a_forged_record_stops_nobody_else(tmp_path: Path, indexer: psutil.Process) -> None:
    with running("sleep", "600") as other:
        mark = f"{other.pid}:{psutil.Process(other.pid).create_time():.2f}"
        Computer(tmp_path, here=here_of(tmp_path)).apply("speed.indexing.pause", {"programs": [mark]}, lambda *_: None)
        assert psutil.Process(other.pid).status() != psutil.STATUS_STOPPED


def test_no_search_no_alarm(tmp_path: Path) -> None:
    assert Patient(tmp_path, here_of(tmp_path)).heal("indexing_busy").state is RunState.NOTHING_FOUND
