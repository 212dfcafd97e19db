"""A change that takes itself back when nobody says that it is good: the screen may be dark to the person asked."""

import threading
from collections.abc import Callable
from contextlib import suppress

from desktop_app.domain.action import ActionFailed

_waiting: dict[str, threading.Timer] = {}


def unless_confirmed(key: str, seconds: float, take_back: Callable[[], None]) -> None:
    """Calls `take_back` after `seconds` unless `confirmed` is called before. Nothing is left of it when we die."""

    def act() -> None:
        _waiting.pop(key, None)
        with suppress(ActionFailed, OSError):
            take_back()

    confirmed(key)
    timer = threading.Timer(seconds, act)
    timer.daemon, timer.name = True, "unconfirmed change"
    _waiting[key] = timer
    timer.start()


def confirmed(key: str) -> None:
    """The change is good, or was taken back otherwise."""
    timer = _waiting.pop(key, None)
    if timer:
        timer.cancel()
