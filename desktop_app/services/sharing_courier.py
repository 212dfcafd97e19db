"""What has to wait for the network while a screen is shared: one thread, which looks again when nobody tells it."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread

from desktop_app.domain.errors import SupportError

_TICK_S, _LOOK_S, _FAREWELL_S = 0.5, 2.0, 3.0
_Work = Callable[[], object]
_log = logging.getLogger(__name__)


class Courier:
    """`tick` is called twice a second and `look` every two, while `is_needed`; the thread ends when it is not."""

    def __init__(self, tick: Callable[[], object], look: Callable[[], object], is_needed: Callable[[], bool]) -> None:
        self._tick, self._look_now, self._is_needed = tick, look, is_needed
        self._waiting: queue.SimpleQueue[tuple[_Work, bool]] = queue.SimpleQueue()
        self._lock = Lock()
        self._carrier: Thread | None = None
        self._clock: Thread | None = None
        self._closing = Event()

    def look(self) -> None:
        """Look now; a help desk that cannot be asked is asked again while something goes on."""
        self.carry(self._look_now, lambda error: _log.info("nothing heard of sharings: %s", error))

    def carry(self, work: _Work, failed: Callable[[SupportError], object], *, is_kept: bool = False) -> None:
        """Do `work` after what waits already; `failed` when it could not be done.

        `is_kept`: it takes as long as a disk does, and `close` does it all the same.
        """

        def carried() -> None:
            try:
                work()
            except SupportError as error:
                failed(error)

        self._waiting.put((carried, is_kept))
        self._wake()

    def close(self) -> None:
        """Nothing is begun any more but what is to be kept; what hangs in the network is left to the system."""
        self._closing.set()
        self._waiting.put((lambda: None, False))
        for thread in (self._carrier, self._clock):
            if thread is not None:
                thread.join(_FAREWELL_S)
        with suppress(queue.Empty):
            while True:
                work, is_kept = self._waiting.get_nowait()
                if is_kept:
                    work()

    def _wake(self) -> None:
        with self._lock:
            if self._carrier is None and not self._closing.is_set():
                self._carrier = Thread(target=self._run, name="rescousse-sharing", daemon=True)
                self._carrier.start()
            if self._clock is None and not self._closing.is_set():
                self._clock = Thread(target=self._count, name="rescousse-sharing-clock", daemon=True)
                self._clock.start()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                work, _ = self._waiting.get(timeout=_LOOK_S)
                work()
            except queue.Empty:
                if not self._goes_on():
                    return
                self.look()

    def _goes_on(self) -> bool:
        """Whether there is more to do; under the lock, so that nothing is put down for a thread that just left."""
        with self._lock:
            if self._is_needed() or not self._waiting.empty():
                return True
            self._carrier = None
            return False

    def _count(self) -> None:
        """On a thread of its own: time passes while the other one waits for the network."""
        while not self._closing.wait(_TICK_S):
            self._tick()
            with self._lock:
                if self._carrier is None:
                    self._clock = None
                    return
