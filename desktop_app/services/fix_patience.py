"""How long a step may take: what only looks is not waited for longer, what changes stops at its next safe point."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from typing import TypeVar

from desktop_app.domain.action import ActionFailed, Say, StopAsked

T = TypeVar("T")

LOOKING_S = 75.0
"""A tool answers within 10 to 40 s or is ended; a look that takes longer than this hangs in something else."""

CHANGING_S = 900.0
_LISTEN_EVERY_S = 0.25


class TooSlow(ActionFailed):
    """A step took longer than it may."""


def within(seconds: float, work: Callable[[], T], say: Say) -> T:
    """What `work` gives; TooSlow when it takes longer, StopAsked as soon as Stop was pressed.

    `work` must change nothing: when it hangs it is left behind, and what it gives later is not used.
    """
    answer: Future[T] = Future()
    threading.Thread(target=_answer, args=(work, answer), name="rescousse-fix-look", daemon=True).start()
    until = time.monotonic() + seconds
    while not wait([answer], timeout=min(_LISTEN_EVERY_S, max(0.0, until - time.monotonic()))).done:
        if time.monotonic() >= until:
            raise TooSlow(f"no answer in {seconds:g} s")
        say("", 0.0)
    return answer.result()


def _answer(work: Callable[[], T], answer: "Future[T]") -> None:
    try:
        answer.set_result(work())
    except BaseException as failure:  # noqa: BLE001 -- raised again where the answer is awaited
        answer.set_exception(failure)


def stopping(say: Say, seconds: float) -> Say:
    """`say` for a change that can be taken back: at a safe point it also ends what takes longer than `seconds`."""
    until = time.monotonic() + seconds

    def heard(key: str, share: float) -> None:
        say(key, share)
        if time.monotonic() > until:
            raise TooSlow(f"not done in {seconds:g} s")

    return heard


def unstoppable(say: Say) -> Say:
    """`say` for a change without a way back: once begun it is made whole, and Stop takes effect after it."""

    def heard(key: str, share: float) -> None:
        with suppress(StopAsked):
            say(key, share)

    return heard
