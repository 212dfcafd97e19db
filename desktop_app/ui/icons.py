"""Our own line icons, drawn in the colours of the look in force and kept."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app import resources
from desktop_app.ui import theme

_UNKNOWN = "lifebuoy"


@cache
def _drawing(name: str) -> str:
    file = resources.path(f"icons/{name}.svg")
    if not file.is_file():  # an organisation's fix may ask for an icon that we do not have
        file = resources.path(f"icons/{_UNKNOWN}.svg")
    return file.read_text(encoding="utf-8")


def pixmap(name: str, token: str, side: int) -> QPixmap:
    """The icon `name` in the colour of `token`, `side` pixels wide and high, sharp on the densest screen."""
    return _painted(name, theme.color(token).name(), side, QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]


def icon(name: str, token: str = "text", side: int = 18, room: int = 0) -> QIcon:  # noqa: S107 -- a colour, not a password
    """The icon `name` for a button or a menu, greyed when disabled; `room` pixels are left free on its right."""
    result = QIcon(_with_room(pixmap(name, token, side), room))
    result.addPixmap(_with_room(pixmap(name, "text_disabled", side), room), QIcon.Mode.Disabled)
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
    drawing = _drawing("logo").replace("#0B6073", theme.color("logo_ring").name())
    return _render(drawing, side, QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]


@lru_cache(maxsize=400)
def _painted(name: str, color: str, side: int, ratio: float) -> QPixmap:
    return _render(_drawing(name).replace("currentColor", color), side, ratio)


def _render(drawing: str, side: int, ratio: float) -> QPixmap:
    result = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return result
