"""Colours that can be read: contrast by WCAG 2.2, and shades of one colour that keep it.

A colour is `#RRGGBB`.
"""

import re

ENOUGH = 4.5
"""The least contrast of text of ordinary size (WCAG 2.2, 1.4.3)."""

WHITE = "#FFFFFF"
_BLACK, _NIGHT = "#000000", "#062026"
# The lightest and the darkest ground that words stand on, in each of the two looks (console/static/tokens.css)
_LIGHT, _DARK = (WHITE, "#E7EDEE"), ("#12191B", "#243034")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 40
_LINEAR_BELOW = 0.04045


def is_colour(text: str) -> bool:
    """Whether it is written as colours are here."""
    return bool(_COLOUR.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` between 0 and 1 of `other`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(mine + (its - mine) * share):02X}" for mine, its in pairs)


def readable(colour: str, grounds: tuple[str, ...], towards: str) -> str:
    """The first shade from `colour` to `towards` that is readable on all `grounds`; `towards` itself at the end."""
    shades = (mixed(colour, towards, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if all(contrast(shade, each) >= ENOUGH for each in grounds)), towards)


def shades(colour: str) -> dict[str, tuple[str, str]]:
    """What is drawn with `colour`, readable on white, by the names of the design: by day, and lighter by night."""
    night = readable(colour, _DARK, WHITE)
    soft, soft_night = mixed(colour, WHITE, 0.88), mixed(_DARK[0], night, 0.18)
    return {
        "accent": (colour, night),
        "accent-hover": (mixed(colour, _BLACK, 0.15), mixed(night, WHITE, 0.2)),
        "accent-pressed": (mixed(colour, _BLACK, 0.3), mixed(night, WHITE, 0.1)),
        "on-accent": (WHITE, _NIGHT),
        "accent-text": (readable(colour, (*_LIGHT, soft), _BLACK), readable(night, (*_DARK, soft_night), WHITE)),
        "accent-soft": (soft, soft_night),
        "accent-line": (mixed(colour, WHITE, 0.6), mixed(_DARK[0], night, 0.45)),
        "focus": (colour, night),
    }


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
