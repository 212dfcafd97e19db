"""Pictures of every page, to be looked at beside the design's: `python3 -m build_scripts.pictures [PAGE…]`.

Writes `pictures/<page>-<look>-<language>[-<variant>].png`: light and dark, French and German, 200 % text, the smallest
window. The values are the fakes of the tests, so two runs can be compared.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QThreadPool, QTimer  # noqa: E402 -- after the platform was chosen
from PySide6.QtGui import QFont  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from build_scripts import translations  # noqa: E402
from desktop_app.domain.words import Language  # noqa: E402
from desktop_app.ui import texts, theme  # noqa: E402
from desktop_app.ui.language import Speech  # noqa: E402
from desktop_app.ui.situation import Situation  # noqa: E402
from desktop_app.ui.tasks import Tasks  # noqa: E402
from desktop_app.ui.window import Window  # noqa: E402
from tests.gui import fakes, values  # noqa: E402

FOLDER = ROOT / "pictures"
_PATIENCE_MS = 20_000


@dataclass(frozen=True)
class Variant:
    """How a page is dressed."""

    look: str
    language: Language
    text_size: int = 100
    size: tuple[int, int] = (960, 680)

    @property
    def name(self) -> str:
        """The end of the file's name."""
        extra = f"-{self.text_size}" if self.text_size != 100 else ""
        return f"{self.look}-{self.language}{extra}" + ("-small" if self.size[0] < 960 else "")


VARIANTS = (
    Variant("light", "fr"),
    Variant("dark", "fr"),
    Variant("light", "de"),
    Variant("dark", "nl"),
    Variant("light", "en"),
    Variant("light", "fr", size=(720, 520)),
    Variant("light", "de", 200, (720, 520)),
    Variant("dark", "fr", 150),
)


def _house(folder: Path) -> Any:
    del folder
    return fakes.House()


def _house_with_incident(folder: Path) -> Any:
    del folder
    return fakes.House(desk=fakes.FakeDesk(down=[values.INCIDENT]))


def _house_offline(folder: Path) -> Any:
    del folder
    return fakes.House(
        desk=fakes.FakeDesk(values.OFFLINE), tickets=fakes.FakeTickets([]), snapshots=fakes.FakeSnapshots(())
    )


def _house_closed(folder: Path) -> Any:
    del folder
    closed = replace(values.ONLINE, availability=values.CLOSED)
    return fakes.House(desk=fakes.FakeDesk(closed), journal=fakes.FakeJournal([]))


def _locked_house(folder: Path) -> Any:
    del folder
    return fakes.House(settings=fakes.FakeSettings(locked={"start_at_login", "theme"}))


def _working_house(folder: Path) -> Any:
    """The true services on a store of their own, for the pages where things are done."""
    from tests.gui.fakes_flows import desktop, sample_requests

    working = desktop(folder, language=texts.language())
    working.first = sample_requests(working)
    house = fakes.House()
    for name, service in vars(working).items():
        setattr(house, name, service)
    house.settings = fakes.FakeSettings()
    return house


SCENES: dict[str, tuple[Callable[[Path], Any], str, dict[str, Any]]] = {
    "home": (_house_with_incident, "home", {}),
    "home-offline": (_house_offline, "home", {}),
    "search": (_house, "search", {"text": "imprimante"}),
    "search-nothing": (_house_closed, "search", {"text": "le lecteur de carte du guichet 3 clignote"}),
    "article": (_house, "article", {"article_id": "print-both-sides"}),
    "my_computer": (_house, "my_computer", {}),
    "journal": (_house, "journal", {}),
    "journal-empty": (_house_closed, "journal", {}),
    "settings": (_locked_house, "settings", {}),
    "fix": (_working_house, "fix", {"fix_id": "printer"}),
    "snapshot": (_working_house, "snapshot", {}),
    "compose": (_working_house, "compose", {}),
    "requests": (_working_house, "requests", {}),
}
"""Name of a picture: the house it is drawn in, the page, and what it is brought up with."""


def application() -> QApplication:
    """Drawn with the letters of the design."""
    app = QApplication(sys.argv[:1])
    font = QFont("Inter")
    font.setPixelSize(14)
    app.setFont(font)
    return app


def main() -> int:
    """Draw what is asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    wanted = parser.parse_args().pages or list(SCENES)
    FOLDER.mkdir(exist_ok=True)
    translations.build()
    app = application()
    appearance, speech = theme.Appearance(app), Speech(app)
    texts.set_clock(lambda: values.NOW)
    for variant in VARIANTS:
        appearance.wear(variant.look, variant.text_size, "on")
        speech.speak(variant.language)
        for page in wanted:
            with tempfile.TemporaryDirectory() as folder:
                _draw(page, variant, Path(folder))
    print(f"{len(wanted) * len(VARIANTS)} pictures in {FOLDER.name}/")
    return 0


def _draw(scene: str, variant: Variant, folder: Path) -> None:
    build, page, arguments = SCENES[scene]
    house = build(folder)
    tasks = Tasks(QThreadPool())
    situation = Situation(house, tasks)
    window = Window(house, tasks, situation, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window.resize(*variant.size)
    situation.renew()
    window.bring_up(page, **arguments)
    _settle(tasks)
    window.grab().save(str(FOLDER / f"{scene}-{variant.name}.png"))
    window.hide()
    window.deleteLater()
    tasks.close()


def _settle(tasks: Tasks) -> None:
    """Let the page ask, draw and lay out: until nothing has been going on for a moment."""
    loop = QEventLoop()
    quiet = [0]

    def look() -> None:
        quiet[0] = quiet[0] + 1 if tasks.are_idle() else 0
        if quiet[0] > 5:
            loop.quit()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
