"""The process: lines come in on standard input, go out on standard output, and when the pipe closes it is over."""

import asyncio
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import IO, Any

from pydantic import TypeAdapter, ValidationError

from desktop_app.domain.consent import Ending
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import Mute
from desktop_app.protocol.screen_lines import Pause, Refuse, Stop, ToScreen
from desktop_app.screen.desktop import Desktop, Watch
from desktop_app.screen.guard import Guard
from desktop_app.screen.sharing import SWEEP_S, Sharing

_LINE: TypeAdapter[Word] = TypeAdapter(ToScreen)
_FAREWELL_S = 0.3
"""How long the last words may take to leave."""
_log = logging.getLogger(__name__)


def clock() -> float:
    """Seconds that also pass while the machine sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def main() -> int:
    """Serve one sharing; 0 when it ended as the user's side wanted, 1 when something broke."""
    from desktop_app.screen.desktops import this_desktop

    lines_out = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what a library prints must not look like a line
    ending = asyncio.run(serve(sys.stdin.buffer, lines_out, this_desktop()))
    logging.shutdown()
    os._exit(1 if ending == Ending.CRASHED else 0)  # no thread of ours may outlive the end


async def serve(lines_in: IO[bytes], lines_out: IO[str], desktop: Desktop) -> Ending:
    """Hear and say until the end."""
    loop, guard = asyncio.get_running_loop(), Guard(clock)
    sharing = Sharing(_writer(lines_out), guard, desktop)
    loop.set_exception_handler(lambda _, trouble: _crashed(sharing, trouble))
    loop.add_signal_handler(signal.SIGTERM, sharing.end, Ending.LOGGED_OUT)
    words, urgent = asyncio.Queue[Word](), asyncio.Queue[Word]()
    reader = _Reader(lines_in, guard, lambda word: loop.call_soon_threadsafe(_arrived, word, sharing, words, urgent))
    threading.Thread(target=reader.run, name="lines", daemon=True).start()
    unwatch = desktop.watch(_watch(loop, sharing))
    work = _hear(urgent, sharing), _hear(words, sharing), _sweep(sharing)
    tasks = [asyncio.create_task(part) for part in work]
    for task in tasks:
        task.add_done_callback(lambda task: _ended(task, sharing))
    await sharing.done.wait()
    unwatch()
    for task in tasks:
        task.cancel()
    await asyncio.sleep(_FAREWELL_S / 3)
    await asyncio.wait([asyncio.create_task(sharing.close())], timeout=_FAREWELL_S)
    return guard.ending or Ending.CRASHED


class _Reader:
    """Reads lines on a thread of its own: a stop counts the moment it is read, however busy the rest is."""

    def __init__(self, lines: IO[bytes], guard: Guard, hear: Callable[[Word], object]) -> None:
        self._lines, self._guard, self._hear = lines, guard, hear

    def run(self) -> None:
        """Until the pipe closes; a line that is none is the end too."""
        for line in self._lines:
            word = _read(line)
            if isinstance(word, Stop):
                self._guard.halted = True
            self._hear(word)
        self._guard.halted = True
        self._hear(Stop(ending=Ending.CRASHED))


def _read(line: bytes) -> Word:
    try:
        return _LINE.validate_json(line)
    except ValidationError:
        _log.error("a line that is none: %d bytes", len(line))
        return Stop(ending=Ending.CRASHED)


def _arrived(word: Word, sharing: Sharing, words: asyncio.Queue[Word], urgent: asyncio.Queue[Word]) -> None:
    """A stop overtakes what waits. So does what only takes away; in its turn it takes away what was given before it."""
    if isinstance(word, Stop):
        sharing.stop(word)
        return
    if _takes_away(word):
        urgent.put_nowait(word)
    words.put_nowait(word)


def _takes_away(word: Word) -> bool:
    muted, paused = isinstance(word, Mute) and word.muted, isinstance(word, Pause) and word.paused
    return isinstance(word, Refuse) or muted or paused


async def _hear(words: asyncio.Queue[Word], sharing: Sharing) -> None:
    while True:
        await sharing.hear(await words.get())


def _ended(task: asyncio.Task[None], sharing: Sharing) -> None:
    trouble = None if task.cancelled() else task.exception()
    if trouble is not None:
        _crashed(sharing, {"message": "the sharing ends", "exception": trouble})


async def _sweep(sharing: Sharing) -> None:
    while True:
        await asyncio.sleep(SWEEP_S)
        sharing.sweep()


def _writer(lines: IO[str]) -> Callable[[Word], None]:
    def say(word: Word) -> None:
        try:
            lines.write(word.model_dump_json() + "\n")
        except OSError:  # nobody reads any more; the reader hears of it too
            _log.info("the pipe is closed")

    return say


def _watch(loop: asyncio.AbstractEventLoop, sharing: Sharing) -> Watch:
    def hand() -> None:
        sharing.guard.hand()
        loop.call_soon_threadsafe(sharing.hand)

    def escape() -> None:
        loop.call_soon_threadsafe(sharing.escape)

    def end(ending: Ending) -> None:
        loop.call_soon_threadsafe(sharing.end, ending)

    return Watch(hand, escape, end)


def _crashed(sharing: Sharing, trouble: dict[str, Any]) -> None:
    _log.error("%s", trouble.get("message"), exc_info=trouble.get("exception"))
    sharing.end(Ending.CRASHED)
