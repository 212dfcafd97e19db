"""The newest of the feed, read once for all who listen in this process."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.models import News
from desktop_app.protocol.events import Event

T = TypeVar("T")
_MOST = 1000


class Tail:
    """What nobody has to ask the database for. On one event loop."""

    def __init__(self) -> None:
        self._rows: dict[str, deque[feed.Row]] = {channel: deque(maxlen=_MOST) for channel in News.Channel.values}
        self._version = -1
        self._reading = asyncio.Lock()

    async def after(self, seq: int, person: str | None) -> list[Event]:
        """As `feed.after`."""
        if self._version != hub.version:
            await self._read_on()
        rows = self._rows[feed.channel_of(person)]
        if rows and rows[0][1].seq - 1 <= seq <= rows[-1][1].seq:
            return _visible(rows, seq, person)
        return await asked(lambda: feed.after(seq, person))

    async def _read_on(self) -> None:
        """One reads for all; what is told while it reads makes the next one read again."""
        async with self._reading:
            version = hub.version
            if self._version != version:
                last = {channel: rows[-1][1].seq if rows else 0 for channel, rows in self._rows.items()}
                found = await asked(
                    lambda: {channel: feed.newest(channel, seq, _MOST) for channel, seq in last.items()}
                )
                for channel, rows in found.items():
                    self._rows[channel].extend(rows)
                self._version = version


def _visible(rows: deque[feed.Row], seq: int, person: str | None) -> list[Event]:
    """From the newest back: most have heard all but the last."""
    found: list[Event] = []
    for whose, event in reversed(rows):
        if event.seq <= seq:
            break
        if person is None or whose in {None, person}:
            found.append(event)
    return found[::-1][: feed.BUNCH]


async def asked(read: Callable[[], T]) -> T:
    """What `read` says, on a thread of the pool, which must not keep a database connection that went stale."""

    def reading() -> T:
        close_old_connections()
        try:
            return read()
        finally:
            close_old_connections()

    return await sync_to_async(reading, thread_sensitive=False)()


tail = Tail()
