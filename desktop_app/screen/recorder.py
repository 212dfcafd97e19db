"""A recording for each yes to one: begun with it, ended with it, and told to the user's side. On the event loop."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.consent import Capability
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_lines import Recorded
from desktop_app.screen.guard import Guard
from desktop_app.screen.recording import Recording
from desktop_app.screen.show import Show


class Recorder:
    """`folder`: where files may be made; empty where the organisation does not allow it, and then none ever is.

    `is_seen`: whether the line to the technician stands.
    """

    def __init__(self, guard: Guard, say: Callable[[Word], None], show: Show) -> None:
        self.folder, self.is_seen = "", False
        self._guard, self._say, self._show = guard, say, show
        self._loop = asyncio.get_running_loop()
        self._recording: Recording | None = None
        self._closing: set[asyncio.Future[bool]] = set()
        self._then: list[Callable[[], None]] = []

    def follow(self) -> None:
        """Begin with the yes, end with it."""
        is_allowed = self._guard.holds(Capability.RECORDING)
        if self._recording is None and is_allowed and self.folder:
            self._begin(Path(self.folder) / f"{secrets.token_hex(16)}.mp4")
        elif not is_allowed:
            self.finish()

    def finish(self, *, is_kept: bool = True) -> None:
        """Nothing is added any more; what is not kept, or no film, is deleted as soon as its file is closed."""
        recording, self._recording = self._recording, None
        if recording is None:
            return
        self._show.keep(None)
        recording.end()
        closing = self._loop.run_in_executor(None, recording.closed)
        self._closing.add(closing)
        closing.add_done_callback(lambda _: self._closed(closing, recording, is_kept=is_kept))

    def when_told(self, act: Callable[[], None]) -> None:
        """Do it as soon as every film that was finished is told of; now, where none is being closed."""
        self._then.append(act)
        self._go_on()

    def _closed(self, closing: asyncio.Future[bool], recording: Recording, *, is_kept: bool) -> None:
        is_film = closing.result() and is_kept
        if not is_film:
            with suppress(OSError):  # the user's side looks after what is left
                recording.path.unlink(missing_ok=True)
        name = recording.path.name if is_film else ""
        self._say(Recorded(file=name, seconds=recording.seconds, is_full=recording.is_full))
        self._closing.discard(closing)
        self._go_on()

    def _go_on(self) -> None:
        while self._then and not self._closing:
            self._then.pop(0)()

    def _begin(self, path: Path) -> None:
        self._recording = Recording(path, self._may_keep, lambda: self._loop.call_soon_threadsafe(self._fell))
        self._recording.start()
        self._show.keep(self._recording)

    def _may_keep(self) -> bool:
        """Only what the technician sees, as long as both hold: asked before each picture, on any thread."""
        return self.is_seen and self._guard.may_show() and self._guard.holds(Capability.RECORDING)

    def _fell(self) -> None:
        """The file is full, or cannot be written: the sharing goes on without it."""
        self._guard.take_back(Capability.RECORDING)
        self.follow()
        self._show.tell()
