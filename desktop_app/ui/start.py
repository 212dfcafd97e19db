"""The first moments: the icon near the clock, then everything else. What the icon does not need is loaded after it."""

import sys
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop_app import __version__, resources
from desktop_app.ui import heap
from desktop_app.ui.instance import Instance

TURN_S = 0.0002
"""How long a worker may keep Python to itself. Drawing asks for it a hundred times; 5 ms each time are felt."""


def run_app(house: Any, *, background: bool = False, page: str = "") -> int:
    """Run until the person quits; `background`: only the icon at first. A second start opens the first one's window."""
    app = _application()
    instance = Instance(house.folders.state)
    if not instance.is_first:
        return 0 if instance.hand_over(page or ("" if background else "home")) else 1
    icon = QSystemTrayIcon(QIcon(str(resources.path("icons/lifebuoy-tray.png"))))
    icon.show()
    from desktop_app.ui.app import Running

    running = Running(app, house, house.folders, instance, icon)
    running.start(page=page, is_hidden=background)
    try:
        return app.exec()
    finally:
        running.close()


def _application() -> QApplication:
    sys.setswitchinterval(TURN_S)
    heap.share()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Rescousse")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rescousse")
    app.setQuitOnLastWindowClosed(False)
    return app
