"""A masked value: a solid bar that says what kind of value was there. Nothing of the value is in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop_app.ui import icons, theme

HEIGHT = 20


def font_of(base: QFont) -> QFont:
    """The letters on a bar."""
    font = QFont(base)
    font.setPixelSize(theme.px(12))
    font.setWeight(QFont.Weight.Medium)
    return font


def size_of(kind: str, base: QFont) -> QSize:
    """The room a bar takes."""
    words = QFontMetrics(font_of(base)).horizontalAdvance(kind)
    return QSize(words + theme.px(7 + 13 + 6 + 7) + 1, theme.px(HEIGHT))


def paint(painter: QPainter, left: float, middle: float, kind: str, base: QFont) -> float:
    """Draw a bar that starts at `left`, centred on `middle`; where it ends."""
    size = size_of(kind, base)
    bar = QRectF(left, middle - size.height() / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("mask_bg"))
    painter.drawRoundedRect(bar, 3, 3)
    side = theme.px(13)
    picture = icons.pixmap("eye-slash", "mask_text", side)
    painter.drawPixmap(QRectF(bar.left() + theme.px(7), middle - side / 2, side, side), picture, QRectF(picture.rect()))
    painter.setFont(font_of(base))
    painter.setPen(theme.color("mask_text"))
    words = bar.adjusted(theme.px(7 + 13 + 6), 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), kind)
    painter.restore()
    return bar.right()
