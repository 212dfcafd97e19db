"""What is said in passing: somebody types, somebody has read. Heard by who listens just now, and never stored."""

import asyncio
from collections.abc import Iterable
from threading import Lock

from django.db import connection
from pydantic import BaseModel

from desktop_app.protocol.events import Event

CHANNEL = "rescousse_whispers"
"""What PostgreSQL carries them on to the other processes."""


class Box:
    """What was whispered to one listener and not taken yet; the same thing twice lies there once."""

    __slots__ = ("_heard", "_loop", "_wakened", "who")

    def __init__(self, who: str, wakened: asyncio.Event) -> None:
        self.who, self._wakened, self._loop = who, wakened, asyncio.get_running_loop()
        self._heard: dict[tuple[str, str | None], Event] = {}

    def put(self, event: Event) -> None:
        """From any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._keep, event)

    def take(self) -> list[Event]:
        """On the listener's own loop."""
        heard, self._heard = self._heard, {}
        return list(heard.values())

    def _keep(self, event: Event) -> None:
        self._heard[event.topic, event.ticket_id] = event
        self._wakened.set()


class Letter(BaseModel):
    """A whisper on its way to another process."""

    to: list[str]
    event: Event


class Whispers:
    """The open boxes of this process, by whose they are."""

    def __init__(self) -> None:
        self._boxes: dict[str, set[Box]] = {}
        self._lock = Lock()

    def open(self, who: str, wakened: asyncio.Event) -> Box:
        """A box for one who listens, to be closed again; `wakened` is set when something lies in it."""
        box = Box(who, wakened)
        with self._lock:
            self._boxes.setdefault(who, set()).add(box)
        return box

    def close(self, box: Box) -> None:
        """Nobody listens there any more."""
        with self._lock:
            others = self._boxes.get(box.who, set()) - {box}
            if others:
                self._boxes[box.who] = others
            else:
                self._boxes.pop(box.who, None)

    def tell(self, to: Iterable[str], event: Event) -> None:
        """Whisper to these alone, whichever process they listen to."""
        letter = Letter(to=list(to), event=event)
        if connection.vendor != "postgresql":
            self.deliver(letter)
        elif letter.to:
            with connection.cursor() as cursor:  # it comes back to this process too
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, letter.model_dump_json()])

    def carried(self, letter: str) -> None:
        """The database brought it, from any process."""
        self.deliver(Letter.model_validate_json(letter))

    def deliver(self, letter: Letter) -> None:
        """Put it into the boxes of this process."""
        with self._lock:
            boxes = [box for who in letter.to for box in self._boxes.get(who, ())]
        for box in boxes:
            box.put(letter.event)


whispers = Whispers()
