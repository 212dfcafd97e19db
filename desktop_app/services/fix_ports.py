"""What guided fixes need of the outside: packs, durable runs, the journal, the settings."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Fix
from desktop_app.domain.journal import JournalKind
from desktop_app.services.fix_record import Record


class Packs(Protocol):
    """Where the fixes come from."""

    def fixes(self) -> Mapping[str, Fix]:
        """Every readable fix, by id."""

    def faults(self) -> list[BadFixFile]:
        """The files that could not be read."""


class RunStore(Protocol):
    """Durable records of runs, and the locks that keep two programs from acting on one thing."""

    def save(self, record: Record) -> None:
        """On disk when it returns; DiskFull or FolderReadOnly when it cannot be."""

    def load(self, run_id: str) -> Record:
        """The record; NotFound."""

    def records(self) -> list[Record]:
        """Every readable record, newest first."""

    def remove(self, run_id: str) -> None:
        """Forgets the record; nothing happens when there is none."""

    def hold(self, name: str, wait_s: float = 0) -> AbstractContextManager[None]:
        """Holds `name` among all programs of this user; FixBusy when another still has it after `wait_s` seconds."""

    def is_held(self, name: str) -> bool:
        """Whether some program holds `name` now."""


class Journal(Protocol):
    """The user's own journal."""

    def record(
        self, kind: JournalKind, key: str, facts: Mapping[str, str] = ..., run_id: str = ..., payload: bytes = ...
    ) -> object:
        """Writes one line."""


class Settings(Protocol):
    """What the organisation forbids."""

    def value(self, key: str) -> Any:
        """The value in force."""
