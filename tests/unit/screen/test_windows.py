"""What of a real X screen may be seen: one window, no hidden ones, no password prompts, one monitor or all."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from Xlib import X, Xatom, display

from desktop_app.screen.screenful import Lost, View
from desktop_app.screen.tiles import Covers, Rect
from desktop_app.screen.x11.screenful import XScreenful
from tests import real_screens
from tests.unit.screen.conftest import screenful
from tests.unit.screen.technician import Browser, screen_process, shared

Wait = Callable[[Callable[[], object]], None]
WHOLE = Rect(0, 0, 1024, 768)


@pytest.fixture(scope="module")
def own_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if why := real_screens.missing("Xvfb"):
        pytest.skip(why)
    with real_screens.display(tmp_path_factory.mktemp("display")) as name:
        yield name


class Program:
    """Windows of a program, made by hand."""

    def __init__(self, name: str, called: str, process: int = 0) -> None:
        self.display: Any = display.Display(name)
        self._called, self._process = called, process
        self._root = self.display.screen().root

    def window(self, place: Rect, colour: int = 0xFF0000) -> Any:
        window = self._root.create_window(*place, 0, X.CopyFromParent, background_pixel=colour)
        window.set_wm_class(self._called, self._called.title())
        if self._process:
            window.change_property(self.display.intern_atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [self._process])
        window.map()
        self.display.sync()
        return window

    def close(self) -> None:
        self.display.close()


@pytest.fixture
def screen(own_display: str) -> Iterator[XScreenful]:
    with screenful(own_display) as opened:
        yield opened


@pytest.fixture
def notes(own_display: str) -> Iterator[Program]:
    program = Program(own_display, "notes", 4_000_001)
    yield program
    program.close()


@pytest.fixture
def vault(own_display: str) -> Iterator[Program]:
    program = Program(own_display, "keepassxc", 4_000_002)
    yield program
    program.close()


def covers(screen: XScreenful, view: View, area: Rect = WHOLE) -> Covers:
    screen.changes()
    return screen.covers(view, area)


def test_what_changes_is_told_where_it_changed(screen: XScreenful, notes: Program) -> None:
    screen.changes()
    window = notes.window(Rect(40, 50, 100, 60))
    assert Rect(40, 50, 100, 60) in screen.changes()
    assert screen.changes() == []
    pixels = screen.grab(Rect(40, 50, 2, 2))
    assert (pixels[:, :, :3] == (0, 0, 255)).all()
    window.configure(x=45)
    notes.display.sync()
    assert screen.changes()


def test_a_hidden_window_is_covered_where_it_stands(screen: XScreenful, vault: Program) -> None:
    assert covers(screen, View(hidden=["KeePassXC"])) == Covers([])
    window = vault.window(Rect(100, 100, 300, 200))
    assert covers(screen, View(hidden=["KeePassXC"])) == Covers([Rect(100, 100, 300, 200)], private=True)
    assert covers(screen, View()) == Covers([])
    window.configure(x=150)
    vault.display.sync()
    assert covers(screen, View(hidden=["keepassxc"]))[0] == [Rect(150, 100, 300, 200)]
    window.unmap()
    vault.display.sync()
    assert covers(screen, View(hidden=["keepassxc"]))[0] == []


def test_a_hidden_window_that_comes_while_the_picture_is_taken_is_noticed(screen: XScreenful, vault: Program) -> None:
    covers(screen, View(hidden=["keepassxc"]))
    assert not screen.disturbed()
    vault.window(Rect(100, 100, 300, 200))
    screen.grab(Rect(100, 100, 16, 16))
    assert screen.disturbed()
    assert screen.covers(View(hidden=["keepassxc"]), WHOLE)[0] == [Rect(100, 100, 300, 200)]
    assert Rect(100, 100, 300, 200) in screen.changes()


def test_a_window_in_a_frame_is_known_too(screen: XScreenful, notes: Program, vault: Program) -> None:
    frame = notes.window(Rect(10, 10, 200, 100))
    frame.delete_property(notes.display.intern_atom("_NET_WM_PID"))
    frame.delete_property(Xatom.WM_CLASS)
    notes.display.sync()
    inner = vault.window(Rect(0, 0, 180, 80))
    inner.reparent(frame.id, 5, 20)
    vault.display.sync()
    assert covers(screen, View(hidden=["keepassxc"]))[0] == [Rect(10, 10, 200, 100)]


def test_a_password_prompt_is_covered_and_said(screen: XScreenful, own_display: str) -> None:
    prompt = Program(own_display, "pinentry-gnome3")
    prompt.window(Rect(300, 300, 200, 100))
    assert covers(screen, View()) == Covers([Rect(300, 300, 200, 100)], prompted=True, private=True)
    prompt.close()


def test_what_lies_over_the_shared_window_is_covered(screen: XScreenful, notes: Program, vault: Program) -> None:
    shared = notes.window(Rect(100, 100, 400, 300))
    vault.window(Rect(0, 0, 50, 50))
    vault.window(Rect(450, 350, 100, 100))
    menu = notes.window(Rect(120, 120, 50, 80))
    view = View(window=shared.id)
    area = screen.window(shared.id)
    assert area == Rect(100, 100, 400, 300)
    assert covers(screen, view, area)[0] == [Rect(450, 350, 50, 50)]
    assert menu
    shared.configure(x=110, stack_mode=X.Above)
    notes.display.sync()
    assert screen.window(shared.id) == Rect(110, 100, 400, 300)
    assert covers(screen, view, screen.window(shared.id))[0] == []


def test_a_shared_window_that_closes_is_lost(screen: XScreenful, notes: Program) -> None:
    shared = notes.window(Rect(100, 100, 400, 300))
    assert screen.window(shared.id)
    shared.unmap()
    notes.display.sync()
    with pytest.raises(Lost):
        screen.window(shared.id)
    shared.destroy()
    notes.display.sync()
    with pytest.raises(Lost):
        screen.window(shared.id)


@pytest.mark.parametrize("goes", ["unmap", "destroy"])
@pytest.mark.parametrize("is_framed", [False, True])
def test_when_the_shared_window_goes_the_sharing_is_over(
    own_display: str, notes: Program, run: Callable[[Any], None], is_framed: bool, goes: str
) -> None:
    async def story() -> None:
        shown, browser = notes.window(Rect(100, 100, 400, 300)), Browser()
        if is_framed:
            frame = notes.window(Rect(80, 60, 440, 360))
            shown.reparent(frame, 20, 40)
            notes.display.sync()
        async with screen_process(own_display) as side:
            await shared(side, browser, window=shown.id)
            getattr(shown, goes)()
            if is_framed:
                getattr(frame, goes)()  # as a window manager does
            notes.display.sync()
            over = await side.hears("over")
            assert over["record"]["ending"] == "display_lost"
        await browser.close()

    run(story())


def test_of_the_program_that_started_us_only_what_it_names_is_covered(
    screen: XScreenful, own_display: str, notes: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Program(own_display, "rescousse", os.getpid())
    monkeypatch.setattr(os, "getppid", os.getpid)
    window = ours.window(Rect(5, 6, 70, 80))
    assert covers(screen, View())[0] == [], "its pages are seen like those of any program"
    bar = Rect(300, 0, 200, 40)
    assert covers(screen, View(own=[bar])) == Covers([bar]), "nobody is told that something private is hidden"
    shared = notes.window(Rect(0, 0, 400, 300))
    ours.window(Rect(10, 10, 50, 50))
    assert covers(screen, View(window=shared.id), Rect(0, 0, 400, 300)) == Covers([Rect(10, 10, 50, 50)])
    window.shape_rectangles(0, 2, 0, 0, 0, [])  # clicks fall through it: a frame round the screen, a drawing over it
    assert covers(screen, View(window=shared.id), Rect(0, 0, 400, 300))[0] == [Rect(10, 10, 50, 50)]
    ours.close()


def test_the_mouse_has_a_shape_once(screen: XScreenful) -> None:
    first = screen.arrow()
    assert first.shape is not None
    assert first.shape.shape[2] == 4
    assert screen.arrow().shape is None


def test_two_monitors_are_two_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_until: Wait) -> None:
    if why := real_screens.missing_two_screens():
        pytest.skip(why)
    with real_screens.two_screens(tmp_path) as name:
        monkeypatch.setenv("DISPLAY", name)
        screen = XScreenful()
        assert len(screen.monitors()) == 2
        beside = ["xrandr", "--display", name, "--output", "DUMMY1", "--right-of", "DUMMY0"]
        subprocess.run(beside, check=True, capture_output=True)
        wait_until(lambda: screen.changes() or screen.window(0).width == 2048)
        screen.changes()
        (one, left), (other, right) = screen.monitors()
        assert (one, other) == ("DUMMY0", "DUMMY1")
        assert (left, right) == (Rect(0, 0, 1024, 768), Rect(1024, 0, 1024, 768))
        assert screen.grab(right).shape == (768, 1024, 4)
        assert screen.window(0) == Rect(0, 0, 2048, 768)
        assert not screen.grab(Rect(1024, 0, 4096, 4096)).any()  # it was larger a moment ago
        screen.close()
