"""Letters too small, a touchpad that is off, a keyboard that types other letters: real settings, a real X server."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.real_screens import display, missing
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
_TOUCHPAD = 'N: Name="SynPS/2 Synaptics TouchPad"\nH: Handlers=mouse1 event7\n'
_PAD, _SOURCES = "org.gnome.desktop.peripherals.touchpad", "org.gnome.desktop.input-sources"
_TEXT = "org.gnome.desktop.interface"


@pytest.fixture
def here(tmp_path: Path) -> Here:
    """A desktop of GNOME whose settings are files in the home folder."""
    settings = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(tmp_path / "home/.config"), "DISPLAY": ""}
    here = replace(here_of(tmp_path, XDG_CURRENT_DESKTOP="ubuntu:GNOME", **settings), root=tmp_path / "system")
    if _PAD not in here.run("gsettings", "list-schemas").out:
        pytest.skip("the settings of GNOME are not installed here (package gsettings-desktop-schemas)")
    here.at("proc/bus/input").mkdir(parents=True)
    here.at("proc/bus/input/devices").write_text(_TOUCHPAD)
    return here


def setting(here: Here, schema: str, key: str, value: str = "") -> str:
    if value:
        here.asked("gsettings", "set", schema, key, value)
    return here.asked("gsettings", "get", schema, key).strip()


class TestTouchpad:
    @pytest.mark.parametrize(
        ("value", "outcome"), [("'disabled'", "off"), ("'disabled-on-external-mouse'", "off_with_mouse")]
    )
    def test_on_and_off_again(self, here: Here, tmp_path: Path, value: str, outcome: str) -> None:
        setting(here, _PAD, "send-events", value)
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("touchpad_off")
        assert patient.proved(run)
        assert patient.outcome(run, "look") == outcome
        assert setting(here, _PAD, "send-events") == "'enabled'"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_one_that_is_on_is_fine(self, here: Here, tmp_path: Path) -> None:
        setting(here, _PAD, "speed", "0.4")
        before = tree(here.home)
        run = Patient(tmp_path, here).heal("touchpad_off", answers={"key": "works"})
        assert run.state is RunState.NOTHING_FOUND
        assert tree(here.home) == before


class TestSize:
    def test_larger_and_as_before(self, here: Here, tmp_path: Path) -> None:
        setting(here, _TEXT, "cursor-size", "48")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_scaling", answers={"size": "bigger"})
        assert patient.proved(run)
        assert setting(here, _TEXT, "text-scaling-factor") == "1.25"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_far_too_large_then_usual(self, here: Here, tmp_path: Path) -> None:
        setting(here, _TEXT, "text-scaling-factor", "2.25")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("screen_scaling", answers={"size": "usual"})
        assert patient.proved(run)
        assert setting(here, _TEXT, "text-scaling-factor") == "1.0"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_right_as_it_is(self, here: Here, tmp_path: Path) -> None:
        assert Patient(tmp_path, here).heal("screen_scaling", answers={"size": "good"}).state is RunState.NOTHING_FOUND


class TestKeyboardOfGnome:
    def test_another_first_and_back(self, here: Here, tmp_path: Path) -> None:
        setting(here, _SOURCES, "sources", "[('xkb', 'us'), ('ibus', 'anthy'), ('xkb', 'fr')]")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("keyboard_layout_wrong", answers={"top": "azerty", "which": "fr"})
        assert patient.proved(run)
        assert setting(here, _SOURCES, "sources") == "[('xkb', 'fr'), ('xkb', 'us'), ('ibus', 'anthy')]"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_the_keys_narrow_the_choice(self, here: Here, tmp_path: Path) -> None:
        setting(here, _SOURCES, "sources", "[('xkb', 'fr')]")
        patient = Patient(tmp_path, here)
        run = patient.fixes.advance(patient.fixes.begin("keyboard_layout_wrong").id)
        run = patient.fixes.advance(run.id, answer="qwertz")
        offered = next(report.offered for report in run.steps if report.step_id == "which")
        assert [choice.id for choice in offered] == ["ch+fr", "de", "at", "ch"]
        assert patient.fixes.advance(run.id, answer="good").state is RunState.NOTHING_FOUND


class TestKeyboardOfX11:
    @pytest.fixture
    def plain(self, here: Here, tmp_path: Path) -> Iterator[Here]:
        """A desktop without GNOME."""
        if reason := missing("Xvfb", "setxkbmap", "xkbcomp"):
            pytest.skip(reason)
        with display(tmp_path) as name:
            yield replace(here, environ={**here.environ, "DISPLAY": name, "XDG_CURRENT_DESKTOP": "openbox"})

    def test_the_letters_really_change_and_come_back(self, plain: Here, tmp_path: Path) -> None:
        plain.asked("setxkbmap", "-layout", "us", "-variant", "intl", "-option", "compose:ralt")
        before, keys = plain.asked("setxkbmap", "-query"), top_row(plain)
        assert keys == "qw"
        patient = Patient(tmp_path, plain)
        run = patient.heal("keyboard_layout_wrong", answers={"top": "azerty", "which": "be"})
        assert patient.proved(run)
        assert top_row(plain) == "az"
        assert "compose:ralt" in plain.asked("setxkbmap", "-query")
        assert patient.undo(run).state is RunState.UNDONE
        assert (plain.asked("setxkbmap", "-query"), top_row(plain)) == (before, keys)


def top_row(here: Here) -> str:
    """The letters of the first two letter keys."""
    table = here.asked("xkbcomp", here.environ["DISPLAY"], "-")
    keys = (re.search(rf"key <{key}> [^;]*?\[ +(\w+),", table) for key in ("AD01", "AD02"))
    return "".join(found[1] for found in keys if found)
