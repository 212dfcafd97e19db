"""Speech between a technician's side and the real screen process, through a real sound server, measured at its ends."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.real_sound import Ear, RealSound, missing, real_sound
from tests.unit.screen.singer import Singer, Tone
from tests.unit.screen.technician import SECONDS, Browser, UserSide, granted, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]
LOUD, QUIET = 0.05, 0.002
_SPEAKERS = "module-null-sink sink_name=speakers"
_MOUTH = ("module-null-sink sink_name=mouth", "module-remap-source master=mouth.monitor source_name=microphone")
_SPEAKS = "module-sine sink=mouth frequency=440"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealSound]:
    """Loudspeakers, and a microphone into which somebody sings."""
    if reason := missing():
        pytest.skip(reason)
    with real_sound(tmp_path_factory.mktemp("sound"), _until, _SPEAKERS, *_MOUTH, _SPEAKS) as server:
        server.pactl("set-default-sink", "speakers")
        server.pactl("set-default-source", "microphone")
        yield server


@pytest.fixture
def ear(sound: RealSound) -> Iterator[Ear]:
    """At the loudspeakers."""
    listening = sound.listen("speakers.monitor")
    yield listening
    listening.close()


def _until(fact: Callable[[], object]) -> None:
    while not fact():
        pass


async def soon(fact: Callable[[], object]) -> None:
    async with asyncio.timeout(SECONDS):
        while not fact():
            await asyncio.sleep(0.02)


async def half_a_second(ear: Ear) -> float:
    """The loudest of it."""
    ear.forget()
    await soon(lambda: ear.heard >= 5)
    return ear.loudest


async def silence(ear: Ear) -> None:
    """Half a second in which nothing is played, once what was on its way has been heard, however long that takes."""
    async with asyncio.timeout(SECONDS):
        while await half_a_second(ear) >= QUIET:
            pass
    assert await half_a_second(ear) < QUIET


async def nothing_leaves(singer: Singer, ear: Ear) -> None:
    """What was on its way has come, and in half a second nothing follows it."""
    await half_a_second(ear)
    came = singer.came
    await half_a_second(ear)
    assert singer.came == came


@contextlib.asynccontextmanager
async def looking(display: str, sound: RealSound, **more: Any) -> AsyncIterator[tuple[UserSide, Singer]]:
    """Somebody looks, and already sends sound."""
    singer = Singer()
    async with screen_process(display, **sound.environment) as side:
        await shared(side, singer, **more)
        yield side, singer
    await singer.close()


def said(singer: Singer) -> dict[str, Any]:
    found: dict[str, Any] = singer.last("grants").get("voices") or {}
    return found


async def talking(side: UserSide, singer: Singer, ear: Ear) -> None:
    """The user says yes, the technician turns the microphone on, and each hears the other."""
    await granted(side, singer, "voice")
    singer.send(json.dumps({"kind": "mute", "muted": False}))
    await soon(lambda: ear.loudest > LOUD)
    await soon(lambda: singer.loudness > LOUD)


def test_nothing_before_the_yes_both_after_it_and_nothing_once_it_is_withdrawn(
    bare_display: str, sound: RealSound, ear: Ear, run: Run
) -> None:
    async def story() -> None:
        async with looking(bare_display, sound) as (side, singer):
            await soon(lambda: singer.tone.sung > 30)
            await silence(ear)
            assert not sound.is_used("sink-input")
            assert not sound.is_used("source-output")
            assert singer.came == 0
            await talking(side, singer, ear)
            assert said(singer) == {"user": "on", "technician": "on", "is_played": True}
            side.say("refuse", capability="voice")
            await soon(lambda: not singer.holds("voice"))
            await soon(lambda: not sound.is_used("source-output") and not sound.is_used("sink-input"))
            await silence(ear)
            await nothing_leaves(singer, ear)

    run(story())


def test_a_forged_yes_opens_nothing(bare_display: str, sound: RealSound, ear: Ear, run: Run) -> None:
    async def story() -> None:
        async with looking(bare_display, sound) as (side, singer):
            singer.send(json.dumps({"kind": "grant", "capability": "voice", "seconds": 300}))
            singer.send(json.dumps({"kind": "mute", "muted": False}))
            side.say("grant", capability="voice", seconds=300)  # to a question that nobody put
            await granted(side, singer, "point")
            await silence(ear)
            assert not sound.is_used("source-output")
            assert not singer.holds("voice")

    run(story())


def test_what_the_user_mutes_is_closed_and_what_is_paused_is_silent(
    bare_display: str, sound: RealSound, ear: Ear, run: Run
) -> None:
    async def story() -> None:
        async with looking(bare_display, sound) as (side, singer):
            await talking(side, singer, ear)
            side.say("mute", muted=True)
            await soon(lambda: said(singer).get("user") == "muted" and not sound.is_used("source-output"))
            await nothing_leaves(singer, ear)
            ear.forget()
            await soon(lambda: ear.loudest > LOUD)
            came = singer.came
            side.say("mute", muted=False)
            await soon(lambda: singer.came > came + 10)
            side.say("pause", paused=True)
            await soon(lambda: said(singer).get("user") == "held" and not sound.is_used("sink-input"))
            assert not sound.is_used("source-output")
            await silence(ear)
            side.say("pause", paused=False)
            await soon(lambda: ear.loudest > LOUD)
            singer.send(json.dumps({"kind": "mute", "muted": True}))
            await soon(lambda: said(singer).get("technician") == "muted")
            await silence(ear)

    run(story())


def test_who_looks_along_and_who_must_not_ask_has_no_voice(
    bare_display: str, sound: RealSound, ear: Ear, run: Run
) -> None:
    async def story(told: str, **more: Any) -> None:
        async with looking(bare_display, sound, **more) as (side, singer):
            singer.send(json.dumps({"kind": "ask", "capability": "voice", "reason": "to help"}))
            await soon(lambda: "voice" in singer.last("grants").get(told, []))
            side.say("grant", capability="voice", seconds=300)
            await silence(ear)
            assert not [word for word in side.heard if word["kind"] == "asked"]
            assert not sound.is_used("source-output")

    run(story("refused", only_look=True))
    run(story("never", never=["voice"]))


def test_a_lost_line_takes_the_voice_with_it_and_brings_it_back(
    bare_display: str, sound: RealSound, ear: Ear, run: Run
) -> None:
    async def story() -> None:
        async with looking(bare_display, sound) as (side, singer):
            await talking(side, singer, ear)
            await Browser.close(singer)
            await side.hears("flowing", connected=False)
            await soon(lambda: not sound.is_used("source-output"))
            await silence(ear)
            side.say("offered", offer=await singer.offer(1))
            await singer.connect((await side.hears("answered", round=1))["answer"])
            await soon(lambda: ear.loudest > LOUD and singer.loudness > LOUD)

    run(story())


def test_the_end_closes_it(bare_display: str, sound: RealSound, ear: Ear, run: Run) -> None:
    async def story() -> None:
        async with looking(bare_display, sound) as (side, singer):
            await talking(side, singer, ear)
            side.say("stop", ending="locked")
            over = await side.hears("over")
            assert "voice" in [span["capability"] for span in over["record"]["spans"]]
            await soon(lambda: not sound.is_used("source-output") and not sound.is_used("sink-input"))
            await silence(ear)

    run(story())


def test_without_a_microphone_the_user_only_listens(
    bare_display: str, tmp_path: Path, wait_until: Callable[[Callable[[], object]], None], run: Run
) -> None:
    """What the machine itself plays is all that could be recorded there: nobody's microphone."""

    async def story(server: RealSound) -> None:
        async with looking(bare_display, server) as (side, singer):
            await granted(side, singer, "voice")
            await soon(lambda: said(singer).get("user") == "none")
            assert said(singer)["is_played"]
            assert not server.is_used("source-output")
            assert singer.came == 0

    if reason := missing():
        pytest.skip(reason)
    with real_sound(tmp_path, wait_until, _SPEAKERS) as server:
        run(story(server))


def test_without_any_sound_it_is_said_and_the_picture_goes_on(bare_display: str, tmp_path: Path, run: Run) -> None:
    async def story() -> None:
        singer = Singer()
        nowhere = {"XDG_RUNTIME_DIR": str(tmp_path), "PULSE_RUNTIME_PATH": str(tmp_path), "PULSE_SERVER": ""}
        async with screen_process(bare_display, **nowhere) as side:
            await shared(side, singer)
            await granted(side, singer, "voice")
            await soon(lambda: said(singer) == {"user": "none", "technician": "muted", "is_played": False})
            assert singer.holds("look")
        await singer.close()

    run(story())


def test_sound_of_another_kind_is_no_line(bare_display: str, sound: RealSound, run: Run) -> None:
    """Two audio lines, and a picture that would come in: only what was agreed on is opened."""

    class Greedy(Singer):
        def add_sound(self) -> None:
            super().add_sound()
            self.connection.addTransceiver(Tone(), direction="sendrecv")

    async def story() -> None:
        singer = Greedy()
        async with screen_process(bare_display, **sound.environment) as side:
            await shared(side, singer)
            lines = (await side.hears("answered"))["answer"]["sdp"].split("m=audio")[1:]
            assert ["a=sendrecv" in line for line in lines] == [True, False]
            assert "a=inactive" in lines[1]
            await singer.close()

    run(story())
