"""Size of letters, keyboard, touchpad, battery and USB on Windows, macOS and plain X11.

The answers are written from the documented formats: the JSON of our own PowerShell questions, `reg query`, `powercfg`,
`system_profiler -json`, `pmset`, `defaults read`, `setxkbmap -query` 1.3, `xinput list-props` 1.6.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions.devices import battery, keyboards, layouts, usb
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.devices.elsewhere import computer, in_environment
from tests.unit.fixes.own_home import quiet

_LANGUAGES = {
    "first": "",
    "languages": [{"tag": "fr-FR", "tips": ["040C:0000040C"]}, {"tag": "en-US", "tips": ["0409:00000409"]}],
}


class TestSize:
    def test_windows_writes_and_takes_away(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "windows")
        assert actions.check("devices.scaling", Given()).facts["percent"] == 100
        plan = actions.plan("devices.scaling.change", Given({"to": "bigger"}))
        assert plan.saved["after"] == {"LogPixels": "120", "Win8DpiScaling": "1"}
        assert actions.apply("devices.scaling.change", plan.saved, quiet).outcome == "next_sign_in"
        actions.undo("devices.scaling.change", plan.saved)
        assert [args[1] for args, _ in tools.asked[-4:]] == ["add", "add", "delete", "delete"]

    def test_windows_goes_back_to_what_was_written(self, tmp_path: Path) -> None:
        answers = {"/v LogPixels": "    LogPixels    REG_DWORD    0x90\n", "/v Win8": "    X    REG_DWORD    0x1\n"}
        actions, tools = computer(tmp_path, "windows", **answers)
        assert actions.check("devices.scaling", Given()).facts["percent"] == 150
        plan = actions.plan("devices.scaling.change", Given({"to": "usual"}))
        tools.asked.clear()
        actions.undo("devices.scaling.change", plan.saved)
        assert [args[-2] for args, _ in tools.asked] == ["144", "1"]

    def test_xfce(self, tmp_path: Path) -> None:
        actions, tools = in_environment({"XDG_CURRENT_DESKTOP": "XFCE"}, tmp_path, "linux", **{"xfconf-query": "120\n"})
        plan = actions.plan("devices.scaling.change", Given({"to": "smaller"}))
        assert (plan.facts["percent"], plan.saved["after"]) == (125, {"xfce": "96"})
        actions.undo("devices.scaling.change", plan.saved)
        assert tools.asked[-1][0][-1] == "120"

    def test_macos_is_measured_before_and_after(self, tmp_path: Path) -> None:
        rows = [{"_spdisplays_resolution": "1440 x 900 @ 60.00Hz"}]
        report = json.dumps({"SPDisplaysDataType": [{"spdisplays_ndrvs": rows}]})
        actions, _ = computer(tmp_path, "macos", SPDisplays=report)
        size = actions.check("devices.scaling", Given()).facts["size"]
        assert actions.plan("devices.scaling.change", Given({"to": "bigger"})).outcome == "by_hand"
        assert actions.check("devices.scaling", Given({"before": size})).outcome == "not_yet"
        actions, _ = computer(tmp_path, "macos", SPDisplays=report.replace("1440 x 900", "1280 x 800"))
        assert actions.check("devices.scaling", Given({"before": size})).outcome == "as_wanted"


class TestKeyboard:
    def test_windows_and_back(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "windows", **{"Get-WinUser": json.dumps(_LANGUAGES)})
        found = actions.check("devices.keyboard", Given({"top": "any"}))
        assert (found.facts["layout"], found.items[0].id) == ("Français (AZERTY)", "us")
        plan = actions.plan("devices.keyboard.choose", Given({"layout": "be"}))
        actions.apply("devices.keyboard.choose", plan.saved, quiet)
        more = tools.asked[-1][1]
        assert more["RESCOUSSE_FIRST"] == "080C:0000080C"
        assert json.loads(more["RESCOUSSE_LANGUAGES"])[0]["tips"] == ["040C:0000040C", "080C:0000080C"]
        actions.undo("devices.keyboard.choose", plan.saved)
        more = tools.asked[-1][1]
        assert (more["RESCOUSSE_FIRST"], json.loads(more["RESCOUSSE_LANGUAGES"])) == ("", _LANGUAGES["languages"])
        assert '"' not in "".join(tools.asked[-1][0])

    def test_a_layout_that_is_there_already_is_only_put_first(self) -> None:
        state = keyboards.with_first({"way": "windows", **_LANGUAGES}, layouts.of_xkb("us"))
        assert (state["first"], state["languages"]) == ("0409:00000409", _LANGUAGES["languages"])

    def test_a_change_that_died_between_its_two_parts_is_still_ours(self, tmp_path: Path) -> None:
        state: keyboards.State = {"way": "windows", **_LANGUAGES}
        saved = {"before": state, "after": keyboards.with_first(state, layouts.of_xkb("be"))}
        for first, languages in (("", saved["after"]["languages"]), ("080C:0000080C", _LANGUAGES["languages"])):
            answer = json.dumps({"first": first, "languages": languages})
            actions, _ = computer(tmp_path, "windows", **{"Get-WinUser": answer})
            assert actions.hindrance("devices.keyboard.choose", saved) == ""
        other = json.dumps({"first": "0407:00000407", "languages": _LANGUAGES["languages"]})
        actions, _ = computer(tmp_path, "windows", **{"Get-WinUser": other})
        assert actions.hindrance("devices.keyboard.choose", saved) == "changed_since"

    def test_macos_is_read_and_left_to_its_user(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "macos", **{"defaults read": "com.apple.keylayout.US\n"})
        assert actions.check("devices.keyboard", Given({"wanted": "us"})).outcome == "right"
        assert actions.plan("devices.keyboard.choose", Given({"layout": "fr"})).outcome == "by_hand"

    def test_x11_with_several_and_with_options(self, tmp_path: Path) -> None:
        text = "rules: evdev\nmodel: pc105\nlayout:     ch,us\nvariant:    fr,\noptions:    grp:alt_shift_toggle\n"
        actions, tools = in_environment({"DISPLAY": ":0"}, tmp_path, "linux", setxkbmap=text)
        found = actions.check("devices.keyboard", Given())
        assert (found.facts["layout"], found.facts["count"]) == ("Suisse romand (QWERTZ)", 2)
        plan = actions.plan("devices.keyboard.choose", Given({"layout": "de"}))
        actions.undo("devices.keyboard.choose", plan.saved)
        words = "-rules evdev -model pc105 -layout ch,us -variant fr, -option  -option grp:alt_shift_toggle"
        assert " ".join(tools.asked[-1][0]) == f"setxkbmap {words}"

    def test_no_sources_at_all(self) -> None:
        assert keyboards.pairs("@a(ss) []") == []

    def test_a_layout_that_nobody_knows_is_refused(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "windows", **{"Get-WinUser": json.dumps(_LANGUAGES)})
        with pytest.raises(ActionFailed):
            actions.plan("devices.keyboard.choose", Given({"layout": "$(calc)"}))


class TestTouchpad:
    @pytest.mark.parametrize(
        ("answers", "outcome", "written"),
        [
            ({"Status /v Enabled": "    Enabled    REG_DWORD    0x0\n"}, "off", "1"),
            ({"/v LeaveOn": "    LeaveOnWithMouse    REG_DWORD    0x0\n"}, "off_with_mouse", "4294967295"),
        ],
    )
    def test_windows(self, tmp_path: Path, answers: dict[str, str], outcome: str, written: str) -> None:
        actions, tools = computer(tmp_path, "windows", **answers)
        assert actions.check("devices.touchpad", Given()).outcome == outcome
        plan = actions.plan("devices.touchpad.turn_on", Given())
        assert actions.apply("devices.touchpad.turn_on", plan.saved, quiet).outcome == "next_sign_in"
        assert tools.asked[-1][0][-2] == written
        actions.undo("devices.touchpad.turn_on", plan.saved)
        assert tools.asked[-1][0][-2] == "0"

    def test_macos(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "macos", **{"defaults read": "1\n"})
        assert actions.check("devices.touchpad", Given()).outcome == "off_with_mouse"
        plan = actions.plan("devices.touchpad.turn_on", Given())
        actions.apply("devices.touchpad.turn_on", plan.saved, quiet)
        actions.undo("devices.touchpad.turn_on", plan.saved)
        assert [args[-1] for args, _ in tools.asked[-2:]] == ["false", "true"]

    def test_x11_without_gnome(self, tmp_path: Path) -> None:
        (tmp_path / "proc/bus/input").mkdir(parents=True)
        (tmp_path / "proc/bus/input/devices").write_text('N: Name="ELAN Touchpad"\n')
        answers = {"--name-only": "Virtual core pointer\nELAN Touchpad\n", "list-props": "\tDevice Enabled (189):\t0\n"}
        actions, tools = computer(tmp_path, "linux", **answers)
        assert actions.check("devices.touchpad", Given()).outcome == "off"
        plan = actions.plan("devices.touchpad.turn_on", Given())
        actions.apply("devices.touchpad.turn_on", plan.saved, quiet)
        actions.undo("devices.touchpad.turn_on", plan.saved)
        assert [args[1:] for args, _ in tools.asked[-2:]] == [("enable", "ELAN Touchpad"), ("disable", "ELAN Touchpad")]

    def test_a_record_of_something_else_touches_nothing(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "windows")
        with pytest.raises(ActionFailed):
            actions.undo("devices.touchpad.turn_on", {"way": "windows", "place": r"..\Run", "before": "0"})
        assert tools.asked == []


class TestBattery:
    def test_windows(self, tmp_path: Path) -> None:
        now = {"EstimatedChargeRemaining": 62, "BatteryStatus": 1, "EstimatedRunTime": 95}
        answer: dict[str, Any] = {"there": True, "now": now, "full": 48000, "new": 50000}
        actions, tools = computer(
            tmp_path,
            "windows",
            Win32_Battery=json.dumps(answer),
            getactive="Power Scheme GUID: 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c  (High performance)\n",
            **{"WmiMonitorBrightness ": '{"CurrentBrightness":100}'},
        )
        found = actions.check("devices.battery", Given())
        assert (found.outcome, found.facts["health_percent"], found.facts["left_seconds"]) == ("emptying", 96, 5700)
        assert actions.check("devices.power_profile", Given()).outcome == "fast"
        plan = actions.plan("devices.power_profile.balance", Given())
        actions.apply("devices.power_profile.balance", plan.saved, quiet)
        actions.undo("devices.power_profile.balance", plan.saved)
        assert [args[-1] for args, _ in tools.asked[-2:]] == [plan.saved["after"], plan.saved["before"]]
        plan = actions.plan("devices.brightness.set", Given({"percent": 60}))
        actions.apply("devices.brightness.set", plan.saved, quiet)
        assert tools.asked[-1][1] == {"RESCOUSSE_PERCENT": "60"}
        worn = {**answer, "full": 20000}
        assert (
            computer(tmp_path, "windows", Win32_Battery=json.dumps(worn))[0].check("devices.battery", Given()).outcome
            == "worn"
        )

    def test_windows_without_a_battery_or_without_a_guess(self) -> None:
        assert battery.read_windows('{"there":false,"now":null,"full":null,"new":null}') is None
        now = {"EstimatedChargeRemaining": 255, "BatteryStatus": 2, "EstimatedRunTime": 71582788}
        found = battery.read_windows(json.dumps({"there": True, "now": now, "full": None, "new": None}))
        assert found == battery.Battery(100, is_discharging=False)

    def test_macos(self) -> None:
        line = "Now drawing from 'Battery Power'\n -InternalBattery-0\t62%; discharging; 3:10 remaining present: true\n"
        report = '{"sppower_battery_health_info": {"sppower_battery_health_maximum_capacity" : "87%"}}'
        assert battery.read_mac(report, line) == battery.Battery(62, True, 87, 11400)
        assert battery.read_mac("{}", "Now drawing from 'AC Power'\n") is None


class TestUsb:
    @pytest.mark.parametrize(("code", "outcome"), [(0, "fine"), (43, "faulty"), (28, "faulty"), (22, "refused")])
    def test_windows(self, tmp_path: Path, code: int, outcome: str) -> None:
        row = {"PNPDeviceID": "USB\\VID_046D&PID_C077\\5", "Name": "Souris", "ConfigManagerErrorCode": code}
        actions, _ = computer(tmp_path, "windows", Win32_PnPEntity=json.dumps(row))
        assert actions.check("devices.usb", Given()).outcome == outcome

    def test_macos_looks_into_hubs(self) -> None:
        stick = {"_name": "Clé", "location_id": "0x01130000 / 6", "serial_num": "A1"}
        hub = {"_name": "Hub", "location_id": "0x01100000 / 3", "_items": [stick]}
        text = json.dumps({"SPUSBDataType": [{"_name": "USB31Bus", "_items": [hub]}]})
        assert [one.title for one in usb.read_mac(text)] == ["Hub", "Clé"]
        assert len({one.mark for one in usb.read_mac(text)}) == 2

    def test_many_devices_keep_their_marks_within_a_fact(self, tmp_path: Path) -> None:
        rows = [{"PNPDeviceID": f"USB\\VID_{n}", "Name": "x", "ConfigManagerErrorCode": 0} for n in range(90)]
        actions, _ = computer(tmp_path, "windows", Win32_PnPEntity=json.dumps(rows))
        assert len(str(actions.check("devices.usb", Given()).facts["marks"])) <= 300
