"""The technician's mouse and keyboard on a real X server: layouts, the user's own hand, our own windows, the stop."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from Xlib import display

from desktop_app.protocol.screen_channel import Key
from desktop_app.screen.desktop import Watch
from desktop_app.screen.screenful import View
from desktop_app.screen.tiles import Rect
from desktop_app.screen.x11 import own_hand
from desktop_app.screen.x11.hands import XHands
from tests import real_screens

Wait = Callable[[Callable[[], object]], None]
HERE = Path(__file__).parent
MIDDLE = (300, 130)


class Notebook:
    """The window, and what it told."""

    def __init__(self, name: str) -> None:
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        self.program = subprocess.Popen(
            [sys.executable, str(HERE / "notebook.py")], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert self.program.stdout is not None
        self.window = int(json.loads(self.program.stdout.readline())["window"])
        self.text = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def close(self) -> None:
        self.program.terminate()
        self.program.wait(60)
        self._reader.join(60)
        assert self.program.stdout is not None
        self.program.stdout.close()

    def _read(self) -> None:
        assert self.program.stdout is not None
        for line in self.program.stdout:
            self.text = json.loads(line).get("text", self.text)


@pytest.fixture(scope="module")
def own_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if why := real_screens.missing("Xvfb", "xdotool", "setxkbmap"):
        pytest.skip(why)
    with real_screens.display(tmp_path_factory.mktemp("display")) as name:
        yield name


@pytest.fixture(scope="module")
def notebook(own_display: str) -> Iterator[Notebook]:
    book = Notebook(own_display)
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(book.program.pid)],
                   env={**os.environ, "DISPLAY": own_display}, check=True, capture_output=True)  # fmt: skip
    subprocess.run(["xdotool", "windowfocus", "--sync", str(book.window)],
                   env={**os.environ, "DISPLAY": own_display}, check=True)  # fmt: skip
    yield book
    book.close()


@pytest.fixture
def hands(own_display: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> Iterator[XHands]:
    monkeypatch.setenv("DISPLAY", own_display)
    monkeypatch.setattr(os, "getppid", lambda: 1)
    made = XHands(View(), lambda: True)
    yield made
    made.let_go()
    made._display.close()


@pytest.fixture
def empty(hands: XHands, notebook: Notebook, wait_until: Wait) -> Notebook:
    """The notebook with nothing in it."""
    for text in ("new", ""):  # it has told of all that was typed before, too
        press(hands, ("ControlLeft", "Control"), ("KeyA", "a"))
        press(hands, ("Delete", "Delete"))
        hands.typed(text)
        wait_until(partial(is_told, notebook, text))
    return notebook


def is_told(notebook: Notebook, text: str) -> bool:
    return notebook.text == text


def press(hands: XHands, *keys: tuple[str, str]) -> None:
    for code, key in keys:
        hands.key(Key(code=code, key=key, down=True))
    for code, key in reversed(keys):
        hands.key(Key(code=code, key=key, down=False))


@pytest.mark.parametrize("layout", ["us", "de", "fr", "be", "ch"])
def test_what_is_typed_is_what_arrives(
    own_display: str, hands: XHands, empty: Notebook, wait_until: Wait, layout: str
) -> None:
    subprocess.run(["setxkbmap", "-display", own_display, layout], check=True)
    text = "Zyé@€ qWa{|}~ ß ç 1,2 œ ж"
    hands.typed(text)
    wait_until(lambda: empty.text == text)


def test_an_azerty_sender_and_a_qwertz_receiver(
    own_display: str, hands: XHands, empty: Notebook, wait_until: Wait
) -> None:
    subprocess.run(["setxkbmap", "-display", own_display, "de"], check=True)
    press(hands, ("KeyQ", "a"))
    press(hands, ("ShiftLeft", "Shift"), ("KeyA", "Q"))
    press(hands, ("Digit2", "é"))
    press(hands, ("ControlLeft", "Control"), ("AltRight", "AltGraph"), ("Digit0", "@"))
    press(hands, ("AltRight", "AltGraph"), ("KeyE", "€"))
    press(hands, ("BracketLeft", "Dead"))
    press(hands, ("KeyE", "ê"))
    press(hands, ("ShiftLeft", "Shift"), ("Digit1", "1"))
    wait_until(lambda: empty.text == "aQé@€ê1")


def test_a_shortcut_is_a_shortcut(hands: XHands, empty: Notebook, wait_until: Wait) -> None:
    hands.typed("away")
    wait_until(lambda: empty.text == "away")
    press(hands, ("ControlLeft", "Control"), ("KeyQ", "a"))
    press(hands, ("Backspace", "Backspace"))
    wait_until(lambda: empty.text == "")


def test_caps_lock_at_the_users_does_not_shout(
    own_display: str, hands: XHands, empty: Notebook, wait_until: Wait
) -> None:
    there = {**os.environ, "DISPLAY": own_display}
    subprocess.run(["xdotool", "key", "Caps_Lock"], env=there, check=True)
    hands.typed("Quiet")
    subprocess.run(["xdotool", "key", "Caps_Lock"], env=there, check=True)
    wait_until(lambda: empty.text == "Quiet")


def test_everything_is_let_go(own_display: str, hands: XHands) -> None:
    server = display.Display(own_display)
    hands.key(Key(code="ShiftLeft", key="Shift", down=True))
    hands.key(Key(code="KeyA", key="é", down=True))
    hands.move(*MIDDLE)
    hands.button(0, down=True)
    assert any(server.query_keymap())
    assert server.screen().root.query_pointer().mask & 0x100
    hands.let_go()
    assert not any(server.query_keymap())
    assert not server.screen().root.query_pointer().mask & 0x1F00
    server.close()


def test_nothing_is_pressed_in_our_own_windows(
    own_display: str, hands: XHands, empty: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = display.Display(own_display)
    monkeypatch.setattr(os, "getppid", lambda: empty.program.pid)
    hands.move(*MIDDLE)
    hands.button(0, down=True)
    hands.typed("no")
    hands.key(Key(code="Enter", key="Enter", down=True))
    assert not any(server.query_keymap())
    assert not server.screen().root.query_pointer().mask & 0x100
    server.close()
    assert empty.text == ""


def test_nothing_is_pressed_where_we_said_our_windows_are(own_display: str, hands: XHands) -> None:
    server = display.Display(own_display)
    hands._view.own = [Rect(290, 120, 30, 30)]
    hands.move(*MIDDLE)
    hands.button(0, down=True)
    assert not server.screen().root.query_pointer().mask & 0x100
    hands.move(200, 120)
    hands.button(0, down=True)
    assert server.screen().root.query_pointer().mask & 0x100
    server.close()


def test_a_shared_window_is_all_that_is_reached(
    own_display: str, hands: XHands, empty: Notebook, wait_until: Wait
) -> None:
    server: Any = display.Display(own_display)
    hands._view.window = empty.window
    hands.typed("in")
    wait_until(lambda: empty.text == "in")
    hands.move(700, 500)
    hands.button(0, down=True)
    assert not server.screen().root.query_pointer().mask & 0x100
    server.close()


def test_nothing_is_injected_once_it_is_not_allowed(
    own_display: str, empty: Notebook, hands: XHands, wait_until: Wait
) -> None:
    """A flood of a thousand words a second, each to a place of its own: the first one after the no does nothing."""
    server: Any = display.Display(own_display)
    allowed, moved, done = threading.Event(), [0], threading.Event()
    allowed.set()
    hands._may = allowed.is_set

    def flood() -> None:
        for moved[0] in range(500 * 500):
            if done.is_set():
                return
            hands.move(moved[0] % 500, moved[0] // 500)

    thread = threading.Thread(target=flood)
    thread.start()
    while moved[0] < 200:
        pass
    allowed.clear()
    last_before = moved[0]
    wait_until(lambda: moved[0] > last_before + 200)
    done.set()
    thread.join()
    place = server.screen().root.query_pointer()
    assert place.root_y * 500 + place.root_x <= last_before
    server.close()


@pytest.fixture
def watched(own_display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("DISPLAY", own_display)
    told: list[str] = []
    stop = own_hand.watch(Watch(lambda: told.append("hand"), lambda: told.append("escape"), lambda _: None))
    yield told
    stop()


def real(own_display: str, *words: str) -> None:
    devices = subprocess.run(
        ["xinput", "list", "--short"],
        env={**os.environ, "DISPLAY": own_display},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    kind = "Xvfb mouse" if words[0] == "mouse" else "Xvfb keyboard"
    number = next(line.split("id=")[1].split()[0] for line in devices.splitlines() if kind in line)
    subprocess.run([sys.executable, str(HERE / "real_hand.py"), own_display, *words, number], check=True)


def test_a_real_hand_is_told_from_an_injected_one(
    own_display: str, hands: XHands, watched: list[str], wait_until: Wait
) -> None:
    if why := real_screens.missing("xinput"):
        pytest.skip(why)
    hands.move(50, 50)
    hands.typed("x")
    press(hands, ("Escape", "Escape"))
    assert not watched
    real(own_display, "mouse", "10")
    wait_until(lambda: watched)
    assert set(watched) == {"hand"}
    real(own_display, "key", "9")
    wait_until(lambda: "escape" in watched)
