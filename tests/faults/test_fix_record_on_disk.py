"""The power fails inside the writing of a record, at each call to the system: the old record or the new one, whole."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters import fix_runs
from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.domain.errors import DiskFull, FolderReadOnly
from desktop_app.domain.fix import RunState
from desktop_app.services.fix_record import Record

BEFORE = Record("0190", "lamp_out", datetime(2026, 3, 21, tzinfo=UTC), RunState.READY, "look", ())
AFTER = replace(BEFORE, state=RunState.CONSENT, current="mend")
CALLS: list[tuple[Any, str]] = [(Path, "open"), (os, "fsync"), (Path, "replace"), (fix_runs, "sync_folder")]


class PowerCut(BaseException):
    pass


@pytest.fixture
def runs(tmp_path: Path) -> FixRuns:
    runs = FixRuns(tmp_path / "runs")
    runs.save(BEFORE)
    return runs


def fails(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, how: BaseException, after: bool) -> None:
    """The call fails, before or after it has done its work."""
    true: Callable[..., Any] = getattr(where, name)

    def call(*given: Any, **more: Any) -> Any:
        done = true(*given, **more) if after else None
        if done is not None and hasattr(done, "close"):
            done.close()
        raise how

    monkeypatch.setattr(where, name, call)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("where", "name"), CALLS, ids=[name for _, name in CALLS])
def test_the_power_fails_at_each_call(
    runs: FixRuns, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, after: bool
) -> None:
    with monkeypatch.context() as cut:
        fails(cut, where, name, PowerCut(), after)
        with pytest.raises(PowerCut):
            runs.save(AFTER)
    kept = FixRuns(runs._folder)
    assert kept.load(BEFORE.id) in (BEFORE, AFTER)
    assert [record.id for record in kept.records()] == [BEFORE.id]
    kept.save(AFTER)
    assert kept.load(BEFORE.id) == AFTER


@pytest.mark.parametrize(
    ("number", "sentence"), [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, FolderReadOnly)]
)
@pytest.mark.parametrize(("where", "name"), CALLS[:3], ids=[name for _, name in CALLS[:3]])
def test_the_disk_refuses_at_each_call(
    runs: FixRuns,
    monkeypatch: pytest.MonkeyPatch,
    where: Any,
    name: str,
    number: int,
    sentence: type[Exception],
) -> None:
    with monkeypatch.context() as full:
        fails(full, where, name, OSError(number, "no"), after=False)
        with pytest.raises(sentence):
            runs.save(AFTER)
    assert FixRuns(runs._folder).load(BEFORE.id) == BEFORE
