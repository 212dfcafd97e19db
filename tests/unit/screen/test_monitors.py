"""Several screens: a yes names the one that may be seen, or all of them."""

import json
import subprocess
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import real_screens
from tests.unit.screen.technician import Browser, granted, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def two_screens(tmp_path: Path) -> Iterator[str]:
    """DUMMY1 right of DUMMY0, each 1024 by 768."""
    if why := real_screens.missing_two_screens():
        pytest.skip(why)
    with real_screens.two_screens(tmp_path) as name:
        beside = ["xrandr", "--display", name, "--output", "DUMMY1", "--right-of", "DUMMY0"]
        subprocess.run(beside, check=True, capture_output=True)
        yield name


def _wish(browser: Browser, monitor: int) -> None:
    browser.send(json.dumps({"kind": "wish", "monitor": monitor}))


def test_a_yes_to_all_lets_them_be_switched(two_screens: str, run: Run) -> None:
    async def switch() -> None:
        browser = Browser()
        async with screen_process(two_screens) as side:
            await shared(side, browser)
            assert browser.last("screen")["monitors"] == ["DUMMY0", "DUMMY1"]
            _wish(browser, -1)
            await browser.until(lambda: browser.last("screen")["width"] == 2048)
            _wish(browser, 1)
            await side.hears("allowed", area=[1024, 0, 1024, 768])
        await browser.close()

    run(switch())


def test_a_yes_to_one_is_not_a_yes_to_the_other(two_screens: str, run: Run) -> None:
    async def stay() -> None:
        browser = Browser()
        async with screen_process(two_screens) as side:
            await shared(side, browser, monitor="DUMMY1")
            await side.hears("allowed", area=[1024, 0, 1024, 768])
            assert browser.last("screen")["monitors"] == ["DUMMY1"]
            for number in (0, -1):
                _wish(browser, number)
            await granted(side, browser, "point")
            assert {tuple(word["area"]) for word in side.heard if word.get("area")} == {(1024, 0, 1024, 768)}
            subprocess.run(["xrandr", "--display", two_screens, "--output", "DUMMY1", "--off"], check=True)
            assert (await side.hears("over"))["record"]["ending"] == "display_lost"
        await browser.close()

    run(stay())
