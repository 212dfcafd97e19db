"""What only the window system knows of the screens: told to the reader of this computer, which asks no display."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.ui.services import Services


class Screens(QObject):
    """Tells at once, and again when a screen comes or goes."""

    def __init__(self, services: "Services", tasks: Tasks, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        for change in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            change.connect(self.tell)
        self.tell()

    def tell(self, _screen: QScreen | None = None) -> None:
        """Plain values, read here and handed over on a worker."""
        services, facts = self._services, screen_facts()
        self._tasks.run(self, lambda: services.snapshots.know(facts), nothing, nothing)


def screen_facts() -> Mapping[str, Mapping[str, Any]]:
    """The screens in use by the names of their connectors: size in the points of the picture, scale, rate."""
    first = QGuiApplication.primaryScreen()
    return {"display": {"screens": [_told(screen, is_main=screen is first) for screen in QGuiApplication.screens()]}}


def _told(screen: QScreen, *, is_main: bool) -> dict[str, Any]:
    ratio, size = screen.devicePixelRatio(), screen.size()
    return {
        "name": screen.name(),
        "width": round(size.width() * ratio),
        "height": round(size.height() * ratio),
        "scale_percent": round(ratio * 100),
        "refresh_hz": round(screen.refreshRate(), 1),
        "main": is_main,
        "on": True,
    }
