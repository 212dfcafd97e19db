"""Keeps the app up to date: one thread listens to the help desk, another one sends for as long as something waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from random import SystemRandom
from threading import Event, Lock, Thread
from typing import Protocol

from desktop_app.domain.errors import AccessWithdrawn, HelpdeskTroubled, HelpdeskUnreachable, NotEnrolled, SupportError
from desktop_app.services.desk import Desk
from desktop_app.services.drafts import DraftStore
from desktop_app.services.outbox import Outbox
from desktop_app.services.tickets import Tickets

Changed = Callable[[str, str | None], None]
"""Called on a thread of ours with a topic (`tickets`, `desk`, `incidents`, `articles`, `sharing`, `typing`, `outbox`)
and a ticket's id or None.
"""

_SHORTEST_S, _LONGEST_S, _WITHOUT_ACCESS_S = 0.5, 30.0, 300.0
_SLEPT_S = 20
_RENEWED_S = 6 * 3600
_AFTER = "live:after"
_DESK_TOPICS = {"availability", "organisation", "incidents"}
_TOPICS = {
    "ticket": "tickets",
    "read": "tickets",
    "everything": "tickets",
    "incidents": "incidents",
    "sharing": "sharing",
    "typing": "typing",
}


@dataclass(frozen=True)
class News:
    """Something is new; an empty `topic` says that the line is alive. `seq` 0 is not resumed from. `name`: who."""

    seq: int
    topic: str = ""
    ticket_id: str | None = None
    name: str = ""


class StreamPort(Protocol):
    """The help desk's event stream."""

    def listen(self, after: int) -> Iterator[list[News]]:
        """News after `after`, in the bunches they come in, until the line breaks. Raises HelpdeskUnreachable."""

    def cut(self) -> None:
        """Whoever listens stops at once."""


class Pause:
    """Full jitter: a random time up to a limit that doubles, so that a thousand computers do not come back at once."""

    def __init__(self, shortest_s: float = _SHORTEST_S, longest_s: float = _LONGEST_S) -> None:
        self._shortest_s = shortest_s
        self._longest_s = longest_s
        self._tries = 0
        self._random = SystemRandom()

    def reset(self) -> None:
        """It worked: the next pause is short again."""
        self._tries = 0

    def next_s(self) -> float:
        """Seconds to wait now."""
        limit = min(self._longest_s, self._shortest_s * 2**self._tries)
        self._tries = min(self._tries + 1, 16)
        return self._random.uniform(0, limit)


class Live:
    """Listens, and sends what waits as soon as it can. Start and stop belong to one thread."""

    def __init__(
        self,
        stream: StreamPort,
        tickets: Tickets,
        desk: Desk,
        outbox: Outbox,
        store: DraftStore,
    ) -> None:
        self._stream = stream
        self._tickets = tickets
        self._desk = desk
        self._outbox = outbox
        self._notes = store.notes
        self.pause = Pause()
        self._renewals: list[Callable[[], object]] = []
        self._firsts: list[Callable[[], object]] = []
        self._renews_at = 0.0
        self._changed: Changed = lambda _topic, _ticket: None
        self._passing: Callable[[News], object] = lambda _news: None
        self._stopping = Event()
        self._nudged = Event()
        self._is_connected = Event()
        self._lock = Lock()
        self._listener: Thread | None = None
        self._sender: Thread | None = None
        self._clocks_apart = 0.0
        outbox.on_change(self._outbox_changed)

    def also_renew(self, work: Callable[[], object], *, is_first: bool = False) -> None:
        """Do `work`, on the listener's thread, whenever the help desk may hand out something else than before, and
        every six hours. `is_first`: at each connection instead, before anything is sent or fetched.
        """
        (self._firsts if is_first else self._renewals).append(work)

    def tell_in_passing(self, hear: Callable[[News], object]) -> None:
        """Let `hear` have all that is said of a request, on the listener's thread."""
        self._passing = hear

    def start(self, changed: Changed) -> None:
        """Begin; returns at once."""
        self._changed = changed
        self._stopping.clear()
        self._listener = Thread(target=self._run, name="rescousse-listener", daemon=True)
        self._listener.start()

    def stop(self, deadline_s: float = 3) -> None:
        """End both threads; one that hangs in the network is left to the system: all is on disk."""
        self._stopping.set()
        ends = time.monotonic() + deadline_s
        for thread in (self._listener, self._sender):
            while thread is not None and thread.is_alive() and time.monotonic() < ends:
                self._nudged.set()
                self._stream.cut()  # again and again: a line may just be opening
                thread.join(0.05)

    def retry(self) -> None:
        """The network is back, the computer woke up, or the user asks: try now, on a fresh line."""
        self._nudged.set()
        self._stream.cut()

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                self._wait(self._listen_once())
        finally:
            self._is_connected.clear()
            if not self._stopping.is_set():  # a bug, told by the thread's own hook: the app must not stay deaf
                self._listener = Thread(target=self._run_again, name="rescousse-listener", daemon=True)
                self._listener.start()

    def _run_again(self) -> None:
        self._wait(_LONGEST_S)
        self._run()

    def _listen_once(self) -> float:
        """Until the line breaks; how long to wait before the next try."""
        try:
            self._listen()
        except (NotEnrolled, AccessWithdrawn) as error:
            self._lost(error)
            return _WITHOUT_ACCESS_S
        except SupportError as error:
            self._lost(error)
        self._is_connected.clear()
        return self.pause.next_s()

    def _listen(self) -> None:
        after = int(self._notes.get(_AFTER) or 0)  # before catching up: what happens meanwhile is told again
        self._catch_up()
        self._is_connected.set()
        self._outbox_changed()
        for bunch in self._stream.listen(after):
            self.pause.reset()
            if self._stopping.is_set():
                return
            self._take(bunch)

    def _take(self, bunch: list[News]) -> None:
        topics = {news.topic for news in bunch if news.topic}
        for news in bunch:
            self._passing(news)
        if "everything" in topics or self._has_slept():
            self._catch_up()
        else:
            if topics & {"ticket", "read", "sharing"}:
                self._tickets.sync()
            if topics & _DESK_TOPICS:
                self._desk.refresh()
            self._renew_articles(is_told="articles" in topics or time.monotonic() > self._renews_at)
        for topic, ticket_id in dict.fromkeys(_told(news) for news in bunch if news.topic not in {"", "articles"}):
            self._changed(topic, ticket_id)
        newest = max((news.seq for news in bunch), default=0)
        if newest:
            self._notes.put(_AFTER, str(newest))

    def _catch_up(self) -> None:
        self._clocks_apart = time.time() - time.monotonic()
        status = self._desk.refresh()
        self._changed("desk", None)
        if status.trouble is not None:
            raise status.trouble
        for work in self._firsts:
            work()
        with suppress(HelpdeskTroubled):  # one request upsets the help desk: the sender tries it again, we listen on
            self._outbox.flush()
        for topic in self._tickets.sync():
            self._changed(topic, None)
        self._changed("incidents", None)
        self._changed("sharing", None)
        self._renew_articles(is_told=True)

    def _renew_articles(self, *, is_told: bool) -> None:
        """When the help desk says that they changed, when the last try to fetch them failed a while ago, and every six
        hours: a line may stay open for weeks.
        """
        if is_told:
            self._renews_at = time.monotonic() + _RENEWED_S
        articles = self._desk.articles
        if (is_told or articles.is_behind) and articles.sync():
            self._changed("articles", None)
        for work in self._renewals if is_told else ():
            work()

    def _has_slept(self) -> bool:
        """Whether the computer was asleep: the time of day went on, our own clock did not."""
        return abs(time.time() - time.monotonic() - self._clocks_apart) > _SLEPT_S

    def _lost(self, error: SupportError) -> None:
        self._is_connected.clear()
        self._desk.lost(error)
        self._changed("desk", None)

    def _wait(self, seconds: float) -> None:
        self._nudged.wait(seconds)
        if self._nudged.is_set():
            self.pause.reset()
        self._nudged.clear()

    def _outbox_changed(self) -> None:
        self._changed("outbox", None)
        with self._lock:
            is_needed = self._is_connected.is_set() and self._sender is None and self._outbox.has_sendable()
            if not is_needed or self._stopping.is_set():
                return
            self._sender = Thread(target=self._send_waiting, name="rescousse-sender", daemon=True)
            self._sender.start()

    def _send_waiting(self) -> None:
        pause = Pause()
        try:
            while self._may_send_on():
                self._send_once(pause)
        finally:
            with self._lock:
                self._sender = None
        if self._may_send_on():  # something was added between the last look and now
            self._outbox_changed()

    def _may_send_on(self) -> bool:
        """Without a line the listener sends when it has one again."""
        return not self._stopping.is_set() and self._is_connected.is_set() and self._outbox.has_sendable()

    def _send_once(self, pause: Pause) -> None:
        try:
            if self._outbox.flush():
                pause.reset()
                self._changed("tickets", None)
                return
        except (NotEnrolled, AccessWithdrawn) as error:
            self._lost(error)
        except HelpdeskUnreachable:
            pass  # the listener knows best whether the line is really down
        self._stopping.wait(pause.next_s())


def _told(news: News) -> tuple[str, str | None]:
    return _TOPICS.get(news.topic, "desk"), news.ticket_id
