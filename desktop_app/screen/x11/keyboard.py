"""Which key of this layout writes a character, and a spare key for what none writes."""

from typing import Any, NamedTuple

from Xlib import X
from Xlib.display import Display

from desktop_app.screen import keysyms

_FIRST_LEVELS = ((0, False, False), (1, True, False), (4, False, True), (5, True, True))
_SECOND_LEVELS = ((2, False, False), (3, True, False))


class Stroke(NamedTuple):
    """A key, and whether Shift and AltGr must be down with it."""

    keycode: int
    shift: bool = False
    level_3: bool = False


class Keyboard:
    """The layout in use, read again when it changes. Spare keys are given back by `restore`."""

    def __init__(self, connection: Display) -> None:
        self._display: Any = connection
        self._least = self._display.display.info.min_keycode
        self._most = self._display.display.info.max_keycode
        self._lent: dict[int, int] = {}
        self.read()

    def read(self) -> None:
        """The layout was changed, by us or by the user."""
        rows = self._display.get_keyboard_mapping(self._least, self._most - self._least + 1)
        self._rows = {self._least + place: list(row) for place, row in enumerate(rows)}

    def stroke(self, keysym: int, group: int = 0) -> Stroke | None:
        """How to write it here: with a key of the layout's `group`, or with a spare one; None when there is none."""
        levels = _FIRST_LEVELS if group == 0 else _SECOND_LEVELS if group == 1 else ()
        for place, shift, level_3 in levels:
            for keycode, row in self._rows.items():
                if place < len(row) and row[place] == keysym and keycode not in self._lent.values():
                    return Stroke(keycode, shift, level_3)
        spare = self._spare(keysym)
        return None if spare is None else Stroke(spare)

    def restore(self) -> None:
        """Give the spare keys back."""
        for keycode in self._lent.values():
            self._display.change_keyboard_mapping(keycode, [[X.NoSymbol] * 4])
        self._lent.clear()
        self._display.sync()

    def _spare(self, keysym: int) -> int | None:
        """A key that writes nothing else; the one lent longest ago is lent again when none is left."""
        if keysym not in self._lent:
            free = [code for code, row in self._rows.items() if not any(row) and code not in self._lent.values()]
            if not free and not self._lent:
                return None
            keycode = free[-1] if free else self._lent.pop(next(iter(self._lent)))
            self._display.change_keyboard_mapping(keycode, [[keysym] * 4])
            self._display.sync()
            self._lent[keysym] = keycode
        return self._lent[keysym]


def is_letter(keysym: int) -> bool:
    """Whether Caps Lock turns it round."""
    number = keysym - keysyms.UNICODE if keysym >= keysyms.UNICODE else keysym
    return number < 0xFE00 and chr(number).lower() != chr(number).upper()
