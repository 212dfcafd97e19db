"""Pictures of the pages where things are done, in every state: `python3 -m build_scripts.pictures_flows [SCENE…]`.

Same looks and same folder as `pictures`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings, QThreadPool

from build_scripts import pictures, translations
from build_scripts.pictures_scenes import SCENES
from desktop_app.ui import texts, theme
from desktop_app.ui.language import Speech
from desktop_app.ui.pages import Page
from desktop_app.ui.situation import Situation
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.window import Window
from tests.gui import fakes
from tests.gui.fakes_flows import NOW


def main() -> int:
    """Draw what is asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="SCENE")
    parser.add_argument("--variant", action="append", default=[], help="only variants whose name contains this")
    asked = parser.parse_args()
    pictures.FOLDER.mkdir(exist_ok=True)
    translations.build()
    app = pictures.application()
    appearance, speech = theme.Appearance(app), Speech(app)
    texts.set_clock(lambda: NOW)
    for variant in pictures.VARIANTS:
        if asked.variant and not any(part == variant.name for part in asked.variant):
            continue
        appearance.wear(variant.look, variant.text_size, "on")
        speech.speak(variant.language)
        for name in asked.scenes or SCENES:
            with tempfile.TemporaryDirectory() as folder:
                _draw(name, variant, Path(folder))
    return 0


def _draw(name: str, variant: pictures.Variant, folder: Path) -> None:
    scene = SCENES[name](folder)
    house = fakes.House()
    for service, made in vars(scene.home).items():
        setattr(house, service, made)
    house.settings = fakes.FakeSettings()
    tasks = Tasks(QThreadPool())
    situation = Situation(house, tasks)
    ini = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = Window(house, tasks, situation, ini)
    window.resize(*variant.size)
    situation.renew()
    window.bring_up(scene.page, **scene.arguments)
    pictures._settle(tasks)
    page = next(page for page in window.findChildren(Page) if page.isVisible())
    scene.then(page)
    pictures._settle(tasks)
    window.grab().save(str(pictures.FOLDER / f"{name}-{variant.name}.png"))
    window.hide()
    window.deleteLater()
    tasks.close()
    scene.home.store.close()


if __name__ == "__main__":
    sys.exit(main())
