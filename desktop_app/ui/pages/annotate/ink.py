"""How marks look, and how they become part of a new picture that holds nothing else of the old one.

The colours are the design's light ones in every look: the picture is for whoever gets it.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from desktop_app.ui import theme
from desktop_app.ui.pages.annotate.marks import Drawing, Mark, Tool

_LEAST_STROKE, _STROKES_IN_A_PICTURE = 3, 320
_LEAST_LETTER, _LETTERS_IN_A_PICTURE = 16, 42
_HEAD = 5
_PER_METRE = 3780
"""96 dots per inch: the same for all, so that the picture does not tell which screen it is from."""


def ink(token: str) -> QColor:
    """A colour of the design, the light one."""
    return QColor(theme.tokens()["color"]["light"][token])


def stroke(width: int) -> float:
    """Pixels of a line on a picture that is `width` pixels wide."""
    return max(_LEAST_STROKE, width / _STROKES_IN_A_PICTURE)


def lettering(width: int) -> QFont:
    """The letters on a picture that is `width` pixels wide."""
    font = QFont()
    font.setPixelSize(max(_LEAST_LETTER, width // _LETTERS_IN_A_PICTURE))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def place_of(mark: Mark, width: int) -> QRectF:
    """The pixels it covers on a picture of that width."""
    if mark.tool is Tool.TEXT:
        metrics = QFontMetricsF(lettering(width))
        size = QSizeF(metrics.horizontalAdvance(mark.words) + metrics.height() / 2, metrics.height() * 1.3)
        return QRectF(QPointF(*mark.start), size)
    place = QRectF(QPointF(*mark.start), QPointF(*mark.end)).normalized()
    return QRectF(place.toAlignedRect()) if mark.tool in (Tool.MASK, Tool.CROP) else place


def paint(painter: QPainter, drawing: Drawing, width: int) -> None:
    """All marks but the cut: first what is hidden, then what points at things."""
    for mark in sorted(drawing.marks, key=lambda mark: mark.tool is not Tool.MASK):
        if mark.tool is not Tool.CROP:
            painter.save()
            _PAINTED[mark.tool](painter, mark, width)
            painter.restore()


def burnt(picture: QImage, drawing: Drawing) -> QImage:
    """New pixels with the marks in them, cut out as asked; no text, colour profile or thumbnail of `picture`."""
    whole = QRect(0, 0, picture.width(), picture.height())
    kept = place_of(drawing.crop, picture.width()).toRect() & whole if drawing.crop else whole
    plain = picture.copy()
    plain.setDevicePixelRatio(1)
    new = QImage(kept.size(), QImage.Format.Format_RGB32)
    new.setDotsPerMeterX(_PER_METRE)
    new.setDotsPerMeterY(_PER_METRE)
    new.fill(Qt.GlobalColor.white)
    painter = QPainter(new)
    painter.translate(-kept.topLeft())
    painter.drawImage(0, 0, plain)
    paint(painter, drawing, picture.width())
    painter.end()
    return new


def _mask(painter: QPainter, mark: Mark, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(place_of(mark, width).toRect(), ink("mask_bg"))


def _box(painter: QPainter, mark: Mark, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink("danger"), stroke(width)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place_of(mark, width), stroke(width) * 2.5, stroke(width) * 2.5)


def _arrow(painter: QPainter, mark: Mark, width: int) -> None:
    line, head = QLineF(QPointF(*mark.start), QPointF(*mark.end)), stroke(width) * _HEAD
    if line.length() == 0:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink("danger"), stroke(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    shaft = QLineF(line)
    shaft.setLength(max(0, line.length() - head))
    painter.drawLine(shaft)
    way, turns = math.atan2(line.dy(), line.dx()), (math.pi / 7, -math.pi / 7)
    sides = [line.p2() - QPointF(math.cos(way + turn), math.sin(way + turn)) * (head * 1.3) for turn in turns]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("danger"))
    painter.drawPolygon(QPolygonF([line.p2(), *sides]))


def _text(painter: QPainter, mark: Mark, width: int) -> None:
    place = place_of(mark, width)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink("danger"), 1))
    painter.setBrush(ink("surface"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(lettering(width))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.words)


_PAINTED: dict[Tool, Callable[[QPainter, Mark, int], None]] = {
    Tool.MASK: _mask,
    Tool.BOX: _box,
    Tool.ARROW: _arrow,
    Tool.TEXT: _text,
}
