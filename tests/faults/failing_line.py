"""A TCP line between two programs that cuts connections at random moments, with a seed to repeat it."""

import random
import socket
import threading
from contextlib import suppress


class FailingLine:
    """Forwards to `port`; about every second connection is cut after a random number of bytes, in either direction."""

    def __init__(self, port: int, seed: int) -> None:
        self.is_failing = True
        self.cuts = 0
        self._port = port
        self._random = random.Random(seed)  # noqa: S311 - a seed to repeat it
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        cuts = self.is_failing and self._random.random() < 0.5
        left = [self._random.randrange(1, 4000) if cuts else None]
        with near, suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=60) as far:
            for end in (near, far):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._pump, args=(far, near, left), daemon=True)
            back.start()
            self._pump(near, far, left)
            back.join(10)

    def _pump(self, source: socket.socket, target: socket.socket, left: list[int | None]) -> None:
        with suppress(OSError):
            while part := source.recv(2048):
                if left[0] is not None:
                    left[0] -= len(part)
                    if left[0] <= 0:
                        self.cuts += 1
                        break
                target.sendall(part)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
