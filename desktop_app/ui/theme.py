"""The look: colours, text sizes and the style sheet, light or dark, as large as the person needs.

One look is in force at a time, like the palette of the application; whoever paints asks `color` and `px` when painting.
"""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop_app import resources

Name = Literal["light", "dark"]

_USUAL_FONT_PX = {"win32": 12, "darwin": 13}  # what an unscaled desktop gives its default font
_USUAL_FONT_PX_ELSEWHERE = 15
_GAP = re.compile(r"@(px_\d+|[a-z][a-z_0-9]*)")


@dataclass(frozen=True)
class Look:
    """What is in force. `scale` multiplies every text size; `is_plain` leaves all colours to the system."""

    name: Name = "light"
    scale: float = 1.0
    is_plain: bool = False
    moves: bool = True


@cache
def tokens() -> dict[str, Any]:
    """The design's values, as `resources/style/tokens.json` has them."""
    table: dict[str, Any] = json.loads(resources.path("style/tokens.json").read_text(encoding="utf-8"))
    return table


class _Force:
    look = Look()


def look() -> Look:
    """The look in force."""
    return _Force.look


def is_dark() -> bool:
    """Whether light text stands on dark ground."""
    return _Force.look.name == "dark"


def scale() -> float:
    """By how much every text is larger than designed."""
    return _Force.look.scale


def color(token: str) -> QColor:
    """The colour `token` has in the look in force."""
    if _Force.look.is_plain:
        return QGuiApplication.palette().color(_PLAIN.get(token, QPalette.ColorRole.WindowText))
    return QColor(tokens()["color"][_Force.look.name][token])


def px(length: float) -> int:
    """A length in pixels that grows with the text."""
    return round(length * _Force.look.scale)


def text_px(role: str) -> int:
    """The size of a text of `role`, in pixels."""
    return px(_type(role)["size"])


def line_px(role: str) -> int:
    """From one line to the next, in pixels."""
    return px(_type(role)["line"])


def milliseconds(speed: Literal["fast", "normal"]) -> int:
    """How long a movement takes; nothing when less motion is wanted."""
    return int(tokens()["motion"][speed]) if _Force.look.moves else 0


_LIKE = {
    "line": "sub",
    "go": "sub",
    "step": "sub",
    "strong": "sub",
    "lead": "body",
    "eyebrow": "cap",
    "pill": "cap",
    "key": "sub",
    "badge": "mini",
}


def _type(role: str) -> Mapping[str, Any]:
    sizes: Mapping[str, Any] = tokens()["font"]["app"]
    return sizes.get(_LIKE.get(role, role), sizes["body"])  # type: ignore[no-any-return]


_PLAIN = {
    "bg": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.Window,
    "raised": QPalette.ColorRole.Base,
    "hover": QPalette.ColorRole.Window,
    "accent": QPalette.ColorRole.Highlight,
    "accent_soft": QPalette.ColorRole.Base,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "accent_text": QPalette.ColorRole.Link,
    "focus": QPalette.ColorRole.Highlight,
    "mask_bg": QPalette.ColorRole.WindowText,
    "mask_text": QPalette.ColorRole.Window,
}


def sheet(template: str, now: Look) -> str:
    """`template` with its gaps filled: colours, text sizes, lengths."""
    colors = tokens()["color"][now.name]

    def filled(gap: re.Match[str]) -> str:
        name = gap[1]
        if name.startswith("px_"):
            return f"{round(int(name[3:]) * now.scale)}px"
        if name.startswith("fs_"):
            return f"{round(tokens()['font']['app'][name[3:]]['size'] * now.scale)}px"
        return str(colors[name])

    return _GAP.sub(filled, template)


class Appearance(QObject):
    """Puts a look into force and follows the system. `changed` is emitted after each change of colours."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._theme = "system"
        self._text_size = 100
        self._motion = "system"
        self._system_is_still = False
        self._system_scale = system_scale()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._system_palette = QPalette(app.palette())
        app.styleHints().colorSchemeChanged.connect(self.renew)

    def wear(self, theme: str, text_size: int, motion: str = "system") -> None:
        """Put into force what the settings say: `system|light|dark`, per cent, `system|on|off`."""
        self._theme, self._text_size, self._motion = theme, text_size, motion
        self.renew()

    def renew(self) -> None:
        """Look again at what the system wants."""
        wanted = Look(self._name(), self._system_scale * self._text_size / 100, _wants_contrast(), self._moves())
        if wanted == _Force.look and self._app.styleSheet():
            return
        _Force.look = wanted
        self._app.setPalette(self._system_palette if wanted.is_plain else _palette())
        name = "style/contrast.qss" if wanted.is_plain else "style/app.qss"
        self._app.setStyleSheet(sheet(resources.path(name).read_text(encoding="utf-8"), wanted))
        self.changed.emit()

    def follow_motion(self, *, is_still: bool) -> None:
        """What the system says of motion: it is asked on a worker, for that may take a moment."""
        self._system_is_still = is_still
        self.renew()

    def _moves(self) -> bool:
        return self._motion == "off" or (self._motion == "system" and not self._system_is_still)

    def _name(self) -> Name:
        if self._theme == "dark":
            return "dark"
        is_dark_system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if self._theme == "system" and is_dark_system else "light"


def system_scale() -> float:
    """By how much the system enlarges text, from its default font; 1 to 2 in quarters."""
    usual = _USUAL_FONT_PX.get(sys.platform, _USUAL_FONT_PX_ELSEWHERE)
    ratio = QFontInfo(QGuiApplication.font()).pixelSize() / usual
    return min(2.0, max(1.0, int(ratio * 4) / 4))


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10
    preference = accessibility().contrastPreference() if accessibility is not None else None
    return preference is not None and preference.name == "HighContrast"


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(color("bg"))
    for which, token in {
        role.Window: "bg",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Button: "surface",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.PlaceholderText: "text_3",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.ToolTipBase: "mask_bg",
        role.ToolTipText: "mask_text",
    }.items():
        palette.setColor(which, color(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, color("text_disabled"))
    return palette
