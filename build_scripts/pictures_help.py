"""The pictures of the help page, in each language: `python3 -m build_scripts.pictures_help`.

Drawn like `pictures_flows`, in few colours: they are part of what is shipped.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from build_scripts import pictures, pictures_flows, translations
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui import texts, theme
from desktop_app.ui.language import Speech
from tests.gui.fakes_flows import NOW

FOLDER = pictures.ROOT / "resources" / "docs" / "pictures"
SCENES = ("fix_consent", "conversation", "snapshot_rows")
_SIZE = (720, 520)


def main() -> int:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    pictures.FOLDER.mkdir(exist_ok=True)
    translations.build()
    app = pictures.application()
    appearance, speech = theme.Appearance(app), Speech(app)
    texts.set_clock(lambda: NOW)
    appearance.wear("light", 100, "on")
    for language in LANGUAGES:
        speech.speak(language)
        for scene in SCENES:
            with tempfile.TemporaryDirectory() as folder:
                variant = pictures.Variant("light", language, size=_SIZE)
                pictures_flows._draw(scene, variant, Path(folder))
            drawn = QImage(str(pictures.FOLDER / f"{scene}-{variant.name}.png"))
            _in_few_colours(drawn).save(str(FOLDER / f"{scene}-{language}.png"), quality=0)
    return 0


def _in_few_colours(drawn: QImage) -> QImage:
    """The 256 that are there most often: a third of the size, and nobody sees it."""
    pixels = memoryview(drawn.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    table = [colour for colour, _ in Counter(pixels).most_common(256)]
    return drawn.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main())
