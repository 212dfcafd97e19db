"""Something to show, with the time painted into its corner: `python -m build_scripts.bench_screen_work typing`.

The time stands in 24 blocks of 24 pixels: 20 bits of milliseconds and 4 of a check, repainted together with each
change, so that whoever sees a change also sees when it happened.
"""

import random
import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

WIDTH, HEIGHT = 1920, 1080
BLOCK, BITS = 24, 24
STRIP = QRect(0, 0, BLOCK * BITS, BLOCK)
SCROLLED = QRect(260, 120, 1400, 860)
MOVED = QRect(320, 180, 1280, 720)
FRAME_MS, FLIP_MS = 33, 4000
_SCROLLS, _TURN_S, _MOST_WRITTEN = ("scroll", "soak"), 10, 2000
_TEXT = (
    "printer queue restarted 0x80070005 access denied network adapter update settings profile C:\\Data if (x == 1) "
    "{ return y[i]; } SELECT id, name FROM requests WHERE state = 'open'; the quick answer is nearly always no"
)


def stamped(milliseconds: int) -> int:
    """The 24 bits for a moment."""
    value = milliseconds & 0xFFFFF
    check = (value ^ value >> 4 ^ value >> 8 ^ value >> 12 ^ value >> 16 ^ 0xA) & 0xF
    return value << 4 | check


def page(width: int, height: int, seed: int) -> QPixmap:
    """A page full of text in several sizes and colours."""
    picture, chance = QPixmap(width, height), random.Random(seed)  # noqa: S311 - the same page each time
    picture.fill(QColor("white"))
    painter, y = QPainter(picture), 40
    while y < height - 10:
        size = chance.choice([9, 10, 11, 13])
        painter.setFont(QFont(chance.choice(["DejaVu Sans", "DejaVu Sans Mono"]), size))
        painter.setPen(QColor(chance.choice(["#111111", "#111111", "#1a4fa0", "#a01a1a", "#2e7d32", "#666666"])))
        painter.drawText(12, y, " ".join(chance.choice(_TEXT.split()) for _ in range(40)))
        y += size + 9
    painter.end()
    return picture


def film() -> list[QImage]:
    """Sixty grainy frames that all differ."""
    rows, columns = np.mgrid[0:720, 0:1280].astype(np.float32)
    grain = np.random.default_rng(3).integers(-10, 10, (6, 720, 1280), dtype=np.int16)
    return [_frame(rows, columns, number * np.pi / 30, grain[number % 6]) for number in range(60)]


def _frame(rows: "np.ndarray", columns: "np.ndarray", angle: float, grain: "np.ndarray") -> QImage:
    red = 127 + 80 * np.sin(columns / 90 + 3 * np.cos(angle) + rows / 200)
    green = 127 + 90 * np.sin(columns / 130 - angle + np.cos(rows / 80 + angle))
    blue = 127 + 90 * np.cos((columns + rows) / 160 + 2 * angle)
    pixels = np.full((*rows.shape, 4), 255, np.uint8)
    for place, colour in enumerate((blue, green, red)):
        pixels[..., place] = np.clip(colour + grain, 0, 255)
    return QImage(pixels.data, 1280, 720, QImage.Format.Format_RGB32).copy()


class Work(QWidget):
    """One of `still`, `typing`, `scroll`, `motion`, `flip`; `soak`: typing and scrolling in turn."""

    def __init__(self, what: str) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._what, self._count, self._chance = what, 0, random.Random(5)  # noqa: S311
        self._ground = page(WIDTH, HEIGHT, 1)
        self._tall = page(1400, 6000, 9) if what in _SCROLLS else QPixmap()
        self._film = film() if what == "motion" else []
        self._pages = [page(WIDTH, HEIGHT, seed) for seed in range(2, 6)] if what == "flip" else []
        self._written: list[tuple[int, int, str]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        acts: dict[str, tuple[int, Callable[[], None]]] = {
            "typing": (100, self._type), "scroll": (FRAME_MS, lambda: self._change(SCROLLED)),
            "motion": (FRAME_MS, lambda: self._change(MOVED)), "flip": (FLIP_MS, self._flip),
            "soak": (FRAME_MS, self._alternate),
        }  # fmt: skip
        if what in acts:
            self._timer.timeout.connect(acts[what][1])
            self._timer.start(acts[what][0])

    def _change(self, where: QRect) -> None:
        self._count += 1
        self.update(where)
        self.update(STRIP)

    def _flip(self) -> None:
        self._ground = self._pages[self._count % len(self._pages)]
        self._change(self.rect())

    def _alternate(self) -> None:
        """A while of one, a while of the other."""
        if time.monotonic() // _TURN_S % 2:
            self._change(SCROLLED)
        else:
            self._type()
            self._timer.setInterval(FRAME_MS)

    def _type(self) -> None:
        place = self._count % 2000
        x, y = 200 + place % 118 * 11, 500 + place // 118 * 26
        self._written = [*self._written[-_MOST_WRITTEN:], (x, y, self._chance.choice("abcdefghij klmnop"))]
        self._timer.setInterval(self._chance.randint(70, 130))
        self._change(QRect(x - 2, y - 18, 16, 24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """All of it, where it changed; the time last."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._ground)
        if self._what in _SCROLLS:
            painter.drawPixmap(SCROLLED.topLeft(), self._tall, QRect(0, self._count * 20 % 5140, 1400, 860))
        if self._what == "motion":
            painter.drawImage(MOVED.topLeft(), self._film[self._count % 60])
        painter.setFont(QFont("DejaVu Sans Mono", 13))
        for x, y, sign in self._written:
            painter.drawText(x, y, sign)
        bits = stamped(int(time.time() * 1000))
        for place in range(BITS):
            lit = bits >> (BITS - 1 - place) & 1
            painter.fillRect(place * BLOCK, 0, BLOCK, BLOCK, Qt.GlobalColor.white if lit else Qt.GlobalColor.black)
        painter.end()


def main() -> int:
    """Until it is ended."""
    app = QApplication(sys.argv)
    window = Work(sys.argv[1])
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    window.show()
    print("ready", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
