"""What leaves next: tiles, film, tiles again; and how much may be on its way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.screen.pace import FIRST, LEAST, MOST, Pace
from desktop_app.screen.plan import ONGOING_S, REST_S, Plan
from desktop_app.screen.tiles import LAST, PNG, Rect, around, bands, cut, message, numbered, png
from tests.unit.screen.technician import pixels_of
from tests.unit.screen.watch import Watch

WIDE, HIGH = 1900, 1000
LETTER, PAGE = Rect(320, 320, 16, 32), Rect(0, 0, WIDE, HIGH)
VIDEO = Rect(64, 128, 640, 320)


@pytest.fixture
def plan(watch: Watch) -> Plan:
    """A picture that is sharp everywhere."""
    plan = Plan(WIDE, HIGH, watch)
    list(plan.debts())
    return plan


def size(rects: list[Rect]) -> int:
    return sum(rect.size for rect in rects)


def test_at_first_all_of_it_is_owed(watch: Watch) -> None:
    plan = Plan(WIDE, HIGH, watch)
    assert plan.patience() == 0
    assert size(list(plan.debts())) == WIDE * HIGH
    assert plan.patience() is None


def test_a_letter_is_a_tile(plan: Plan) -> None:
    step = plan.changed([LETTER])
    assert (step.tiles, step.film) == ([LETTER], False)


def test_a_new_page_is_sent_sharp_at_once(plan: Plan) -> None:
    step = plan.changed([PAGE])
    assert not step.film
    assert size(list(plan.debts())) == PAGE.size


def test_what_goes_on_moving_is_film_and_then_sharp_again(plan: Plan, watch: Watch) -> None:
    plan.changed([VIDEO])
    list(plan.debts())
    watch.now += ONGOING_S / 10
    step = plan.changed([VIDEO])
    assert step.film
    assert size(step.clear) == VIDEO.size
    watch.now += 0.03
    assert not plan.changed([VIDEO]).clear
    assert not plan.owing
    watch.now += REST_S[1]
    assert not plan.changed([]).film
    assert size(list(plan.debts())) == VIDEO.size
    assert not plan.moving


def test_a_letter_beside_the_film_is_a_tile(plan: Plan, watch: Watch) -> None:
    for _ in range(2):
        plan.changed([VIDEO])
    step = plan.changed([Rect(1600, 800, 16, 16), Rect(64, 128, 16, 16)])
    assert step.tiles == [Rect(1600, 800, 16, 16)]
    assert step.film


def test_letters_do_not_keep_the_film_going(plan: Plan, watch: Watch) -> None:
    for _ in range(2):
        plan.changed([VIDEO])
    for _ in range(10):
        watch.now += 0.05
        step = plan.changed([Rect(64, 128, 16, 16)])
    assert not step.film
    assert not plan.moving


def test_a_slow_line_gets_a_first_look_once(watch: Watch) -> None:
    plan = Plan(WIDE, HIGH, watch)
    assert not plan.glance(10_000_000).film
    step = plan.glance(200_000)
    assert step.film
    assert size(step.clear) == WIDE * HIGH
    watch.now += 1
    plan.changed([])
    assert plan.owing
    assert not plan.glance(200_000).film


rects = st.builds(Rect, st.integers(0, WIDE - 1), st.integers(0, HIGH - 1), st.integers(1, 900), st.integers(1, 900))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.lists(rects, max_size=4), st.floats(0, 0.4)), max_size=12))
def test_nothing_that_changed_is_forgotten(changes: list[tuple[list[Rect], float]]) -> None:
    """When it rests, each pixel that changed was sent as a tile after its last change."""
    watch = Watch()
    plan = Plan(WIDE, HIGH, watch)
    old = np.ones((HIGH, WIDE), np.bool_)
    for found, seconds in [*changes, ([], 1.0), ([], 1.0)]:
        inside = [rect.within(PAGE) for rect in found]
        for rect in inside:
            old[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width] = True
        watch.now += seconds
        for tile in [*plan.changed(inside).tiles, *plan.debts()]:
            old[tile.y : tile.y + tile.height, tile.x : tile.x + tile.width] = False
    assert not old.any()


@given(rects, rects)
def test_rectangles(one: Rect, other: Rect) -> None:
    common = one.within(other)
    assert common == other.within(one) or not common.size
    assert common.size <= min(one.size, other.size)
    assert around([one, other]).within(one) == one
    grown = one.on_grid()
    assert grown.within(one) == one
    assert not any(side % 16 for side in grown)
    assert size(list(bands(one))) == one.size


@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**32 - 1))
def test_a_tile_is_drawn_as_it_was_seen(width: int, height: int, seed: int) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    assert np.array_equal(pixels_of(png(pixels)), pixels[:, :, 2::-1])


def test_a_group_has_one_number_and_one_end() -> None:
    image = png(np.zeros((4, 4, 4), np.uint8))
    group = numbered([message(PNG, Rect(0, 0, 4, 4), image), message(2, Rect(5, 6, 7, 8), stamp=9)], 515)
    assert [tile[1] for tile in group] == [0, LAST]
    assert {tile[2:4] for tile in group} == {b"\x03\x02"}
    assert group[1][4:] == b"\x09\0\0\0\x05\0\x06\0\x07\0\x08\0"
    assert cut(Rect(1, 1, 2, 2), np.zeros((4, 4, 4), np.uint8)).shape == (2, 2, 4)


def test_a_quick_line_gets_more(watch: Watch) -> None:
    pace = Pace(watch)
    for number in range(50):
        pace.sent(number, 40_000)
        watch.now += 0.01
        pace.shown(number)
    assert pace.window == MOST
    assert pace.bytes_a_second == 0
    assert not pace.slow


def test_a_slow_line_gets_less_and_says_how_much_it_carries(watch: Watch) -> None:
    pace = Pace(watch)
    pace.sent(0, 1_000)
    watch.now += 0.02
    pace.shown(0)
    for number in range(1, 30):
        pace.sent(number, 50_000)
        watch.now += 0.5
        pace.shown(number)
    assert pace.window < FIRST
    assert pace.slow
    assert 90_000 < pace.bytes_a_second < 110_000


def test_what_is_never_answered_does_not_block_for_ever(watch: Watch) -> None:
    pace = Pace(watch)
    pace.sent(1, MOST)
    assert not pace.room()
    watch.now += 6
    assert pace.room()
    assert pace.window >= LEAST
    pace.shown(77)
