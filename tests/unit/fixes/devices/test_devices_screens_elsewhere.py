"""Screens as X11 may print them, under Wayland, on Windows and macOS.

The answers are written from the documented formats: `xrandr --query` 1.5, the folders of the kernel, the JSON of our
own PowerShell question, `system_profiler -json`.
"""

import json
from pathlib import Path

import pytest

from desktop_app.adapters.actions.devices import xrandr
from desktop_app.adapters.actions.devices.confirm import confirmed
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.devices.elsewhere import computer, in_environment
from tests.unit.fixes.own_home import quiet

_DESK = """\
Screen 0: minimum 320 x 200, current 3000 x 1920, maximum 16384 x 16384
eDP-1 connected primary 1920x1080+1080+0 (normal left inverted right x axis y axis) 309mm x 174mm
   1920x1080     60.02*+  59.97    48.00
   1280x720      60.00    59.74
DP-2 connected 1080x1920+0+0 left X axis (normal left inverted right x axis y axis) 509mm x 286mm
   1920x1080     60.00 +  50.00*
   1920x1080i    60.00
HDMI-1 connected (normal left inverted right x axis y axis)
   3840x2160     30.00 +  25.00
   1280x720      60.00
VGA-1 disconnected (normal left inverted right x axis y axis)
  1024x768 (0x5e) 65.000MHz
"""


class TestXrandr:
    def test_what_each_socket_shows(self) -> None:
        found = xrandr.read(_DESK)
        assert [one.screen.name for one in found] == ["eDP-1", "DP-2", "HDMI-1"]
        inner, turned, dark = found
        assert inner.screen == xrandr.Screen("eDP-1", "1920x1080", "60.02", 1080, 0, is_primary=True)
        assert turned.screen == xrandr.Screen("DP-2", "1920x1080", "50.00", 0, 0, "left", "x")
        assert xrandr.size(turned.screen) == (1080, 1920)
        assert (dark.is_lit, dark.best, dark.modes["3840x2160"]) == (False, "3840x2160", "30.00")

    def test_a_dark_screen_goes_right_of_all_others(self, tmp_path: Path) -> None:
        actions, tools = in_environment({"DISPLAY": ":0"}, tmp_path, "linux", xrandr=_DESK)
        plan = actions.plan("devices.screens.arrange", Given({"way": "extend"}))
        actions.apply("devices.screens.arrange", plan.saved, quiet)
        confirmed("screens")
        words = " ".join(tools.asked[-1][0])
        assert "--output HDMI-1 --mode 3840x2160 --rate 30.00 --pos 3000x0 --rotate normal" in words
        assert "--output DP-2 --mode 1920x1080 --rate 50.00 --pos 0x0 --rotate left --reflect x" in words
        actions.undo("devices.screens.arrange", plan.saved)
        words = " ".join(tools.asked[-1][0])
        assert "--output HDMI-1 --off" in words
        assert "--pos 1080x0 --rotate normal --reflect normal --primary" in words

    def test_one_picture_that_all_can_show(self, tmp_path: Path) -> None:
        actions, _ = in_environment(
            {"DISPLAY": ":0"}, tmp_path, "linux", xrandr=_DESK.replace("1920x1080i ", "1280x720   ")
        )
        plan = actions.plan("devices.screens.arrange", Given({"way": "mirror"}))
        assert {(row["mode"], row["x"], row["turned"]) for row in plan.saved["after"]} == {("1280x720", 0, "normal")}

    def test_a_screen_that_asks_for_nothing_is_not_blurred(self, tmp_path: Path) -> None:
        small = "S-1 connected 800x600+0+0\n   1920x1080 60.00\n   800x600   60.00*\n"
        for text, outcome in ((small, "fine"), (small.replace("1920x1080 60.00", "1920x1080 60.00 +"), "coarse")):
            actions, _ = in_environment({"DISPLAY": ":0"}, tmp_path, "linux", xrandr=text)
            assert actions.check("devices.resolution", Given()).outcome == outcome

    def test_wayland_is_read_from_the_kernel_and_left_to_its_user(self, tmp_path: Path) -> None:
        for name, state in {"card0-eDP-1": "enabled", "card0-HDMI-A-1": "disabled", "card0-DP-1": ""}.items():
            folder = tmp_path / "sys/class/drm" / name
            folder.mkdir(parents=True)
            (folder / "status").write_text("connected\n" if state else "disconnected\n")
            (folder / "enabled").write_text(f"{state}\n")
        actions, tools = in_environment(
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, tmp_path, "linux", xrandr=_DESK
        )
        found = actions.check("devices.screens", Given())
        assert (found.outcome, found.facts["screen"]) == ("dark", "HDMI-A-1")
        assert actions.plan("devices.screens.arrange", Given()).outcome == "by_hand"
        assert tools.asked == []

    def test_a_way_that_is_none_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ActionFailed):
            computer(tmp_path, "linux")[0].plan("devices.screens.arrange", Given({"way": "--off"}))


class TestScreensElsewhere:
    def test_windows(self, tmp_path: Path) -> None:
        answer = json.dumps({"there": 2, "lit": 1, "own": 1})
        actions, tools = computer(tmp_path, "windows", WmiMonitor=answer)
        assert actions.check("devices.screens", Given()).outcome == "dark"
        plan = actions.plan("devices.screens.arrange", Given({"way": "mirror"}))
        actions.apply("devices.screens.arrange", plan.saved, quiet)
        actions.undo("devices.screens.arrange", plan.saved)
        assert [args for args, _ in tools.asked[-2:]] == [
            ("DisplaySwitch.exe", "/clone"),
            ("DisplaySwitch.exe", "/internal"),
        ]

    def test_windows_of_a_desk_without_a_screen_of_its_own(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "windows", WmiMonitor=json.dumps({"there": 2, "lit": 1, "own": 0}))
        assert actions.plan("devices.screens.arrange", Given()).saved["back"] == "/external"

    @pytest.mark.parametrize(("count", "outcome"), [(0, "unknown"), (1, "alone"), (2, "fine")])
    def test_macos(self, tmp_path: Path, count: int, outcome: str) -> None:
        report = {"SPDisplaysDataType": [{"_name": "Apple M2", "spdisplays_ndrvs": [{"_name": "LCD"}] * count}]}
        actions, _ = computer(tmp_path, "macos", SPDisplays=json.dumps(report))
        assert actions.check("devices.screens", Given()).outcome == outcome
