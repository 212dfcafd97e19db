"""A browser that points and draws as fast as it can: the user's side hears little of it, and nothing too late."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import INPUT, Draw, Move
from desktop_app.protocol.screen_lines import Pointing
from desktop_app.screen.guard import Guard
from desktop_app.screen.pointing import DRAWN_S, MOST_DRAWN, TURN_S, Pointed
from tests.unit.screen.technician import SECONDS
from tests.unit.screen.test_calm import Later
from tests.unit.screen.test_channel import Scene
from tests.unit.screen.watch import Watch

LINE, WIPE = Draw(shape="line", points=[(1, 1), (9, 9)]), Draw(shape="wipe")


class World:
    """A technician who may point, and what the user's side hears of it."""

    def __init__(self, watch: Watch) -> None:
        self.said, self.guard, self.later = list[Any](), Guard(watch), Later()
        self.guard.allow(600)
        self.guard.ask(Capability.POINT)
        self.guard.grant(Capability.POINT, 300)
        self.pointed = Pointed(self.said.append, self.guard, self.later)

    def heard(self) -> list[Any]:
        """What was said since this was asked."""
        words, self.said[:] = [word.what for word in self.said], []
        return words


@pytest.fixture
def world(watch: Watch) -> World:
    return World(watch)


def place(x: int) -> Move:
    return Move(x=x, y=0)


def test_a_flood_reaches_the_user_as_a_few_words_and_its_last_place_arrives(
    run: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    async def story() -> None:
        scene = Scene()
        scene.guard.allow(600)
        scene.give(Capability.POINT)
        show = scene.technician._show
        show.area = show.area._replace(width=5000, height=5000)
        for number in range(1000):
            scene.hear(INPUT, kind="draw", shape="line", points=[[number, 1]] * 512)
            scene.hear(INPUT, kind="move", x=number, y=2)

        def pointed() -> list[Any]:
            return [word.what for word in scene.said if isinstance(word, Pointing)]

        async with asyncio.timeout(SECONDS):
            while pointed()[-1] != Move(x=999, y=2):
                await asyncio.sleep(0.01)
        assert sum(isinstance(word, Draw) for word in pointed()) == MOST_DRAWN
        assert len(pointed()) <= 2 * MOST_DRAWN + 2

    run(story())


def test_of_many_places_only_the_last_is_said_with_each_turn(world: World) -> None:
    for x in range(100):
        world.pointed.move(place(x))
    assert world.heard() == [place(0)], "who points now and then does not wait"
    world.later.passes()
    assert world.heard() == [place(99)]
    world.later.passes()
    world.later.passes()
    assert world.heard() == []
    world.pointed.move(place(5))
    assert world.heard() == [place(5)]
    assert set(world.later.rests) == {TURN_S}


def test_who_drew_too_much_may_draw_again_later(world: World, watch: Watch) -> None:
    for _ in range(100):
        world.pointed.draw(LINE)
    assert world.heard() == [LINE] * MOST_DRAWN
    watch.now += DRAWN_S
    world.pointed.draw(LINE)
    assert world.heard() == [LINE]


def test_a_wipe_is_never_left_out_and_comes_before_what_is_drawn_after_it(world: World, watch: Watch) -> None:
    for _ in range(100):
        world.pointed.draw(LINE)
        world.pointed.draw(WIPE)
    said = world.heard()
    assert len(said) < 3 * MOST_DRAWN
    world.later.passes()
    assert [*said, *world.heard()][-1] == WIPE
    watch.now += DRAWN_S
    world.pointed.draw(WIPE)
    world.pointed.draw(WIPE)
    world.pointed.draw(LINE)
    assert world.heard()[-2:] == [WIPE, LINE]


@pytest.mark.parametrize("way", ["paused", "taken back", "over"])
def test_what_waits_is_not_said_after_a_no(world: World, way: str) -> None:
    world.pointed.move(place(1))
    world.pointed.move(place(2))
    acts: dict[str, Callable[[], object]] = {
        "paused": lambda: setattr(world.guard, "paused", True),
        "taken back": lambda: world.guard.take_back(Capability.POINT),
        "over": lambda: setattr(world.guard, "halted", True),
    }
    acts[way]()
    world.later.passes()
    world.pointed.draw(LINE)
    assert world.heard() == [place(1)]
