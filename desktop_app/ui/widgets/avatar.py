"""Initials in a circle, with the presence as a dot; both are also said in words beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui import theme

_DOTS = {"online": "success", "away": "warning", "offline": "border_strong"}


def initials(name: str) -> str:
    """Sofia Laurent gives SL."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


class Avatar(QWidget):
    """`presence`: online (full dot), away (hollow, amber), offline (hollow, grey), or nothing."""

    def __init__(self, name: str, side: int = 32, presence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials(name)
        self._presence = presence
        self._side = theme.px(side)
        self.setFixedSize(self._side + theme.px(2), self._side + theme.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle, the letters, the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent_line"), 1))
        painter.setBrush(theme.color("accent_soft"))
        circle = QRectF(0.5, 0.5, self._side - 1, self._side - 1)
        painter.drawEllipse(circle)
        font = QFont(self.font())
        font.setPixelSize(max(theme.px(11), round(self._side * 0.37)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), self._initials)
        if self._presence:
            self._paint_dot(painter)
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        side = theme.px(10)
        place = QRectF(self.width() - side, self.height() - side, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(place)
        inside = place.adjusted(2, 2, -2, -2)
        color = theme.color(_DOTS[self._presence])
        if self._presence == "online":
            painter.setBrush(color)
        else:
            painter.setPen(QPen(color, 2))
        painter.drawEllipse(inside)
