"""The microphones of a sharing: open while the user's yes to it holds, and at no other moment.

The guard decides, block by block of 20 ms: what it does not allow neither leaves nor is played, whatever a device still
gives. The devices themselves open and close on a thread of their own, as a sound system may take its time; nothing of
it is loaded before the first yes.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import Voices
from desktop_app.screen.guard import Guard
from desktop_app.screen.sound import RATE, Close, Sound
from desktop_app.screen.voice_line import VoiceLine

FIRST, MOST = RATE * 2 * 60 // 1000, RATE * 2 * 240 // 1000
"""Bytes that wait before the first is played, so that none is missed when one comes late; more than the most is old."""


class Waiting:
    """What came and is not yet played; safe from any thread."""

    def __init__(self) -> None:
        self._bytes, self._flows, self._lock = bytearray(), False, Lock()

    def put(self, block: bytes) -> None:
        """Play this next; when it grows too late, the oldest is left out."""
        with self._lock:
            self._bytes += block
            del self._bytes[: max(0, len(self._bytes) - MOST)]

    def take(self, size: int) -> bytes:
        """So many bytes, silence where there are none."""
        with self._lock:
            if not self._flows and len(self._bytes) < FIRST:
                return bytes(size)
            self._flows = len(self._bytes) >= size
            part = bytes(self._bytes[:size])
            del self._bytes[:size]
        return part.ljust(size, b"\0")

    def forget(self) -> None:
        """It is not to be heard any more."""
        with self._lock:
            self._bytes.clear()


class _Device:
    """Open or not. `is_missing`: it was wanted, and there is none."""

    def __init__(self, opened: Callable[[], Close | None]) -> None:
        self._opened, self.is_missing = opened, False
        self._close: Close | None = None

    def fit(self, *, is_wanted: bool) -> None:
        """Open it, or close it."""
        if is_wanted and self._close is None:
            self._close = self._opened()
            self.is_missing = self._close is None
        elif not is_wanted and self._close is not None:
            close, self._close = self._close, None
            close()


class Voice:
    """Follows the guard. `changed` is called on the event loop when a device turned out to be missing, or not."""

    def __init__(self, guard: Guard, sound: Callable[[], Sound]) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._guard, self._sound, self._loop = guard, sound, asyncio.get_running_loop()
        self._line: VoiceLine | None = None
        self._waiting, self._is_technician_muted = Waiting(), True
        self._microphone = _Device(lambda: self._sound().microphone(self._spoken))
        self._loudspeaker = _Device(lambda: self._sound().loudspeaker(self._take))
        self._wanted: tuple[bool, bool] | None = (False, False)
        self._worker = ThreadPoolExecutor(1, "voice")

    def goes_by(self, line: VoiceLine) -> None:
        """The line of another round."""
        self._line, line.heard = line, self._heard
        line.set_open(is_open=self._may_play())

    def follow(self) -> None:
        """Open and close what the guard allows now. Who was muted is not remembered beyond a yes."""
        if not self._guard.holds(Capability.VOICE):
            self._guard.muted, self._is_technician_muted = False, True
        wanted = (self._may_listen(), self._may_play())
        if wanted != self._wanted:
            self._wanted = wanted
            self._waiting.forget()
            if self._line is not None:
                self._line.set_open(is_open=self._may_play())
            self._worker.submit(self._fit).add_done_callback(self._fitted)

    def stop(self) -> None:
        """It is over."""
        self.follow()
        self._worker.shutdown(wait=False)

    def mute(self, *, muted: bool) -> None:
        """The user says so; who wants their microphone on has it looked for anew."""
        self._guard.muted, self._wanted = muted, None
        self.follow()

    def mute_technician(self, *, muted: bool) -> None:
        """The technician says so; what still comes is not played."""
        self._is_technician_muted = muted
        self._waiting.forget()

    def state(self) -> Voices | None:
        """What both sides are told; nothing without a yes."""
        guard = self._guard
        if not guard.holds(Capability.VOICE):
            return None
        missing = "none" if self._microphone.is_missing else "on"
        user = "held" if not self._may_play() else "muted" if guard.muted else missing
        technician = "muted" if self._is_technician_muted else "on"
        return Voices(user=user, technician=technician, is_played=not self._loudspeaker.is_missing)

    def _may_play(self) -> bool:
        """Whether what the technician says may be heard here now."""
        guard = self._guard
        return guard.holds(Capability.VOICE) and not guard.paused and guard.lost_at is None

    def _may_listen(self) -> bool:
        """Whether the user's microphone may be open now."""
        return self._may_play() and not self._guard.muted

    def _fit(self) -> None:
        """On the worker: the guard is asked anew, as it may have been quicker. The microphone waits for nothing."""
        self._microphone.fit(is_wanted=self._may_listen())
        self._loudspeaker.fit(is_wanted=self._may_play())

    # From the devices' threads, and the worker's

    def _fitted(self, done: Future[None]) -> None:
        self._later(lambda: self._tell(done))

    def _spoken(self, block: bytes) -> None:
        if self._may_listen():
            self._later(lambda: self._leave(block))

    def _later(self, act: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed, the sharing over, and nobody is left to be told
            self._loop.call_soon_threadsafe(act)

    def _take(self, size: int) -> bytes:
        return self._waiting.take(size) if self._may_play() else bytes(size)

    # On the event loop

    def _tell(self, done: Future[None]) -> None:
        done.result()  # a fault in there ends the sharing
        if not self._guard.ending:
            self.changed()

    def _leave(self, block: bytes) -> None:
        if self._line is not None and self._may_listen():
            self._line.put(block)

    def _heard(self, block: bytes) -> None:
        if self._may_play() and not self._is_technician_muted:
            self._waiting.put(block)
