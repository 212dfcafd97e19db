"""The real screen process on a real Wayland desktop: looked at by its portal, and never touched."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jeepney.io.blocking import open_dbus_connection

from desktop_app.screen.wayland.cast import Cast
from desktop_app.screen.wayland.stream import Stream
from tests import real_screens
from tests.real_wayland import RealWayland, missing, real_wayland
from tests.unit.screen.standin_portal import StandinPortal
from tests.unit.screen.technician import SECONDS, Browser, UserSide, prepared, screen_process
from tests.unit.snapshot.private_bus import PrivateBus

Run = Callable[[Coroutine[Any, Any, None]], None]
Wait = Callable[[Callable[[], object]], None]
_PATIENT = f"""
from jeepney.io.blocking import open_dbus_connection
open_dbus_connection.__defaults__ = ("SESSION", False, {SECONDS})
from desktop_app.screen import main
from desktop_app.screen.wayland import cast, portal
cast._PATIENCE_S = portal._PATIENCE_S = {SECONDS}
main.main()
"""


def patient_process(**environment: str) -> AbstractAsyncContextManager[UserSide]:
    """The real process, which waits for the desktop's own programs also where the processor is somebody else's."""
    return screen_process("", sys.executable, "-c", _PATIENT, **environment)


@pytest.fixture
def desktop(tmp_path: Path, wait_until: Wait) -> Iterator[RealWayland]:
    if why := missing():
        pytest.skip(why)
    with real_wayland(tmp_path, wait_until) as started:
        yield started


async def _shows(desktop: RealWayland, browser: Browser, colour: str, width: int = 800, height: int = 600) -> None:
    """Wait for that picture. The compositor sends none before something moves, so that something does."""
    wanted = np.frombuffer(bytes.fromhex(colour), np.uint8)
    async with asyncio.timeout(SECONDS):
        while browser.canvas.shape != (height, width, 3) or (browser.canvas != wanted).any():
            desktop.paint(f"#{colour}")
            await asyncio.sleep(0.1)


async def _looked_at(desktop: RealWayland, side: UserSide, browser: Browser) -> None:
    """Up to a green picture."""
    await prepared(side, browser)
    side.say("allow", seconds=600, words_matched=True)
    await browser.connect((await side.hears("answered"))["answer"])
    await _shows(desktop, browser, "1e8040")


def test_the_picture_is_the_screen_follows_it_and_is_only_looked_at(desktop: RealWayland, run: Run) -> None:
    async def look() -> None:
        browser = Browser()
        async with patient_process(**desktop.environment) as side:
            await _looked_at(desktop, side, browser)
            desktop.size(1024, 768)
            await _shows(desktop, browser, "a03010", 1024, 768)
            await _refuses(side, browser, "control", "point", "clipboard")
            await _comes_back(desktop, side, browser)
            desktop.end_compositor()
            assert (await side.hears("over"))["record"]["ending"] == "display_lost"
        await browser.close()

    run(look())


async def _refuses(side: UserSide, browser: Browser, *capabilities: str) -> None:
    for capability in capabilities:
        browser.send(json.dumps({"kind": "ask", "capability": capability, "reason": "to help"}))
    await browser.until(lambda: set(browser.last("grants").get("refused", [])) == set(capabilities))
    assert not [word for word in side.heard if word["kind"] == "asked"], "what cannot be done is not asked for"


async def _comes_back(desktop: RealWayland, side: UserSide, browser: Browser) -> None:
    """A line that broke goes on with the same yes."""
    await browser.close()
    browser.canvas = np.zeros((1, 1, 3), np.uint8)
    side.say("offered", offer=await browser.offer(1))
    await browser.connect((await side.hears("answered", round=1))["answer"])
    await browser.until(lambda: browser.canvas.shape == (768, 1024, 3) and browser.groups)
    await _shows(desktop, browser, "a03010", 1024, 768)


def test_no_other_picture_is_taken_for_one_that_is_gone(
    desktop: RealWayland, monkeypatch: pytest.MonkeyPatch, wait_until: Wait, socket_enabled: None
) -> None:
    for name, value in desktop.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(open_dbus_connection, "__defaults__", ("SESSION", False, SECONDS))
    monkeypatch.setattr("desktop_app.screen.wayland.cast._PATIENCE_S", SECONDS)
    with closing(Cast()) as cast, closing(Stream(cast.remote, cast.node + 900, lambda: None)) as stream:
        wait_until(lambda: stream.is_over)
        desktop.paint("#a03010")
        assert stream.take() is None


def test_a_locked_desktop_ends_it(desktop: RealWayland, run: Run) -> None:
    async def lock() -> None:
        browser = Browser()
        async with patient_process(**desktop.environment) as side:
            await _looked_at(desktop, side, browser)
            desktop.signal("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Lock")
            assert (await side.hears("over"))["record"]["ending"] == "locked"
        await browser.close()

    run(lock())


def test_without_a_portal_nothing_is_shown(tmp_path: Path, run: Run) -> None:
    async def nothing() -> None:
        browser, nowhere = Browser(), f"unix:path={tmp_path}/none"
        buses = {"DBUS_SYSTEM_BUS_ADDRESS": nowhere, "DBUS_SESSION_BUS_ADDRESS": nowhere}
        async with patient_process(WAYLAND_DISPLAY="wayland-1", **buses) as side:
            await prepared(side, browser)
            side.say("allow", seconds=600, words_matched=True)
            assert (await side.hears("over"))["record"]["ending"] == "display_lost"
        await browser.close()

    run(nothing())


def test_a_no_in_the_desktops_own_dialog_is_a_no(tmp_path: Path, wait_until: Wait, run: Run) -> None:
    if why := real_screens.missing("dbus-daemon"):
        pytest.skip(why)

    async def refused(address: str) -> None:
        browser, buses = Browser(), {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        async with patient_process(WAYLAND_DISPLAY="wayland-1", **buses) as side:
            await prepared(side, browser)
            side.say("allow", seconds=600, words_matched=True)
            assert (await side.hears("over"))["record"]["ending"] == "refused"
            assert not browser.last("screen")
            assert not browser.groups
        await browser.close()

    with closing(PrivateBus(tmp_path / "bus", wait_until)) as bus:
        portal = StandinPortal(bus.address, code=1)
        run(refused(bus.address))
        portal.leave()
