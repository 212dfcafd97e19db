"""How long the window stands still while a report is taken, masked and drawn: started by `bench.py snapshot`.

The true page over the true readers of this machine, without a screen; one number in milliseconds on standard output,
the longest time between two beats of the window's thread. A second one before it, of a window that does nothing:
what the machine itself holds up.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import House
from desktop_app.ui import heap, theme
from desktop_app.ui.pages.snapshot import SnapshotPage
from desktop_app.ui.start import TURN_S
from desktop_app.ui.tasks import Tasks

_IDLE_MS, _PATIENCE_MS = 1500, 20_000


class Beat(QObject):
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def main() -> int:
    """Two numbers: of an idle window, and of one that looks at its computer."""
    sys.setswitchinterval(TURN_S)
    heap.share()
    app = QApplication(sys.argv[:1])
    theme.Appearance(app).wear("light", 100, "on")
    tasks, loop = Tasks(QThreadPool()), QEventLoop()
    page = SnapshotPage(House(), tasks, lambda *_, **__: None)
    page.resize(800, 600)
    page.show()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    beat = Beat()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    idle_ms = beat.longest_ms
    beat.longest_ms = 0.0
    page.show_page(purpose="request")
    _until_drawn(page, loop)
    print(round(idle_ms, 1), round(beat.longest_ms, 1), flush=True)
    os._exit(0)


def _until_drawn(page: SnapshotPage, loop: QEventLoop) -> None:
    quiet = [0]

    def look() -> None:
        quiet[0] = quiet[0] + 1 if page.review is not None and page.decision.primary is not None else 0
        if quiet[0] > 20:
            loop.quit()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()
    timer.stop()


if __name__ == "__main__":
    sys.exit(main())
