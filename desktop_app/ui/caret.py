"""The blinking line where text is typed: it comes to rest when nobody types.

Every blink wakes the processor, twice a second for as long as the window is open, and blinking is motion that some
people cannot read beside. GTK rests after ten seconds too (`gtk-cursor-blink-timeout`).
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_RESTS_AFTER_MS = 10_000
_WAKES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn, QEvent.Type.InputMethod)


class Caret(QObject):
    """Blinks as the system wishes while the window is used."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wished_ms = QGuiApplication.styleHints().cursorFlashTime()
        self._rest = QTimer(self, singleShot=True, interval=_RESTS_AFTER_MS)
        self._rest.timeout.connect(self.rest)

    def watch(self, window: QWindow) -> None:
        """Blink from now on when something happens in `window`."""
        window.installEventFilter(self)
        self._wake()

    def rest(self) -> None:
        """Stand still."""
        QGuiApplication.styleHints().setCursorFlashTime(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or a click wakes it."""
        if event.type() in _WAKES:
            self._wake()
        return super().eventFilter(watched, event)

    def _wake(self) -> None:
        self._rest.start()
        hints = QGuiApplication.styleHints()  # never kept: PySide 6.11 crashed on a kept one
        if hints.cursorFlashTime() != self._wished_ms:
            hints.setCursorFlashTime(self._wished_ms)
