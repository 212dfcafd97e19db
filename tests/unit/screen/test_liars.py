"""A help desk that lies on the way: it swaps who the line goes to, before the yes and after it. Nothing is shown."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from typing import Any

from desktop_app.screen.peer import own_fingerprint
from tests.unit.screen.technician import Browser, prepared, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]


def _in_the_name_of(honest: Browser) -> Callable[[str], str]:
    """A description of somebody else, who claims to be `honest`."""
    claimed = f"a=fingerprint:sha-256 {own_fingerprint(honest.certificate)}"
    return lambda sdp: re.sub(r"a=fingerprint:sha-256 \S+", claimed, sdp)


def test_who_claims_a_certificate_without_having_it_gets_no_line(bare_display: str, run: Run) -> None:
    """The words are then the right ones, and the user says yes; the handshake of the line itself finds it out."""

    async def claim() -> None:
        honest, liar = Browser(), Browser()
        liar.changed, liar.nonce = _in_the_name_of(honest), honest.nonce
        async with screen_process(bare_display) as side:
            side.say("prepare", id="01900000-0000-7000-8000-000000000000", commitment=honest.commitment)
            side.say("offered", offer=await liar.offer())
            await side.hears("words")
            side.say("allow", seconds=600, words_matched=True)
            await liar.connect((await side.hears("answered"))["answer"])
            await side.hears("flowing", connected=False)
            assert not [word for word in side.heard if word.get("connected")]
            assert (liar.groups, liar.frames, liar.heard) == (0, 0, [])
        await liar.close()

    run(claim())


def test_another_browser_does_not_inherit_the_yes(bare_display: str, run: Run) -> None:
    """An offer of another sharing, said again here as a new round."""

    async def replay() -> None:
        browser, other = Browser(), Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            side.say("offered", offer=await other.offer(1))
            assert (await side.hears("over"))["record"]["ending"] == "different_words"
            assert await browser.until(lambda: browser.last("ended"))
            assert await side.process.wait() == 0
        await other.close()
        await browser.close()

    run(replay())


def test_somebody_in_between_gives_each_side_other_words(bare_display: str, run: Run) -> None:
    """Two real machines: the one in between shares with each, and cannot make them say the same."""

    async def between() -> None:
        one, other = Browser(), Browser()
        async with screen_process(bare_display) as machine, screen_process(bare_display) as decoy:
            heard = await asyncio.gather(prepared(machine, one), prepared(decoy, other))
            assert (heard[0]["first"], heard[0]["second"]) != (heard[1]["first"], heard[1]["second"])
            machine.say("allow", seconds=600, words_matched=False)
            assert (await machine.hears("over"))["record"]["ending"] == "different_words"
            assert not [word for word in machine.heard if word["kind"] == "answered"]
        await one.close()
        await other.close()

    run(between())
