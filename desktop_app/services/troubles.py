"""What the person should know of the ground this program stands on: disk, settings, key store. Told until read."""

from collections.abc import Callable, Iterator
from typing import Protocol

from desktop_app.domain.errors import SupportError


class Faulty(Protocol):
    """Something that works on after a fault, in part."""

    @property
    def fault(self) -> SupportError | None:
        """What happened; None when all is well."""


class Warned(Protocol):
    """Something that found out later, on another thread."""

    @property
    def warning(self) -> SupportError | None:
        """What happened; None when all is well."""


class Troubles:
    """Nothing here stops the work; each is explained once for each run of the program."""

    def __init__(
        self, store: Faulty, settings: Faulty, enrolment: Warned, reports: Callable[[], Warned | None] = lambda: None
    ) -> None:
        """`reports`: the computer reports, once something has built them: they are not built for this."""
        self._store, self._settings, self._enrolment, self._reports = store, settings, enrolment, reports
        self._read: set[str] = set()

    def unread(self) -> list[SupportError]:
        """What was not read yet, the heaviest first."""
        return [trouble for trouble in self._all() if trouble.key not in self._read]

    def mark_read(self, trouble: SupportError) -> None:
        """The person knows."""
        self._read.add(trouble.key)

    def _all(self) -> Iterator[SupportError]:
        reports = self._reports()
        renamed = reports.warning if reports is not None else None
        found = (self._store.fault, self._enrolment.warning, self._settings.fault, renamed)
        return (trouble for trouble in found if trouble is not None)
