"""Brings news from the listener thread to the pages: only *that* something changed, never what."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_TOGETHER_MS = 60


class LiveNews(QObject):
    """`changed(topic, ticket_id)` on the GUI thread; the same news twice within a moment is told once.

    Topics: `tickets`, `desk`, `incidents`, `typing`, `outbox`; `ticket_id` is empty when it is not about one.
    """

    changed = Signal(str, str)
    _heard = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[tuple[str, str], None] = {}
        self._timer = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._timer.timeout.connect(self._tell)
        self._heard.connect(self._keep)

    def hear(self, topic: str, ticket_id: str | None) -> None:
        """To be called from any thread."""
        self._heard.emit(topic, ticket_id or "")

    @Slot(str, str)
    def _keep(self, topic: str, ticket_id: str) -> None:
        self._waiting[topic, ticket_id] = None
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tell(self) -> None:
        news, self._waiting = list(self._waiting), {}
        for topic, ticket_id in news:
            self.changed.emit(topic, ticket_id)
