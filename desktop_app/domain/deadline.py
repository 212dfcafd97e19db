"""Deadlines of a request: what was promised, how much of that time is used up, and when the rest will be.

Rules: service level agreements as help desks keep them. Waiting for the requester stops the clock; a change of the
promise keeps the time already used; opening hours count unless the promise says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from desktop_app.domain.hours import Calendar
from desktop_app.domain.ticket import Priority, Status


class Metric(StrEnum):
    """What is promised: a first answer, an answer to what the requester wrote since, a solution."""

    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    SOLUTION = "solution"


class State(StrEnum):
    """Where a deadline stands. `cancelled`: the request was merged or withdrawn, so nothing is owed any more."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    CANCELLED = "cancelled"


PAUSED_BY: Mapping[Metric, frozenset[Status]] = {
    Metric.FIRST_ANSWER: frozenset(),
    Metric.NEXT_ANSWER: frozenset({Status.PENDING_REQUESTER}),
    Metric.SOLUTION: frozenset({Status.PENDING_REQUESTER}),
}
"""A first answer is owed whatever the state; waiting for a supplier is the help desk's own time."""


@dataclass(frozen=True)
class Target:
    """What is promised for a metric. `is_round_the_clock`: every hour counts, else opening hours only."""

    time: timedelta
    is_round_the_clock: bool = False


@dataclass(frozen=True)
class Deadline:
    """One promise. `used` is the time that counted before `since`, when it last began to count (None while it rests).

    `due_at` is None while it rests, and when the calendar never opens again.
    """

    metric: Metric
    target: Target
    started_at: datetime
    used: timedelta = timedelta()
    since: datetime | None = None
    due_at: datetime | None = None
    state: State = State.RUNNING
    ended_at: datetime | None = None

    @classmethod
    def begun(cls, metric: Metric, target: Target, at: datetime, calendar: Calendar) -> Self:
        """A promise given at `at`."""
        return cls(metric, target, at, since=at, due_at=_after(calendar, target, at, target.time))

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.state in {State.RUNNING, State.PAUSED}

    def paused(self, at: datetime, calendar: Calendar) -> Self:
        """Resting from `at` on: we wait for the requester."""
        if self.state is not State.RUNNING:
            return self
        return replace(self, used=self._used_by(at, calendar), since=None, due_at=None, state=State.PAUSED)

    def resumed(self, at: datetime, calendar: Calendar) -> Self:
        """Counting again from `at` on: what is left is left in full."""
        if self.state is not State.PAUSED:
            return self
        left = self.target.time - self.used
        return replace(self, since=at, due_at=_after(calendar, self.target, at, left), state=State.RUNNING)

    def retargeted(self, target: Target, at: datetime, calendar: Calendar) -> Self:
        """Another promise, from the same start: the time used counts against it."""
        if not self.is_open:
            return self
        used = self._used_by(at, calendar)
        if self.state is State.PAUSED:
            return replace(self, target=target, used=used)
        return replace(
            self, target=target, used=used, since=at, due_at=_after(calendar, target, at, target.time - used)
        )

    def met(self, at: datetime) -> Self:
        """What was promised was done at `at`."""
        return replace(self, state=State.MET, ended_at=at) if self.is_open else self

    def cancelled(self, at: datetime) -> Self:
        """Nothing is owed any more."""
        return replace(self, state=State.CANCELLED, ended_at=at, due_at=None) if self.is_open else self

    def is_late(self, now: datetime) -> bool:
        """Whether it was, or is, later than promised."""
        if self.state in {State.PAUSED, State.CANCELLED} or self.due_at is None:
            return False
        return (self.ended_at or now) > self.due_at

    def share(self, now: datetime, calendar: Calendar) -> float:
        """The part of the promised time that is used up; 1 when it is over, more when it is late."""
        whole = self.target.time.total_seconds()
        return self._used_by(self.ended_at or now, calendar).total_seconds() / whole if whole else 1.0

    def _used_by(self, at: datetime, calendar: Calendar) -> timedelta:
        return self.used + (_between(calendar, self.target, self.since, at) if self.since else timedelta())


def _after(calendar: Calendar, target: Target, at: datetime, left: timedelta) -> datetime | None:
    if target.is_round_the_clock or left <= timedelta():
        return at + left
    return calendar.after(at, left)


def _between(calendar: Calendar, target: Target, start: datetime, end: datetime) -> timedelta:
    if end <= start:
        return timedelta()
    return end - start if target.is_round_the_clock else calendar.between(start, end)


Promises = Mapping[Priority, Mapping[Metric, Target]]
"""What is promised for each priority; a metric that is missing is not promised."""


def _hours(first: float, following: float, solution: float) -> Mapping[Metric, Target]:
    return {
        Metric.FIRST_ANSWER: Target(timedelta(hours=first)),
        Metric.NEXT_ANSWER: Target(timedelta(hours=following)),
        Metric.SOLUTION: Target(timedelta(hours=solution)),
    }


USUAL: Promises = {
    Priority.CRITICAL: _hours(0.5, 1, 4),
    Priority.HIGH: _hours(1, 2, 8),
    Priority.NORMAL: _hours(4, 8, 24),
    Priority.LOW: _hours(8, 16, 40),
    Priority.PLANNED: _hours(16, 24, 80),
}
"""Until the organisation says otherwise, in opening hours."""
