"""The ring around what has the keyboard: shown when the keyboard is used, not after a click."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from desktop_app.ui import theme

_AWAY, _STROKE, _CLEAR = 3, 2, 24
_OWN_FRAME = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)  # their edge shows the focus
_ROUND = {"tile": 8, "card": 8, "call": 8, "link": 3}


class FocusRing(QWidget):
    """Lies over the window, lets the mouse through, and follows the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._is_keyboard = False
        # at the next turn: the scroll bars learn of a new size after those who watch for it
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._bring_into_view)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 -- for the type checker
        app.focusChanged.connect(self._follow)
        self.hide()

    def watch(self, window: QWindow) -> None:
        """Learn from the window's own events whether the keyboard or the mouse is used."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Which hand moves; and whether the focused thing, or what holds it, moved."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._is_keyboard = True
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._is_keyboard = False
            self._place()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            if self._is_keyboard and self._was_laid_out(watched):
                self._laid_out.start()
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = []
        is_ours = now is not None and self._over.isAncestorOf(now)
        self._target = now if is_ours else None
        parent = self._target
        while parent is not None and parent is not self._over:
            parent.installEventFilter(self)
            self._watched.append(parent)
            parent = parent.parentWidget()
        if self._is_keyboard:
            self._bring_into_view()
        self._place()

    def _was_laid_out(self, moved: QObject) -> bool:
        """Something grew or went, as when late answers come; scrolling moves the page as a whole instead."""
        area = self._area()
        inside = area.widget() if area is not None else None
        return area is not None and (moved is area or (isinstance(moved, QWidget) and _holds(inside, moved)))

    def _bring_into_view(self) -> None:
        area = self._area()
        if area is not None and self._target is not None:
            area.ensureWidgetVisible(self._target, 0, _CLEAR)

    def _area(self) -> QScrollArea | None:
        """What scrolls the focused thing."""
        target = area = self._target
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        return area if isinstance(area, QScrollArea) and _holds(inside, target) else None

    def _place(self) -> None:
        target = self._target
        is_wanted = target is not None and self._is_keyboard and target.isVisible() and not _shows_itself(target)
        self.setVisible(is_wanted)
        if target is None or not is_wanted:
            return
        out = _AWAY + _STROKE
        place = QRect(target.mapTo(self._over, QPoint(0, 0)), target.size()).adjusted(-out, -out, out, out)
        self.setGeometry(place)
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), _STROKE))
        kind = str(self._target.property("kind")) if self._target is not None else ""
        radius = _ROUND.get(kind, 6) + _AWAY
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


def _holds(outer: QWidget | None, inner: QWidget | None) -> bool:
    return outer is not None and inner is not None and outer is not inner and outer.isAncestorOf(inner)


def _shows_itself(target: QWidget) -> bool:
    if target.objectName() == "page":  # only so that a screen reader starts there
        return True
    return isinstance(target, _OWN_FRAME) and not isinstance(target, QTextBrowser | QAbstractItemView)
