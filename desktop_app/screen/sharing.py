"""One sharing, from getting ready to the end: what the user's side says, and what it sets going.

Runs on the event loop. The guard decides; this carries out. Whatever goes wrong ends in `end`, once.
"""

import asyncio
import secrets
from collections.abc import Callable
from datetime import datetime

from aiortc import InvalidAccessError, InvalidStateError, RTCCertificate

from desktop_app import resources
from desktop_app.domain.check_words import Proof, check_words, holds
from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.base import Word, now
from desktop_app.protocol.screen_channel import CONTROL, Ended, Mute
from desktop_app.protocol.screen_lines import (
    Allow,
    Answered,
    Flowing,
    Grant,
    Offered,
    Over,
    Own,
    Pause,
    Prepare,
    Prepared,
    Refuse,
    Stop,
    Words,
)
from desktop_app.protocol.sharing import Answer, Offer, Ready, Record, Span
from desktop_app.screen.desktop import Desktop
from desktop_app.screen.guard import Guard
from desktop_app.screen.peer import Peer, fingerprint_of, own_fingerprint, trust
from desktop_app.screen.recorder import Recorder
from desktop_app.screen.show import Show, Ways
from desktop_app.screen.technician import Technician
from desktop_app.screen.tiles import Rect
from desktop_app.screen.voice import Voice

SWEEP_S = 0.5
"""How often time is looked at; the rules themselves hold at every moment."""
_UNANSWERABLE = (
    ValueError,
    LookupError,
    AssertionError,
    AttributeError,
    TypeError,
    InvalidAccessError,
    InvalidStateError,
)


class Sharing:
    """Hears the lines of the pipe; `say` answers on it."""

    def __init__(self, say: Callable[[Word], None], guard: Guard, desktop: Desktop) -> None:
        self.guard, self.done, self._is_over = guard, asyncio.Event(), False
        self._say, self._desktop = say, desktop
        self._certificate, self._nonce = RTCCertificate.generateCertificate(), secrets.token_hex(32)
        self._prepare: Prepare | None = None
        self._offer: Offer | None = None
        self._allow: Allow | None = None
        self._peer: Peer | None = None
        self._started: datetime | None = None
        ways = Ways(say, self._send, self.end, lambda: self._peer.film if self._peer else None)
        self._show = Show(guard, ways, Voice(guard, desktop.sound))
        self._recorder = Recorder(guard, say, self._show)
        self._technician = Technician(guard, ways, self._show, desktop)

    async def hear(self, word: Word) -> None:
        """A line of the user's side. Nothing is heard after the end."""
        if not self._is_over:
            await getattr(self, f"_on_{type(word).__name__.lower()}")(word)
            self._recorder.follow()
            self._show.tell_now()

    def stop(self, word: Stop) -> None:
        """The user's side ends it; it need not wait for what is being done."""
        known = {ending.value for ending in Ending}
        self.end(Ending(word.ending) if word.ending in known else Ending.USER)

    def hand(self) -> None:
        """The user's own hand moved: what the technician holds down is released."""
        self._technician.let_go()
        self._show.tell_now()

    def escape(self) -> None:
        """The user takes control back."""
        self.guard.take_back(Capability.CONTROL)
        self.hand()

    def sweep(self) -> None:
        """Let time do its part."""
        self.guard.sweep()
        self._recorder.follow()
        if self.guard.ending and not self._is_over:
            self.end(self.guard.ending)
        elif self.guard.holds(Capability.LOOK):
            self._show.tell()
            self._show.tell_pace(SWEEP_S)

    def end(self, ending: Ending) -> None:
        """It is over: nothing is injected, nothing leaves, and both sides are told. Once; the first reason stays."""
        self.guard.stop(ending)
        try:
            self._show.stop()
            self._technician.let_go()
        finally:
            self._tell_end(self.guard.ending or ending)

    def _tell_end(self, ending: Ending) -> None:
        if not self._is_over:
            self._is_over = True
            self._send(CONTROL, Ended(ending=ending))
            self._recorder.finish(is_kept=ending is not Ending.CRASHED)
            over = Over(record=_record(self.guard, self._started, self._technician.files.received))
            self._recorder.when_told(lambda: self._say(over))
            self._recorder.when_told(self.done.set)

    async def close(self) -> None:
        """Close the line after the end, when the last words have left."""
        if self._peer is not None:
            await self._peer.close()

    async def _on_prepare(self, word: Prepare) -> None:
        self._prepare, self.guard.only_look = word, word.only_look
        unmakeable = () if word.recordings else (Capability.RECORDING,)
        self.guard.never = self._desktop.never.union(word.never, unmakeable)
        self._recorder.folder = word.recordings
        trust(word.authorities)
        fingerprint = own_fingerprint(self._certificate)
        self._say(Prepared(ready=Ready(fingerprint=fingerprint, nonce=self._nonce, language=word.language)))

    async def _on_offered(self, word: Offered) -> None:
        proof = Proof(fingerprint_of(word.offer.sdp) or "", word.offer.nonce)
        if self._prepare is None or not holds(self._prepare.commitment, proof):
            self.end(Ending.DIFFERENT)
            return
        if self._offer is not None and word.offer.round <= self._offer.round:
            return  # an old offer, said again, must not break the line that stands
        self._offer = word.offer
        if self._allow is None:
            machine = Proof(own_fingerprint(self._certificate), self._nonce)
            self._say(_words(proof, machine, self._prepare))
            return
        self.guard.sweep()  # a line that is lost stays so until another one stands, not until one is offered
        if self.guard.holds(Capability.LOOK):
            await self._answer(self._offer, self._allow)

    async def _on_allow(self, word: Allow) -> None:
        if not word.words_matched:
            self.end(Ending.DIFFERENT)
        elif self._offer is None or self._prepare is None or not self.guard.allow(word.seconds):
            self.end(Ending.MISUSED)
        else:
            self._allow, self._started = word, now()
            self._show.view.window, self._show.view.only = word.window, word.monitor
            self._show.view.hidden = self._prepare.hidden
            self._show.start(self._desktop.screen)
            await self._answer(self._offer, word)

    async def _answer(self, offer: Offer, allow: Allow) -> None:
        relays = self._prepare.relays if self._prepare else []
        if self._recorder.is_seen:
            self._stands(False)
        before, self._peer = self._peer, Peer(self._certificate, relays, self._technician.heard, self._stands)
        if before is not None:
            await before.close()
        try:
            sdp = await self._peer.answer(offer.sdp)
        except _UNANSWERABLE:
            self.end(Ending.MISUSED)
            return
        self._peer.film.key_wanted = self._show.wake
        self._show.voice.goes_by(self._peer.voice)
        seconds = self.guard.left_s().get(Capability.LOOK, 1)
        area = "screen" if allow.window is None else "window"
        self._say(Answered(answer=Answer(round=offer.round, sdp=sdp, area=area, seconds=seconds)))

    async def _on_grant(self, word: Grant) -> None:
        files = self._technician.files
        if word.capability == Capability.FILES and word.number != files.number:
            return  # another list came since; its own question is on its way
        if not self.guard.grant(word.capability, word.seconds) or word.capability != Capability.FILES:
            return
        try:
            files.into(word.folder)
        except OSError:  # the folder cannot be written
            self.guard.take_back(Capability.FILES)

    async def _on_refuse(self, word: Refuse) -> None:
        if word.capability == Capability.LOOK:
            self.end(Ending.USER if self._started else Ending.REFUSED)
        self.guard.take_back(word.capability)
        self._technician.let_go()

    async def _on_pause(self, word: Pause) -> None:
        self.guard.paused = word.paused
        self._technician.let_go()
        self._show.wake()

    async def _on_mute(self, word: Mute) -> None:
        self._show.voice.mute(muted=word.muted)

    async def _on_own(self, word: Own) -> None:
        self._show.view.own = [Rect(*place) for place in word.windows]
        self._show.wake()

    def _send(self, channel: int, message: Word | bytes) -> None:
        if self._peer is not None:
            self._peer.send(channel, message if isinstance(message, bytes) else message.model_dump_json())

    def _stands(self, connected: bool) -> None:
        if self._is_over:
            return
        self._recorder.is_seen = connected
        if connected and self.guard.back():
            self._show.anew()
        elif not connected:
            self.guard.lost()
            self._technician.let_go()
        self._say(Flowing(connected=connected))


def _record(guard: Guard, started: datetime | None, files: list[str]) -> Record:
    """What happened; the words were the same when it was `started` at all."""
    spans = [Span(capability=step, seconds=seconds) for step, seconds in guard.spans()]
    return Record(
        ending=guard.ending or Ending.CRASHED,
        words_matched=started is not None,
        started_at=started,
        ended_at=now(),
        spans=spans[:50],
        files=files[:200],
    )


def _words(browser: Proof, machine: Proof, prepare: Prepare) -> Words:
    listed = resources.words("check_words")["list"][prepare.language].split()
    first, second = check_words(browser, machine, listed)
    return Words(first=first, second=second)
