"""One picture of the screen, asked for by the user: our own window steps aside first, nothing is taken silently."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from desktop_app.ui.pages import Page

# Long enough for a desktop that fades windows out; shorter, and the window would be in the picture
_STEP_ASIDE_MS = 350


class Capture(QObject):
    """Takes the picture and brings the window back, whatever happens."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def take(self, done: Callable[[QImage | None], object]) -> None:
        """`done` gets the picture, or None where the desktop does not allow it or the person said no."""
        window = self._page.window()
        geometry, is_large = window.saveGeometry(), window.isMaximized()
        window.hide()

        def taken(picture: QImage | None) -> None:
            window.showMaximized() if is_large else window.show()
            window.restoreGeometry(geometry)
            window.raise_()
            window.activateWindow()
            done(None if picture is None or picture.isNull() else picture)

        look = self._ask_desktop if _is_closed() else self._look
        QTimer.singleShot(_STEP_ASIDE_MS, self, lambda: look(taken))

    def _look(self, taken: Callable[[QImage | None], object]) -> None:
        """The screen on which the window was."""
        taken(self._page.screen().grabWindow(0).toImage())

    def _ask_desktop(self, taken: Callable[[QImage | None], object]) -> None:
        """The desktop's own dialog lets the person choose a window, a part or the whole screen."""
        services = self._page.services
        self._page.tasks.run(
            self,
            lambda: services.computer.screenshot(),
            lambda raw: taken(QImage.fromData(raw)),
            lambda _: taken(None),
        )


def _is_closed() -> bool:
    """Whether programs may not look at the screen themselves."""
    return QGuiApplication.platformName().startswith("wayland")
