"""The picture with its marks, as large as there is room: what is seen, and every drawing so far."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages.annotate import ink
from desktop_app.ui.pages.annotate.held import Held
from desktop_app.ui.pages.annotate.marks import Drawing, History, Mark, Point, Tool

HANDLE = 9
_BESIDE = 290
_SHADE = QColor(20, 33, 37, 150)


class Board(QWidget):
    """`changed`: another drawing, or another mark in hand (`chosen`, -1 for none)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.history = History()
        self.chosen = -1
        self.held: Held | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def drawing(self) -> Drawing:
        """As it is seen: with what is being drawn just now."""
        return self.held.drawing if self.held else self.history.now

    def show_picture(self, picture: QImage) -> None:
        """Another picture, nothing drawn on it."""
        self.picture, self.history, self.chosen, self.held = QImage(picture), History(), -1, None
        self.picture.setDevicePixelRatio(1)
        self.updateGeometry()
        self.tell()

    def place(self, drawing: Drawing, chosen: int) -> None:
        """A new drawing, to which one can go back."""
        self.history.add(drawing)
        self.chosen = chosen
        self.tell()

    def tell(self) -> None:
        """Draw again, and say that something changed."""
        self.update()
        self.changed.emit()

    def hasHeightForWidth(self) -> bool:
        """As high as the picture is, seen at this width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Never much higher than the window."""
        if self.picture.isNull():
            return theme.px(160)
        wanted = round(width * self.picture.height() / self.picture.width())
        return max(theme.px(160), min(wanted, self.picture.height(), self.window().height() - theme.px(_BESIDE)))

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(theme.px(400), self.heightForWidth(theme.px(400)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(theme.px(160), theme.px(120))

    def frame(self) -> QRectF:
        """Where the picture is seen."""
        size = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > self.picture.width():
            size = self.picture.size()
        return QRectF((self.width() - size.width()) // 2, 0, size.width(), size.height())

    def scale(self) -> float:
        """Pixels of the screen for one of the picture."""
        return self.frame().width() / max(1, self.picture.width()) or 1

    def point(self, where: QPointF) -> Point:
        """A point of the widget, in pixels of the picture; never outside of it."""
        frame = self.frame()
        return self.inside(((where.x() - frame.left()) / self.scale(), (where.y() - frame.top()) / self.scale()))

    def inside(self, point: Point) -> Point:
        """The nearest point of the picture."""
        return min(max(point[0], 0), self.picture.width()), min(max(point[1], 0), self.picture.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, its marks, what the cut leaves out, and the handles of the mark in hand."""
        if self.picture.isNull():
            return
        painter, frame = QPainter(self), self.frame()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self.picture)
        painter.save()
        painter.setClipRect(frame)
        painter.translate(frame.topLeft())
        painter.scale(self.scale(), self.scale())
        ink.paint(painter, self.drawing, self.picture.width())
        self._shade(painter)
        painter.restore()
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        if 0 <= self.chosen < len(self.drawing.marks):
            self._mark_chosen(painter, self.drawing.marks[self.chosen])
        painter.end()

    def _shade(self, painter: QPainter) -> None:
        if self.drawing.crop is not None:
            around = QPainterPath()
            around.addRect(QRectF(self.picture.rect()))
            around.addRect(ink.place_of(self.drawing.crop, self.picture.width()))
            painter.fillPath(around, _SHADE)

    def _mark_chosen(self, painter: QPainter, mark: Mark) -> None:
        scale, corner = self.scale(), self.frame().topLeft()
        painter.setPen(QPen(theme.color("focus"), 2))
        if mark.tool is not Tool.ARROW:
            place = ink.place_of(mark, self.picture.width())
            painter.drawRect(QRectF(corner + place.topLeft() * scale, place.size() * scale))
        painter.setBrush(theme.color("surface"))
        side = theme.px(HANDLE)
        for point in mark.corners:
            middle = corner + QPointF(*point) * scale
            painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
