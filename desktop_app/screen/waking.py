"""A bell that ends the sleep of a thread."""

import contextlib
import os
import threading


class Bell:
    """Something to `select` on. It may be rung from any thread, also after `close`: its number may then be a file's."""

    def __init__(self) -> None:
        self._out, self._in = os.pipe()
        os.set_blocking(self._out, False)
        os.set_blocking(self._in, False)
        self._lock, self._is_open = threading.Lock(), True

    def fileno(self) -> int:
        """What becomes readable."""
        return self._out

    def ring(self) -> None:
        """End the sleep, or the next one; one that was rung and not heard yet need not be rung again."""
        with self._lock, contextlib.suppress(BlockingIOError):
            if self._is_open:
                os.write(self._in, b"w")

    def heard(self) -> None:
        """Ready for the next."""
        with contextlib.suppress(BlockingIOError):
            os.read(self._out, 4096)

    def close(self) -> None:
        """No sleep is ended any more."""
        with self._lock:
            self._is_open = False
            os.close(self._in)
            os.close(self._out)
