"""A combination of keys that works in every program, as settings and policies write it: `Ctrl+Shift+F1`."""

import re
from dataclasses import dataclass
from typing import Literal

Modifier = Literal["Ctrl", "Shift", "Alt", "Meta"]
KeysState = Literal["off", "bound", "taken", "elsewhere"]
"""Not wanted; ours; another program's; to be bound in the desktop's own settings."""
_MODIFIERS: tuple[Modifier, ...] = ("Ctrl", "Shift", "Alt", "Meta")
_KEY = re.compile(r"F([1-9]|1[0-9]|2[0-4])|[A-Z0-9]|Escape")


@dataclass(frozen=True)
class Shortcut:
    """`key`: F1 to F24, a capital letter, a digit, or Escape."""

    modifiers: frozenset[Modifier]
    key: str

    @property
    def function(self) -> int:
        """The number of a function key; 0 for any other."""
        return int(self.key[1:]) if self.key[1:].isdecimal() else 0


def shortcut(text: str) -> Shortcut | None:
    """What `text` says; None when it is empty or nothing that can be pressed everywhere.

    A letter needs Ctrl, Alt or Meta: with Shift alone nobody could type it any more.
    """
    *held, key = text.split("+")
    known = frozenset(name for name in _MODIFIERS if name in held)
    if len(known) != len(held) or not _KEY.fullmatch(key):
        return None
    return Shortcut(known, key) if known - {"Shift"} else None
