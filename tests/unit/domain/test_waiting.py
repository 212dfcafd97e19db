"""The waiting line: what may be said of how long it takes, and when nothing is said."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.waiting import FEWEST, Waited, usual, usual_from

NINE = datetime(2026, 3, 20, 9, tzinfo=UTC)


def came(at: int, minutes: int, priority: int = 3) -> Waited:
    """Came so many minutes after nine, and waited."""
    start = NINE + timedelta(minutes=at)
    return Waited(priority, start, start + timedelta(minutes=minutes), minutes)


def mornings(*minutes: int) -> Iterator[Waited]:
    """Some mornings on which several came at once, a second apart, and each waited so long."""
    for day in range(FEWEST):
        for place, wait in enumerate(minutes):
            start = NINE + timedelta(days=day, seconds=place)
            yield Waited(3, start, start + timedelta(minutes=wait), wait)


def test_the_median_is_said_from_five_answers_on() -> None:
    assert usual([4, 60, 5, 3]) is None
    assert usual([4, 60, 5, 3, 6]) == 5


def test_a_moment_is_a_minute() -> None:
    assert usual([0.1] * FEWEST) == 1


def test_who_is_second_hears_what_the_second_waited() -> None:
    waited = list(mornings(4, 9, 20))
    assert [usual_from(rank, waited) for rank in (1, 2)] == [4, 9]


def test_a_later_place_is_told_by_those_near_it() -> None:
    waited = list(mornings(4, 9, 20))
    assert usual_from(3, waited) == 14, "second and third together"
    assert usual_from(4, waited) == 20
    assert usual_from(9, waited) is None, "nobody came to such a place"


def test_who_is_pressing_did_not_wait_behind_the_others() -> None:
    early = [came(100 * day, 50) for day in range(FEWEST)]
    pressing = [came(100 * day + 1, 2, priority=1) for day in range(FEWEST)]
    assert usual_from(1, [*early, *pressing]) == 26, "both were first when they came"
    assert usual_from(2, [*early, *pressing]) is None


def in_so_many_words(rank: int, waited: Sequence[Waited]) -> int | None:
    """The same, each asked about each: the rule as it reads."""

    def place(one: Waited) -> int:
        return 1 + sum(other.came < one.came < other.answered and other.priority <= one.priority for other in waited)

    return usual([one.minutes for one in waited if abs(place(one) - rank) <= rank // 3])


@pytest.mark.parametrize("seed", range(20))
def test_places_are_those_that_asking_each_about_each_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- the same each time
    waited = [came(chance.randrange(40), chance.randrange(30), chance.randrange(1, 6)) for _ in range(60)]
    for rank in range(1, 20):
        assert usual_from(rank, waited) == in_so_many_words(rank, waited)


def test_a_long_history_is_not_compared_each_with_each() -> None:
    asked = 0

    class Watched(datetime):
        def __lt__(self, other: datetime) -> bool:  # type: ignore[override]
            nonlocal asked
            asked += 1
            return datetime.__lt__(self, other)

    moments = [Watched(2026, 3, 20, 9, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(2000)]
    waited = [Waited(3, start, start + timedelta(minutes=9), 9) for start in moments]
    assert usual_from(9, waited) == 9
    assert 2000 < asked < 2000 * 60
