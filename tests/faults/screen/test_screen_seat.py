"""Lock screen, sleep, another user, logging out: said on a real message bus, each ends the sharing."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.consent import Ending
from desktop_app.screen.seat import meaning
from tests import real_screens
from tests.unit.screen.technician import Browser, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]
MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
CHANGED = "org.freedesktop.DBus.Properties"


@pytest.fixture(scope="module")
def own_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if why := real_screens.missing("Xvfb", "dbus-daemon", "dbus-send"):
        pytest.skip(why)
    with real_screens.display(tmp_path_factory.mktemp("display")) as name:
        yield name


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A bus on which anybody may speak."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed here")
    address = f"unix:path={tmp_path_factory.mktemp('bus')}/bus"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address=1"], stdout=subprocess.PIPE
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()
    yield address
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


@pytest.mark.parametrize(
    ("signal", "ending"),
    [
        (["/org/freedesktop/login1", f"{MANAGER}.PrepareForSleep", "boolean:true"], "asleep"),
        (["/org/freedesktop/login1/session/_31", f"{SESSION}.Lock"], "locked"),
        (["/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true"], "locked"),
    ],
    ids=["sleep", "lock", "saver"],
)
def test_it_ends(own_display: str, bus: str, socket_enabled: None, signal: list[str], ending: str) -> None:
    async def told() -> None:
        browser, buses = Browser(), {"DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
        async with screen_process(own_display, **buses) as side:
            await shared(side, browser)
            subprocess.run(
                ["dbus-send", "--session", "--type=signal", *signal], env={**os.environ, **buses}, check=True
            )
            assert (await side.hears("over"))["record"]["ending"] == ending
        await browser.close()

    asyncio.run(told())


@pytest.mark.parametrize(
    ("interface", "member", "body", "ending"),
    [
        (MANAGER, "PrepareForSleep", (False,), None),
        (MANAGER, "PrepareForShutdown", (True,), Ending.LOGGED_OUT),
        (CHANGED, "PropertiesChanged", (SESSION, {"Active": ("b", False)}, []), Ending.SWITCHED),
        (CHANGED, "PropertiesChanged", (SESSION, {"LockedHint": ("b", True)}, []), Ending.LOCKED),
        (CHANGED, "PropertiesChanged", (SESSION, {"IdleHint": ("b", True)}, []), None),
        (CHANGED, "PropertiesChanged", ("org.freedesktop.UPower", {"Active": ("b", False)}, []), None),
        ("org.gnome.ScreenSaver", "ActiveChanged", (False,), None),
        ("org.example.Other", "ActiveChanged", (True,), None),
    ],
)
def test_what_a_signal_means(interface: str, member: str, body: tuple[Any, ...], ending: Ending | None) -> None:
    assert meaning(interface, member, body) == ending


def test_without_a_bus_the_screen_is_still_shared(own_display: str, tmp_path: Path, socket_enabled: None) -> None:
    async def alone() -> None:
        browser, nowhere = Browser(), f"unix:path={tmp_path}/none"
        buses = {"DBUS_SYSTEM_BUS_ADDRESS": nowhere, "DBUS_SESSION_BUS_ADDRESS": nowhere}
        async with screen_process(own_display, **buses) as side:
            await shared(side, browser)
            assert side.process.returncode is None
        await browser.close()

    asyncio.run(alone())
