"""The line around what is shared: four strips on top of everything, through which every click goes."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui import theme

_THICK, _THICK_CONTROL = 6, 8
CLICKS_GO_THROUGH = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.X11BypassWindowManagerHint
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class Border:
    """`show_around` places it; petrol while somebody looks, orange and dashed while they use mouse and keyboard."""

    def __init__(self) -> None:
        self._strips = [_Strip() for _ in range(4)]

    def show_around(self, area: QRect, *, is_control: bool) -> None:
        """Around `area`, in points of the desktop."""
        thick = _THICK_CONTROL if is_control else _THICK
        for strip, place in zip(self._strips, _places(area, thick), strict=True):
            strip.is_control = is_control
            strip.setGeometry(place)
            strip.show()
            strip.raise_()
            strip.update()

    def hide(self) -> None:
        """Nothing is shared."""
        for strip in self._strips:
            strip.hide()

    def close(self) -> None:
        """Let go of the windows."""
        for strip in self._strips:
            strip.close()
            strip.deleteLater()

    @property
    def strips(self) -> list[QWidget]:
        """The four windows."""
        return list(self._strips)


def _places(area: QRect, thick: int) -> list[QRect]:
    """Inside the edges, so that they show on a whole screen too."""
    left, top, wide, high = area.left(), area.top(), area.width(), area.height()
    return [
        QRect(left, top, wide, thick),
        QRect(left, top + high - thick, wide, thick),
        QRect(left, top + thick, thick, high - 2 * thick),
        QRect(left + wide - thick, top + thick, thick, high - 2 * thick),
    ]


class _Strip(QWidget):
    def __init__(self) -> None:
        super().__init__(None, CLICKS_GO_THROUGH)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.is_control = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A light line on each side, so that it shows on any ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("control" if self.is_control else "accent"))
        light = QColor(theme.color("surface"))
        if self.is_control:
            painter.setPen(QPen(light, 2, Qt.PenStyle.DashLine))
            is_flat = self.width() > self.height()
            middle = self.rect().center()
            ends = (0, middle.y(), self.width(), middle.y()) if is_flat else (middle.x(), 0, middle.x(), self.height())
            painter.drawLine(*ends)
        else:
            painter.setPen(QPen(light, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
