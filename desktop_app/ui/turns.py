"""Long drawing in parts, one for each turn of the event loop, so that keys and clicks come in between."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Draws one thing at a time: what is begun anew replaces what is not finished."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[object] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def draw(self, parts: Iterator[object]) -> None:
        """Draw the first of `parts` now, and one more with each turn."""
        self._parts = parts
        self._go_on()

    @property
    def is_drawing(self) -> bool:
        """Whether parts are still to come."""
        return self._next.isActive()

    def _go_on(self) -> None:
        try:
            next(self._parts)
        except StopIteration:
            self._next.stop()
        else:
            self._next.start()
