"""Python's collector of cycles, kept on the GUI thread.

By itself it runs on whichever thread allocates. A worker that hits upon a cycle with a widget in it would destroy
that widget there, while the GUI thread draws it or a screen reader asks for it: the program dies, seldom and anywhere.

It never takes long there: what survived one look is set aside, and later looks pass over it. Everything is looked
through while the window is hidden.
"""

import gc
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui import heap

_EVERY_MS, _LOADING_MS, _LOADED_AFTER_MS = 5000, 100, 15_000
_UNSEEN_S, _AT_LAST_S = 600, 3600
"""Everything is looked through after ten minutes when the window is hidden, after an hour in any case."""


class Sweep(QObject):
    """Collects on a timer what the interpreter would have collected on its own. `is_seen`: the window is there."""

    def __init__(self, parent: QObject, is_seen: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_seen = is_seen
        gc.disable()
        gc.freeze()  # what the start loaded stays
        self._whole_at = monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._loaded = QTimer(self, singleShot=True, interval=_LOADED_AFTER_MS)
        self._loaded.timeout.connect(lambda: self._timer.start(_EVERY_MS))
        self.load()

    def load(self) -> None:
        """Much is loaded from now on: look often for a while, so that each look finds little."""
        self._timer.start(_LOADING_MS)
        self._loaded.start()

    def look(self) -> None:
        """Collect what came since the last look and set aside what stays; everything when it is time."""
        if monotonic() - self._whole_at > (_AT_LAST_S if self._is_seen() else _UNSEEN_S):
            self._look_through()
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)
            gc.freeze()

    def _look_through(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._whole_at = monotonic()

    def settle(self) -> None:
        """Much was loaded; what that left free goes back to the system, in a turn of its own."""
        if self._is_seen():
            self.look()
        else:
            self._look_through()
        QTimer.singleShot(0, self, heap.give_back)

    def close(self) -> None:
        """Give the collector back to the interpreter."""
        self._timer.stop()
        self._loaded.stop()
        gc.unfreeze()
        gc.enable()
