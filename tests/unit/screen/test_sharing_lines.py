"""A line in place of another: it is lost until the next one stands, and nothing that is taken back waits."""

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.domain.consent import RESUME_S, Capability, Ending
from desktop_app.protocol.base import Word, new_id
from desktop_app.protocol.screen_channel import CONTROL, Ask, Drop, Mute
from desktop_app.protocol.screen_lines import Allow, Grant, Offered, Pause, Prepare, Refuse
from desktop_app.screen import main
from desktop_app.screen.calm import Calm
from desktop_app.screen.desktop import Desktop
from desktop_app.screen.guard import MOST_QUESTIONS, Guard
from desktop_app.screen.peer import Peer
from desktop_app.screen.screenful import Lost
from desktop_app.screen.sharing import Sharing
from tests.unit.screen.technician import SECONDS, Browser, UserSide, granted, prepared
from tests.unit.screen.test_voice import Devices
from tests.unit.screen.watch import Watch

Run = Callable[[Coroutine[Any, Any, None]], None]
Story = Callable[..., Coroutine[Any, Any, None]]
VOICE = Capability.VOICE


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """One whose screen is never seen."""
    over = threading.Event()

    def screen() -> Any:
        over.wait()
        raise Lost

    yield Desktop(screen, sound=Devices())
    over.set()


def same(browser: Browser) -> Browser:
    """Another window of it."""
    other = Browser()
    other.certificate, other.nonce = browser.certificate, browser.nonce
    return other


class World:
    """A sharing with a yes to looking and to speaking, and what it said."""

    def __init__(self, watch: Watch, desktop: Desktop) -> None:
        self.said, self.guard, self.browsers = list[Any](), Guard(watch), [Browser()]
        self.sharing = Sharing(self.said.append, self.guard, desktop)

    async def begun(self) -> None:
        prepare = Prepare(id=new_id(), commitment=self.browsers[0].commitment)
        await self.sharing.hear(prepare)
        await self.offered(0)
        await self.sharing.hear(Allow(seconds=600, words_matched=True))
        assert self.guard.ask(VOICE)
        assert self.guard.grant(VOICE, 600)

    async def offered(self, number: int) -> None:
        """The same technician offers a line of that round."""
        self.browsers.append(same(self.browsers[0]))
        offer = await self.browsers[-1].offer(number)
        await self.sharing.hear(Offered.model_validate({"kind": "offered", "offer": offer}))

    async def stands(self) -> None:
        """The line that was answered last stands."""
        answer = next(word.answer for word in reversed(self.said) if word.kind == "answered")
        await self.browsers[-1].connect({"sdp": answer.sdp})
        await self.until(lambda: self.flowing()[-1:] == [True])

    async def until(self, fact: Callable[[], object]) -> None:
        async with asyncio.timeout(SECONDS):
            while not fact():
                await asyncio.sleep(0.02)

    def flowing(self) -> list[bool]:
        return [word.connected for word in self.said if word.kind == "flowing"]

    def told(self) -> list[Any]:
        """What the user's side was told is allowed."""
        return [word for word in self.said if word.kind == "allowed"]

    def from_browser(self, word: Word) -> None:
        self.sharing._technician.heard(CONTROL, word.model_dump_json())

    def voice(self) -> str:
        """What is said of the user's microphone."""
        state = self.sharing._show.voice.state()
        return state.user if state else ""

    async def close(self) -> None:
        self.sharing.end(Ending.USER)
        await self.sharing.close()
        self.sharing._show.voice._worker.shutdown()
        for browser in self.browsers:
            await browser.close()


@pytest.fixture
def in_world(watch: Watch, desktop: Desktop, run: Run) -> Callable[[Story], None]:
    """Runs a story in a world."""

    async def told(story: Story) -> None:
        world = World(watch, desktop)
        try:
            await world.begun()
            await story(world)
        finally:
            await world.close()

    return lambda story: run(told(story))


def test_an_offer_alone_brings_no_line_back(in_world: Callable[[Story], None], watch: Watch) -> None:
    async def story(world: World) -> None:
        world.guard.lost()
        await world.offered(1)
        assert world.guard.lost_at == watch.now
        assert world.voice() == "held"
        await world.stands()
        assert world.guard.lost_at is None
        assert world.voice() == "on"

    in_world(story)


def test_no_flood_of_offers_keeps_a_lost_line_alive(in_world: Callable[[Story], None], watch: Watch) -> None:
    async def story(world: World) -> None:
        world.guard.lost()
        for number in range(1, 4):
            watch.now += RESUME_S / 3
            await world.offered(number)
        world.sharing.sweep()
        assert world.said[-1].record.ending == Ending.LINE_LOST
        assert [word.answer.round for word in world.said if word.kind == "answered"] == [0, 1, 2]

    in_world(story)


def test_a_line_that_is_replaced_is_lost_until_the_next_one_stands(in_world: Callable[[Story], None]) -> None:
    async def story(world: World) -> None:
        await world.stands()
        assert (world.voice(), world.sharing._recorder.is_seen) == ("on", True)
        await world.offered(1)
        assert world.guard.lost_at is not None
        assert (world.voice(), world.sharing._recorder.is_seen) == ("held", False)
        await world.stands()
        assert (world.voice(), world.sharing._recorder.is_seen) == ("on", True)
        assert world.flowing() == [True, False, True]

    in_world(story)


def test_a_browser_that_mutes_as_fast_as_it_can_disturbs_nobody(in_world: Callable[[Story], None]) -> None:
    async def story(world: World) -> None:
        await world.stands()
        before = len(world.told())
        for number in range(501):
            world.from_browser(Mute(muted=bool(number % 2)))
        assert len(world.told()) - before <= 1
        await world.until(lambda: world.told()[-1].voices == world.sharing._show.voice.state())
        assert len(world.told()) - before <= 2

    in_world(story)


def test_however_much_a_browser_mutes_a_microphone_that_is_found_is_told_at_once(
    in_world: Callable[[Story], None], desktop: Desktop
) -> None:
    async def story(world: World) -> None:
        show, devices = world.sharing._show, desktop.sound()
        assert isinstance(devices, Devices)

        def tells(user: str) -> bool:
            return bool(world.told()[-1].voices.user == user)

        show._calm = Calm(show.tell_now, lambda *_: SimpleNamespace(cancel=lambda: None))
        show._calm.want()
        for lacks, user in (["microphone"], "none"), ([], "on"):
            await world.sharing.hear(Mute(muted=True))
            await world.until(lambda: "microphone" not in devices.opened)
            devices.lacks = set(lacks)
            await world.sharing.hear(Mute(muted=False))
            await world.until(partial(tells, user))

    in_world(story)


def test_a_browser_that_asks_and_takes_back_is_heard_so_often_and_no_more(in_world: Callable[[Story], None]) -> None:
    async def story(world: World) -> None:
        before = len(world.said)
        for _ in range(500):
            world.from_browser(Ask(capability=Capability.POINT))
            world.from_browser(Drop(capability=Capability.POINT))
        asked = [word for word in world.said if word.kind == "asked"]
        assert len(asked) <= MOST_QUESTIONS
        assert len(world.said) - before < 3 * MOST_QUESTIONS
        assert Capability.POINT in world.guard.refused

    in_world(story)


@contextlib.asynccontextmanager
async def served(desktop: Desktop) -> AsyncIterator[UserSide]:
    """The process, but as a task of this one."""
    reading, writing = os.pipe()
    out = asyncio.StreamReader()
    process: Any = SimpleNamespace(stdin=SimpleNamespace(write=partial(os.write, writing)), stdout=out)
    lines_out: Any = SimpleNamespace(write=lambda line: out.feed_data(line.encode()))
    with os.fdopen(reading, "rb") as lines_in:
        serving, side = asyncio.create_task(main.serve(lines_in, lines_out, desktop)), UserSide(process)
        try:
            yield side
        finally:
            os.close(writing)
            await asyncio.wait_for(serving, SECONDS)
            out.feed_eof()
            await side._reading


async def connected(side: UserSide, browser: Browser, number: int) -> None:
    await browser.connect((await side.hears("answered", round=number))["answer"])
    await browser.until(lambda: browser.last("grants"))


def test_what_is_taken_back_does_not_wait_for_an_answer_and_stays_taken(
    desktop: Desktop, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        begun, free, answer = asyncio.Event(), asyncio.Event(), Peer.answer

        async def slow(peer: Peer, offer: str) -> str:
            begun.set()
            await free.wait()
            return await answer(peer, offer)

        browser = Browser()
        other = same(browser)
        async with served(desktop) as side:
            await prepared(side, browser)
            side.say("allow", seconds=600, words_matched=True)
            await connected(side, browser, 0)
            await granted(side, browser, "voice")
            monkeypatch.setattr(Peer, "answer", slow)
            side.say("offered", offer=await other.offer(1))
            await begun.wait()
            side.say("pause", paused=False)
            side.say("pause", paused=True)
            await side.hears("allowed", paused=True)
            side.say("grant", capability="voice", seconds=300)
            side.say("refuse", capability="voice")
            await side.hears("allowed", voices=None, paused=True)
            free.set()
            await connected(side, other, 1)
            assert other.last("grants")["paused"]
            assert other.last("grants")["left_s"].keys() == {"look"}
        await browser.close()
        await other.close()

    run(story())


@pytest.mark.parametrize(
    ("word", "overtakes"),
    [
        (Refuse(capability=VOICE), True),
        (Pause(paused=True), True),
        (Pause(paused=False), False),
        (Mute(muted=True), True),
        (Mute(muted=False), False),
        (Grant(capability=VOICE, seconds=300), False),
    ],
)
def test_only_what_takes_away_overtakes(word: Word, overtakes: bool) -> None:
    words, urgent = asyncio.Queue[Word](), asyncio.Queue[Word]()
    nobody: Any = None
    main._arrived(word, nobody, words, urgent)
    assert (words.get_nowait(), urgent.qsize()) == (word, overtakes)
