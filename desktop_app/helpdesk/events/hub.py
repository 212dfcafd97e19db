"""Wakes those whom news concern: in this process and, by PostgreSQL's LISTEN/NOTIFY, in all of them."""

import asyncio
import logging
import threading

from django.db import connection

from desktop_app.helpdesk.events import whispers

EVERYBODY, REQUESTERS, DESK = "", "person:", "technician:"
"""What a name begins with: who wakes one of these wakes all whose names do. A whole name wakes that one alone."""

_CHANNEL = "rescousse_events"
_AT_ONCE = 50
_log = logging.getLogger(__name__)


class Hub:
    """Any number of listeners on any event loop. `version` is another one after each news."""

    def __init__(self) -> None:
        self._listeners: dict[str, dict[asyncio.Event, asyncio.AbstractEventLoop]] = {}
        self._lock = threading.Lock()
        self._started = False
        self.version = 0

    def join(self, who: str) -> asyncio.Event:
        """An event of the running loop that is set at each news for `who`; give it back with `leave`."""
        self._listen_to_database()
        wakened = asyncio.Event()
        with self._lock:
            self._listeners.setdefault(who, {})[wakened] = asyncio.get_running_loop()
        return wakened

    def leave(self, who: str, wakened: asyncio.Event) -> None:
        """No longer interested."""
        with self._lock:
            mine = self._listeners.get(who, {})
            mine.pop(wakened, None)
            if not mine:
                self._listeners.pop(who, None)

    def count(self) -> int:
        """How many listen in this process."""
        with self._lock:
            return sum(map(len, self._listeners.values()))

    def wake(self, whom: str = EVERYBODY) -> None:
        """There is news for these; called after the commit, from any thread."""
        if connection.vendor != "postgresql":
            self.wake_here(whom)
            return
        with connection.cursor() as cursor:  # it comes back to this process too
            cursor.execute("SELECT pg_notify(%s, %s)", [_CHANNEL, whom])

    def wake_here(self, whom: str = EVERYBODY) -> None:
        """The same in this process alone: each loop is told once, however many listen on it."""
        with self._lock:
            self.version += 1
            loops: dict[asyncio.AbstractEventLoop, list[asyncio.Event]] = {}
            for wakened, loop in self._of(whom):
                loops.setdefault(loop, []).append(wakened)
        for loop, those in loops.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_set, those)

    def _of(self, whom: str) -> list[tuple[asyncio.Event, asyncio.AbstractEventLoop]]:
        if whom not in {EVERYBODY, REQUESTERS, DESK}:
            return list(self._listeners.get(whom, {}).items())
        return [one for who, those in self._listeners.items() if who.startswith(whom) for one in those.items()]

    def _listen_to_database(self) -> None:
        """One thread per process holds the listening connection; it outlives a restart of the database."""
        with self._lock:
            if self._started or connection.vendor != "postgresql":
                return
            self._started = True
        threading.Thread(target=self._listen_for_ever, name="helpdesk-listen", daemon=True).start()

    def _listen_for_ever(self) -> None:
        import psycopg

        while True:
            try:
                self._listen_once()
            except psycopg.OperationalError:
                _log.info("the database went away; listening again")
            threading.Event().wait(1)

    def _listen_once(self) -> None:
        import psycopg

        with psycopg.connect(**connection.get_connection_params(), autocommit=True) as listening:
            listening.execute(f"LISTEN {_CHANNEL}")
            listening.execute(f"LISTEN {whispers.CHANNEL}")
            self.wake_here()  # what was missed meanwhile is read from the table
            for notice in listening.notifies():
                if notice.channel == whispers.CHANNEL:
                    whispers.whispers.carried(notice.payload)
                else:
                    self.wake_here(notice.payload)


def _set(those: list[asyncio.Event]) -> None:
    """A bunch in each turn of the loop: a word to one of many need not wait until all have heard of something else."""
    for wakened in those[:_AT_ONCE]:
        wakened.set()
    if those[_AT_ONCE:]:
        asyncio.get_running_loop().call_soon(_set, those[_AT_ONCE:])


hub = Hub()
