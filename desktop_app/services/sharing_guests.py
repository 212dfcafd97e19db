"""A second technician, who looks along: a question, words, a process and a record of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.services.sharing import Parts, Sharings
from desktop_app.services.sharing_view import Stage

if TYPE_CHECKING:
    from desktop_app.protocol.sharing import Sharing
    from desktop_app.services.sharing_view import SharingView


class Guests(Sharings):
    """One at a time, as long as the sharing of `host` goes on; the screen process lets them do nothing but look."""

    def __init__(self, parts: Parts, host: Sharings, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(replace(parts, records=parts.records.beside(), films=None), clock)
        self._host = host
        host.on_change(self._follow)

    @property
    def joined(self) -> SharingView:
        """What they look along with."""
        return self._host.view

    def allow_same(self) -> None:
        """Yes: they see what the first sees, and no longer; nothing that moves while that stands still."""
        from desktop_app.domain.consent import Capability

        seconds = self.joined.left_s.get(Capability.LOOK)
        if seconds:
            self.pause(paused=self.joined.is_paused)
            self.allow(seconds, *self.joined.what)

    def _concerns(self, word: Sharing) -> bool:
        return self.joined.stage is Stage.SHARING and word.joins == self.joined.id

    def _follow(self) -> None:
        """The first one is over: so is this."""
        ending = self.joined.ending
        if ending is not None and not self.joined.is_underway:
            self.stop(ending)
