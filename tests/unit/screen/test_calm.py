"""What is wanted very often is done now and then, and always once more when it was wanted last."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.screen.calm import FIRST_S, MOST_S, Calm


class Later:
    """An event loop's `call_later`; the time passes when the test says so."""

    def __init__(self) -> None:
        self.rests: list[float] = []
        self._act: Callable[[], None] | None = None

    def __call__(self, seconds: float, act: Callable[[], None]) -> "Later":
        self.rests.append(seconds)
        self._act = act
        return self

    def cancel(self) -> None:
        self._act = None

    def passes(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()


@pytest.fixture
def later() -> Later:
    """Time that stands."""
    return Later()


def test_who_wants_it_now_and_then_never_waits(later: Later) -> None:
    done: list[Any] = []
    calm = Calm(lambda: done.append(1), later)
    for number in range(1, 4):
        calm.want()
        assert len(done) == number
        later.passes()
    assert later.rests == [FIRST_S] * 3


def test_a_flood_is_done_ever_more_seldom_and_its_last_is_not_lost(later: Later) -> None:
    wanted, seen = [0], list[int]()
    calm = Calm(lambda: seen.append(wanted[0]), later)
    for _ in range(12):
        for _ in range(1000):
            wanted[0] += 1
            calm.want()
        later.passes()
    assert seen == [1, *(1000 * rests for rests in range(1, 13))]
    assert later.rests[:3] == [FIRST_S, FIRST_S * 2, FIRST_S * 4]
    assert later.rests[-1] == MOST_S
    later.passes()
    calm.want()
    assert later.rests[-1] == FIRST_S, "who was quiet for a while does not wait"


def test_nothing_is_done_after_the_end(later: Later) -> None:
    done: list[int] = []
    calm = Calm(lambda: done.append(1), later)
    calm.want()
    calm.want()
    calm.stop()
    later.passes()
    assert done == [1]
