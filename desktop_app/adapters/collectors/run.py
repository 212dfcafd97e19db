"""Runs all collectors at once, each with a deadline.

One that hangs, dies or talks too much costs its own section only.
"""

import struct
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, TypeVar

from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.domain.sections import plain
from desktop_app.domain.snapshot import Reason, Section, SectionStatus

T = TypeVar("T")
Collector = Callable[[], Any]
"""Reads one section: answers its dataclass of `domain.sections`, or `Partly`."""

OUTSIDE_FAULTS = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, struct.error, ProgramFailed),
)
"""What nonsense from outside turns into. Anything else is a bug, which the thread's excepthook reports."""


def not_told() -> Any:
    """A section that this system does not tell. Raises ProgramFailed."""
    raise ProgramFailed(Reason.NOT_HERE)


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
    """Remembers collectors that never came back, so that a dead mount does not collect threads."""

    def __init__(self) -> None:
        self._running: dict[str, threading.Thread] = {}

    def run(self, collectors: Mapping[str, Collector], deadline_s: float) -> dict[str, Section]:
        """Every section, in the given order, after `deadline_s` seconds at the most."""
        started, answers = monotonic(), SimpleQueue[Section]()
        waited = {name for name in collectors if self._start(name, collectors[name], answers)}
        found: dict[str, Section] = {}
        while waited - found.keys():
            left = started + deadline_s - monotonic()
            try:
                section = answers.get(timeout=max(left, 0.001))
            except Empty:
                break
            found[section.name] = section
        late = (monotonic() - started) * 1000
        return {name: found.get(name) or _nothing(name, Reason.TOO_SLOW, late) for name in collectors}

    def _start(self, name: str, collector: Collector, answers: SimpleQueue[Section]) -> bool:
        before = self._running.get(name)
        if before is not None and before.is_alive():
            return False
        thread = threading.Thread(target=_collect, args=(name, collector, answers), name=f"collect-{name}", daemon=True)
        self._running[name] = thread
        thread.start()
        return True


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
        return Section(name, SectionStatus.PARTIAL, _since(started), plain(answer.data), str(answer.reason))
    return Section(name, SectionStatus.OK, _since(started), plain(answer))


def _nothing(name: str, reason: Reason, took_ms: float = 0.0) -> Section:
    return Section(name, SectionStatus.UNAVAILABLE, took_ms, {}, str(reason))


def _since(started: float) -> float:
    return (monotonic() - started) * 1000
