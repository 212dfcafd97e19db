"""The user takes the screen back while the technician floods it: by hand, by Escape, by Stop, and when things die."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from Xlib import display

from desktop_app.protocol.screen_channel import INPUT
from tests import real_screens
from tests.unit.screen import technician
from tests.unit.screen.technician import SECONDS, Browser, UserSide, granted, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]
HAND = Path(technician.__file__).with_name("real_hand.py")
A_THOUSAND = 0.001
ESCAPE = "9"


@pytest.fixture
def own_display(tmp_path: Path) -> Iterator[str]:
    if why := real_screens.missing("Xvfb", "xinput"):
        pytest.skip(why)
    with real_screens.display(tmp_path) as name:
        yield name


@pytest.fixture
def run(socket_enabled: None) -> Run:
    return lambda what: asyncio.run(what)


class Server:
    """What the X server knows, asked over a connection of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._display: Any = display.Display(name)

    def place(self) -> tuple[int, int]:
        asked = self._display.screen().root.query_pointer()
        return asked.root_x, asked.root_y

    def pressed(self) -> bool:
        return any(self._display.query_keymap()) or bool(self._display.screen().root.query_pointer().mask & 0x1F00)

    def hand(self, *words: str) -> None:
        """The user's own hand."""
        kind = "Xvfb mouse" if words[0] == "mouse" else "Xvfb keyboard"
        listed = subprocess.run(["xinput", "list", "--short"], env={**os.environ, "DISPLAY": self.name},
                                capture_output=True, text=True, check=True).stdout  # fmt: skip
        number = next(line.split("id=")[1].split()[0] for line in listed.splitlines() if kind in line)
        subprocess.run([sys.executable, str(HAND), self.name, *words, number], check=True)

    def close(self) -> None:
        self._display.close()


async def flood(browser: Browser) -> None:
    """A thousand moves a second, and keys held down, whatever comes back."""
    browser.send(json.dumps({"kind": "key", "code": "ShiftLeft", "key": "Shift", "down": True}), INPUT)
    count = 0
    while browser.channels[INPUT].readyState == "open":
        for _ in range(10):
            count += 1
            browser.send(json.dumps({"kind": "move", "x": count % 700, "y": 300}), INPUT)
        browser.send(json.dumps({"kind": "button", "x": 5, "y": 5, "button": 0, "down": True}), INPUT)
        await asyncio.sleep(10 * A_THOUSAND)


async def controlled(name: str, act: Callable[[UserSide, Browser, Server], Coroutine[Any, Any, None]]) -> None:
    """Somebody has control and floods it; `act` is what the user does."""
    browser, server = Browser(), Server(name)
    async with screen_process(name) as side:
        await shared(side, browser)
        await granted(side, browser, "control")
        flooding = asyncio.ensure_future(flood(browser))
        await browser.until(server.pressed)
        try:
            await act(side, browser, server)
        finally:
            flooding.cancel()
    server.close()
    await browser.close()


async def stands(server: Server, seconds: float) -> bool:
    """Whether nothing moves for so long."""
    end, place = time.monotonic() + seconds, server.place()
    while time.monotonic() < end:
        if server.place() != place:
            return False
        await asyncio.sleep(0)
    return True


def test_stop_stops_within_50_ms(own_display: str, run: Run) -> None:
    """The quickest of some: another program of this machine may hold the processor for longer than that."""
    took: list[float] = []

    async def stop(side: UserSide, browser: Browser, server: Server) -> None:
        side.say("stop", ending="user")
        await asyncio.sleep(0)
        said = moved = time.monotonic()
        place, over = server.place(), asyncio.ensure_future(side.hears("over"))
        while not over.done():
            now = server.place()
            place, moved = (now, time.monotonic()) if now != place else (place, moved)
            await asyncio.sleep(0)
        took.append(moved - said)
        assert over.result()["record"]["ending"] == "user"
        assert await stands(server, 0.2)
        assert not server.pressed()

    while len(took) < 8 and min(took, default=1) >= 0.05:
        run(controlled(own_display, stop))
    assert min(took) < 0.05, took


def test_the_users_hand_wins_for_two_seconds(own_display: str, run: Run) -> None:
    async def move(side: UserSide, browser: Browser, server: Server) -> None:
        server.hand("mouse", "20")
        await browser.until(lambda: browser.last("grants").get("resting"))
        assert not server.pressed()
        assert await stands(server, 1.0)
        await browser.until(lambda: browser.last("grants").get("resting") is False)
        await browser.until(server.pressed)

    run(controlled(own_display, move))


def test_escape_ends_control(own_display: str, run: Run) -> None:
    async def escape(side: UserSide, browser: Browser, server: Server) -> None:
        server.hand("key", ESCAPE)
        await browser.until(lambda: "control" not in browser.last("grants").get("left_s", {}))
        assert not server.pressed()
        assert await stands(server, 0.3)
        assert "look" in browser.last("grants").get("left_s", {})

    run(controlled(own_display, escape))


def test_a_closed_pipe_releases_everything(own_display: str, run: Run) -> None:
    async def close(side: UserSide, browser: Browser, server: Server) -> None:
        assert side.process.stdin is not None
        side.process.stdin.close()
        await side.process.wait()
        assert not server.pressed()

    run(controlled(own_display, close))


def test_ending_the_session_releases_everything(own_display: str, run: Run) -> None:
    async def end(side: UserSide, browser: Browser, server: Server) -> None:
        side.process.send_signal(signal.SIGTERM)
        assert (await side.hears("over"))["record"]["ending"] == "session_ended"
        await side.process.wait()
        assert not server.pressed()

    run(controlled(own_display, end))


def test_a_killed_process_shows_nothing_more_and_holds_nothing_down(own_display: str, run: Run) -> None:
    async def kill(side: UserSide, browser: Browser, server: Server) -> None:
        side.process.kill()
        await side.process.wait()
        async with asyncio.timeout(SECONDS):
            while server.pressed():
                await asyncio.sleep(0)
        groups = browser.groups
        assert await stands(server, 0.3)
        assert browser.groups == groups

    run(controlled(own_display, kill))


def test_a_lost_display_ends_it(tmp_path: Path, run: Run) -> None:
    async def lose() -> None:
        browser = Browser()
        with real_screens.display(tmp_path) as name:
            process = screen_process(name)
            side = await process.__aenter__()
            await shared(side, browser)
        assert (await side.hears("over"))["record"]["ending"] == "display_lost"
        await process.__aexit__(None, None, None)
        await browser.close()

    if why := real_screens.missing("Xvfb"):
        pytest.skip(why)
    run(lose())
