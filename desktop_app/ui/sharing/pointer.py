"""What the technician points at and draws, over everything: only the strokes themselves, so that no click is caught."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QBitmap,
    QFont,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from desktop_app.protocol.screen_channel import Draw, Move
from desktop_app.ui import theme
from desktop_app.ui.sharing.border import CLICKS_GO_THROUGH
from desktop_app.ui.widgets.plain_words import harmless

_FADES_MS, _TURN_MS, _WIDE, _TEXT_PX = 3000, 30, 4, 20
_ARROW = ((0, 0), (26, 10), (14, 16), (8, 27))


class Overlay(QWidget):
    """One window the size of the desktop, cut to what is drawn: it needs no transparency that a desktop may lack.

    However much comes, it is cut once a turn, and what is drawn is painted once: clicks elsewhere do not wait for it.
    """

    def __init__(self) -> None:
        super().__init__(None, CLICKS_GO_THROUGH)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._name, self._pointer, self.is_control = "", QPainterPath(), False
        self._drawings, self._kept = QBitmap(), QRegion()
        self._fading = QTimer(self, singleShot=True, interval=_FADES_MS)
        self._fading.timeout.connect(self._fade)
        self._turn = QTimer(self, singleShot=True, interval=_TURN_MS)
        self._turn.timeout.connect(self._cut)

    def begin(self, name: str, desktop: QRect) -> None:
        """Empty, over the whole of `desktop`."""
        self._name, self._pointer = harmless(name), QPainterPath()
        self.setGeometry(desktop)
        self._wipe()
        self._cut()

    def take(self, what: Move | Draw, ratio: float) -> None:
        """One more thing, in pixels of the whole desktop, seen with the next turn; `ratio` pixels are one point."""
        if isinstance(what, Move):
            self._pointer = _arrow(QPoint(round(what.x / ratio), round(what.y / ratio)) - self.pos(), self._name)
            self._fading.start()
        elif what.shape == "wipe":
            self._wipe()
        else:
            points = [QPoint(round(x / ratio), round(y / ratio)) - self.pos() for x, y in what.points]
            self._keep(_drawn(what, points))
        if not self._turn.isActive():
            self._turn.start()

    def _wipe(self) -> None:
        self._drawings, self._kept = QBitmap(self.size()), QRegion()
        self._drawings.clear()

    def _keep(self, drawing: list[QPainterPath]) -> None:
        painter = QPainter(self._drawings)
        for path in drawing:
            painter.fillPath(path, Qt.GlobalColor.color1)
        painter.end()
        self._kept = QRegion()

    def _fade(self) -> None:
        self._pointer = QPainterPath()
        self._cut()

    def _cut(self) -> None:
        if self._kept.isEmpty():
            self._kept = QRegion(self._drawings)
        region = QRegion(self._kept)
        for polygon in self._pointer.toFillPolygons():
            region |= QRegion(polygon.toPolygon(), Qt.FillRule.WindingFill)
        self.setVisible(not region.isEmpty())
        if not region.isEmpty():
            self.setMask(region)
            self.raise_()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colour of what is allowed."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("control" if self.is_control else "accent"))
        painter.end()


def _arrow(at: QPoint, name: str) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(QPolygonF([at + QPoint(x, y) for x, y in _ARROW]))
    path.closeSubpath()
    path.addText(at + QPoint(30, 44), _font(theme.px(16)), name)
    return path


def _drawn(what: Draw, points: list[QPoint]) -> list[QPainterPath]:
    path = QPainterPath()
    if not points:
        return []
    if what.shape == "text":
        path.addText(points[0], _font(theme.px(_TEXT_PX)), harmless(what.text))
        return [path]
    if what.shape == "box":
        path.addRect(QRect(points[0], points[-1]).normalized())
    else:
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    has_head = what.shape == "arrow" and len(points) > 1
    return [_stroked(path), *([_head(points[-2], points[-1])] if has_head else [])]


def _head(before: QPoint, tip: QPoint) -> QPainterPath:
    away = before - tip
    length = max(1.0, (away.x() ** 2 + away.y() ** 2) ** 0.5)
    along = (away.x() / length, away.y() / length)
    sides = [
        QPoint(round(16 * (along[0] - way * along[1])), round(16 * (along[1] + way * along[0]))) for way in (1, -1)
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF([tip, tip + sides[0], tip + sides[1]]))
    path.closeSubpath()
    return path


def _stroked(path: QPainterPath) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(theme.px(_WIDE))
    return stroker.createStroke(path)


def _font(px: int) -> QFont:
    font = QFont()
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold)
    return font
