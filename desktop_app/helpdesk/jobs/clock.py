"""Looks around every two seconds: news of other processes, who came and went, opening and closing, old rows."""

import logging
import threading
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError, close_old_connections

from desktop_app.helpdesk import availability
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.hub import hub

_EVERY_S = 2
_TIDY_EVERY = timedelta(hours=1)
_log = logging.getLogger(__name__)


class Clock:
    """One thread beside the server. A database that is away for a moment is asked again at the next look."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="helpdesk-clock", daemon=True)
        self._marks: object = None
        self._told: object = None
        self._tidied = datetime.now(UTC)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """No more looks; returns when the last one is over."""
        self._stopping.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stopping.wait(_EVERY_S):
            try:
                self.look()
            except DatabaseError:
                _log.info("the database did not answer; looking again")
            finally:
                close_old_connections()

    def look(self) -> None:
        """Once around."""
        self._wake_for_other_processes()
        self._tell_availability()
        if datetime.now(UTC) - self._tidied > _TIDY_EVERY:
            self._tidied = datetime.now(UTC)
            feed.forget_old()

    def _wake_for_other_processes(self) -> None:
        """On SQLite nothing tells that a command beside us wrote; the counts do."""
        marks = feed.marks()
        if self._marks is not None and marks != self._marks:
            hub.wake()
        self._marks = marks

    def _tell_availability(self) -> None:
        """Opening, closing and an abandoned console change what the person card says, though nobody did anything."""
        present = availability.availability()
        seen = (present.state, present.people, present.opens_at)
        if self._told is not None and seen != self._told:
            feed.tell_all("availability")
        self._told = seen
