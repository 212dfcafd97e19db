"""The help desk says that something is new: as a stream, or by long polls where something holds streams back."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.domain.errors import AccessWithdrawn, AnswerLost, HelpdeskUnreachable, NotTheHelpdesk
from desktop_app.services.live import News

if TYPE_CHECKING:
    import requests

    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.adapters.http.exchange import Call, Exchange

HEARTBEAT_S = 15
_SILENCE_S = 2 * HEARTBEAT_S + 6
_WAIT_S = 25
_POLL_MARGIN_S = 12
_MUTE_BEFORE_POLLING = 2
_LONGEST_LINE = 64 * 1024
_STREAM = "text/event-stream"


class EventStream:
    """One listener at a time. `silence_s`: how long nothing at all, not even a heartbeat, may be heard."""

    def __init__(self, client: HelpdeskClient, silence_s: float = _SILENCE_S, wait_s: int = _WAIT_S) -> None:
        self._client = client
        self._silence_s = silence_s
        self._wait_s = wait_s
        self._mute_streams = 0
        self._open: Exchange | None = None
        self._lock = Lock()

    def listen(self, after: int) -> Iterator[list[News]]:
        """News after the sequence number `after`, in the bunches they come in, until the line breaks.

        Two streams in a row without a single heartbeat mean that a proxy holds them back: then long polls are used.
        Raises HelpdeskUnreachable and its kinds, NotEnrolled, AccessWithdrawn. Ends quietly when the help desk ends it.
        """
        exchange = self._client.new_exchange()
        with self._lock:
            self._open = exchange
        try:
            if self._mute_streams < _MUTE_BEFORE_POLLING:
                yield from self._stream(exchange, after)
            else:
                self._mute_streams = _MUTE_BEFORE_POLLING - 1  # the next time a stream is tried again, once
                yield from self._poll(exchange, after)
        finally:
            with self._lock:
                self._open = None
            exchange.close()

    def cut(self) -> None:
        """From another thread: whoever listens stops at once."""
        with self._lock:
            if self._open is not None:
                self._open.sockets.cut()

    def _stream(self, exchange: Exchange, after: int) -> Iterator[list[News]]:
        from desktop_app.adapters.http.exchange import Call

        headers = {"Accept": _STREAM, "Accept-Encoding": "identity", "Last-Event-ID": str(after)}
        try:
            response = self._head(exchange, Call("GET", "events", headers=headers, read_s=self._silence_s))
        except (AnswerLost, NotTheHelpdesk):
            self._mute_streams += 1
            raise
        self._mute_streams += 1  # until something is heard
        with response:
            for bunch in _bunches(response, exchange.host):
                self._mute_streams = 0
                yield bunch

    def _poll(self, exchange: Exchange, after: int) -> Iterator[list[News]]:
        from desktop_app.adapters.http.exchange import Call
        from desktop_app.adapters.http.verdicts import read, refusal
        from desktop_app.protocol.base import reader
        from desktop_app.protocol.events import Events

        kind = reader(Events)
        while True:
            token, _ = self._client.signed()
            query = {"after": str(after), "wait": str(self._wait_s)}
            answer = exchange.ask(Call("GET", "events", query=query, read_s=self._wait_s + _POLL_MARGIN_S), token)
            if answer.is_refusal:
                raise refusal(answer, exchange.host)
            events = read(answer, kind, exchange.host)
            after = events.last_seq
            yield [News(event.seq, event.topic, event.ticket_id, event.name) for event in events.events]

    def _head(self, exchange: Exchange, call: Call) -> requests.Response:
        """The answer whose body is the stream."""
        from desktop_app.adapters.http.exchange import CONNECT_S, whole
        from desktop_app.adapters.http.verdicts import refusal, told_plainly

        token, tokens = self._client.signed()
        with exchange.sockets.at_most(CONNECT_S + self._silence_s), told_plainly(exchange.host):
            response = exchange.open(call, token)
            if response.ok and response.headers.get("Content-Type", "").startswith(_STREAM):
                return response
            answer = whole(response, exchange.host)
        if not answer.is_refusal:
            raise NotTheHelpdesk(host=exchange.host)
        error = refusal(answer, exchange.host)
        if isinstance(error, AccessWithdrawn) and tokens.renew(token):
            raise HelpdeskUnreachable(host=exchange.host)  # the next try, soon, has another token
        raise error


def _bunches(response: requests.Response, host: str) -> Iterator[list[News]]:
    """What each arrival of bytes brings: events, or nothing but the sign that the line is alive."""
    from desktop_app.adapters.http.verdicts import told_plainly

    kept = b""
    while True:
        with told_plainly(host):
            part = response.raw.read1(_LONGEST_LINE, decode_content=True)
        if not part:
            return
        *events, kept = (kept + part).replace(b"\r\n", b"\n").split(b"\n\n")
        if len(kept) > _LONGEST_LINE:
            raise NotTheHelpdesk(host=host)
        yield [news for event in events if (news := _news(event, host))]


def _news(event: bytes, host: str) -> News | None:
    from pydantic import ValidationError

    from desktop_app.protocol.events import Event

    data = b"\n".join(line[5:].strip() for line in event.split(b"\n") if line.startswith(b"data:"))
    try:
        word = Event.model_validate_json(data) if data else None
    except ValidationError as error:
        raise NotTheHelpdesk(host=host) from error
    return News(word.seq, word.topic, word.ticket_id, word.name) if word else None
