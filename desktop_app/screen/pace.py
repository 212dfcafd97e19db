"""How much may be on its way: grows while the browser answers quickly, shrinks when answers come late.

Pure: the clock is passed in. A queue in the network costs every later picture its time, so what is not yet sent is
better replaced by what is newer.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

LEAST, FIRST, MOST = 16_000, 48_000, 2_000_000
"""Bytes on their way."""
LATE_S = 0.15
"""More than this beyond the quickest answer is a queue."""
LOST_S = 5.0
"""A picture that was not answered for so long is not waited for."""


@dataclass
class Pace:
    """Pictures on their way, by number, and what their answers say about the line."""

    clock: Callable[[], float]
    window: int = FIRST
    _sent: dict[int, tuple[int, float, int]] = field(default_factory=dict)
    _quickest: float = 1.0
    bytes_a_second: float = 0.0
    """What the line carries, once answers came late; 0 while it carries all that is sent."""
    _shown: int = 0
    _seen: list[tuple[float, int]] = field(default_factory=list)

    @property
    def on_way(self) -> int:
        """Bytes that were not answered yet."""
        self._forget()
        return sum(size for size, _, _ in self._sent.values())

    def room(self) -> bool:
        """Whether more may be sent now."""
        return self.on_way < self.window

    def sent(self, number: int, size: int) -> None:
        """A picture left."""
        self._sent[number] = (size, self.clock(), self._shown)

    def shown(self, number: int) -> None:
        """The browser answered; the answer counts for all pictures before it too."""
        if number not in self._sent:
            return
        size, at, shown_then = self._sent[number]
        now = self.clock()
        for earlier in [known for known, (_, moment, _) in self._sent.items() if moment <= at]:
            done = self._sent.pop(earlier)[0]
            self._shown += done
            self._seen.append((now, done))
        took = max(now - at, 0.001)
        self._quickest = min(self._quickest * 1.01, took)
        late = took > self._quickest + LATE_S
        self.bytes_a_second = (self._shown - shown_then) / took if late else 0.0
        grown = int(self.window * 0.7) if late else self.window + size
        self.window = max(LEAST, min(MOST, grown))

    def kbits(self) -> int:
        """Thousands of bits a second that were shown, over the last two seconds."""
        since = self.clock() - 2
        self._seen = [(at, size) for at, size in self._seen if at > since]
        return sum(size for _, size in self._seen) * 8 // 2000

    @property
    def slow(self) -> bool:
        """Whether the line carries too little for whole sharp pictures."""
        return self.window < FIRST // 2

    def _forget(self) -> None:
        before = self.clock() - LOST_S
        for number in [known for known, (_, at, _) in self._sent.items() if at < before]:
            del self._sent[number]
            self.window = max(LEAST, self.window // 2)
