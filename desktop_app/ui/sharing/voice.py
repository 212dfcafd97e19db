"""Who hears whom while the screen is shown: in words for bar, tray and screen reader, and the user's own microphone."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.protocol.screen_channel import Voices
from desktop_app.services.sharing_view import SharingView
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.plain_words import harmless


class MuteButton(Button):
    """`muted(bool)`: the user's microphone shall be off, or on. Shown while the two may hear each other."""

    muted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", icon="microphone", parent=parent)
        self._is_on = False
        self.clicked.connect(lambda: self.muted.emit(self._is_on))
        self.hide()

    def show_voices(self, voices: Voices | None) -> None:
        """What a press would do now."""
        self.setVisible(voices is not None and voices.user != "held")
        if voices is None:
            return
        self._is_on = voices.user == "on"
        words = {
            "on": QCoreApplication.translate("Voice", "Mute my microphone"),
            "muted": QCoreApplication.translate("Voice", "Turn my microphone on"),
            "none": QCoreApplication.translate("Voice", "Look for a microphone again"),
        }
        self.set_words(words.get(voices.user, self.text()))
        self.set_icon_name("microphone-slash" if self._is_on else "microphone")


def heard(view: SharingView) -> str:
    """Who hears whom, in words; nothing while they may not."""
    voices = view.voices
    if voices is None:
        return ""
    if voices.user == "held":
        return QCoreApplication.translate("Voice", "Nobody hears anything until it goes on.")
    pattern = f"{_user(voices)} {_technician(voices)}"
    return pattern.format(name=harmless(view.first_name))


def _user(voices: Voices) -> str:
    words = {
        "on": QCoreApplication.translate("Voice", "{name} hears you."),
        "muted": QCoreApplication.translate("Voice", "Your microphone is off."),
        "none": QCoreApplication.translate("Voice", "No microphone was found: {name} does not hear you."),
    }
    return words[voices.user]


def _technician(voices: Voices) -> str:
    if not voices.is_played:
        return QCoreApplication.translate("Voice", "No loudspeaker was found: you do not hear {name}.")
    if voices.technician == "muted":
        return QCoreApplication.translate("Voice", "The microphone of {name} is off.")
    return QCoreApplication.translate("Voice", "You hear {name}.")
