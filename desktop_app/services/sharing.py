"""Showing the screen to a technician, from the question to the end. Whatever goes wrong ends in "not shared".

The screen process holds the grants; this passes words between it, the help desk and the user, and writes the journal.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.domain.consent import ANSWER_S, RESUME_S, Capability, Ending
from desktop_app.domain.errors import NotFound
from desktop_app.domain.ticket import ENDED
from desktop_app.services.sharing_courier import Courier
from desktop_app.services.sharing_heard import Heard
from desktop_app.services.sharing_state import Standing
from desktop_app.services.sharing_view import Screen, SharingClient, SharingView, Stage

if TYPE_CHECKING:
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.screen_lines import Rectangle
    from desktop_app.protocol.sharing import Offer, Sharing
    from desktop_app.services.settings import Settings
    from desktop_app.services.sharing_record import SharingRecords
    from desktop_app.services.sharing_recordings import Recordings
    from desktop_app.services.sharing_view import Pointed
    from desktop_app.services.tickets import Tickets

_FAREWELL_S = 2.0
"""How long the process may take to close its film and say its last word."""
_WANTED = {Capability.VOICE: "sharing.voice", Capability.RECORDING: "sharing.recording"}
"""The steps that a setting keeps from being asked for at all."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """What a sharing is carried by."""

    client: SharingClient
    start: Callable[[Callable[[Word | None], object]], Screen]
    tickets: Tickets
    records: SharingRecords
    settings: Settings
    language: Callable[[], str]
    front: Callable[[], tuple[int, str] | None] = lambda: None
    """The window in use, its number and its title."""
    is_able: Callable[[], bool] = lambda: True
    """Whether the screen of this desktop can be shown at all."""
    is_picked_later: Callable[[], bool] = lambda: False
    """Whether the desktop's own dialog asks what of it."""
    films: Recordings | None = None
    """What becomes of recordings; without it there are none."""


class Sharings:
    """One at a time. Safe from any thread; what has to wait for the network is done by the courier."""

    def __init__(self, parts: Parts, clock: Callable[[], float] = time.monotonic) -> None:
        self._parts, self._clock = parts, clock
        self._now = Standing(parts.records)
        self._round, self._reached = -1, 0.0
        self._answered: set[str] = set()
        self._courier = Courier(self._tick, self._look, lambda: self._now.view.is_underway)
        self._ears = Heard(self._now, parts.client, self._courier, clock)
        self._ears.films = parts.films
        self._now.changed.append(self._ears.tidy)

    @property
    def view(self) -> SharingView:
        """How it stands now."""
        return self._now.view

    def on_change(self, changed: Callable[[], object], pointed: Pointed | None = None) -> None:
        """Call `changed`, on whichever thread, whenever `view` is another; `pointed` when the technician points."""
        self._now.changed.append(changed)
        self._ears.pointed += [pointed] if pointed else []

    def look(self) -> None:
        """Something is new at the help desk, or this program has just started; returns at once."""
        self._courier.look()

    # What the user says

    def allow(self, seconds: int, window: int | None = None, monitor: str = "") -> None:
        """Yes: the words were the same; be looked at for `seconds`: one `window`, one `monitor` by name, or all."""
        from desktop_app.protocol.screen_lines import Allow

        with self._now.lock:
            if self._now.view.stage is not Stage.ASKING or self._now.screen is None or self._now.wanted:
                return
            self._parts.records.allowed(self._now.view)
            self._now.screen.say(Allow(seconds=seconds, words_matched=True, window=window, monitor=monitor))
            self._now.until = float("inf")
            left = {Capability.LOOK: seconds}
            self._now.show(replace(self._now.view, stage=Stage.SHARING, what=(window, monitor), left_s=left))

    def grant(self, capability: Capability, seconds: int, folder: str = "", number: int = 0) -> None:
        """Yes to the step that is asked for, or more time for one that is held.

        `folder`: where the files of list `number` go.
        """
        from desktop_app.protocol.screen_lines import Grant

        with self._now.lock:
            asked = self._now.view.asked
            if capability is Capability.FILES and (asked is None or asked.number != number):
                return  # that list is no longer asked about; the one that is stays a question
            self._parts.records.step(self._now.view, capability, is_yes=True)
            self._now.say(Grant(capability=capability, seconds=seconds, folder=folder, number=number))
            self._now.answered(capability)

    def deny(self, capability: Capability) -> None:
        """No to a step that is asked for, or a step taken back."""
        from desktop_app.protocol.screen_lines import Refuse

        with self._now.lock:
            asked = self._now.view.asked
            if asked and asked.capability is capability:
                self._parts.records.step(self._now.view, capability, is_yes=False)
            self._now.say(Refuse(capability=capability))
            self._now.answered(capability)

    def pause(self, *, paused: bool) -> None:
        """The picture stands still, or goes on."""
        from desktop_app.protocol.screen_lines import Pause

        self._now.say(Pause(paused=paused))

    def mute(self, *, muted: bool) -> None:
        """The user's own microphone is off, or on."""
        from desktop_app.protocol.screen_channel import Mute

        self._now.say(Mute(muted=muted))

    def own(self, windows: list[Rectangle]) -> None:
        """Where our own windows are now."""
        from desktop_app.protocol.screen_lines import Own

        self._now.say(Own(windows=windows))

    def stop(self, ending: Ending = Ending.USER) -> None:
        """It ends now; a process that does not obey is ended."""
        self._now.give_up(ending, self._clock())

    def dismiss(self) -> None:
        """The user read that somebody asked without a request."""
        with self._now.lock:
            if self._now.view.stage is Stage.UNASKED:
                self._now.show(replace(self._now.view, stage=Stage.REST))

    def close(self) -> None:
        """This program ends: nothing is shown any more."""
        self.stop(Ending.LOGGED_OUT)
        self._now.over.wait(_FAREWELL_S)
        with self._now.lock:
            self._now.end(self._now.broken(Ending.LOGGED_OUT))
        self._courier.close()

    # What the help desk says; on the courier's thread

    def _look(self) -> None:
        self._parts.records.tell_of_crashed(self._now.view.id)
        self._ears.tidy()
        known = {one.id: one for one in self._parts.client.underway()}
        self._reached = self._clock()
        word = self._now.word
        if word is None:
            asked = (one for one in known.values() if one.state == "asked" and one.id not in self._answered)
            begun = next((one for one in asked if self._concerns(one)), None)
            if begun is not None:
                self._answered.add(begun.id)
                self._begin(begun)
        elif word.id not in known:
            self.stop(self._parts.client.one(word.ticket_id, word.id).ending or Ending.TECHNICIAN)
        elif (offer := known[word.id].offer) is not None:
            self._offered(offer)

    def _concerns(self, word: Sharing) -> bool:
        """Whether a question is for these eyes: who would look along is asked about beside it."""
        return word.joins is None

    def _begin(self, word: Sharing) -> None:
        """Shows the question; without a request of the user's that is open, nothing is started."""
        view = SharingView(
            Stage.PREPARING, word.id, word.ticket_id, technician=word.technician[:60], reason=word.reason[:300]
        )
        ticket = self._asked_for(word)
        if ticket is not None:
            view = replace(view, label=ticket.subject, number=ticket.number, window=self._parts.front())
            view = replace(view, is_picked_later=self._parts.is_picked_later())
        is_off = not self._parts.settings.value("sharing.allowed")
        if is_off or ticket is None or not self._parts.is_able():
            ending = Ending.UNASKED if ticket is None else Ending.REFUSED if is_off else Ending.UNABLE
            self._parts.records.over(view, self._now.broken(ending), is_off=is_off)
            self._now.show(replace(view, stage=Stage.REST if ticket else Stage.UNASKED, ending=ending))
            return
        with self._now.lock:
            self._now.begin(word)
            self._round = -1
            self._now.until = self._clock() + ANSWER_S
            self._parts.records.begun(view)
            self._now.show(view)
            self._prepare(word)

    def _prepare(self, word: Sharing) -> None:
        from desktop_app.protocol.screen_lines import Prepare

        try:
            self._now.screen = self._parts.start(lambda said: self._ears.hear(word.id, said))
        except OSError:
            _log.exception("the screen process does not start")
            self._now.end(self._now.broken(Ending.CRASHED))
            return
        told: dict[str, Any] = {"language": self._parts.language(), "technician": word.technician}
        told["only_look"] = word.joins is not None
        told["never"] = [step for step, key in _WANTED.items() if not self._parts.settings.value(key)]
        if self._parts.films and Capability.RECORDING not in told["never"]:
            told["recordings"] = self._parts.films.ready()
        told["authorities"] = str(self._parts.settings.value("helpdesk.ca_file"))
        hidden = [str(name) for name in self._parts.settings.value("sharing.hidden_windows")]
        self._now.say(Prepare(id=word.id, commitment=word.commitment, relays=word.relays, hidden=hidden, **told))

    def _asked_for(self, word: Sharing) -> Any:
        """The open request of this user's that it belongs to; None when there is none."""
        try:
            conversation = self._parts.tickets.conversation(word.ticket_id)
        except NotFound:
            return None
        is_theirs = any(line.entry.author.mine for line in conversation.lines)
        return conversation.ticket if is_theirs and conversation.ticket.status not in ENDED else None

    def _offered(self, offer: Offer) -> None:
        from desktop_app.protocol.screen_lines import Offered

        with self._now.lock:
            if offer.round > self._round:
                self._round = offer.round
                self._now.say(Offered(offer=offer))

    def _tick(self) -> None:
        """Time passes: silence is no, a help desk that is lost for a minute ends it, as does a process that is deaf."""
        with self._now.lock:
            now = self._clock()
            self._ears.forget_silence()
            if self._now.wanted is not None and now >= self._now.until:
                self._now.end(self._now.broken(self._now.wanted))
            elif self._now.view.is_underway and now >= self._now.until:
                self.stop(Ending.SILENCE)
            elif self._now.view.is_underway and now - self._reached >= RESUME_S:
                self.stop(Ending.HELPDESK_LOST)
