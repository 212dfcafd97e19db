"""Microphone and loudspeaker follow the guard: open after a yes, closed by everything that takes it back."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.domain.consent import CONTROL_S, Capability, Ending
from desktop_app.screen.guard import Guard
from desktop_app.screen.sound import Close, Give, Take
from desktop_app.screen.voice import FIRST, Voice
from desktop_app.screen.voice_line import VoiceLine
from tests.unit.screen.watch import Watch

Run = Callable[[Coroutine[Any, Any, None]], None]
BLOCK = b"\1\2" * 960
VOICE = Capability.VOICE


class Devices:
    """A sound system that notes what is open; without what `lacks` says."""

    def __init__(self, *lacks: str) -> None:
        self.lacks, self.opened, self.made = set(lacks), dict[str, Any](), 0
        self.lets_go = threading.Event()
        self.lets_go.set()

    def __call__(self) -> "Devices":
        self.made += 1
        return self

    def _open(self, name: str, act: Any) -> Close | None:
        if name in self.lacks:
            return None
        self.opened[name] = act
        return lambda: self.opened.pop(name if name == "microphone" or self.lets_go.wait() else "")

    def microphone(self, give: Give) -> Close | None:
        return self._open("microphone", give)

    def loudspeaker(self, take: Take) -> Close | None:
        return self._open("loudspeaker", take)


class World:
    """A guard with a yes to looking, and a line that stands."""

    def __init__(self, watch: Watch, devices: Devices) -> None:
        self.watch, self.guard, self.devices = watch, Guard(watch), devices
        self.guard.allow(600)
        self.voice, self.line = Voice(self.guard, devices), VoiceLine()
        self.voice.goes_by(self.line)

    async def settled(self) -> None:
        """What the guard says is carried out."""
        self.voice.mute(muted=self.guard.muted)
        self.voice._worker.submit(lambda: None).result()
        await asyncio.sleep(0)

    async def talks(self) -> None:
        """The user says yes, the technician's microphone is on."""
        assert self.guard.ask(VOICE)
        assert self.guard.grant(VOICE, CONTROL_S)
        self.voice.mute_technician(muted=False)
        await self.settled()

    def waits(self) -> int:
        """Blocks that would leave."""
        return self.line.track.blocks.qsize()

    def hears(self) -> bytes:
        """What would be played next, when the technician goes on speaking."""
        for _ in range(-(-FIRST // len(BLOCK))):
            self.line.heard(BLOCK)
        return self.voice._take(len(BLOCK))


@pytest.fixture
def in_world(watch: Watch, run: Run) -> Callable[..., None]:
    """Runs a story in a world."""

    def told(story: Callable[[World], Coroutine[Any, Any, None]], *lacks: str) -> None:
        async def begun() -> None:
            world = World(watch, Devices(*lacks))
            await story(world)
            world.guard.stop(Ending.USER)
            world.voice.stop()

        run(begun())

    return told


def test_before_the_yes_nothing_is_loaded_and_nothing_played(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        world.voice.follow()
        world.voice.mute_technician(muted=False)
        assert world.hears() == bytes(len(BLOCK))
        world.voice._spoken(BLOCK)
        await asyncio.sleep(0)
        assert (world.waits(), world.devices.made, world.voice.state()) == (0, 0, None)

    in_world(story)


def test_after_the_yes_both_are_heard(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        assert world.devices.opened.keys() == {"microphone", "loudspeaker"}
        world.devices.opened["microphone"](BLOCK)
        await asyncio.sleep(0)
        assert world.waits() == 1
        assert world.hears() == BLOCK
        state = world.voice.state()
        assert state is not None
        assert (state.user, state.technician, state.is_played) == ("on", "on", True)

    in_world(story)


@pytest.mark.parametrize("way", ["withdrawn", "out of time", "paused", "stopped", "halted", "line lost", "look taken"])
def test_whatever_takes_it_back_closes_it_at_once(in_world: Callable[..., None], way: str) -> None:
    async def story(world: World) -> None:
        await world.talks()
        give, take = world.devices.opened["microphone"], world.devices.opened["loudspeaker"]
        give(BLOCK)
        await asyncio.sleep(0)
        world.hears()
        takes_back(world, way)
        give(BLOCK)
        assert take(len(BLOCK)) == bytes(len(BLOCK)), "before any device is closed"
        await world.settled()
        assert not world.devices.opened
        assert world.waits() == 0, "what waited to leave does not leave later"
        assert world.hears() == bytes(len(BLOCK))

    in_world(story)


def takes_back(world: World, way: str) -> None:
    guard = world.guard
    if way == "withdrawn":
        guard.take_back(VOICE)
    elif way == "out of time":
        world.watch.now += CONTROL_S
    elif way == "stopped":
        guard.stop(Ending.LOCKED)
    elif way == "line lost":
        guard.lost()
    elif way == "look taken":
        guard.take_back(Capability.LOOK)
    else:
        setattr(guard, way, True)


def test_a_loudspeaker_that_is_stuck_does_not_keep_the_microphone_open(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        world.devices.lets_go.clear()
        world.guard.take_back(VOICE)
        world.voice.follow()
        try:
            async with asyncio.timeout(60):
                while "microphone" in world.devices.opened:
                    await asyncio.sleep(0.01)
            assert world.devices.opened.keys() == {"loudspeaker"}
        finally:
            world.devices.lets_go.set()

    in_world(story)


def test_after_the_end_nothing_more_is_said(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        said: list[str] = []
        world.voice.changed = lambda: said.append("more")
        world.guard.stop(Ending.USER)
        await world.settled()
        assert not world.devices.opened
        assert not said

    in_world(story)


def test_muted_closes_the_microphone_alone_and_on_opens_it_again(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        world.guard.muted = True
        await world.settled()
        assert world.devices.opened.keys() == {"loudspeaker"}
        assert world.hears() == BLOCK
        assert "muted" in str(world.voice.state())
        world.guard.muted = False
        await world.settled()
        assert world.devices.opened.keys() == {"microphone", "loudspeaker"}

    in_world(story)


def test_who_says_to_be_muted_is_not_played_whatever_comes(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        world.voice.mute_technician(muted=True)
        assert world.hears() == bytes(len(BLOCK))

    in_world(story)


def test_a_second_yes_begins_with_the_technician_off_and_the_user_on(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        world.guard.muted = True
        world.guard.take_back(VOICE)
        world.voice.follow()
        assert world.guard.ask(VOICE)
        assert world.guard.grant(VOICE, CONTROL_S)
        state = world.voice.state()
        assert state is not None
        assert (state.user, state.technician) == ("on", "muted")

    in_world(story)


def test_without_a_microphone_one_listens_and_a_new_one_is_found(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        assert "user='none'" in str(world.voice.state())
        assert world.hears() == BLOCK
        world.devices.lacks.clear()
        await world.settled()
        assert "user='on'" in str(world.voice.state())

    in_world(story, "microphone")


def test_a_device_that_closes_or_gives_after_the_end_disturbs_nobody(in_world: Callable[..., None]) -> None:
    worlds: list[World] = []

    async def story(world: World) -> None:
        await world.talks()
        worlds.append(world)
        world.devices.lets_go.clear()

    in_world(story)
    worlds[0].devices.lets_go.set()
    worlds[0].voice._worker.shutdown(wait=True)
    assert not worlds[0].devices.opened


def test_without_a_loudspeaker_it_is_said(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        assert "is_played=False" in str(world.voice.state())

    in_world(story, "loudspeaker")


def test_what_is_never_put_to_the_user_cannot_be_asked_or_granted(watch: Watch) -> None:
    guard = Guard(watch, never=frozenset({VOICE}))
    guard.allow(600)
    assert not guard.ask(VOICE)
    assert not guard.grant(VOICE, CONTROL_S)
    assert not guard.holds(VOICE)


def test_what_was_not_yet_heard_at_a_pause_is_not_heard_after_it(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        await world.talks()
        assert world.hears() == BLOCK
        for is_paused in (True, False):
            world.guard.paused = is_paused
            await world.settled()
        assert world.voice._take(len(BLOCK)) == bytes(len(BLOCK))

    in_world(story)


def test_what_comes_by_a_shut_line_is_dropped_before_it_is_decoded(in_world: Callable[..., None]) -> None:
    async def story(world: World) -> None:
        receiver = SimpleNamespace(track=None, _enabled=True)
        world.line.goes_by(SimpleNamespace(receiver=receiver))  # type: ignore[arg-type]
        assert not receiver._enabled
        await world.talks()
        assert receiver._enabled
        world.guard.take_back(VOICE)
        await world.settled()
        assert not receiver._enabled

    in_world(story)
