"""One row per setting: its name, its control, and who decided when it is not the person's to change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app import resources
from desktop_app.ui import texts
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Row
from desktop_app.ui.widgets.field import Select
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from desktop_app.services.settings import Settings


class SettingRows(QObject):
    """Builds them; `change(key, value)` is called when the person chooses."""

    def __init__(self, settings: "Settings", change: Callable[[str, object], None]) -> None:
        super().__init__()
        self._settings, self._change = settings, change

    def list_row(self, key: str, options: Sequence[tuple[str, str]], icon: str, below: str = "") -> Row:
        """A setting chosen from a list."""
        select = Select(self._name(key), icon)
        select.setMinimumWidth(240)
        for value, words in options:
            select.addItem(words, value)
        select.setCurrentIndex([value for value, _ in options].index(self._settings.value(key)))
        select.activated.connect(lambda place: self._change(key, options[place][0]))
        return self._row(key, select, below)

    def segmented_row(
        self, key: str, options: Sequence[tuple[str, str]], kind: Callable[[str], Any], below: str = ""
    ) -> Row:
        """A setting with a few values side by side; `kind` makes the value of the words' key."""
        segmented = Segmented(self._name(key), options, str(self._settings.value(key)))
        segmented.chosen.connect(lambda value: self._change(key, kind(value)))
        return self._row(key, segmented, below)

    def switch_row(self, key: str, below: str = "") -> Row:
        """A setting that is on or off."""
        switch = Switch(self._name(key), is_on=bool(self._settings.value(key)))
        switch.toggled.connect(lambda is_on: self._change(key, is_on))
        return self._row(key, switch, below)

    def silenced_rows(self) -> list[Row]:
        """What the person no longer wants to hear of, and the way back; nothing when there is nothing."""
        words = resources.words("nudges")
        named = [texts.in_words("nudges", kind) for kind in self._settings.value("nudges.silenced") if kind in words]
        if not named:
            return []
        again = button(self.tr("Tell me again"), act=lambda: self._change("nudges.silenced", []))
        row = self._row("nudges.silenced", again, " ".join(named))
        again.clicked.connect(row.hide)
        return [row]

    def motion_row(self) -> Row:
        """Less motion, or what the system wants."""
        switch = Switch(self._name("reduced_motion"), is_on=self._settings.value("reduced_motion") == "on")
        switch.toggled.connect(lambda is_on: self._change("reduced_motion", "on" if is_on else "system"))
        return self._row("reduced_motion", switch)

    def _row(self, key: str, control: QWidget, below: str = "") -> Row:
        """Locked by the organisation: shown, not changeable, and who decided it is said."""
        if self._settings.get(key).locked:
            control.setEnabled(False)
            below = self.tr("Set by your IT team")
            control.setAccessibleDescription(below)
            return Row(self._name(key), below, icon="lock-simple", end=control)
        return Row(self._name(key), below, end=control)

    def _name(self, key: str) -> str:
        return texts.in_words("settings", word(key))


def word(key: str) -> str:
    """A setting's key as `resources/words/settings.toml` writes it."""
    return key.replace(".", "_")
