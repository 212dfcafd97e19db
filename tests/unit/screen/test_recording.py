"""A film of what the technician was shown: only with a yes, nothing else, and nothing left when it goes wrong."""

import asyncio
import json
import stat
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import av
import numpy as np

from desktop_app.adapters.recordings import RecordingFolder
from desktop_app.services.sharing_recordings import Recordings
from tests.unit.screen.conftest import paint, seen
from tests.unit.screen.technician import SECONDS, Browser, UserSide, granted, prepared, screen_process

Run = Callable[[Coroutine[Any, Any, None]], None]
_PATIENT = f"""
from desktop_app.screen import main, recording
recording._LATEST_S = {SECONDS}
main.main()
"""


def patient_process(display: str) -> AbstractAsyncContextManager[UserSide]:
    """The real process, which loses no film because the processor is somebody else's when its file is closed."""
    return screen_process(display, sys.executable, "-c", _PATIENT)


async def shared_with(folder: Path | None, side: UserSide, browser: Browser, **prepare: Any) -> None:
    """Up to the picture, on a desktop whose policy allows recording where there is a `folder`."""
    await prepared(side, browser, recordings=str(folder) if folder else "", **prepare)
    side.say("allow", seconds=600, words_matched=True)
    await browser.connect((await side.hears("answered"))["answer"])
    await browser.until(lambda: browser.last("screen") and browser.groups)


def pictures(film: Path) -> Iterator[tuple[float, Any]]:
    """When each is shown, and its rows of RGB."""
    with av.open(str(film)) as file:
        for frame in file.decode(video=0):
            yield float(frame.time or 0), frame.to_ndarray(format="rgb24")


def is_like(one: Any, other: Any) -> bool:
    """As near as a film comes: the same colours, were it looked at from afar."""
    return bool(np.abs(_afar(one) - _afar(other)).max() < 40)


def _afar(picture: Any) -> Any:
    """Squares of 32 pixels as their mean."""
    high, wide = (side // 32 for side in picture.shape[:2])
    return picture[: high * 32, : wide * 32].reshape(high, 32, wide, 32, 3).mean(axis=(1, 3))


def ask(browser: Browser) -> None:
    browser.send(json.dumps({"kind": "ask", "capability": "recording", "reason": "to look at it later"}))


async def grows(folder: Path, side: UserSide) -> Path:
    """There is one film, and it holds what the technician sees by now: twice, something more is written to it."""

    def size() -> int:
        return sum(file.stat().st_size for file in folder.iterdir())

    for place in (300, 320):
        before = size()
        side.say("own", windows=[(100, 50, 200, 60), (place, 0, 20, 20)])
        async with asyncio.timeout(SECONDS):
            while size() == before:
                await asyncio.sleep(0.05)
    (film,) = folder.iterdir()
    return film


async def repainted(display: str, browser: Browser, colour: str) -> Any:
    """Another picture, that the technician sees by now."""
    paint(display, colour)
    shown = seen(display)
    await browser.until(lambda: np.array_equal(browser.canvas[200:], shown[200:]))
    return shown


def test_the_film_holds_what_was_shown_and_only_as_long_as_it_was_allowed(
    bare_display: str, run: Run, tmp_path: Path
) -> None:
    async def recorded() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            side.say("own", windows=[(100, 50, 200, 60)])
            first = await repainted(bare_display, browser, "orange")
            await granted(side, browser, "recording")
            film = await grows(tmp_path, side)
            assert stat.S_IMODE(film.stat().st_mode) == 0o600
            last = await repainted(bare_display, browser, "darkgreen")
            await grows(tmp_path, side)
            side.say("refuse", capability="recording")
            assert (await side.hears("recorded"))["file"] == film.name
            after = await repainted(bare_display, browser, "darkred")
            assert browser.last("grants")["left_s"].keys() == {"look"}, "the sharing goes on"
        await browser.close()
        shown = [picture for _, picture in pictures(film)]
        assert is_like(shown[0][200:], first[200:])
        assert is_like(shown[-1][200:], last[200:])
        assert not is_like(shown[-1][200:], after[200:])
        assert not is_like(shown[0][56:104, 110:290], first[56:104, 110:290]), "our own windows are painted over"

    run(recorded())


def test_a_pause_stands_still_in_the_film_too(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def paused() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            await granted(side, browser, "recording")
            film = await grows(tmp_path, side)
            side.say("pause", paused=True)
            await browser.until(lambda: browser.last("grants").get("paused"))
            paint(bare_display, "red")
            hidden = seen(bare_display)
            await browser.until(lambda: browser.last("pace").get("rate") == 0)
            paint(bare_display, "yellow")
            side.say("pause", paused=False)
            last = await repainted(bare_display, browser, "navy")
            await grows(tmp_path, side)
            side.say("stop", ending="user")
            over = await side.hears("over")
            assert {span["capability"] for span in over["record"]["spans"]} == {"look", "recording"}
        await browser.close()
        shown = [picture for _, picture in pictures(film)]
        assert is_like(shown[-1][200:], last[200:])
        assert not [picture for picture in shown if is_like(picture[200:], hidden[200:])]

    run(paused())


def test_the_end_of_the_sharing_ends_the_film_before_it_is_told(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def ended() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            await granted(side, browser, "recording")
            await grows(tmp_path, side)
            side.say("stop", ending="user")
            await side.hears("over")
            kinds = [word["kind"] for word in side.heard]
            assert kinds[-2:] == ["recorded", "over"]
            assert [file.name for file in tmp_path.iterdir()] == [side.heard[-2]["file"]]
        await browser.close()

    run(ended())


def test_without_the_policy_nobody_is_asked_and_a_yes_counts_for_nothing(
    bare_display: str, run: Run, tmp_path: Path
) -> None:
    async def barred() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(None, side, browser)
            await browser.until(lambda: "recording" in browser.last("grants").get("never", []))
            ask(browser)
            await browser.until(lambda: "recording" in browser.last("grants").get("refused", []))
            side.say("grant", capability="recording", seconds=300)
            await granted(side, browser, "point")
            assert not browser.holds("recording")
            assert "recording" not in [word.get("capability") for word in side.heard]
        await browser.close()

    run(barred())


def test_without_a_yes_nothing_is_written(bare_display: str, run: Run, tmp_path: Path) -> None:
    """Not for a question that waits, nor one that was refused, nor a word that no browser may say."""

    async def unasked() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            side.say("grant", capability="recording", seconds=300)  # an answer to no question
            await granted(side, browser, "point")  # all that was said before has been heard
            browser.send('{"kind":"grant","capability":"recording","seconds":300}')
            ask(browser)
            await side.hears("asked", capability="recording")
            paint(bare_display, "purple")
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert not list(tmp_path.iterdir())
            side.say("refuse", capability="recording")
            await browser.until(lambda: "recording" in browser.last("grants").get("refused", []))
            paint(bare_display, "navy")
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert not list(tmp_path.iterdir())
            assert browser.holds("look"), "a no leaves the sharing as it is"
        await browser.close()

    run(unasked())


def test_after_it_was_stopped_it_is_asked_anew(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def again() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            await granted(side, browser, "recording")
            await grows(tmp_path, side)
            side.say("refuse", capability="recording")
            film = tmp_path / (await side.hears("recorded"))["file"]
            size = film.stat().st_size
            side.say("grant", capability="recording", seconds=300)
            await granted(side, browser, "point")
            ask(browser)
            await side.hears("allowed", waiting=["recording"])
            await repainted(bare_display, browser, "olive")
            assert [(file.name, file.stat().st_size) for file in tmp_path.iterdir()] == [(film.name, size)]
        await browser.close()

    run(again())


def test_who_looks_along_cannot_have_it_recorded(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def along() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser, only_look=True)
            ask(browser)
            await browser.until(lambda: "recording" in browser.last("grants").get("refused", []))
            side.say("grant", capability="recording", seconds=300)
            paint(bare_display, "teal")
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert not list(tmp_path.iterdir())
            assert not [word for word in side.heard if word["kind"] == "asked"]
        await browser.close()

    run(along())


def test_nothing_lies_about_when_the_users_side_is_gone(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def gone() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            await granted(side, browser, "recording")
            await grows(tmp_path, side)
            assert side.process.stdin is not None
            side.process.stdin.close()
            await asyncio.wait_for(side.process.wait(), SECONDS)
            assert not list(tmp_path.iterdir())
        await browser.close()

    run(gone())


def test_what_a_killed_process_leaves_is_deleted_and_said(bare_display: str, run: Run, tmp_path: Path) -> None:
    async def killed() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path, side, browser)
            await granted(side, browser, "recording")
            film = await grows(tmp_path, side)
            side.process.kill()
            await side.process.wait()
            assert [word for word in side.heard if word["kind"] == "recorded"] == []
            assert list(tmp_path.iterdir()) == [film]
        await browser.close()

    run(killed())
    said = list[str]()
    journal: Any = SimpleNamespace(record=lambda _kind, key, _facts: said.append(key))
    nobody: Any = None
    Recordings(RecordingFolder(tmp_path), nobody, nobody, journal).sweep()
    assert said == ["screen_recording_lost"]
    assert not list(tmp_path.iterdir())


def test_a_film_that_cannot_be_written_is_told_and_the_sharing_goes_on(
    bare_display: str, run: Run, tmp_path: Path
) -> None:
    async def unwritable() -> None:
        browser = Browser()
        async with patient_process(bare_display) as side:
            await shared_with(tmp_path / "not there", side, browser)
            ask(browser)
            await side.hears("asked", capability="recording")
            side.say("grant", capability="recording", seconds=300)
            assert (await side.hears("recorded"))["file"] == ""
            await side.hears("allowed", waiting=[])
            await browser.until(lambda: browser.last("grants")["left_s"].keys() == {"look"})
        await browser.close()

    run(unwritable())
