"""Keys that work in every program: the calls of Windows on a stand-in; X11 is pressed for real in tests/e2e."""

from collections.abc import Callable
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.adapters.system.hotkey import GlobalKeys
from desktop_app.adapters.system.hotkey_windows import WindowsKeys, key_code, modifiers
from desktop_app.domain.shortcut import Shortcut, shortcut

Wait = Callable[[Callable[[], object]], None]
HOTKEY, QUIT = 0x0312, 0x0012


class User32:
    """Hands messages to the thread that registered."""

    def __init__(self, *, is_free: bool = True) -> None:
        self.is_free = is_free
        self.registered: list[tuple[int, int]] = []
        self.messages: SimpleQueue[int] = SimpleQueue()

    def RegisterHotKey(self, _window: None, _id: int, held: int, key: int) -> int:  # noqa: N802
        self.registered.append((held, key))
        return int(self.is_free)

    def UnregisterHotKey(self, _window: None, _id: int) -> None:  # noqa: N802
        self.registered.clear()

    def GetMessageW(self, message: Any, *_: Any) -> int:  # noqa: N802
        kind = self.messages.get()
        message._obj.message = kind
        return int(kind != QUIT)

    def PostThreadMessageW(self, _thread: int, kind: int, *_: int) -> None:  # noqa: N802
        self.messages.put(kind)


def _said(text: str) -> Shortcut:
    found = shortcut(text)
    assert found is not None
    return found


def _keys(user32: User32, pressed: Callable[[], object]) -> WindowsKeys:
    windll = SimpleNamespace(user32=user32, kernel32=SimpleNamespace(GetCurrentThreadId=int))
    return WindowsKeys(_said("Ctrl+Shift+F1"), pressed, windll)


def test_windows_tells_each_press_and_gets_the_keys_back(wait_until: Wait) -> None:
    user32, pressed = User32(), list[int]()
    listening = _keys(user32, lambda: pressed.append(1))
    assert user32.registered == [(0x4000 | 2 | 4, 0x70)]
    for kind in (HOTKEY, 0x0113, HOTKEY):
        user32.messages.put(kind)
    wait_until(lambda: len(pressed) == 2)
    listening.close()
    assert user32.registered == []


def test_keys_of_another_program_are_said_to_be_taken() -> None:
    listening = _keys(User32(is_free=False), list)
    assert listening.is_taken
    listening.close()


def test_letters_and_digits_have_the_code_of_their_sign() -> None:
    letter = _said("Ctrl+Alt+H")
    assert (modifiers(letter), key_code(letter)) == (0x4000 | 1 | 2, 0x48)


@pytest.mark.parametrize(
    "variables", [{}, {"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":6553"}], ids=str
)
def test_without_a_screen_or_under_wayland_the_desktop_binds_keys(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    keys = GlobalKeys()
    states = []
    for text in ("Ctrl+Shift+F1", ""):
        keys.bind(text, list)
        states.append(keys.state)
    assert states == ["elsewhere", "off"]
    keys.close()
