"""Runs on disk: durable, locked between programs, told in words when the disk refuses."""

import errno
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.adapters import fix_runs
from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.domain.errors import DiskFull, FixBusy, FolderReadOnly
from desktop_app.services.fix_record import Record, first_record
from tests.unit.fixes.conftest import check_step, fix_of

NOW = datetime(2026, 3, 21, 10, 45, tzinfo=UTC)


def record_of(run_id: str = "01a") -> Record:
    return first_record(run_id, fix_of(check_step()), NOW)


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    runs = FixRuns(tmp_path / "runs")
    runs.save(record_of())
    assert runs.load("01a") == record_of()
    assert FixRuns(tmp_path / "runs").records() == [record_of()]


def test_newest_first(tmp_path: Path) -> None:
    runs = FixRuns(tmp_path)
    for run_id in ("01b", "01c", "01a"):
        runs.save(record_of(run_id))
    assert [record.id for record in runs.records()] == ["01c", "01b", "01a"]


def test_a_full_disk_still_has_room_for_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = FixRuns(tmp_path)
    runs.save(record_of("01a"))
    reserve, write = tmp_path / "reserve", runs._write
    assert reserve.stat().st_size > 100_000

    def full(run_id: str, content: bytes) -> None:
        if reserve.stat().st_size:
            raise OSError(errno.ENOSPC, "full")
        write(run_id, content)

    monkeypatch.setattr(runs, "_write", full)
    runs.save(record_of("01b"))
    assert runs.load("01b") == record_of("01b")


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, FolderReadOnly)]
)
def test_a_disk_that_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    runs = FixRuns(tmp_path)

    def refuse(run_id: str, content: bytes) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(runs, "_write", refuse)
    with pytest.raises(error):
        runs.save(record_of())


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    runs = FixRuns(tmp_path / "file" / "runs")
    with pytest.raises(FolderReadOnly):
        runs.save(record_of())
    with pytest.raises(FolderReadOnly), runs.hold("it"):
        pass
    assert runs.records() == []


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    one, other = FixRuns(tmp_path), FixRuns(tmp_path)
    with one.hold("lamp"):
        assert other.is_held("lamp")
        assert not other.is_held("door")
        with pytest.raises(FixBusy), other.hold("lamp", wait_s=0.2):
            pass
    assert not other.is_held("lamp")
    with other.hold("lamp"):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="the copy is found in /proc")
@pytest.mark.parametrize("is_asked_only", [False, True])
def test_a_program_that_is_just_being_started_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_asked_only: bool
) -> None:
    """It has a copy of every open file, for as long as the processor is somebody else's."""
    runs, copies, locked = FixRuns(tmp_path), list[int](), fix_runs._locked

    def copied(file: int) -> bool:
        copies.append(os.dup(file))
        return locked(file)

    monkeypatch.setattr(fix_runs, "_locked", copied)
    if is_asked_only:
        assert not runs.is_held("lamp")
    else:
        with runs.hold("lamp"):
            assert copies
    with runs.hold("lamp"):
        assert len(copies) == 2
    for one in copies:
        os.close(one)
