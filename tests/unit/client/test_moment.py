"""Whether now is the moment: a real bus with stand-ins for UPower and NetworkManager, a real X server, recordings."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.system.moment import MacSigns, Moment, WindowsSigns
from tests import real_screens
from tests.unit.snapshot.conftest import patience_with_buses
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

if sys.platform == "linux":
    from desktop_app.adapters.actions.speed.x_windows import x_screen
    from desktop_app.adapters.system.moment_linux import LinuxSigns

UPOWER, NM = "org.freedesktop.UPower", "org.freedesktop.NetworkManager"
BATTERY, FACE = "/org/freedesktop/UPower/devices/DisplayDevice", "org.freedesktop.UPower.Device"
PROFILES, PROFILES_AT = "org.freedesktop.UPower.PowerProfiles", "/org/freedesktop/UPower/PowerProfiles"
SESSION, SESSION_AT = "org.gnome.SessionManager", "/org/gnome/SessionManager"


@pytest.fixture(autouse=True)
def _patient_with_buses(monkeypatch: pytest.MonkeyPatch) -> None:
    patience_with_buses(monkeypatch, 60)


def wait(fact: Callable[[], object]) -> None:
    until, tick = time.monotonic() + 120, threading.Event()
    while not fact():
        assert time.monotonic() < until
        tick.wait(0.02)


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateBus]:
    """The services of a laptop that is plugged in, on a network that costs nothing, with nothing on its screen."""
    made = PrivateBus(tmp_path_factory.mktemp("bus") / "socket", wait)
    try:
        made.stand_in(UPOWER, "/org/freedesktop/UPower", UPOWER)
        made.add(UPOWER, "/org/freedesktop/UPower", BATTERY, FACE, {"State": ("u", 1), "WarningLevel": ("u", 1)})
        made.stand_in(PROFILES, PROFILES_AT, PROFILES)
        made.say(PROFILES, PROFILES_AT, PROFILES, {"ActiveProfile": ("s", "balanced")})
        made.stand_in(NM, "/org/freedesktop/NetworkManager", NM)
        made.say(NM, "/org/freedesktop/NetworkManager", NM, {"Metered": ("u", 4)})
        made.stand_in(SESSION, SESSION_AT, SESSION)
        made.tell(SESSION, SESSION_AT, "AddMethod", "sssss", SESSION, "IsInhibited", "u", "b", "ret = False")
        yield made
    finally:
        made.close()


@needs_mocks
class TestLinux:
    def hindrance(self, bus: PrivateBus) -> str:
        """As a program that starts now finds it."""
        where = {"DBUS_SYSTEM_BUS_ADDRESS": bus.address, "DBUS_SESSION_BUS_ADDRESS": bus.address}
        return Moment(LinuxSigns(where)).hindrance()

    def test_nothing_speaks_against_it(self, bus: PrivateBus) -> None:
        assert self.hindrance(bus) == ""

    def test_power_saver_is_respected(self, bus: PrivateBus) -> None:
        bus.say(PROFILES, PROFILES_AT, PROFILES, {"ActiveProfile": ("s", "power-saver")})
        assert self.hindrance(bus) == "saving_power"
        bus.say(PROFILES, PROFILES_AT, PROFILES, {"ActiveProfile": ("s", "balanced")})
        assert self.hindrance(bus) == ""

    @pytest.mark.parametrize(("state", "level", "hindrance"), [(2, 3, "saving_power"), (1, 3, ""), (2, 1, "")])
    def test_a_battery_that_runs_out_is_spared(self, bus: PrivateBus, state: int, level: int, hindrance: str) -> None:
        bus.say(UPOWER, BATTERY, FACE, {"State": ("u", state), "WarningLevel": ("u", level)})
        assert self.hindrance(bus) == hindrance
        bus.say(UPOWER, BATTERY, FACE, {"State": ("u", 1), "WarningLevel": ("u", 1)})

    @pytest.mark.parametrize(("metered", "hindrance"), [(1, "metered"), (3, "metered"), (2, ""), (0, "")])
    def test_a_connection_that_costs_is_spared(self, bus: PrivateBus, metered: int, hindrance: str) -> None:
        bus.say(NM, "/org/freedesktop/NetworkManager", NM, {"Metered": ("u", metered)})
        assert self.hindrance(bus) == hindrance
        bus.say(NM, "/org/freedesktop/NetworkManager", NM, {"Metered": ("u", 4)})

    def test_a_presentation_is_not_disturbed(self, bus: PrivateBus) -> None:
        bus.tell(SESSION, SESSION_AT, "AddMethod", "sssss", SESSION, "IsInhibited", "u", "b", "ret = args[0] == 8")
        assert self.hindrance(bus) == "full_screen"
        bus.tell(SESSION, SESSION_AT, "AddMethod", "sssss", SESSION, "IsInhibited", "u", "b", "ret = False")


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_nobody_who_answers_speaks_against_nothing(tmp_path: Path) -> None:
    nowhere = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    assert Moment(LinuxSigns(nowhere)).hindrance() == ""


@pytest.mark.skipif(sys.platform != "linux" or bool(real_screens.missing("Xvfb", "xprop")), reason="needs Xvfb, xprop")
def test_the_window_in_use_may_fill_the_screen(tmp_path: Path) -> None:
    with real_screens.display(tmp_path) as name, x_screen(name) as screen:
        assert screen is not None
        signs = LinuxSigns({"DISPLAY": name, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"})
        assert not signs.is_full_screen()
        root = screen._root
        _say(name, "-f", "_NET_ACTIVE_WINDOW", "32x", "-set", "_NET_ACTIVE_WINDOW", hex(root))
        assert not signs.is_full_screen()
        _say(name, "-f", "_NET_WM_STATE", "32a", "-set", "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN")
        assert signs.is_full_screen()


def _say(display: str, *words: str) -> None:
    """Properties of the root window, which stands for the one in use: there is no window manager."""
    subprocess.run(["xprop", "-display", display, "-root", *words], check=True, timeout=60)


SAYS = {
    ("pmset", "-g"): "Currently in use:\n standby              1\n lowpowermode         {}\n",
    ("pmset", "-g", "assertions"): "Assertion status system-wide:\n   PreventUserIdleDisplaySleep    {}\n",
}


@pytest.mark.parametrize(("low", "awake", "hindrance"), [(0, 0, ""), (1, 1, "saving_power"), (0, 1, "full_screen")])
def test_macos(low: int, awake: int, hindrance: str) -> None:
    told = {words: text.format(awake if "assertions" in words else low) for words, text in SAYS.items()}
    assert Moment(MacSigns(lambda *words: told[words])).hindrance() == hindrance


@pytest.mark.parametrize(
    ("saver", "notices", "metered", "hindrance"),
    [
        (0, 5, False, ""),
        (1, 5, False, "saving_power"),
        *((0, state, False, "full_screen") for state in (2, 3, 4)),
        (0, 7, True, "metered"),
        (0, 0, False, ""),
    ],
)
def test_windows(saver: int, notices: int, metered: bool, hindrance: str) -> None:
    assert Moment(WindowsSigns(lambda: metered, lambda: saver, lambda: notices)).hindrance() == hindrance
