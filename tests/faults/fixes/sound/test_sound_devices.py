"""Sound that goes to the wrong place, and a microphone that nobody hears: a real sound server, real settings."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.domain.action import Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.real_sound import RealSound, missing, real_sound
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
_SCREEN = "module-null-sink sink_name=hdmi-stereo sink_properties=device.description='Écran\\ du\\ bureau'"
_HEADSET = "module-null-sink sink_name=headset sink_properties=device.description=Casque"
_MICROPHONE = "module-null-source source_name=headset_mic description=Micro"
_OTHER = "module-null-source source_name=webcam_mic description=Webcam"


@pytest.fixture
def sound(tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[RealSound]:
    if reason := missing():
        pytest.skip(reason)
    with real_sound(tmp_path, wait_until, _SCREEN, _HEADSET, _MICROPHONE) as server:
        server.pactl("set-default-sink", "headset")
        server.pactl("set-default-source", "headset_mic")
        yield server


@pytest.fixture
def patient(sound: RealSound, tmp_path: Path) -> Patient:
    return Patient(tmp_path, here_of(tmp_path, GSETTINGS_BACKEND="memory", **sound.environment))


class TestOutput:
    def test_from_the_screen_to_the_headset_and_back(self, sound: RealSound, patient: Patient) -> None:
        sound.pactl("set-default-sink", "hdmi-stereo")
        before = sound.state()
        run = patient.heal("sound_wrong_device", answers={"which": "headset"})
        assert patient.proved(run)
        assert patient.outcome(run, "look") == "screen"
        assert sound.pactl("get-default-sink") == "headset"
        assert patient.undo(run).state is RunState.UNDONE
        assert sound.state() == before

    def test_names_with_accents_are_offered_whole(self, patient: Patient) -> None:
        run = patient.fixes.advance(patient.fixes.begin("sound_wrong_device").id)
        offered = next(report.offered for report in run.steps if report.step_id == "which")
        assert [choice.label["fr"] for choice in offered] == ["Écran du bureau", "Casque"]

    def test_right_already(self, sound: RealSound, patient: Patient) -> None:
        before = sound.state()
        run = patient.heal("sound_wrong_device", answers={"which": "good"})
        assert (run.state, patient.outcome(run, "look")) == (RunState.NOTHING_FOUND, "several")
        assert sound.state() == before

    def test_one_device_alone_is_no_choice(self, sound: RealSound, patient: Patient) -> None:
        for line in sound.pactl("list", "short", "modules").splitlines():
            if "hdmi-stereo" in line:
                sound.pactl("unload-module", line.split("\t")[0])
        assert patient.heal("sound_wrong_device").state is RunState.NOTHING_FOUND

    def test_a_device_unplugged_since_is_not_gone_back_to(self, sound: RealSound, patient: Patient) -> None:
        sound.pactl("set-default-sink", "hdmi-stereo")
        run = patient.heal("sound_wrong_device", answers={"which": "headset"})
        for line in sound.pactl("list", "short", "modules").splitlines():
            if "hdmi-stereo" in line:
                sound.pactl("unload-module", line.split("\t")[0])
        with pytest.raises(Exception, match="gone"):
            patient.undo(run)


class TestMicrophone:
    def test_fine(self, patient: Patient) -> None:
        run = patient.heal("microphone_muted")
        assert (run.state, patient.outcome(run, "look")) == (RunState.NOTHING_FOUND, "fine")

    @pytest.mark.parametrize(("mute", "volume", "outcome"), [("1", "80%", "muted"), ("0", "4%", "low")])
    def test_off_or_too_low(self, sound: RealSound, patient: Patient, mute: str, volume: str, outcome: str) -> None:
        sound.pactl("set-source-volume", "headset_mic", volume, "60%" if outcome == "muted" else volume)
        sound.pactl("set-source-mute", "headset_mic", mute)
        before = sound.state()
        run = patient.heal("microphone_muted")
        assert patient.proved(run)
        assert patient.outcome(run, "look") == outcome
        assert "Mute: no" in sound.pactl("get-source-mute", "headset_mic")
        assert patient.undo(run).state is RunState.UNDONE
        assert sound.state() == before

    @pytest.mark.parametrize(("mute", "volume"), [("0", "4%"), ("1", "50%"), ("1", "4%"), ("0", "50%")])
    def test_either_half_of_a_change_that_died_is_taken_back(
        self, sound: RealSound, tmp_path: Path, mute: str, volume: str
    ) -> None:
        actions = Computer(tmp_path, here=here_of(tmp_path, GSETTINGS_BACKEND="memory", **sound.environment))
        sound.pactl("set-source-volume", "headset_mic", "4%")
        sound.pactl("set-source-mute", "headset_mic", "1")
        before = sound.state()
        plan = actions.plan("sound.microphone.turn_on", Given())
        sound.pactl("set-source-volume", "headset_mic", volume)
        sound.pactl("set-source-mute", "headset_mic", mute)
        assert actions.hindrance("sound.microphone.turn_on", plan.saved) == ""
        actions.undo("sound.microphone.turn_on", plan.saved)
        assert sound.state() == before

    def test_the_computer_hears_itself_and_the_microphone_is_off_too(self, sound: RealSound, patient: Patient) -> None:
        sound.pactl("set-default-source", "headset.monitor")
        sound.pactl("set-source-mute", "headset_mic", "1")
        before = sound.state()
        run = patient.heal("microphone_muted", answers={"which": "headset_mic"})
        assert patient.proved(run)
        assert patient.outcome(run, "look") == "own_sound"
        assert patient.outcome(run, "turn_on") == "done"
        assert patient.undo(run).state is RunState.UNDONE
        assert sound.state() == before

    def test_two_microphones_and_the_right_one(self, sound: RealSound, patient: Patient) -> None:
        sound.pactl("load-module", *_OTHER.split())
        run = patient.heal("microphone_muted", answers={"which": "good"})
        assert (run.state, patient.outcome(run, "look")) == (RunState.NOTHING_FOUND, "several")

    def test_no_microphone_goes_to_a_person(self, sound: RealSound, patient: Patient) -> None:
        for line in sound.pactl("list", "short", "modules").splitlines():
            if "headset_mic" in line:
                sound.pactl("unload-module", line.split("\t")[0])
        run = patient.heal("microphone_muted")
        assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "no_input")
