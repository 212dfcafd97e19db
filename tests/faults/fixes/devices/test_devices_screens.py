"""Screens that stay dark or blurred: a real X server with two sockets."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.real_screens import missing_two_screens, two_screens
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Here]:
    if reason := missing_two_screens():
        pytest.skip(reason)
    with two_screens(tmp_path) as name:
        here = here_of(tmp_path, DISPLAY=name, WAYLAND_DISPLAY="", XDG_CURRENT_DESKTOP="", GSETTINGS_BACKEND="memory")
        here.asked("xrandr", "--output", "DUMMY1", "--auto", "--right-of", "DUMMY0")
        yield here


def shown(here: Here) -> str:
    return here.asked("xrandr", "--query")


class TestDark:
    @pytest.fixture(autouse=True)
    def dark(self, here: Here) -> None:
        here.asked("xrandr", "--output", "DUMMY1", "--off")

    @pytest.mark.parametrize(("way", "place"), [("extend", "1024x768+1024+0"), ("mirror", "1024x768+0+0")])
    def test_lit_and_dark_again(self, here: Here, tmp_path: Path, way: str, place: str) -> None:
        before = shown(here)
        patient = Patient(tmp_path, here)
        run = patient.heal("external_screen", answers={"way": way, "seen": "yes"})
        assert patient.proved(run)
        assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("dark", "fine")
        assert f"DUMMY1 connected {place}" in shown(here)
        assert patient.undo(run).state is RunState.UNDONE
        assert shown(here) == before

    def test_not_seen_is_taken_back(self, here: Here, tmp_path: Path) -> None:
        before = shown(here)
        run = Patient(tmp_path, here).heal("external_screen", answers={"way": "extend", "seen": "no"})
        assert run.state is RunState.NEEDS_PERSON
        assert shown(here) == before

    def test_without_an_answer_it_goes_back_by_itself(
        self, here: Here, tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]
    ) -> None:
        before = shown(here)
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("devices.screens.arrange", Given({"way": "extend", "confirm_s": 1}))
        actions.apply("devices.screens.arrange", plan.saved, quiet)
        wait_until(lambda: shown(here) == before)
        assert actions.hindrance("devices.screens.arrange", plan.saved) == ""

    def test_confirmed_it_stays(self, here: Here, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("devices.screens.arrange", Given({"way": "extend", "confirm_s": 3600}))
        actions.apply("devices.screens.arrange", plan.saved, quiet)
        assert actions.check("devices.screens", Given({"confirmed": "yes"})).outcome == "fine"
        from desktop_app.adapters.actions.devices import confirm

        assert confirm._waiting == {}

    def test_another_arrangement_chosen_since_is_kept(self, here: Here, tmp_path: Path) -> None:
        patient = Patient(tmp_path, here)
        run = patient.heal("external_screen", answers={"way": "extend", "seen": "yes"})
        here.asked("xrandr", "--output", "DUMMY1", "--mode", "800x600", "--pos", "0x768")
        chosen = shown(here)
        with pytest.raises(Exception, match="changed_since"):
            patient.undo(run)
        assert shown(here) == chosen

    def test_a_change_that_died_half_made_can_be_taken_back(self, here: Here, tmp_path: Path) -> None:
        here.asked("xrandr", "--output", "DUMMY0", "--mode", "800x600")
        before = shown(here)
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("devices.screens.arrange", Given({"way": "mirror"}))
        here.asked("xrandr", "--output", "DUMMY0", "--mode", "1024x768")
        assert actions.hindrance("devices.screens.arrange", plan.saved) == ""
        actions.undo("devices.screens.arrange", plan.saved)
        assert shown(here) == before


def test_two_lit_screens_are_fine(here: Here, tmp_path: Path) -> None:
    before = shown(here)
    assert Patient(tmp_path, here).heal("external_screen").state is RunState.NOTHING_FOUND
    assert shown(here) == before


class TestBlurred:
    def test_made_sharp_and_back(self, here: Here, tmp_path: Path) -> None:
        here.asked("xrandr", "--output", "DUMMY0", "--mode", "640x480")
        here.asked("xrandr", "--output", "DUMMY1", "--pos", "640x0")
        before = shown(here)
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_scaling", answers={"seen": "yes", "size": "good"})
        assert patient.proved(run)
        assert patient.outcome(run, "look") == "coarse"
        assert patient.outcome(run, "sharp") == "fine"
        assert "DUMMY0 connected primary 1024x768+0+0" in shown(here)
        assert "DUMMY1 connected 1024x768+1024+0" in shown(here)
        assert patient.undo(run).state is RunState.UNDONE
        assert shown(here) == before

    def test_not_readable_is_taken_back(self, here: Here, tmp_path: Path) -> None:
        here.asked("xrandr", "--output", "DUMMY1", "--mode", "640x480")
        before = shown(here)
        run = Patient(tmp_path, here).heal("screen_scaling", answers={"seen": "no"})
        assert run.state is RunState.NEEDS_PERSON
        assert shown(here) == before
