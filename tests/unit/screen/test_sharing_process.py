"""The real screen process between a user's side and a technician's browser."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import numpy as np
import pytest

from desktop_app import resources
from desktop_app.domain.check_words import Proof, check_words
from desktop_app.protocol.screen_channel import INPUT
from desktop_app.screen.peer import fingerprint_of, own_fingerprint
from tests.unit.screen.conftest import paint, seen
from tests.unit.screen.technician import SECONDS, Browser, granted, prepared, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]


def test_the_words_are_those_of_both_fingerprints(bare_display: str, run: Run) -> None:
    async def words() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            said = await prepared(side, browser, language="nl")
            ready = side.heard[0]["ready"]
            listed = resources.words("check_words")["list"]["nl"].split()
            own = Proof(own_fingerprint(browser.certificate), browser.nonce)
            assert (said["first"], said["second"]) == check_words(
                own, Proof(ready["fingerprint"], ready["nonce"]), listed
            )
        await browser.close()

    run(words())


def test_another_fingerprint_than_was_promised_ends_it(bare_display: str, run: Run) -> None:
    async def lied() -> None:
        browser, liar = Browser(), Browser()
        async with screen_process(bare_display) as side:
            side.say("prepare", id="01900000-0000-7000-8000-000000000000", commitment=browser.commitment)
            side.say("offered", offer=await liar.offer())
            over = await side.hears("over")
            assert over["record"]["ending"] == "different_words"
        await liar.close()

    run(lied())


def test_two_fingerprints_in_an_offer_are_none() -> None:
    one, other = ":".join(["AA"] * 32), ":".join(["BB"] * 32)
    assert fingerprint_of(f"a=fingerprint:sha-256 {one}\r\na=fingerprint:sha-256 {one.lower()}".upper()) is None
    assert fingerprint_of(f"a=fingerprint:sha-256 {one}\r\n") == one
    assert fingerprint_of(f"a=fingerprint:sha-256 {one}\r\na=fingerprint:sha-256 {other}\r\n") is None
    assert fingerprint_of(f"a=fingerprint:sha-1 {one}\r\n") is None


def test_the_picture_is_the_screen_and_follows_it(bare_display: str, run: Run) -> None:
    async def shown() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            paint(bare_display, "darkgreen")
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            side.say("stop", ending="user")
            over = await side.hears("over")
            assert over["record"]["ending"] == "user"
            assert [span["capability"] for span in over["record"]["spans"]] == ["look"]
            assert await browser.until(lambda: browser.last("ended")) == {"kind": "ended", "ending": "user"}
            assert await side.process.wait() == 0
        await browser.close()

    run(shown())


def test_a_still_screen_sends_nothing(bare_display: str, run: Run) -> None:
    async def still() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            sent = browser.tile_bytes
            await browser.until(lambda: browser.last("pace").get("rate") == 0)
            words = len(browser.heard)
            await granted(side, browser, "point")
            assert browser.tile_bytes == sent
            assert browser.frames == 0
            assert {word["kind"] for word in browser.heard[words:]} == {"grants"}
        await browser.close()

    run(still())


def test_a_pause_holds_the_picture(bare_display: str, run: Run) -> None:
    async def paused() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))  # nothing is on its way
            side.say("pause", paused=True)
            await browser.until(lambda: browser.last("grants").get("paused"))
            before = browser.canvas.copy()
            paint(bare_display, "darkred")
            side.say("own", windows=[])
            await browser.until(lambda: browser.last("pace").get("rate") == 0)
            assert np.array_equal(browser.canvas, before)
            side.say("pause", paused=False)
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
        await browser.close()

    run(paused())


def test_our_own_windows_are_painted_over(bare_display: str, run: Run) -> None:
    async def covered() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            side.say("own", windows=[(100, 50, 200, 60)])
            await browser.until(lambda: (browser.canvas[50:110, 100:300] == browser.canvas[50, 100]).all())
            screen = seen(bare_display)
            await browser.until(lambda: np.array_equal(browser.canvas[110:], screen[110:]))
            assert not browser.last("grants").get("blanked"), "nothing private is hidden"
            assert not np.array_equal(browser.canvas[50:110, 100:300], screen[50:110, 100:300])
        await browser.close()

    run(covered())


def test_steps_are_asked_granted_and_taken_back(bare_display: str, run: Run) -> None:
    async def steps() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            browser.send(json.dumps({"kind": "move", "x": 5, "y": 5}), INPUT)
            await granted(side, browser, "point")
            browser.send(json.dumps({"kind": "move", "x": 7, "y": 9}), INPUT)
            pointing = await side.hears("pointing")
            assert pointing["what"] == {"kind": "move", "x": 7, "y": 9}
            side.say("refuse", capability="point")
            await browser.until(lambda: browser.last("grants").get("left_s", {}).keys() == {"look"})
            browser.send(json.dumps({"kind": "ask", "capability": "recording"}))
            await browser.until(lambda: "recording" in browser.last("grants").get("refused", []))
        await browser.close()

    run(steps())


def test_who_looks_along_can_ask_for_nothing(bare_display: str, run: Run) -> None:
    async def along() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser, only_look=True)
            for step in ("point", "control", "voice"):
                browser.send(json.dumps({"kind": "ask", "capability": step}))
            browser.send(json.dumps({"kind": "files", "files": [{"name": "a", "size": 1}]}))
            side.say("grant", capability="control", seconds=300)
            await browser.until(lambda: "control" in browser.last("grants").get("refused", []))
            assert browser.last("grants")["left_s"].keys() == {"look"}
            assert not [word for word in side.heard if word["kind"] == "asked"]
        await browser.close()

    run(along())


def test_a_question_that_is_taken_back_is_told_and_costs_nothing_that_is_held(bare_display: str, run: Run) -> None:
    async def steps() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await granted(side, browser, "control")
            browser.send(json.dumps({"kind": "ask", "capability": "control", "reason": "longer"}))
            await side.hears("allowed", waiting=["control"])
            browser.send(json.dumps({"kind": "drop", "capability": "control"}))
            await browser.until(lambda: not browser.last("grants")["waiting"])
            assert browser.holds("control")
            while side.heard[-1].get("waiting") != []:
                await asyncio.sleep(0.01)
        await browser.close()

    run(steps())


def test_the_process_ends_with_the_pipe(bare_display: str, run: Run) -> None:
    async def closed() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            assert side.process.stdin is not None
            side.process.stdin.close()
            over = await side.hears("over")
            assert over["record"]["ending"] == "crashed"
            await asyncio.wait_for(side.process.wait(), SECONDS)
        await browser.close()

    run(closed())


def test_a_lost_line_comes_back_on_the_same_grant(bare_display: str, run: Run) -> None:
    async def again() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await browser.close()
            browser.canvas[:] = 0
            side.say("offered", offer=await browser.offer(1))
            await browser.connect((await side.hears("answered", round=1))["answer"])
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert not [word for word in side.heard if word["kind"] == "over"]
        await browser.close()

    run(again())


def test_an_offer_said_again_changes_nothing(bare_display: str, run: Run) -> None:
    async def again() -> None:
        browser, same = Browser(), Browser()
        same.certificate, same.nonce = browser.certificate, browser.nonce
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            side.say("offered", offer=await same.offer(0))
            await granted(side, browser, "point")
            paint(bare_display, "purple")
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert len([word for word in side.heard if word["kind"] == "answered"]) == 1
        await browser.close()
        await same.close()

    run(again())


def test_a_browser_that_lies_is_put_out(bare_display: str, run: Run) -> None:
    async def lies() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            for lie in ("{", "[]", '{"kind":"grant","capability":"control"}', "x" * 20_000, '{"kind":"key"}') * 4:
                browser.send(lie)
            over = await side.hears("over")
            assert over["record"]["ending"] == "misused"
        await browser.close()

    run(lies())


@pytest.mark.parametrize("word", ['{"kind":"nonsense"}', "not json", '{"kind":"allow"}'])
def test_a_line_that_is_none_ends_it(bare_display: str, run: Run, word: str) -> None:
    async def nonsense() -> None:
        async with screen_process(bare_display) as side:
            assert side.process.stdin is not None
            side.process.stdin.write(word.encode() + b"\n")
            over = await side.hears("over")
            assert over["record"]["ending"] == "crashed"
            assert await side.process.wait() == 1

    run(nonsense())


def test_without_a_display_nothing_is_shared(run: Run) -> None:
    async def dark() -> None:
        async with screen_process(":4999") as side:
            over = await side.hears("over")
            assert over["record"]["ending"] == "display_lost"

    run(dark())
