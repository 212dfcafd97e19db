"""A window of one colour over the whole screen; each line on standard input is the next one, painted anew."""

import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QRasterWindow


class Sheet(QRasterWindow):
    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor("black")
        self._news = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._news.activated.connect(self._hear)

    def _hear(self) -> None:
        lines = os.read(0, 4096).decode().split()
        if not lines:
            QGuiApplication.quit()
            return
        self._colour = QColor(lines[-1])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()


if __name__ == "__main__":
    app = QGuiApplication(sys.argv)
    sheet = Sheet()
    sheet.showFullScreen()
    sys.exit(app.exec())
