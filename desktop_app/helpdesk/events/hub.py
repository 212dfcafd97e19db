"""Wakes whoever waits for news: in this process and, by PostgreSQL's LISTEN/NOTIFY, in all of them."""

import asyncio
import logging
import threading

from django.db import connection

_CHANNEL = "rescousse_events"
_log = logging.getLogger(__name__)


class Hub:
    """Any number of listeners on any event loop."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self._lock = threading.Lock()
        self._started = False

    def join(self) -> asyncio.Event:
        """An event of the running loop that is set at each news; give it back with `leave`."""
        self._listen_to_database()
        wakened = asyncio.Event()
        with self._lock:
            self._listeners[wakened] = asyncio.get_running_loop()
        return wakened

    def leave(self, wakened: asyncio.Event) -> None:
        """No longer interested."""
        with self._lock:
            self._listeners.pop(wakened, None)

    def wake(self) -> None:
        """There is news; called after the commit, from any thread."""
        self._wake_here()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"NOTIFY {_CHANNEL}")

    def _wake_here(self) -> None:
        with self._lock:
            listeners = list(self._listeners.items())
        for wakened, loop in listeners:
            if not loop.is_closed():
                loop.call_soon_threadsafe(wakened.set)

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
            self._wake_here()  # what was missed meanwhile is read from the table
            threading.Event().wait(1)

    def _listen_once(self) -> None:
        import psycopg

        with psycopg.connect(**connection.get_connection_params(), autocommit=True) as listening:
            listening.execute(f"LISTEN {_CHANNEL}")
            for _ in listening.notifies():
                self._wake_here()


hub = Hub()
