"""Deadlines in opening hours: the vectors of service levels, pauses, other promises, and clocks that change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.deadline import Deadline, Metric, State, Target
from desktop_app.domain.hours import Calendar

WORKDAY = [["08:00", "12:00"], ["13:00", "17:00"]]
CALENDAR = Calendar.read("Europe/Berlin", dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), WORKDAY), ["2026-12-25"])
BERLIN = ZoneInfo("Europe/Berlin")
YEARS = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def begun(start: str, hours: float, *, is_round_the_clock: bool = False) -> Deadline:
    target = Target(timedelta(hours=hours), is_round_the_clock)
    return Deadline.begun(Metric.SOLUTION, target, at(start), CALENDAR)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-12-18 15:00", 4, "2026-12-21 10:00"),
        ("2026-12-24 13:00", 8, "2026-12-28 12:00"),
        ("2026-12-20 11:00", 2, "2026-12-21 10:00"),
        ("2026-03-27 16:00", 2, "2026-03-30 09:00"),
        ("2026-10-23 16:00", 9, "2026-10-26 17:00"),
    ],
    ids=["over a weekend", "over a holiday", "from a Sunday", "clocks go forward", "clocks go back"],
)
def test_opening_hours_count(start: str, hours: float, due: str) -> None:
    assert begun(start, hours).due_at == at(due)


def test_every_hour_counts_where_that_was_promised() -> None:
    assert begun("2026-12-18 15:00", 4, is_round_the_clock=True).due_at == at("2026-12-18 19:00")


def test_waiting_for_the_requester_takes_nothing_away() -> None:
    resting = begun("2026-12-14 08:00", 8).paused(at("2026-12-14 11:00"), CALENDAR)
    assert (resting.state, resting.due_at, resting.used) == (State.PAUSED, None, timedelta(hours=3))
    assert not resting.is_late(at("2027-01-01 08:00"))
    again = resting.resumed(at("2026-12-16 15:00"), CALENDAR)
    assert again.due_at == at("2026-12-17 11:00"), "five hours are left"


def test_pausing_twice_and_resuming_what_runs_change_nothing() -> None:
    running = begun("2026-12-14 08:00", 8)
    resting = running.paused(at("2026-12-14 11:00"), CALENDAR)
    assert running.resumed(at("2026-12-14 11:00"), CALENDAR) == running
    assert resting.paused(at("2026-12-15 11:00"), CALENDAR) == resting


def test_another_promise_keeps_the_time_already_used() -> None:
    running = begun("2026-12-14 08:00", 24)
    sooner = running.retargeted(Target(timedelta(hours=8)), at("2026-12-14 14:00"), CALENDAR)
    assert sooner.due_at == at("2026-12-14 17:00"), "five of eight hours were used"
    too_late = running.retargeted(Target(timedelta(hours=4)), at("2026-12-15 08:00"), CALENDAR)
    assert too_late.is_late(at("2026-12-15 08:01"))
    resting = running.paused(at("2026-12-14 12:00"), CALENDAR)
    shorter = resting.retargeted(Target(timedelta(hours=6)), at("2026-12-15 12:00"), CALENDAR)
    assert shorter.resumed(at("2026-12-15 13:00"), CALENDAR).due_at == at("2026-12-15 15:00")


def test_kept_late_and_no_longer_owed() -> None:
    running = begun("2026-12-14 08:00", 2)
    assert not running.met(at("2026-12-14 09:59")).is_late(at("2027-01-01 00:00"))
    assert running.met(at("2026-12-14 10:01")).is_late(at("2026-12-14 10:01"))
    gone = running.cancelled(at("2026-12-14 09:00"))
    assert not gone.is_late(at("2027-01-01 00:00"))
    assert gone.met(at("2026-12-14 09:30")) == gone, "what is over stays as it was"
    assert running.share(at("2026-12-14 09:30"), CALENDAR) == 0.75


def test_a_help_desk_that_never_opens_promises_nothing() -> None:
    never = Calendar.read("Europe/Berlin", {}, [])
    running = Deadline.begun(Metric.FIRST_ANSWER, Target(timedelta(hours=1)), at("2026-12-14 08:00"), never)
    assert running.due_at is None
    assert not running.is_late(at("2027-12-14 08:00"))


@given(
    start=st.datetimes(*YEARS),
    hours=st.integers(1, 60),
    rests=st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 4000)), max_size=4),
)
def test_pauses_never_lengthen_or_shorten_what_is_owed(
    start: datetime, hours: int, rests: list[tuple[int, int]]
) -> None:
    """Whatever the pauses, the working time between start and due, rests left out, is what was promised."""
    moment = start.replace(tzinfo=UTC)
    deadline = Deadline.begun(Metric.SOLUTION, Target(timedelta(hours=hours)), moment, CALENDAR)
    worked = timedelta()
    for wait, rest in rests:
        later = moment + timedelta(minutes=wait)
        if deadline.due_at is None or later >= deadline.due_at:
            break
        worked += CALENDAR.between(moment, later)
        moment = later + timedelta(minutes=rest)
        deadline = deadline.paused(later, CALENDAR).resumed(moment, CALENDAR)
    assert deadline.due_at is not None
    assert worked + CALENDAR.between(moment, deadline.due_at) == timedelta(hours=hours)
