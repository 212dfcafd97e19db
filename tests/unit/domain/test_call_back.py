"""When and where to call: what is written is read again, and nobody is offered a time that is over."""

from datetime import UTC, datetime, timedelta

from desktop_app.domain.call_back import between, read, slots, write
from desktop_app.domain.hours import Calendar

NINE = datetime(2026, 3, 24, 9, tzinfo=UTC)


def test_what_is_written_is_read_again() -> None:
    found = read(write(between(NINE, NINE + timedelta(hours=2)), " 01 99  00 "))
    assert (found.starts, found.ends, found.phone) == (NINE, NINE + timedelta(hours=2), "01 99 00")


def test_any_time_names_none() -> None:
    found = read(write("", "01 99 00"))
    assert (found.starts, found.ends, found.phone) == (None, None, "01 99 00")


def test_slots_are_short_and_still_to_come() -> None:
    hours = [(NINE, NINE + timedelta(hours=5)), (NINE + timedelta(days=1), NINE + timedelta(days=1, hours=1))]
    found = slots(hours, NINE + timedelta(hours=1, minutes=50))
    assert [(start - NINE, end - NINE) for start, end in found] == [
        (timedelta(hours=2), timedelta(hours=4)),
        (timedelta(hours=4), timedelta(hours=5)),
        (timedelta(days=1), timedelta(days=1, hours=1)),
    ]


def test_openings_are_cut_at_their_end_and_leave_out_holidays() -> None:
    week = {"tue": [["09:00", "12:00"], ["13:00", "17:00"]], "wed": [["09:00", "12:00"]]}
    calendar = Calendar.read("UTC", week, ["2026-03-25"])
    found = calendar.openings(NINE, NINE + timedelta(hours=6))
    assert found == [(NINE, NINE + timedelta(hours=3)), (NINE + timedelta(hours=4), NINE + timedelta(hours=6))]
    assert not calendar.openings(NINE + timedelta(days=1), NINE + timedelta(days=2))
