"""The technician's mouse and keyboard, by XTEST; never into a window that is ours or asks for a password."""

import contextlib
import subprocess
from collections.abc import Callable
from typing import Any

from Xlib import X, display, error

from desktop_app.protocol.screen_channel import Key
from desktop_app.screen import keysyms
from desktop_app.screen.screenful import View
from desktop_app.screen.tiles import Rect
from desktop_app.screen.x11.keyboard import Keyboard, Stroke, is_letter
from desktop_app.screen.x11.screenful import GONE
from desktop_app.screen.x11.windows import PROMPTS, Window, Windows

_UP, _DOWN, _LEFT, _RIGHT = 4, 5, 6, 7


class XHands:
    """Fits `desktop.Hands`. Every act asks `may` right before it happens.

    `release` lets go when this process cannot: see `release.stand_by`.
    """

    def __init__(self, view: View, may: Callable[[], bool], release: "subprocess.Popen[bytes] | None" = None) -> None:
        self._release_after = release
        self._display: Any = display.Display()
        self._display.set_error_handler(lambda *_: None)
        self._root = self._display.screen().root
        self._windows, self._keyboard = Windows(self._display), Keyboard(self._display)
        self._windows.listen()
        self._view, self._may = view, may
        self._buttons: set[int] = set()
        self._keys: dict[str, Stroke] = {}
        self._modifiers: dict[int, int] = {}
        self._place = (0, 0)

    def move(self, x: int, y: int) -> None:
        """Put the mouse there."""
        self._place = (x, y)
        self._fake(X.MotionNotify, 0, x, y)

    def button(self, button: int, *, down: bool) -> None:
        """Press or release (0 left, 1 middle, 2 right, then back and forward)."""
        number = keysyms.BUTTONS[button]
        if down and self._reached() and self._fake(X.ButtonPress, number):
            self._buttons.add(number)
        elif not down and number in self._buttons:
            self._buttons.discard(number)
            self._release(X.ButtonRelease, number)

    def wheel(self, dx: int, dy: int) -> None:
        """Turn by notches."""
        if not self._reached():
            return
        for number, notches in ((_DOWN, dy), (_UP, -dy), (_RIGHT, dx), (_LEFT, -dx)):
            for _ in range(max(0, notches)):
                self._tap(number)

    def key(self, key: Key) -> None:
        """Press or release a key, by what it says at the technician's."""
        if not key.down:
            self._key_up(key.code)
            return
        if key.key == "AltGraph":  # some systems say Control as well: the character itself comes next
            self._lift(keysyms.CONTROL)
        keysym = keysyms.of_key(key.code, key.key)
        stroke = self._stroke(keysym) if keysym is not None else None
        if keysym is None or stroke is None or not self._written():
            return
        if self._press(stroke, keysym):
            self._keys[key.code] = stroke
            if _is_modifier(keysym):
                self._modifiers[keysym] = stroke.keycode

    def typed(self, text: str) -> None:
        """Type it, as far as it is allowed."""
        for sign in text:
            keysym = keysyms.of_sign(sign)
            stroke = self._stroke(keysym)
            if stroke is not None and self._written() and self._press(stroke, keysym):
                self._release(X.KeyRelease, stroke.keycode)

    def let_go(self) -> None:
        """Release everything that is pressed, and give the spare keys back; a display that is gone holds nothing."""
        with contextlib.suppress(*GONE):
            self._release_all()

    def _release_all(self) -> None:
        for stroke in self._keys.values():
            self._release(X.KeyRelease, stroke.keycode)
        for number in self._buttons:
            self._release(X.ButtonRelease, number)
        self._keys.clear()
        self._buttons.clear()
        self._modifiers.clear()
        self._keyboard.restore()

    # Pressing

    def _fake(self, kind: int, detail: int, x: int = 0, y: int = 0) -> bool:
        """Inject one event, if it is allowed at this very moment."""
        if not self._may():
            return False
        self._display.xtest_fake_input(kind, detail, x=x, y=y)
        self._display.sync()
        return True

    def _release(self, kind: int, detail: int) -> None:
        """Letting go is always allowed."""
        self._display.xtest_fake_input(kind, detail)
        self._display.sync()

    def _tap(self, button: int) -> None:
        if self._fake(X.ButtonPress, button):
            self._release(X.ButtonRelease, button)

    def _key_up(self, code: str) -> None:
        stroke = self._keys.pop(code, None)
        if stroke is not None:
            self._modifiers = {sym: keycode for sym, keycode in self._modifiers.items() if keycode != stroke.keycode}
            self._release(X.KeyRelease, stroke.keycode)

    def _lift(self, keysym: int) -> None:
        keycode = self._modifiers.pop(keysym, None)
        if keycode is not None:
            self._keys = {code: stroke for code, stroke in self._keys.items() if stroke.keycode != keycode}
            self._release(X.KeyRelease, keycode)

    def _stroke(self, keysym: int) -> Stroke | None:
        self._hear()
        state = self._root.query_pointer().mask
        stroke = self._keyboard.stroke(keysym, state >> 13 & 3)
        if stroke is not None and state & X.LockMask and is_letter(keysym):
            return stroke._replace(shift=not stroke.shift)
        return stroke

    def _press(self, stroke: Stroke, keysym: int) -> bool:
        """Press with the Shift and AltGr that this layout needs, and leave the held ones as they were."""
        if _is_named(keysym) or keysyms.SHORTCUT & set(self._modifiers):
            return self._fake(X.KeyPress, stroke.keycode)
        held = [code for sym, code in self._modifiers.items() if sym in {keysyms.SHIFT, keysyms.RIGHT["ShiftRight"]}]
        lifted = [] if stroke.shift else held
        added = [self._code(keysyms.SHIFT)] if stroke.shift and not held else []
        added += [self._code(keysyms.LEVEL_3)] if stroke.level_3 else []
        for code in lifted:
            self._release(X.KeyRelease, code)
        for code in added:
            self._fake(X.KeyPress, code)
        pressed = self._fake(X.KeyPress, stroke.keycode)
        for code in added:
            self._release(X.KeyRelease, code)
        for code in lifted:
            self._fake(X.KeyPress, code)
        return pressed

    def _code(self, keysym: int) -> int:
        stroke = self._keyboard.stroke(keysym)
        return stroke.keycode if stroke else 0

    def _hear(self) -> None:
        """What happened to windows and layouts meanwhile."""
        try:
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type == X.MappingNotify:
                    self._keyboard.read()
                else:
                    self._windows.note(event)
        except error.ConnectionClosedError:
            return

    def _reached(self) -> bool:
        """Whether the mouse is over something that may be clicked."""
        self._hear()
        over_own = any(own.within(Rect(*self._place, 1, 1)).size for own in self._view.own)
        return not over_own and _is_open(self._windows.at(*self._place), self._windows, self._view)

    def _written(self) -> bool:
        """Whether the keyboard writes into something that may be written to."""
        self._hear()
        return _is_open(self._windows.focused(), self._windows, self._view)


def _is_open(window: Window | None, windows: Windows, view: View) -> bool:
    """Whether a window may be reached: not ours, no password prompt, and shared when only one window is."""
    if window is not None and (window.ours or window.names & PROMPTS):
        return False
    if view.window is None:
        return True
    return window is not None and windows.same(window, view.window)


def _is_named(keysym: int) -> bool:
    return keysyms.NAMED["Backspace"] <= keysym < keysyms.UNICODE


def _is_modifier(keysym: int) -> bool:
    return keysyms.SHIFT <= keysym <= keysyms.RIGHT["MetaRight"]
