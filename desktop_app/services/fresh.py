"""Answers that are kept for half a minute: a laptop that changes its network is not lost for long."""

import threading
import time
from collections.abc import Callable

_FRESH_S = 30.0


class Fresh:
    """What `ask` says of an address, asked at most every half minute. Called on the threads of requests; may block."""

    def __init__(self, ask: Callable[[str], str], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, str]] = {}

    def __call__(self, url: str) -> str:
        """The answer of now, or of a moment ago."""
        now = self._clock()
        with self._lock:
            asked, found = self._known.get(url, (-_FRESH_S, ""))
            if now - asked >= _FRESH_S:
                found = self._ask(url)
                self._known[url] = now, found
            return found
