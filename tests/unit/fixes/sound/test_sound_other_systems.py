"""Sound, camera and headsets on Windows and macOS.

The answers are written from the documented formats: the JSON of our own PowerShell questions, `reg query`,
`system_profiler -json`, `pactl list cards` of PulseAudio 16.
"""

import json
from pathlib import Path
from typing import Any

import psutil
import pytest

from desktop_app.adapters.actions import Computer, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.sound import bluetooth, camera, mac, profile, pulse, windows
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.test_other_systems import Tools

_SPEAKERS, _SCREEN = "{0.0.0.00000000}.{aaaa}", "{0.0.0.00000000}.{bbbb}"
_WINDOWS: dict[str, Any] = {
    "used": [_SCREEN, _SCREEN, _SPEAKERS],
    "all": [
        {"id": _SPEAKERS, "title": "Haut-parleurs (Realtek(R) Audio)", "percent": 62, "muted": False},
        {"id": _SCREEN, "title": "DELL U2419H (Intel(R) Display Audio)", "percent": 4, "muted": True},
    ],
}
_MAC_SOUND = {
    "SPAudioDataType": [
        {
            "_name": "coreaudio_device",
            "_items": [
                {"_name": "Haut-parleurs", "coreaudio_device_output": 2, "coreaudio_device_transport": "builtin"},
                {
                    "_name": "LG HDR 4K",
                    "coreaudio_device_output": 2,
                    "coreaudio_default_audio_output_device": "spaudio_yes",
                    "coreaudio_device_transport": "coreaudio_device_type_displayport",
                },
                {
                    "_name": "Micro MacBook",
                    "coreaudio_device_input": 1,
                    "coreaudio_default_audio_input_device": "spaudio_yes",
                },
            ],
        }
    ]
}
_CARD = """
\tName: bluez_card.00_1B_66_00_00_01
\tDriver: module-bluez5-device.c
\tProperties:
\t\tdevice.description = "Casque de Léa"
\tProfiles:
\t\theadset-head-unit: Headset Head Unit (HSP/HFP) (sinks: 1, sources: 1, priority: 30, available: yes)
\t\ta2dp-sink-sbc: High Fidelity Playback (sinks: 1, sources: 0, priority: 18, available: yes)
\t\ta2dp-sink-aptx: High Fidelity Playback (sinks: 1, sources: 0, priority: 19, available: no)
\t\toff: Off (sinks: 0, sources: 0, priority: 0, available: yes)
\tActive Profile: headset-head-unit
"""


def computer(tmp_path: Path, system: str, **answers: str) -> tuple[Computer, Tools]:
    tools = Tools(answers)
    here = Here(tmp_path / "held", system=system, home=tmp_path, environ={}, tool=tools)
    return Computer(tmp_path, here=here), tools


def on_windows(tmp_path: Path, **changes: Any) -> tuple[Computer, Tools]:
    return computer(tmp_path, "windows", Rescousse=json.dumps({**_WINDOWS, **changes}))


class TestWindows:
    def test_level_and_back(self, tmp_path: Path) -> None:
        actions, tools = on_windows(tmp_path)
        found = actions.check("sound.level", Given())
        assert (found.outcome, found.facts["percent"]) == ("muted", 4)
        plan = actions.plan("sound.turn_on", Given())
        actions.apply("sound.turn_on", plan.saved, quiet)
        assert said(tools) == (_SCREEN, "50", "no")
        actions.undo("sound.turn_on", plan.saved)
        assert said(tools) == (_SCREEN, "4", "yes")

    def test_the_place_where_it_plays_is_chosen_and_each_part_given_back(self, tmp_path: Path) -> None:
        actions, tools = on_windows(tmp_path)
        found = actions.check("sound.output", Given())
        assert (found.outcome, found.facts["device"]) == ("screen", "DELL U2419H (Intel(R) Display Audio)")
        plan = actions.plan("sound.output.choose", Given({"device": _SPEAKERS}))
        assert actions.hindrance("sound.output.choose", plan.saved) == ""
        actions.apply("sound.output.choose", plan.saved, quiet)
        assert tools.asked[-1][1]["RESCOUSSE_DEVICES"] == f"{_SPEAKERS}|{_SPEAKERS}|{_SPEAKERS}"
        actions.undo("sound.output.choose", plan.saved)
        assert tools.asked[-1][1]["RESCOUSSE_DEVICES"] == f"{_SCREEN}|{_SCREEN}|{_SPEAKERS}"

    def test_names_never_become_code(self, tmp_path: Path) -> None:
        evil = "x'); Remove-Item C:\\ -Recurse; ('"
        actions, tools = on_windows(tmp_path, used=[evil] * 3, all=[{**_WINDOWS["all"][1], "id": evil}])
        plan = actions.plan("sound.turn_on", Given())
        actions.apply("sound.turn_on", plan.saved, quiet)
        assert all("Remove-Item" not in part for args, _ in tools.asked for part in args)
        assert tools.asked[-1][1]["RESCOUSSE_DEVICE"] == evil

    def test_no_device_at_all(self, tmp_path: Path) -> None:
        actions, _ = on_windows(tmp_path, used=["", "", ""], all=[])
        assert actions.check("sound.level", Given()).outcome == "no_service"
        assert actions.check("sound.output", Given()).outcome == "no_output"
        assert actions.check("sound.microphone", Given()).outcome == "no_input"

    def test_a_headset_in_two_halves(self, tmp_path: Path) -> None:
        halves = [
            {"id": "talks", "title": "Headset (Jabra Evolve 65 Hands-Free AG Audio)", "percent": 50, "muted": False},
            {"id": "plays", "title": "Headphones (Jabra Evolve 65 Stereo)", "percent": 50, "muted": False},
        ]
        actions, tools = on_windows(tmp_path, used=["talks"] * 3, all=halves)
        assert actions.check("sound.profile", Given()).facts["headset"] == "Jabra Evolve 65"
        plan = actions.plan("sound.profile.music", Given())
        assert actions.hindrance("sound.profile.music", plan.saved) == ""
        actions.apply("sound.profile.music", plan.saved, quiet)
        assert tools.asked[-1][1]["RESCOUSSE_DEVICES"] == "plays|plays|"
        actions.undo("sound.profile.music", plan.saved)
        assert tools.asked[-1][1]["RESCOUSSE_DEVICES"] == "talks|talks|talks"

    def test_the_switch_for_privacy_part_by_part(self, tmp_path: Path) -> None:
        general = "HKEY_CURRENT_USER\\...\\webcam\r\n    Value    REG_SZ    Allow\r\n"
        desktop = "HKEY_CURRENT_USER\\...\\NonPackaged\r\n    Value    REG_SZ    Deny\r\n"
        answers = {"HKLM": "", "webcam\\NonPackaged /v": desktop, "webcam /v": general}
        actions, tools = computer(tmp_path, "windows", **answers)
        assert actions.check("sound.privacy", Given({"thing": "camera"})).outcome == "blocked"
        plan = actions.plan("sound.privacy.allow", Given({"thing": "camera"}))
        assert plan.saved["before"] == {"": "Allow", "NonPackaged": "Deny"}
        tools.asked.clear()
        actions.apply("sound.privacy.allow", plan.saved, quiet)
        actions.undo("sound.privacy.allow", plan.saved)
        assert [args[-2] for args, _ in tools.asked] == ["Allow", "Allow", "Allow", "Deny"]

    def test_the_switch_of_the_organisation_is_not_ours(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "windows", HKLM="    Value    REG_SZ    Deny", **{"Get-PnpDevice": "1"})
        assert actions.check("sound.privacy", Given({"thing": "microphone"})).outcome == "locked"
        assert actions.check("sound.camera", Given()).outcome == "locked"

    def test_who_uses_the_camera(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        us = psutil.Process()
        monkeypatch.setattr(processes, "mine", lambda: iter([us]))
        store = "HKEY_CURRENT_USER\\Software\\Microsoft\\...\\webcam"
        in_use = "    LastUsedTimeStart    REG_QWORD    0x1db000\n    LastUsedTimeStop    REG_QWORD    0x0\n"
        over = in_use.replace("0x0\n", "0x1db0ff\n")
        path = us.exe().replace("\\", "#")
        text = (
            f"{store}\n    Value    REG_SZ    Allow\n\n{store}\\NonPackaged\\{path}\n{in_use}\n{store}\\Old_8we\n{over}"
        )
        answers = {"Get-PnpDevice": "1", "webcam /s": text}
        found = computer(tmp_path, "windows", **answers)[0].check("sound.camera", Given())
        assert (found.outcome, [item.id for item in found.items]) == ("taken", [processes.mark(us)])
        packaged = f"{store}\\Microsoft.WindowsCamera_8wekyb3d8bbwe\n{in_use}"
        found = computer(tmp_path, "windows", **{**answers, "webcam /s": packaged})[0].check("sound.camera", Given())
        assert (found.outcome, found.facts["program"]) == ("taken_by_other", "WindowsCamera")
        assert camera.read_users(text) == [us.exe()]

    def test_bluetooth(self, tmp_path: Path) -> None:
        answer = {
            "radio": "Off",
            "known": [{"InstanceId": "BTHENUM\\DEV_001B66000001\\7&1", "FriendlyName": "Jabra Evolve 65"}],
            "sound": [],
            "talks": [{"InstanceId": "BTHENUM\\{0000110B-0000-1000-8000-00805F9B34FB}_VID\\7&1&001B66000001_C0"}],
        }
        actions, tools = computer(tmp_path, "windows", **{"ConvertTo-Json": json.dumps(answer)})
        assert actions.check("sound.headset", Given()).outcome == "off"
        plan = actions.plan("sound.bluetooth.turn_on", Given())
        actions.apply("sound.bluetooth.turn_on", plan.saved, quiet)
        actions.undo("sound.bluetooth.turn_on", plan.saved)
        assert [more["RESCOUSSE_STATE"] for _, more in tools.asked if more] == ["On", "Off"]
        there = {**answer, "radio": "On", "sound": [{"FriendlyName": "Headphones (Jabra Evolve 65)", "Status": "OK"}]}
        assert bluetooth.read_windows(json.dumps(there)).headsets[0].is_linked
        actions, _ = computer(tmp_path, "windows", **{"ConvertTo-Json": json.dumps({**answer, "radio": "On"})})
        assert actions.check("sound.headset", Given()).outcome == "apart"
        assert actions.plan("sound.headset.connect", Given({"headset": "001B66000001"})).outcome == "by_hand"


class TestMac:
    def test_places_where_it_plays(self, tmp_path: Path) -> None:
        actions, _ = computer(tmp_path, "macos", SPAudioDataType=json.dumps(_MAC_SOUND))
        found = actions.check("sound.output", Given())
        assert (found.outcome, [item.id for item in found.items]) == ("screen", ["Haut-parleurs", "LG HDR 4K"])
        assert actions.plan("sound.output.choose", Given({"device": "Haut-parleurs"})).outcome == "by_hand"
        assert actions.plan("sound.output.choose", Given({"device": "LG HDR 4K"})).outcome == "already"
        with pytest.raises(ActionFailed):
            actions.plan("sound.output.choose", Given({"device": "Casque"}))
        assert mac.read_devices("", "output") is None

    def test_microphone(self, tmp_path: Path) -> None:
        answers = {"SPAudioDataType": json.dumps(_MAC_SOUND), "osascript": "0 true\n"}
        actions, tools = computer(tmp_path, "macos", **answers)
        assert actions.check("sound.microphone", Given()).outcome == "muted"
        plan = actions.plan("sound.microphone.turn_on", Given())
        actions.apply("sound.microphone.turn_on", plan.saved, quiet)
        assert tools.asked[-1][0][-1] == "set volume input volume 50"
        actions.undo("sound.microphone.turn_on", plan.saved)
        assert tools.asked[-1][0][-1] == "set volume input volume 0"

    def test_camera(self, tmp_path: Path) -> None:
        there = json.dumps({"SPCameraDataType": [{"_name": "FaceTime HD Camera"}]})
        assert computer(tmp_path, "macos", SPCamera=there)[0].check("sound.camera", Given()).outcome == "free"
        assert computer(tmp_path, "macos", SPCamera="{}")[0].check("sound.camera", Given()).outcome == "no_camera"

    def test_headset(self, tmp_path: Path) -> None:
        report = {
            "SPBluetoothDataType": [
                {
                    "controller_properties": {"controller_state": "attrib_on"},
                    "device_connected": [{"Clavier": {"device_minorType": "Keyboard"}}],
                    "device_not_connected": [{"AirPods": {"device_minorType": "Headphones"}}],
                }
            ]
        }
        actions, _ = computer(tmp_path, "macos", SPBluetooth=json.dumps(report))
        found = actions.check("sound.headset", Given())
        assert (found.outcome, [item.id for item in found.items]) == ("apart", ["AirPods"])
        assert actions.plan("sound.headset.connect", Given({"headset": "AirPods"})).outcome == "by_hand"
        off = json.dumps(report).replace("attrib_on", "attrib_off")
        actions, _ = computer(tmp_path, "macos", SPBluetooth=off)
        assert actions.check("sound.headset", Given()).outcome == "off"
        assert actions.plan("sound.bluetooth.turn_on", Given()).outcome == "by_hand"


class TestLinux:
    def test_a_headset_in_telephone_quality_and_back(self, tmp_path: Path) -> None:
        actions, tools = computer(tmp_path, "linux", **{"list cards": f"Card #3{_CARD}"})
        found = actions.check("sound.profile", Given())
        assert (found.outcome, found.facts["headset"]) == ("call", "Casque de Léa")
        plan = actions.plan("sound.profile.music", Given())
        actions.apply("sound.profile.music", plan.saved, quiet)
        assert tools.asked[-1][0][2:] == ("bluez_card.00_1B_66_00_00_01", "a2dp-sink-sbc")
        assert actions.hindrance("sound.profile.music", plan.saved) == ""
        actions.undo("sound.profile.music", plan.saved)
        assert tools.asked[-1][0][2:] == ("bluez_card.00_1B_66_00_00_01", "headset-head-unit")

    @pytest.mark.parametrize(
        ("before", "after", "outcome"),
        [
            ("Active Profile: headset-head-unit", "Active Profile: a2dp-sink-sbc", "music"),
            ("priority: 18, available: yes", "priority: 18, available: no", "call_only"),
            ("Name: bluez_card", "Name: alsa_card", "no_headset"),
        ],
    )
    def test_other_states_of_a_headset(self, tmp_path: Path, before: str, after: str, outcome: str) -> None:
        assert before in _CARD
        actions, _ = computer(tmp_path, "linux", **{"list cards": f"Card #3{_CARD.replace(before, after)}"})
        assert actions.check("sound.profile", Given()).outcome == outcome

    def test_a_socket_with_nothing_in_it(self) -> None:
        port = "analog-output-headphones"
        block = f"\tName: pci\n\tDescription: Sortie analogique\n\t\t{port}: Casque (type: Headphones, not available)\n"
        found = pulse.read_device(f"{block}\tActive Port: {port}\n", "pci")
        assert (found.title, found.is_gone, found.is_default) == ("Sortie analogique", True, True)
        assert not pulse.read_device(block.replace("not available", "available"), "pci").is_gone

    def test_no_headset_where_there_is_no_sound_system(self) -> None:
        assert profile.read_card("") is None


def said(tools: Tools) -> tuple[str, str, str]:
    more = tools.asked[-1][1]
    return more["RESCOUSSE_DEVICE"], more["RESCOUSSE_PERCENT"], more["RESCOUSSE_MUTED"]


def test_the_code_for_windows_travels_beside_the_command(tmp_path: Path) -> None:
    _, tools = actions = on_windows(tmp_path)
    actions[0].check("sound.output", Given())
    args, more = tools.asked[-1]
    assert '"' not in "".join(args)
    assert more["RESCOUSSE_TYPES"].count("{") == more["RESCOUSSE_TYPES"].count("}")
    assert windows.read_state(json.dumps(_WINDOWS)).used[2] == _SPEAKERS
