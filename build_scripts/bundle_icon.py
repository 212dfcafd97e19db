"""The lifebuoy as Windows and macOS want it: `.venv/bin/python -m build_scripts.bundle_icon` draws it again.

Both formats are a table of PNG pictures, one a size.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from build_scripts.bundle_contents import ROOT

LOGO = ROOT / "resources" / "icons" / "logo.svg"
PLACES = {system: ROOT / "resources" / "packaging" / system for system in ("windows", "macos")}
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_WHOLE = 256  # which is written as 0
# Apple's name of each size
_APPLE = {128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10", 32: b"ic11", 64: b"ic12"}


def main() -> None:
    """Write both."""
    application = QGuiApplication([])
    (PLACES["windows"] / "rescousse.ico").write_bytes(of_windows({size: drawn(size) for size in _SIZES}))
    (PLACES["macos"] / "rescousse.icns").write_bytes(of_macos({size: drawn(size) for size in _APPLE}))
    application.quit()


def drawn(size: int, logo: Path = LOGO) -> bytes:
    """The logo as a PNG of `size` pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(logo)).render(painter)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt does not
    return bytes(kept.data().data())


def of_windows(pictures: dict[int, bytes]) -> bytes:
    """An `.ico`: for each picture its size, depth, length and place; then the pictures."""
    table, place = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % _WHOLE
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return table + b"".join(pictures.values())


def of_macos(pictures: dict[int, bytes]) -> bytes:
    """An `.icns`: each picture behind Apple's name of its size and its length, headers counted."""
    body = b"".join(_APPLE[size] + struct.pack(">I", 8 + len(picture)) + picture for size, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main()
