"""One picture of the screen, asked for by the user: our own window steps aside first, nothing is taken silently."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

# Long enough for a desktop that fades windows out; shorter, and the window would be in the picture
_STEP_ASIDE_MS = 350


class Capture(QObject):
    """Takes the picture and brings the window back, whatever happens."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def take(self, done: Callable[[QImage | None], object]) -> None:
        """`done` gets the picture, or None where the desktop does not allow it."""
        window = self._page.window()
        geometry, is_large = window.saveGeometry(), window.isMaximized()
        window.hide()

        def grab() -> None:
            try:
                done_with = self.picture()
            finally:
                window.showMaximized() if is_large else window.show()
                window.restoreGeometry(geometry)
                window.raise_()
                window.activateWindow()
            done(done_with)

        QTimer.singleShot(_STEP_ASIDE_MS, self, grab)

    def picture(self) -> QImage | None:
        """The screen on which the window was."""
        if QGuiApplication.platformName().startswith("wayland"):
            return None
        shot = self._page.screen().grabWindow(0)
        return None if shot.isNull() else shot.toImage()
