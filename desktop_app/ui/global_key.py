"""The keys that bring the window up from any program: they are bound on a worker, and heard on the GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.ui.pages import Services


class GlobalKey(QObject):
    """`open` is called when the keys are pressed."""

    _pressed = Signal()

    def __init__(self, services: "Services", tasks: Tasks, open_window: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._pressed.connect(open_window, Qt.ConnectionType.QueuedConnection)

    def bind(self) -> None:
        """Wait for the keys that the settings name."""
        services, wanted, pressed = self._services, str(self._services.settings.value("global_key")), self._pressed.emit
        self._tasks.run(self, lambda: services.computer.keys.bind(wanted, pressed), nothing, nothing)

    def close(self) -> None:
        """Give them back."""
        self._services.computer.keys.close()
