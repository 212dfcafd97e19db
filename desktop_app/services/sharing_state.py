"""Where the one sharing stands: what the user sees, the process that carries it, and its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event, RLock
from typing import TYPE_CHECKING

from desktop_app.services.sharing_view import Screen, SharingView

_OBEY_S = 2.0
"""How long the process may take to say its last word."""

if TYPE_CHECKING:
    from desktop_app.domain.consent import Capability, Ending
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.sharing import Record, Sharing
    from desktop_app.services.sharing_record import SharingRecords


class Standing:
    """Changed under `lock` only. `until`: when silence ends it; `wanted`: the end that the process was told of."""

    def __init__(self, records: SharingRecords) -> None:
        self.lock = RLock()
        self.view = SharingView()
        self.word: Sharing | None = None
        self.screen: Screen | None = None
        self.until = 0.0
        self.wanted: Ending | None = None
        self.changed: list[Callable[[], object]] = []
        self.over = Event()
        self.over.set()
        self._records = records

    def begin(self, word: Sharing) -> None:
        """Another one."""
        self.word, self.wanted = word, None
        self.over.clear()

    def show(self, view: SharingView) -> None:
        """Another view; whoever listens is told, on this thread."""
        has_changed, self.view = view != self.view, view
        for changed in self.changed if has_changed else ():
            changed()

    def answered(self, capability: Capability) -> None:
        """The question for that step is no more; one for another step stays."""
        asked = self.view.asked
        self.show(replace(self.view, asked=None if asked and asked.capability is capability else asked))

    def say(self, word: Word) -> None:
        """A line to the process; where none runs, nobody hears it."""
        screen = self.screen
        if screen is not None:
            screen.say(word)

    def give_up(self, ending: Ending, now: float) -> None:
        """The process is told to end; one that does not obey by `until` is ended."""
        from desktop_app.protocol.screen_lines import Stop

        with self.lock:
            if self.view.is_underway and not self.wanted:
                self.wanted, self.until = ending, now + _OBEY_S
                self.say(Stop(ending=ending))

    def broken(self, ending: Ending) -> Record:
        """What is told when the process cannot tell it."""
        return self._records.broken(ending)

    def end(self, record: Record) -> None:
        """Once: nothing is left running; it is written down, and the help desk will be told."""
        view, screen, was = self.view, self.screen, self.word
        self.screen = self.word = self.wanted = None
        if screen is not None:
            screen.close()
        if was is not None:
            self._records.over(view, record)
            named = SharingView(ticket_id=view.ticket_id, technician=view.technician, label=view.label)
            self.show(replace(named, ending=record.ending))
            self.over.set()
