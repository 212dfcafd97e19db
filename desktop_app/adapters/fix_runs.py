"""Runs of guided fixes on disk: one JSON file each, whole or not there, durable before anything is changed."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from desktop_app.adapters.folders import sync_folder
from desktop_app.domain.errors import DiskFull, FixBusy, FolderReadOnly, NotFound
from desktop_app.services.fix_record import Record

_RECORD: TypeAdapter[Record] = TypeAdapter(Record)
# Given up when the disk is full, so that the fix for a full disk can still write down what it does
_RESERVE_BYTES = 256 * 1024
_ASK_AGAIN_S = 0.05


class FixRuns:
    """The runs under `folder`, shared by the window and the command line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, record: Record) -> None:
        """Writes the record; DiskFull or FolderReadOnly when the disk refuses."""
        content = _RECORD.dump_json(record)
        try:
            self._write(record.id, content)
        except OSError as failure:
            if failure.errno == errno.ENOSPC and self._give_up_reserve():
                self._write_or_explain(record.id, content)
            else:
                raise _explained(failure, self._folder) from failure

    def load(self, run_id: str) -> Record:
        """The record of `run_id`; NotFound when there is none or it cannot be read."""
        try:
            return _RECORD.validate_json(self._file(run_id).read_bytes())
        except (OSError, ValidationError, ValueError) as failure:
            raise NotFound(name=run_id) from failure

    def records(self) -> list[Record]:
        """Every readable record, newest first; a damaged one never hides the others."""
        names = sorted((file.stem for file in self._folder.glob("*.json")), reverse=True)
        found = []
        for name in names:
            with contextlib.suppress(NotFound):
                found.append(self.load(name))
        return found

    def remove(self, run_id: str) -> None:
        """Forgets a run and its lock; what cannot be removed stays until the next time."""
        for file in (self._file(run_id), self._folder / "locks" / f"run-{run_id}.lock"):
            with contextlib.suppress(OSError):
                file.unlink()

    @contextlib.contextmanager
    def hold(self, name: str, wait_s: float = 0) -> Iterator[None]:
        """Holds `name` among all programs of this user; the system lets go when a program dies."""
        deadline = time.monotonic() + wait_s
        while (lock := self._lock(name)) is None:
            if time.monotonic() >= deadline:
                raise FixBusy(fix=name, run="")
            time.sleep(_ASK_AGAIN_S)
        try:
            yield
        finally:
            _let_go(lock)

    def is_held(self, name: str) -> bool:
        """Whether some program holds `name` now."""
        lock = self._lock(name)
        if lock is not None:
            _let_go(lock)
        return lock is None

    def _file(self, run_id: str) -> Path:
        if not run_id.replace("-", "").isalnum():
            raise NotFound(name=run_id)
        return self._folder / f"{run_id}.json"

    def _write_or_explain(self, run_id: str, content: bytes) -> None:
        try:
            self._write(run_id, content)
        except OSError as failure:
            raise _explained(failure, self._folder) from failure

    def _write(self, run_id: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._keep_reserve()
        target = self._file(run_id)
        draft = target.with_suffix(".draft")
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        sync_folder(self._folder)

    @property
    def _reserve(self) -> Path:
        return self._folder / "reserve"

    def _keep_reserve(self) -> None:
        if not self._reserve.exists():
            with contextlib.suppress(OSError):
                self._reserve.write_bytes(os.urandom(_RESERVE_BYTES))

    def _give_up_reserve(self) -> bool:
        try:
            self._reserve.write_bytes(b"")
        except OSError:
            return False
        return True

    def _lock(self, name: str) -> int | None:
        folder = self._folder / "locks"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as failure:
            raise _explained(failure, self._folder) from failure
        if _locked(file):
            return file
        os.close(file)
        return None


def _explained(failure: OSError, folder: Path) -> DiskFull | FolderReadOnly:
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(folder=str(folder))
    return FolderReadOnly(folder=str(folder))


def _let_go(lock: int) -> None:
    """Said, not only closed: a program that is being started has a copy of the file until it begins."""
    _unlock(lock)
    os.close(lock)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
