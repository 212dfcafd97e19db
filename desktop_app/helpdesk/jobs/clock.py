"""Looks around every two seconds: news of other processes, who came and went, opening hours, what is due, old rows."""

import gc
import logging
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError, close_old_connections, connection

from desktop_app.helpdesk import availability, fix_counts, handling, keeping, promises, retention, sharing, signs
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.hub import DESK, hub
from desktop_app.helpdesk.roll import roll
from desktop_app.helpdesk.similar import similar

_EVERY_S = 2
_CALL_EVERY = timedelta(seconds=15)
_TIDY_EVERY = timedelta(hours=1)
_SWEEP_EVERY = timedelta(days=1)
_log = logging.getLogger(__name__)


class Clock:
    """One thread beside the server. A database that is away for a moment is asked again at the next look."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="helpdesk-clock", daemon=True)
        self._marks: dict[str, int] | None = None
        self._called = datetime.now(UTC)
        self._told: object = None
        self._tidied = self._swept = datetime.now(UTC)

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
        self._look_at_listeners()
        self._tell_availability()
        promises.remind(handling.remind)
        sharing.expire(datetime.now(UTC))
        similar.catch_up()
        with suppress(keeping.Silent):  # read at a later look
            signs.reader.catch_up()
        if datetime.now(UTC) - self._tidied > _TIDY_EVERY:
            self._tidied = datetime.now(UTC)
            feed.forget_old()
            fix_counts.forget_old()
            gc.collect()  # the server itself puts it off
            with suppress(keeping.Silent):
                retention.remove_due()
                self._sweep()

    def _sweep(self) -> None:
        if datetime.now(UTC) - self._swept > _SWEEP_EVERY:
            self._swept = datetime.now(UTC)
            retention.remove_strays()

    def _look_at_listeners(self) -> None:
        """Wake whom a command beside us told something: on SQLite nothing but the counts tells. A withdrawn token ends
        its stream.
        """
        marks, before = feed.marks(), self._marks
        if before is None:
            before = marks
        if marks != before and connection.vendor != "postgresql":
            for whom in feed.concerned(before):
                hub.wake_here(whom)
        is_stirred = marks.get(feed.STIR) != before.get(feed.STIR)
        if is_stirred or datetime.now(UTC) - self._called > _CALL_EVERY:
            self._called = datetime.now(UTC)
            roll.call()
            hub.wake_here(DESK)
        self._marks = marks

    def _tell_availability(self) -> None:
        """Opening, closing and an abandoned console change what the person card says, though nobody did anything."""
        present = availability.availability()
        seen = (present.state, present.people, present.opens_at)
        if self._told is not None and seen != self._told:
            feed.tell_all("availability")
        self._told = seen
