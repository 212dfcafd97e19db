"""A switch: takes effect now. The knob moves, it does not only change colour."""

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui import theme


class Switch(QAbstractButton):
    """On or off; `name` is what a screen reader says."""

    def __init__(self, name: str, *, is_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place = 1.0 if is_on else 0.0
        self._movement = QPropertyAnimation(self, b"place", self)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toggled.connect(self._move)

    def sizeHint(self) -> QSize:
        """36 by 20, with room around it so that it is easy to hit."""
        return QSize(theme.px(36) + 2, theme.px(24))

    def _move(self, is_on: bool) -> None:
        self._movement.stop()
        self._movement.setDuration(theme.milliseconds("fast") if self.isVisible() else 0)
        self._movement.setEndValue(1.0 if is_on else 0.0)
        self._movement.start()

    def _get_place(self) -> float:
        return self._place

    def _set_place(self, place: float) -> None:
        self._place = place
        self.update()

    place = Property(float, _get_place, _set_place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = theme.px(36), theme.px(20)
        track = QRectF(1, (self.height() - height) / 2, width, height).adjusted(0.75, 0.75, -0.75, -0.75)
        edge = "accent" if self.isChecked() else "border_strong"
        ground = "accent" if self.isChecked() else "surface"
        knob = "on_accent" if self.isChecked() else "border_strong"
        if not self.isEnabled():
            edge, ground, knob = "border", "sunken", "text_disabled"
        painter.setPen(QPen(theme.color(edge), 1.5))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = theme.px(12)
        left = track.left() + theme.px(3) + self._place * (track.width() - side - 2 * theme.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(knob))
        painter.drawEllipse(QRectF(left, self.height() / 2 - side / 2, side, side))
        painter.end()
