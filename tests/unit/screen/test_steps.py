"""Recorded clicks on a real X screen: the clicked window alone, and nothing of what nobody may see."""

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from Xlib import X

from desktop_app.adapters.screen_process import ScreenProcess
from desktop_app.protocol.steps import MOST_STEPS, Began, Begin, Clicked, FromRecorder
from desktop_app.screen.tiles import Rect
from desktop_app.screen.x11 import named
from desktop_app.screen.x11.clicks import png
from desktop_app.screen.x11.named import Accessibles
from tests import real_screens
from tests.unit.screen.test_windows import Program

Wait = Callable[[Callable[[], object]], None]
LAUNCHER, FORM = Path("/usr/libexec/at-spi-bus-launcher"), Path(__file__).with_name("a11y_form.py")
PATIENT = """
from desktop_app.screen import steps
from desktop_app.screen.x11 import named
named._PATIENCE_S = 60
steps.main()
"""
"""The real process, which knows what a thing is also where the processor is somebody else's for a while."""
RED, RING = QColor("#ff0000"), QColor(232, 107, 0)


class Recording:
    """The process, and what it told."""

    def __init__(self, wait_until: Wait, *, picks: bool = False) -> None:
        self.told: list[Any] = []
        self._wait = wait_until
        start = (sys.executable, "-c", PATIENT)
        self.process = ScreenProcess(self.told.append, start, FromRecorder)
        self.process.say(Begin(hidden=["keepassxc"], picks=picks))
        wait_until(lambda: self.told == [Began()])

    def click(self, x: int, y: int) -> Clicked:
        """What is told of a click there."""
        before = len(self.told)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
        self._wait(lambda: len(self.told) > before)
        told = self.told[before]
        assert isinstance(told, Clicked)
        return told


@pytest.fixture
def recording(bare_display: str, monkeypatch: pytest.MonkeyPatch, wait_until: Wait) -> Iterator[Recording]:
    monkeypatch.setenv("DISPLAY", bare_display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    one = Recording(wait_until)
    yield one
    one.process.close()
    wait_until(lambda: one.told[-1] is None)


@pytest.fixture
def notes(bare_display: str) -> Iterator[Program]:
    program = Program(bare_display, "notes", 4_000_001)
    yield program
    program.close()


@pytest.fixture
def vault(bare_display: str) -> Iterator[Program]:
    program = Program(bare_display, "keepassxc", 4_000_002)
    yield program
    program.close()


def picture(of: Clicked) -> QImage:
    return QImage.fromData(base64.b64decode(of.picture))


def test_a_click_brings_the_window_that_was_clicked_and_its_name(recording: Recording, notes: Program) -> None:
    notes.window(Rect(40, 50, 300, 200)).set_wm_name("Document")
    notes.display.sync()
    told = recording.click(100, 100)
    seen = picture(told)
    assert (told.window, told.veil) == ("Document", "")
    assert (seen.width(), seen.height()) == (300, 200), "the rest of the screen is nobody's business"
    assert seen.pixelColor(280, 180) == RED
    assert seen.pixelColor(60 + 22, 50) == RING


def test_what_lies_over_the_window_is_black(recording: Recording, notes: Program, vault: Program) -> None:
    notes.window(Rect(40, 50, 300, 200))
    vault.window(Rect(200, 50, 300, 100), colour=0x0000FF)
    seen = picture(recording.click(100, 200))
    assert seen.pixelColor(220, 50) == QColor("black")
    assert seen.pixelColor(20, 20) == RED


def test_of_a_hidden_window_there_is_neither_picture_nor_name(recording: Recording, vault: Program) -> None:
    vault.window(Rect(40, 50, 300, 200)).set_wm_name("My passwords")
    vault.display.sync()
    assert recording.click(100, 100) == Clicked(veil="hidden")


def test_a_click_on_the_bare_desktop_brings_no_picture(recording: Recording) -> None:
    assert recording.click(900, 700) == Clicked()


def test_a_picture_too_large_for_a_line_is_halved() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1500, 2000, 4), np.uint8)
    assert len(png(noise)) * 4 / 3 < 4 * 1024 * 1024
    halved = QImage.fromData(png(noise))
    assert (halved.width(), halved.height()) == (1000, 750)
    assert QImage.fromData(png(noise[:100, :100])).width() == 100


def test_keys_are_not_heard(recording: Recording, notes: Program) -> None:
    notes.window(Rect(40, 50, 300, 200))
    subprocess.run(["xdotool", "key", "s", "e", "c", "r", "e", "t"], check=True)
    recording.click(100, 100)
    assert len(recording.told) == 2
    assert "secret" not in json.dumps([one.model_dump() for one in recording.told])


def test_it_ends_by_itself_after_so_many_steps(recording: Recording, wait_until: Wait) -> None:
    for place in range(MOST_STEPS):
        recording.click(500 + place, 600)
    wait_until(lambda: recording.told[-1] is None)
    assert len(recording.told) == MOST_STEPS + 2


@pytest.fixture
def bus(bare_display: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a bus of the test's own, on which nobody is yet."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
    monkeypatch.setenv("DISPLAY", bare_display)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path / "bus"


@pytest.fixture
def early(bus: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Accessibles]:
    """One that asked too early."""
    monkeypatch.setattr(named, "_PATIENCE_S", 60)
    one = Accessibles()
    assert one._bus is None
    yield one
    if one._bus is not None:
        one._bus.close()


@pytest.fixture
def form(bus: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A program that tells what is on its window, over that bus; its number."""
    if why := real_screens.missing("dbus-daemon") or (
        "" if LAUNCHER.exists() else "at-spi2-core is not installed here"
    ):
        pytest.skip(why)
    words = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={bus}", "--print-address=1"]
    daemon = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert daemon.stdout is not None
    daemon.stdout.readline()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    program = subprocess.Popen([sys.executable, str(FORM)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert program.stdout is not None
    assert program.stdout.readline() == b"shown\n"
    yield program.pid
    for one in (program, daemon):
        one.terminate()
        one.wait()
        assert one.stdout is not None
        one.stdout.close()


def test_what_was_clicked_has_its_name_and_a_password_field_has_no_picture(
    early: Accessibles, form: int, recording: Recording, wait_until: Wait
) -> None:
    wait_until(lambda: early.at(40 + 55, 50 + 20, form).name == "Print")  # from now on it says what it is
    told = recording.click(40 + 55, 50 + 20)
    assert (told.what, told.window, told.veil) == ("Print", "Document", "")
    assert told.picture
    assert recording.click(40 + 50, 50 + 100) == Clicked(window="Document", veil="password")


def test_a_window_is_chosen_by_a_click_that_does_nothing_else(
    bare_display: str, notes: Program, monkeypatch: pytest.MonkeyPatch, wait_until: Wait
) -> None:
    monkeypatch.setenv("DISPLAY", bare_display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    window = notes.window(Rect(40, 50, 300, 200))
    window.change_attributes(event_mask=X.ButtonPressMask)
    notes.display.sync()
    picking = Recording(wait_until, picks=True)
    seen = picture(picking.click(100, 100))
    wait_until(lambda: picking.told[-1] is None)
    assert (seen.width(), seen.height()) == (300, 200)
    assert seen.pixelColor(60 + 22, 50) == RED, "no ring"
    notes.display.sync()
    assert not notes.display.pending_events(), "the program was not clicked"
    picking.process.close()
