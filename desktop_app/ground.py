"""What every run of the desktop side stands on: folders, database, settings, journal, computer."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop_app.domain.words import Language

if TYPE_CHECKING:
    from desktop_app.adapters.folders import Folders
    from desktop_app.adapters.store import Store
    from desktop_app.adapters.system import Computer
    from desktop_app.services.journal import Journal
    from desktop_app.services.settings import Settings


class Ground:
    """What everything else stands on. `overrides`: settings given on the command line."""

    def __init__(self, overrides: dict[str, Any] | None = None) -> None:
        self._overrides = overrides or {}

    @cached_property
    def folders(self) -> "Folders":
        """Where this user's state lies."""
        from desktop_app.adapters.folders import find

        return find()

    @cached_property
    def store(self) -> "Store":
        """The database; it keeps in memory only what cannot be written, and says so in `fault`."""
        from desktop_app.adapters.store import open_store

        return open_store(self.folders)

    @cached_property
    def settings(self) -> "Settings":
        """Every setting with the source of its value."""
        from desktop_app.adapters.policy import find_policy
        from desktop_app.adapters.user_settings import UserSettingsFile
        from desktop_app.services.settings import Settings

        settings = Settings(UserSettingsFile(self.folders.settings / "settings.toml"), find_policy(), self._overrides)
        settings.on_change(lambda key: _obey(key, settings, self.folders))
        return settings

    @property
    def language(self) -> Language:
        """The language to speak: forced by the environment, chosen, or the system's."""
        from desktop_app.services.settings import language_in_force

        return language_in_force(self.settings)

    @cached_property
    def journal(self) -> "Journal":
        """The user's own journal."""
        from desktop_app.services.journal import Journal

        return Journal(self.store)

    @cached_property
    def computer(self) -> "Computer":
        """This machine's name and user."""
        from desktop_app.adapters.system import this_computer

        return this_computer()


def _obey(key: str, settings: "Settings", folders: "Folders") -> None:
    """A choice that the system itself has to know of."""
    if key == "start_at_login":
        from desktop_app.adapters.system import start_at_login

        start_at_login(folders).set(on=bool(settings.value(key)))
