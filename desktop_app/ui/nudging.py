"""Now and then a short program looks whether something will stop the work; what it found is told once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.ui import texts
from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.ui.services import Services

_FIRST_MS, _EVERY_MS = 600_000, 7_200_000  # not while the person settles in; then every two hours


class Nudging(QObject):
    """Costs a timer at rest: the look is a process of its own.

    `looked`: perhaps something is new; `told`: the title of what is, unless a known incident explains it.
    """

    looked = Signal()
    told = Signal(str)
    _ended = Signal()

    def __init__(self, services: "Services", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._since = texts.now()
        self._ended.connect(self._read)

    def begin(self) -> None:
        """From now on."""
        self._timer.start()
        QTimer.singleShot(_FIRST_MS, self, self.look)

    @Slot()
    def look(self) -> None:
        """Have a look, when it is wanted and something could come of it."""
        services = self._services
        self._tasks.run(self, lambda: services.nudges.is_due(), self._start, nothing)

    def _start(self, is_due: bool) -> None:
        if is_due:
            self._since = texts.now()
            self._services.computer.start_beside("nudges", "--look", done=self._ended.emit)

    @Slot()
    def _read(self) -> None:
        services, since, language = self._services, self._since, texts.language()

        def new_title() -> str:
            nudge = services.nudges.current()
            is_new = nudge is not None and nudge.at >= since and not nudge.incident
            return services.nudges.words(nudge, language).title if nudge and is_new else ""

        self._tasks.run(self, new_title, self._tell, nothing)

    def _tell(self, title: str) -> None:
        self.looked.emit()
        if title:
            self.told.emit(title)
