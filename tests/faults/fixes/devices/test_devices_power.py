"""A battery that empties fast and a screen too dark: UPower, power profiles and logind as stand-ins on a real bus."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

pytestmark = needs_mocks
WaitUntil = Callable[[Callable[[], object]], None]
UPOWER, PROFILES, LOGIND = "org.freedesktop.UPower", "net.hadess.PowerProfiles", "org.freedesktop.login1"
_SET = "open(%r + '/' + args[1] + '/brightness', 'w').write(str(int(args[2])) + '\\n')"

_WORK = """
import contextlib, os
with contextlib.suppress(OSError):
    os.nice(-15)
held = b'x' * 300_000_000
while True:
    pass
"""


@pytest.fixture
def bus(tmp_path: Path, wait_until: WaitUntil) -> Iterator[PrivateBus]:
    bus = PrivateBus(tmp_path / "bus", wait_until)
    try:
        yield bus
    finally:
        bus.close()


@pytest.fixture
def here(tmp_path: Path, bus: PrivateBus) -> Here:
    """A laptop with a screen that can be dimmed in 937 steps."""
    light = tmp_path / "system/sys/class/backlight/intel_backlight"
    light.mkdir(parents=True)
    (light / "max_brightness").write_text("937\n")
    (light / "brightness").write_text("937\n")
    here = replace(here_of(tmp_path, DBUS_SYSTEM_BUS_ADDRESS=bus.address), root=tmp_path / "system")
    session = f"{LOGIND}.Session"
    bus.stand_in(LOGIND, "/org/freedesktop/login1/session/auto", session)
    code = _SET % str(here.at("sys/class/backlight"))
    bus.tell(
        LOGIND, "/org/freedesktop/login1/session/auto", "AddMethod", "sssss", session, "SetBrightness", "ssu", "", code
    )
    return here


def laptop(bus: PrivateBus, *, worn: bool = False, state: int = 2, profile: str = "performance") -> None:
    bus.template("upower", UPOWER)
    path = "/org/freedesktop/UPower"
    place = bus.tell(UPOWER, path, "AddDischargingBattery", "ssdx", "BAT0", "Slice 7", 62.0, 5400)[0]
    health = {"EnergyFull": ("d", 20.0 if worn else 48.0), "EnergyFullDesign": ("d", 50.0), "State": ("u", state)}
    bus.say(UPOWER, place, f"{UPOWER}.Device", health)
    bus.template("power_profiles_daemon", PROFILES)
    bus.say(PROFILES, "/net/hadess/PowerProfiles", PROFILES, {"ActiveProfile": ("s", profile)})


@pytest.fixture
def busy() -> Iterator[subprocess.Popen[bytes]]:
    """A program that does nothing but work, large and before all others where that is allowed: it heads every list."""
    with subprocess.Popen([sys.executable, "-c", _WORK]) as process:
        try:
            seen = psutil.Process(process.pid)
            if not any(seen.cpu_percent(0.5) > 80 for _ in range(20)):
                pytest.skip("this machine has too much to do to show one program at work")
            yield process
        finally:
            process.kill()


def profile(bus: PrivateBus) -> object:
    with bus.connection() as own:
        return own.properties(PROFILES, "/net/hadess/PowerProfiles", PROFILES)["ActiveProfile"]


def brightness(here: Here) -> str:
    return here.at("sys/class/backlight/intel_backlight/brightness").read_text().strip()


class TestBattery:
    def test_fast_and_bright_then_spared_then_as_before(self, bus: PrivateBus, here: Here, tmp_path: Path) -> None:
        laptop(bus)
        patient = Patient(tmp_path, here)
        run = patient.heal("battery_drains_fast", answers={"which": "none"})
        assert patient.proved(run)
        assert (patient.outcome(run, "look"), patient.outcome(run, "balanced")) == ("emptying", "usual")
        assert (profile(bus), brightness(here)) == ("balanced", "562")
        assert patient.undo(run).state is RunState.UNDONE
        assert (profile(bus), brightness(here)) == ("performance", "937")

    def test_one_no_does_not_end_the_help(self, bus: PrivateBus, here: Here, tmp_path: Path) -> None:
        laptop(bus)
        patient = Patient(tmp_path, here)
        run = patient.fixes.advance(patient.fixes.begin("battery_drains_fast").id)
        run = patient.fixes.advance(run.id, consent=False)
        assert (run.state, run.current) == (RunState.CONSENT, "dim")
        patient.fixes.advance(run.id, consent=True)
        assert (profile(bus), brightness(here)) == ("performance", "562")

    def test_the_program_that_empties_it_is_named_and_closed(
        self, bus: PrivateBus, here: Here, busy: subprocess.Popen[bytes], tmp_path: Path
    ) -> None:
        laptop(bus, profile="balanced")
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("400\n")
        patient = Patient(tmp_path, here)
        run = patient.fixes.advance(patient.fixes.begin("battery_drains_fast").id)
        offered = next(report.offered for report in run.steps if report.step_id == "which")
        chosen = next(choice.id for choice in offered if choice.id.startswith(f"{busy.pid}:"))
        run = patient.goes_on(run, answers={"which": chosen})
        assert (run.state, patient.outcome(run, "prove")) == (RunState.FIXED, "gone")

    def test_worn_goes_to_a_person_and_nothing_is_changed(self, bus: PrivateBus, here: Here, tmp_path: Path) -> None:
        laptop(bus, worn=True)
        patient = Patient(tmp_path, here)
        run = patient.heal("battery_drains_fast")
        assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "worn")
        assert next(report.facts["health_percent"] for report in run.steps if report.step_id == "look") == 40
        assert (profile(bus), brightness(here)) == ("performance", "937")

    def test_no_battery_is_no_fault(self, bus: PrivateBus, here: Here, tmp_path: Path) -> None:
        bus.template("upower", UPOWER)
        assert Patient(tmp_path, here).heal("battery_drains_fast").state is RunState.NOTHING_FOUND

    def test_middling_light_and_no_services_are_no_false_alarm(
        self, bus: PrivateBus, here: Here, tmp_path: Path
    ) -> None:
        laptop(bus, state=1, profile="balanced")
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("500\n")
        run = Patient(tmp_path, here).heal("battery_drains_fast", answers={"which": "none"})
        assert run.state is RunState.NOTHING_FOUND
        silent = replace(here, environ={**here.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/none"})
        run = Patient(tmp_path, silent).heal("battery_drains_fast", answers={"which": "none"})
        assert run.state is RunState.NOTHING_FOUND


class TestTooDark:
    def test_raised_and_dark_again(self, here: Here, tmp_path: Path) -> None:
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("47\n")
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_too_dark")
        assert patient.proved(run)
        assert (patient.outcome(run, "look"), brightness(here)) == ("dark", "656")
        assert patient.undo(run).state is RunState.UNDONE
        assert brightness(here) == "47"

    def test_bright_enough(self, here: Here, tmp_path: Path) -> None:
        run = Patient(tmp_path, here).heal("screen_too_dark", answers={"key": "bright"})
        assert (run.state, brightness(here)) == (RunState.NOTHING_FOUND, "937")

    def test_what_the_lamp_rounds_is_still_ours(self, here: Here, tmp_path: Path) -> None:
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("47\n")
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_too_dark")
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("650\n")
        assert patient.undo(run).state is RunState.UNDONE

    def test_set_by_hand_since_is_kept(self, here: Here, tmp_path: Path) -> None:
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("47\n")
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_too_dark")
        here.at("sys/class/backlight/intel_backlight/brightness").write_text("300\n")
        with pytest.raises(Exception, match="changed_since"):
            patient.undo(run)
        assert brightness(here) == "300"
