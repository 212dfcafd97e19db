"""Runs all collectors at once, each with a deadline.

One that hangs, dies or talks too much costs its own section only.
"""

import struct
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, TypeVar

from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.clean import LONGEST, clean
from desktop_app.domain.sections import plain
from desktop_app.domain.snapshot import Reason, Section, SectionStatus

T = TypeVar("T")
Collector = Callable[[], Any]
"""Reads one section: answers its dataclass of `domain.sections`, or `Partly`."""

_SILENCE_S = 0.05
_WAITS = frozenset({"processes", "logs", "power", "reach"})
"""What waits (for a moment to pass, for the journal, for an answer from outside) more than it works."""

OUTSIDE_FAULTS = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, struct.error, ProgramFailed),
)
"""What nonsense from outside turns into. Anything else is a bug, which the thread's excepthook reports."""


@dataclass(frozen=True)
class Partly:
    """A section of which something could not be read."""

    data: Any
    reason: Reason


class Parts:
    """Reads a section part by part: what fails leaves its own part out and says why, the others stand."""

    def __init__(self) -> None:
        self.reason: Reason | None = None

    def rows(self, read: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """The entries of a list; none when it cannot be read."""
        return self.one(lambda: tuple(read())) or ()

    def one(self, read: Callable[[], T]) -> T | None:
        """What `read` answers; None when it cannot."""
        try:
            return read()
        except OUTSIDE_FAULTS as fault:
            self.note(why(fault))
            return None

    def note(self, reason: Reason | None) -> None:
        """Remember the first reason why the section is not whole."""
        self.reason = self.reason or reason

    def whole(self, data: T) -> T | Partly:
        """The section, whole or in part."""
        return data if self.reason is None else Partly(data, self.reason)


class Runner:
    """One thread that reads section after section, and one more for each section that waits: more would only fight.

    When nothing is answered for a moment another thread comes to help, so that what hangs holds up itself alone.
    A section that is still being read from the run before is not begun again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._being_read: set[str] = set()

    def run(self, collectors: Mapping[str, Collector], deadline_s: float) -> dict[str, Section]:
        """Every section, in the given order, after `deadline_s` seconds at the most."""
        started = monotonic()
        with self._lock:
            begun = [name for name in collectors if name not in self._being_read]
        turn = _Turn({name: collectors[name] for name in sorted(begun, key=_WAITS.__contains__, reverse=True)})
        for name in begun:
            if name in _WAITS:
                self._help(turn, 1)
        self._help(turn, len(begun))
        found = self._answers(turn, len(begun), started + deadline_s)
        late = (monotonic() - started) * 1000
        return {name: found.get(name) or _nothing(name, Reason.TOO_SLOW, late) for name in collectors}

    def _answers(self, turn: "_Turn", count: int, until: float) -> dict[str, Section]:
        found: dict[str, Section] = {}
        while len(found) < count and (left := until - monotonic()) > 0:
            try:
                section = turn.answers.get(timeout=min(left, _SILENCE_S))
            except Empty:
                self._help(turn, count)
            else:
                found[section.name] = section
        with self._lock:
            turn.waiting.clear()
        return found

    def _help(self, turn: "_Turn", most: int) -> None:
        if turn.waiting:
            threading.Thread(target=self._read, args=(turn, most), name="collect", daemon=True).start()

    def _read(self, turn: "_Turn", most: int) -> None:
        for _ in range(most):
            with self._lock:
                if not turn.waiting:
                    return
                name, collector = turn.waiting.popleft()
                self._being_read.add(name)
            try:
                _collect(name, collector, turn.answers)
            finally:
                with self._lock:
                    self._being_read.discard(name)


class _Turn:
    """One run: what is still to be read, and the answers so far."""

    def __init__(self, collectors: Mapping[str, Collector]) -> None:
        self.waiting = deque(collectors.items())
        self.answers: SimpleQueue[Section] = SimpleQueue()


def _collect(name: str, collector: Collector, answers: SimpleQueue[Section]) -> None:
    started = monotonic()
    section = _nothing(name, Reason.UNREADABLE)
    try:
        section = _section(name, collector(), started)
    except OUTSIDE_FAULTS as fault:
        section = _nothing(name, why(fault), _since(started))
    finally:
        answers.put(section)


def why(fault: BaseException) -> Reason:
    """The reason that a fault from outside is told by."""
    if isinstance(fault, ProgramFailed):
        return fault.reason
    if isinstance(fault, TimeoutError):
        return Reason.TOO_SLOW
    return Reason.NOT_ALLOWED if isinstance(fault, PermissionError) else Reason.UNREADABLE


def _section(name: str, answer: Any, started: float) -> Section:
    if isinstance(answer, Partly):
        return Section(name, SectionStatus.PARTIAL, _since(started), _harmless(plain(answer.data)), str(answer.reason))
    return Section(name, SectionStatus.OK, _since(started), _harmless(plain(answer)))


def _harmless(value: Any) -> Any:
    """Every text of a section made harmless to show, whichever reader forgot to."""
    if isinstance(value, str):
        return value if value.isprintable() and len(value) <= LONGEST else clean(value)
    if isinstance(value, dict):
        return {name: _harmless(item) for name, item in value.items()}
    return [_harmless(item) for item in value] if isinstance(value, list) else value


def _nothing(name: str, reason: Reason, took_ms: float = 0.0) -> Section:
    return Section(name, SectionStatus.UNAVAILABLE, took_ms, {}, str(reason))


def _since(started: float) -> float:
    return (monotonic() - started) * 1000
