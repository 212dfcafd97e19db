"""Keys by what they say: the browser's `KeyboardEvent.key` as the X server's keysym (X11 protocol, appendix A)."""

UNICODE = 0x0100_0000
"""Keysyms from here on are characters (Unicode)."""

NAMED = {
    "Backspace": 0xFF08, "Tab": 0xFF09, "Enter": 0xFF0D, "Pause": 0xFF13, "ScrollLock": 0xFF14, "Escape": 0xFF1B,
    "Home": 0xFF50, "ArrowLeft": 0xFF51, "ArrowUp": 0xFF52, "ArrowRight": 0xFF53, "ArrowDown": 0xFF54,
    "PageUp": 0xFF55, "PageDown": 0xFF56, "End": 0xFF57, "PrintScreen": 0xFF61, "Insert": 0xFF63, "Delete": 0xFFFF,
    "ContextMenu": 0xFF67, "NumLock": 0xFF7F, "CapsLock": 0xFFE5, "Shift": 0xFFE1, "Control": 0xFFE3, "Alt": 0xFFE9,
    "Meta": 0xFFEB, "OS": 0xFFEB, **{f"F{number}": 0xFFBD + number for number in range(1, 25)},
}  # fmt: skip
RIGHT = {"ShiftRight": 0xFFE2, "ControlRight": 0xFFE4, "AltRight": 0xFFEA, "MetaRight": 0xFFEC}
BUTTONS = (1, 2, 3, 8, 9)
"""What X11 calls the buttons left, middle, right, back, forward."""
SHIFT, CONTROL, LEVEL_3 = 0xFFE1, 0xFFE3, 0xFE03
ESCAPE = 0xFF1B
SHORTCUT = frozenset({0xFFE3, 0xFFE4, 0xFFE9, 0xFFEB, 0xFFEC})
"""While one of these is held, a letter is a command: it is pressed as it is, whatever it would write."""
_LINE = {"\n": 0xFF0D, "\r": 0xFF0D, "\t": 0xFF09}


def of_sign(sign: str) -> int:
    """The keysym that writes this character."""
    number = ord(sign)
    return _LINE.get(sign) or (number if 0x20 <= number < 0x7F or 0xA0 <= number <= 0xFF else UNICODE + number)


def of_key(code: str, key: str) -> int | None:
    """The keysym of a key that went down or up. None for what writes nothing by itself: a dead key, AltGr, a name that
    is not known. The character that a dead key leads to comes with the key after it.
    """
    if len(key) == 1:
        return of_sign(key)
    return RIGHT.get(code, NAMED.get(key)) if key in NAMED else None
