"""Questions too slow for the moment: asked in the background, their answer told from the next snapshot on."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Generic, TypeVar

from desktop_app.adapters.collectors.run import OUTSIDE_FAULTS, why
from desktop_app.domain.snapshot import Reason

T = TypeVar("T")
FRESH_S = 3600.0
AFTERWARDS_S = 0.5
"""Where nobody waits for the answer, the question comes after the snapshot, not beside it."""


@dataclass(frozen=True)
class Told(Generic[T]):
    """An answer, and when it was asked for; or why there is none."""

    answer: T | None = None
    asked_at: datetime | None = None
    reason: Reason | None = None


class Later(Generic[T]):
    """Remembers the answer of `ask` for `FRESH_S` seconds; it runs in a thread of its own, once at a time."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._told = Told[T]()
        self._asked = -FRESH_S
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def told(self, patience_s: float = 0.0) -> Told[T]:
        """The answer as known now; one that is missing or old is asked for again, and waited for `patience_s`."""
        with self._lock:
            if self._thread is None and monotonic() - self._asked >= FRESH_S:
                pause_s = 0.0 if patience_s > 0 else AFTERWARDS_S
                self._thread = threading.Thread(target=self._run, args=(pause_s,), name="collect-later", daemon=True)
                self._thread.start()
            thread = self._thread
        if thread is not None and patience_s > 0:
            thread.join(patience_s)
        return self._told

    def _run(self, pause_s: float) -> None:
        threading.Event().wait(pause_s)
        asked_at = datetime.now(UTC)
        try:
            self._told = Told(self._ask(), asked_at)
        except OUTSIDE_FAULTS as fault:
            self._told = Told(None, asked_at, why(fault))
        finally:
            with self._lock:
                self._asked, self._thread = monotonic(), None
