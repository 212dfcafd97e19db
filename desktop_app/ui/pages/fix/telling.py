"""Carries what a running repair says from its worker to the page. The worker knows a plain queue, never a widget."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS = 80


class Telling(QObject):
    """Hands over sentences and shares while a work goes on; dies with its owner, and the worker does not notice."""

    def __init__(self, told: Callable[[str, float], object], owner: QObject) -> None:
        super().__init__(owner)
        self._told = told
        self._said: SimpleQueue[tuple[str, float]] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.hand_over)
        self._timer.start(_OFTEN_MS)

    def ear(self) -> Callable[[str, float], None]:
        """What the worker calls."""
        said = self._said

        def progress(words: str, share: float) -> None:
            said.put((words, share))

        return progress

    def hand_over(self) -> None:
        """Everything said since the last time."""
        while True:
            try:
                words, share = self._said.get_nowait()
            except Empty:
                return
            self._told(words, share)

    def end(self) -> None:
        """The work is over: hand over what is left, then stop listening."""
        self._timer.stop()
        self.hand_over()
        self.deleteLater()
