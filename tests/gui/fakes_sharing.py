"""A shared screen as values, and the service that is told about it."""

from dataclasses import replace
from typing import Any

from desktop_app.domain.consent import Capability
from desktop_app.services.sharing_view import SharingView, Stage, StepAsked

ASKING = SharingView(
    stage=Stage.ASKING,
    id="s",
    ticket_id="t",
    technician="Sofia Laurent",
    reason="Voir le message",
    label="Impossible d’imprimer",
    number=4821,
    words=("lavande", "bateau"),
    window=(7, "Word, Rapport-mars"),
)
SHARING = replace(ASKING, stage=Stage.SHARING, left_s={Capability.LOOK: 948}, is_connected=True, area=(0, 0, 400, 300))
PICKED = replace(ASKING, window=None, is_picked_later=True)
"""As on a Wayland desktop, whose own dialog asks what is shown."""
CONTROL = StepAsked(Capability.CONTROL, "Pour ouvrir les réglages")
RECORDING = StepAsked(Capability.RECORDING, "Pour le montrer à l’éditeur")
RECORDED = replace(SHARING, left_s={Capability.LOOK: 2400, Capability.RECORDING: 1800})


class Sharings:
    """The service: shows what it is told to show, and keeps what was said to it."""

    def __init__(self) -> None:
        self.view, self.said = SharingView(), list[Any]()
        self._changed: Any = None

    def on_change(self, changed: Any, pointed: Any = None) -> None:
        self._changed, self.point = changed, pointed

    def look(self) -> None:
        self.said.append("look")

    def __getattr__(self, verb: str) -> Any:
        return lambda *facts, **named: self.said.append((verb, *facts, *named.values()))

    @property
    def joined(self) -> SharingView:
        """Those who look along do so with Sofia."""
        return SHARING

    def becomes(self, view: SharingView) -> None:
        self.view = view
        self._changed()


class Keys:
    def bind(self, text: str, pressed: Any) -> None:
        self.text, self.pressed = text, pressed

    def close(self) -> None:
        self.text = ""
