"""`GET /api/v1/events` and the console's own stream: server-sent events with resume, or a long poll."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Protocol

from django.http import HttpRequest, StreamingHttpResponse

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk.events.feed import BUNCH
from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.events.tail import tail
from desktop_app.helpdesk.events.whispers import Box, whispers
from desktop_app.protocol.events import Event, Events

HEARTBEAT_S = 15
LONGEST_POLL_S = 25


class Listener(Protocol):
    """Who listens."""

    @property
    def who(self) -> str:
        """The name one is woken and whispered to by."""

    @property
    def person(self) -> str | None:
        """Whose feed it is; None for the desk's."""

    def enter(self, wakened: asyncio.Event) -> None:
        """A stream begins."""

    def leave(self) -> None:
        """It is over."""

    async def stays(self) -> bool:
        """Asked before each answer, so that a withdrawn token ends the stream."""


def answer(request: HttpRequest, listener: Listener) -> StreamingHttpResponse:
    """The stream, or one bunch when the client asked for JSON."""
    after = whole(request.headers.get("Last-Event-ID") or request.GET.get("after", ""), digits=18)
    accepted = request.headers.get("Accept", "")
    if "text/event-stream" not in accepted and ("application/json" in accepted or "after" in request.GET):
        wait_s = min(whole(request.GET.get("wait", "")), LONGEST_POLL_S)
        return StreamingHttpResponse(_poll(listener, after, wait_s), content_type="application/json")
    response = StreamingHttpResponse(_lines(listener, after), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"  # nginx must not hold the stream back
    return response


async def _poll(listener: Listener, after: int, wait_s: int) -> AsyncIterator[bytes]:
    with _listening(listener) as (wakened, box):
        news = await tail.after(after, listener.person)
        if not news and wait_s:
            await _wait(wakened, asyncio.get_running_loop().time() + wait_s)
            news = await tail.after(after, listener.person)
    last = news[-1].seq if news else after
    yield Events(events=[*box.take(), *news], last_seq=last).model_dump_json().encode()


async def _lines(listener: Listener, after: int) -> AsyncIterator[bytes]:
    with _listening(listener) as (wakened, box):
        listener.enter(wakened)
        beat = asyncio.get_running_loop().time() + HEARTBEAT_S
        try:
            yield b": hello\n\n"
            while await listener.stays():
                wakened.clear()
                news = await tail.after(after, listener.person)
                if told := [*map(_whisper, box.take()), *map(_event, news)]:
                    after = news[-1].seq if news else after
                    yield "".join(told).encode()
                if len(news) < BUNCH and not await _wait(wakened, beat):
                    beat += HEARTBEAT_S  # each at a moment of its own: they never come all at once
                    yield b": still here\n\n"
        finally:
            listener.leave()


def _whisper(event: Event) -> str:
    return f"data: {event.model_dump_json()}\n\n"


def _event(event: Event) -> str:
    return f"id: {event.seq}\n{_whisper(event)}"


@contextmanager
def _listening(listener: Listener) -> Iterator[tuple[asyncio.Event, Box]]:
    wakened = hub.join(listener.who)
    box = whispers.open(listener.who, wakened)
    try:
        yield wakened, box
    finally:
        hub.leave(listener.who, wakened)
        whispers.close(box)


async def _wait(wakened: asyncio.Event, until: float) -> bool:
    """Whether there was news before that moment of the loop's time."""
    try:
        async with asyncio.timeout_at(until):
            await wakened.wait()
    except TimeoutError:
        return False
    return True
