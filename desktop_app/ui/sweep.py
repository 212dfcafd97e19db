"""Python's collector of cycles, kept on the GUI thread.

By itself it runs on whichever thread allocates. A worker that hits upon a cycle with a widget in it would destroy
that widget there, while the GUI thread draws it or a screen reader asks for it: the program dies, seldom and anywhere.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5000


class Sweep(QObject):
    """Collects on a timer what the interpreter would have collected on its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect the oldest generation whose turn it is; each costs less than one turn of the event loop may take."""
        full = [
            generation
            for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if full:
            gc.collect(max(full))

    def settle(self) -> None:
        """What is loaded by now stays: later looks pass over it, which makes them several times shorter.

        What loading left behind is collected first, or it would stay as well.
        """
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Give the collector back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
