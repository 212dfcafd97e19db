"""Loads the catalogues of the language to speak, ours and Qt's own, and changes them while running."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.domain.words import Language
from desktop_app.services.settings import Settings, language_in_force
from desktop_app.ui import texts


class Speech(QObject):
    """The language of the application. `changed` is emitted after a change; whoever shows words builds them again."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._loaded: list[QTranslator] = []

    def follow(self, settings: Settings) -> None:
        """Speak what RESCOUSSE_LANG, the settings or the system ask for."""
        self.speak(language_in_force(settings))

    def speak(self, wanted: Language) -> None:
        """Speak `wanted`; nothing happens when it is spoken already."""
        if self._loaded and wanted == texts.language():
            return
        for translator in self._loaded:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._loaded = [
            self._load(f"qtbase_{wanted}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            self._load(f"rescousse_{wanted}", str(resources.translations())),
        ]
        texts.speak(wanted)
        QLocale.setDefault(QLocale(wanted))
        self.changed.emit()

    def _load(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
        return translator
