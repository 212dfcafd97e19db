"""Working time, against the vectors that help desks are held to."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.hours import Calendar

BERLIN = ZoneInfo("Europe/Berlin")
HALVES = [["08:00", "12:00"], ["13:00", "17:00"]]
WEEK = {**dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), HALVES), "sat": [], "sun": []}
CALENDAR = Calendar.read("Europe/Berlin", WEEK, ["2026-12-25"])


def _berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-12-18 15:00", 4, "2026-12-21 10:00"),
        ("2026-12-24 13:00", 8, "2026-12-28 12:00"),
        ("2026-12-20 11:00", 2, "2026-12-21 10:00"),
        ("2026-03-27 15:00", 4, "2026-03-30 10:00"),
    ],
    ids=["over a weekend", "over a holiday", "from a Sunday", "over a change of clocks"],
)
def test_so_much_working_time_later(start: str, hours: int, end: str) -> None:
    assert CALENDAR.after(_berlin(start), timedelta(hours=hours)) == _berlin(end)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-12-18 08:00", True),
        ("2026-12-18 12:00", False),
        ("2026-12-18 16:59", True),
        ("2026-12-19 10:00", False),
        ("2026-12-25 10:00", False),
    ],
)
def test_open_or_closed(moment: str, is_open: bool) -> None:
    assert CALENDAR.is_open(_berlin(moment)) is is_open


def test_when_it_opens_next() -> None:
    assert CALENDAR.opens_at(_berlin("2026-12-24 18:00")) == _berlin("2026-12-28 08:00")
    assert CALENDAR.opens_at(_berlin("2026-12-21 09:00")) == _berlin("2026-12-21 09:00")


def test_a_desk_that_never_opens_promises_nothing() -> None:
    never = Calendar.read("UTC", {}, [])
    assert never.opens_at(datetime(2026, 1, 1, tzinfo=UTC)) is None
    assert never.after(datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1)) is None


@pytest.mark.parametrize("span", [["12:00", "08:00"], ["25:00", "26:00"], ["eight", "nine"]])
def test_what_is_not_a_time_is_refused(span: list[str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Calendar.read("UTC", {"mon": [span]}, [])


# hypothesis asks for naive bounds
YEAR = (datetime(2026, 1, 1), datetime(2027, 1, 1))  # noqa: DTZ001


@given(st.datetimes(*YEAR), st.integers(1, 2000))
def test_more_work_never_ends_earlier_and_always_ends_open(start: datetime, minutes: int) -> None:
    begin = start.replace(tzinfo=BERLIN)
    end = CALENDAR.after(begin, timedelta(minutes=minutes))
    later = CALENDAR.after(begin, timedelta(minutes=minutes + 1))
    assert end is not None
    assert later is not None
    assert begin < end < later
    assert CALENDAR.is_open(end - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-12-18 15:00", "2026-12-21 10:00", 4),
        ("2026-12-24 13:00", "2026-12-28 12:00", 8),
        ("2026-12-19 10:00", "2026-12-20 18:00", 0),
        ("2026-12-18 11:00", "2026-12-18 14:00", 2),
    ],
)
def test_working_time_between_two_moments(start: str, end: str, hours: int) -> None:
    assert CALENDAR.between(_berlin(start), _berlin(end)) == timedelta(hours=hours)
