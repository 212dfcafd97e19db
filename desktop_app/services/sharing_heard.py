"""What the screen process says: carried to the help desk, shown to the user, or the end."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_app.domain.consent import ANSWER_S, Capability, Ending
from desktop_app.services.sharing_view import SharingClient, SharingView, Stage, StepAsked

if TYPE_CHECKING:
    from desktop_app.domain.errors import SupportError
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.screen_lines import Recorded
    from desktop_app.protocol.sharing import Sharing
    from desktop_app.services.sharing_courier import Courier
    from desktop_app.services.sharing_recordings import Recordings
    from desktop_app.services.sharing_state import Standing
    from desktop_app.services.sharing_view import Pointed

_ASKABLE = frozenset(Capability) - {Capability.LOOK}
"""The steps that this desktop has a question for; the others are refused at once."""
_log = logging.getLogger(__name__)


class Heard:
    """One word after another, on the thread of whoever reads them."""

    def __init__(self, standing: Standing, client: SharingClient, courier: Courier, clock: Callable[[], float]) -> None:
        self._now, self._client, self._courier, self._clock = standing, client, courier, clock
        self.pointed: list[Pointed] = []
        self.asked_until = 0.0
        self.films: Recordings | None = None

    def hear(self, sharing_id: str, said: Word | None) -> None:
        """A word of the process of that sharing; None when it has ended. Of another one nothing is heard."""
        with self._now.lock:
            word = self._now.word
            if word is None or word.id != sharing_id:
                return
            if said is None:
                self._now.end(self._now.broken(self._now.wanted or Ending.CRASHED))
            else:
                self._take(said, word)

    def forget_silence(self) -> None:
        """A step that nobody answers is refused."""
        asked = self._now.view.asked
        if asked and self._clock() >= self.asked_until:
            self._refuse(asked.capability)
            self._now.show(replace(self._now.view, asked=None))

    def tidy(self) -> None:
        """Between two sharings no film lies about."""
        if self.films is not None and not self._now.view.is_underway:
            self.films.sweep()

    def _take(self, said: Any, word: Sharing) -> None:
        if said.kind == "over":
            self._now.end(said.record)
        elif said.kind == "prepared":
            self._courier.carry(lambda: self._client.ready(word, said.ready), self._lost)
        elif said.kind == "answered":
            self._courier.carry(lambda: self._client.answer(word, said.answer), self._lost)
        elif said.kind == "recorded":
            self._recorded(said)
        elif said.kind == "pointing":
            for pointed in self.pointed:
                pointed(said.what)
        else:
            self._see(said)

    def _recorded(self, said: Recorded) -> None:
        """On the courier's thread: it takes as long as the film is large."""
        films, view = self.films, self._now.view
        if films is not None:
            films.expect(said)
            lost: Callable[[SupportError], object] = partial(_log.warning, "%s")
            self._courier.carry(lambda: films.take(view, said), lost, is_kept=True)

    def _see(self, said: Any) -> None:
        view = self._now.view
        if said.kind == "words" and view.stage is Stage.PREPARING:
            self._now.until = self._clock() + ANSWER_S
            self._now.show(replace(view, stage=Stage.ASKING, words=(said.first, said.second)))
        elif said.kind == "flowing":
            self._now.show(replace(view, is_connected=said.connected))
        elif said.kind == "asked":
            self._ask(StepAsked(said.capability, said.reason, tuple(said.files), said.number))
        elif said.kind == "allowed":
            self._now.show(_allowed(view, said))

    def _ask(self, asked: StepAsked) -> None:
        if asked.capability not in _ASKABLE or self._now.view.asked is not None:
            self._refuse(asked.capability)
            return
        self.asked_until = self._clock() + ANSWER_S
        self._now.show(replace(self._now.view, asked=asked))

    def _refuse(self, capability: Capability) -> None:
        from desktop_app.protocol.screen_lines import Refuse

        self._now.say(Refuse(capability=capability))

    def _lost(self, error: SupportError) -> None:
        """The help desk did not take a step: it moved on, or cannot be reached."""
        _log.info("a step of the sharing did not arrive: %s", error)
        self._now.give_up(Ending.HELPDESK_LOST, self._clock())


def _allowed(view: SharingView, said: Any) -> SharingView:
    """What the process says is allowed now, and whether its question still waits."""
    asked = view.asked if view.asked and view.asked.capability in said.waiting else None
    return replace(
        view,
        left_s=dict(said.left_s),
        area=said.area or view.area,
        is_resting=said.resting,
        is_paused=said.paused,
        is_blanked=said.blanked,
        voices=said.voices,
        asked=asked,
    )
