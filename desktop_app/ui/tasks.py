"""Run blocking work off the GUI thread and hand its outcome back on it.

Two rules: the work touches no Qt object and returns plain values; and no worker thread ever holds a widget, because
whoever drops the last reference deletes it. Owners and callbacks therefore wait on the GUI thread, under a number.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from desktop_app.domain.errors import SupportError

T = TypeVar("T")


def nothing(_value: object) -> None:
    """For work whose outcome nobody waits for."""


class _Waiting(NamedTuple):
    owner: QObject
    done: Callable[[Any], object]
    failed: Callable[[SupportError], object]


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], finish: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._number, self._work, self._finish = number, work, finish

    def run(self) -> None:
        try:
            value = self._work()
        except Exception as error:  # noqa: BLE001 - the GUI thread decides what it means
            self._finish(self._number, None, error)
        else:
            self._finish(self._number, value, None)


class Tasks(QObject):
    """The one door to worker threads; lives as long as the application."""

    _finished = Signal(int, object, object)  # number, value, error; queued, so it is received on the GUI thread

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._writing, self._sending = QThreadPool(self), QThreadPool(self)
        self._writing.setMaxThreadCount(1)
        self._numbers = count()
        self._waiting: dict[int, _Waiting] = {}
        self._asked: list[_Job] = []
        self._is_drawing = False
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(self._begin)
        self._finished.connect(self._deliver)

    def run(
        self, owner: QObject, work: Callable[[], T], done: Callable[[T], Any], failed: Callable[[SupportError], Any]
    ) -> None:
        """Call `work` on a worker thread, then `done` or `failed` on the GUI thread while `owner` lives."""
        job = self._job(work, _Waiting(owner, done, failed))
        if self._is_drawing:
            self._asked.append(job)
        else:
            self._pool.start(job)

    def write(
        self, owner: QObject, work: Callable[[], T], done: Callable[[T], Any], failed: Callable[[SupportError], Any]
    ) -> None:
        """Like `run`, for what the person said and believes kept.

        One after the other in the order given, behind nothing that waits for a network, and quitting waits for it.
        """
        self._writing.start(self._job(work, _Waiting(owner, done, failed)))

    def send(
        self, owner: QObject, work: Callable[[], T], done: Callable[[T], Any], failed: Callable[[SupportError], Any]
    ) -> None:
        """Like `write`, for what may take its time, as files do: nothing stands behind it; it knows its order."""
        self._sending.start(self._job(work, _Waiting(owner, done, failed)))

    def finish_writing(self, timeout_ms: int = 15_000) -> bool:
        """Wait for whatever was to be written or sent; whether all of it is."""
        are_done = [pool.waitForDone(timeout_ms) for pool in (self._writing, self._sending)]
        return all(are_done)

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """What a page asks for in here begins in a later turn, once the page is drawn.

        One of the two has to wait for Python's lock, and it should not be the person.
        """
        self._is_drawing = True
        try:
            yield
        finally:
            self._is_drawing = False
            self._drawn.start()

    def are_idle(self) -> bool:
        """Whether every outcome was handed back."""
        return not self._waiting

    def close(self, timeout_ms: int = 3000) -> bool:
        """Forget what has not started and wait for what has; True when all threads came home."""
        self._asked.clear()
        self._pool.clear()
        self._waiting.clear()
        are_home = [pool.waitForDone(timeout_ms) for pool in (self._pool, self._writing, self._sending)]
        return all(are_home)

    def _job(self, work: Callable[[], object], waiting: _Waiting) -> _Job:
        number = next(self._numbers)
        self._waiting[number] = waiting
        return _Job(number, work, self._finished.emit)

    def _begin(self) -> None:
        jobs, self._asked = self._asked, []
        for job in jobs:
            self._pool.start(job)

    @Slot(int, object, object)
    def _deliver(self, number: int, value: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None or not isValid(waiting.owner):
            return
        if error is None:
            waiting.done(value)
        elif isinstance(error, SupportError):
            waiting.failed(error)
        else:
            raise error  # a bug: sys.excepthook shows the crash report
