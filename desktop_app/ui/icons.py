"""Our own line icons, drawn in the colours of the look in force and kept."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app import resources
from desktop_app.ui import theme

_UNKNOWN = "lifebuoy"
_RING = "#0B6073"
"""What the logo's file has where the look has a colour of its own."""


@cache
def _drawing(name: str) -> str:
    file = resources.path(f"icons/{name}.svg")
    if not file.is_file():  # an organisation's fix may ask for an icon that we do not have
        file = resources.path(f"icons/{_UNKNOWN}.svg")
    return file.read_text(encoding="utf-8")


def pixmap(name: str, token: str, side: int) -> QPixmap:
    """The icon `name` in the colour of `token`, `side` pixels wide and high, sharp on the densest screen.

    The same object as long as it looks the same.
    """
    return _painted(name, theme.color(token).name(), side, _ratio())


def icon(name: str, token: str = "text", side: int = 18, room: int = 0) -> QIcon:  # noqa: S107 -- a colour, not a password
    """The icon `name` for a button or a menu, greyed when disabled; `room` pixels are left free on its right.

    The same object as long as it looks the same.
    """
    colors = theme.color(token).name(), theme.color("text_disabled").name()
    return _greyed(name, colors, side, room, _ratio())


@lru_cache(maxsize=400)
def _greyed(name: str, colors: tuple[str, str], side: int, room: int, ratio: float) -> QIcon:
    usual, disabled = (_with_room(_painted(name, color, side, ratio), room) for color in colors)
    result = QIcon(usual)
    result.addPixmap(disabled, QIcon.Mode.Disabled)
    return result


def _with_room(picture: QPixmap, room: int) -> QPixmap:
    if not room:
        return picture
    ratio = picture.devicePixelRatio()
    wider = QPixmap(picture.width() + round(room * ratio), picture.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider


def logo(side: int) -> QPixmap:
    """The lifebuoy in the colours of the look in force."""
    return _painted("logo", theme.color("logo_ring").name(), side, _ratio())


def _ratio() -> float:
    ratio: float = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    return ratio


@lru_cache(maxsize=400)
def _painted(name: str, color: str, side: int, ratio: float) -> QPixmap:
    drawing = _drawing(name).replace(_RING if name == "logo" else "currentColor", color)
    return _render(drawing, side, ratio)


def _render(drawing: str, side: int, ratio: float) -> QPixmap:
    result = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return result
