"""A bad line between the two sides of a shared screen: both believe that the other is here, each packet waits its turn.

No kernel module is needed. Each round of the sharing gets two ports of its own, named in the offer and in the answer
in place of what stood there.
"""

import heapq
import random
import re
import selectors
import socket
import threading
import time
from dataclasses import dataclass
from itertools import count
from types import TracebackType

_CANDIDATE = re.compile(
    r"^a=candidate:\S+ 1 udp \d+ (\d+\.\d+\.\d+\.\d+) (\d+) typ host.*$", re.MULTILINE | re.IGNORECASE
)
_ANY = re.compile(r"^a=candidate:.*\r?\n", re.MULTILINE)
_QUEUE_S = 0.3
Address = tuple[str, int]


@dataclass
class Quality:
    """Bits a second, seconds each way, what part is lost; and whether anything goes through at all."""

    rate: float = 1_000_000
    delay_s: float = 0.075
    loss: float = 0.02
    is_open: bool = True


@dataclass
class _End:
    """One port: who is reached through it, and when it is free again."""

    port: socket.socket
    reached: Address | None = None
    free_at: float = 0.0


class Wire:
    """Carries until it is left. `change` takes what the two sides say of where they are."""

    def __init__(self, quality: Quality) -> None:
        self.quality = quality
        self._ends: tuple[_End, _End] | None = None
        self._chance, self._order = random.Random(7), count()  # noqa: S311 - the same losses each time
        self._ready, self._late = selectors.DefaultSelector(), list[tuple[float, int, _End, bytes]]()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Wire":
        """Carry."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Carry no more."""
        self._over.set()
        self._thread.join()
        for key in list(self._ready.get_map().values()):
            self._ready.unregister(key.fileobj)
            key.data[0].port.close()
        self._ready.close()

    def change(self, said: dict[str, str]) -> dict[str, str]:
        """An offer begins a pair of ports, an answer completes it."""
        is_offer = "commitment" in said
        places = [(host, int(port)) for host, port in _CANDIDATE.findall(said["sdp"])]
        if is_offer or self._ends is None:
            near = next((place for place in places if place[0] == "127.0.0.1"), places[0])
            self._ends = _End(_port(near[0]), near), _End(_port(near[0]))
            for this, other in (self._ends, self._ends[::-1]):
                self._ready.register(this.port, selectors.EVENT_READ, (this, other))
            return {**said, "sdp": _at(self._ends[1].port, said["sdp"])}
        here = self._ends[1].port.getsockname()[0]
        self._ends[1].reached = next((place for place in places if place[0] == here), places[0])
        return {**said, "sdp": _at(self._ends[0].port, said["sdp"])}

    def _run(self) -> None:
        while not self._over.is_set():
            wait = self._late[0][0] - time.monotonic() if self._late else 0.05
            for key, _ in self._ready.select(max(0.0, min(wait, 0.05))) if self._ready.get_map() else ():
                self._take(*key.data)
            if not self._ready.get_map():
                time.sleep(0.01)
            while self._late and self._late[0][0] <= time.monotonic():
                _, _, end, packet = heapq.heappop(self._late)
                if end.reached is not None:
                    end.port.sendto(packet, end.reached)

    def _take(self, came: _End, other: _End) -> None:
        """What came by one port leaves by the other: its answer must come from where the question went."""
        packet, sender = came.port.recvfrom(65_536)
        came.reached = sender
        now, quality = time.monotonic(), self.quality
        free_at = max(now, other.free_at) + len(packet) * 8 / quality.rate
        if quality.is_open and free_at - now < _QUEUE_S and self._chance.random() >= quality.loss:
            other.free_at = free_at
            heapq.heappush(self._late, (free_at + quality.delay_s, next(self._order), other, packet))


def _port(host: str) -> socket.socket:
    port = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    port.bind((host, 0))
    return port


def _at(port: socket.socket, sdp: str) -> str:
    """The description with that one place to go to, in each of its parts."""
    host, number = port.getsockname()
    line = f"a=candidate:1 1 udp 2130706431 {host} {number} typ host\r\n"
    bare = _ANY.sub("", sdp)
    return re.sub(r"^(c=IN .*\r?\n)", lambda found: found[1] + line, bare, flags=re.MULTILINE)
