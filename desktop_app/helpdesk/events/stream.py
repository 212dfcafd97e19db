"""`GET /api/v1/events` and the console's own stream: server-sent events with resume, or a long poll."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.models import Person
from desktop_app.protocol.events import Event, Events

T = TypeVar("T")

HEARTBEAT_S = 15
LONGEST_POLL_S = 25

StillAllowed = Callable[[], bool]
"""Asked before each answer, so that a withdrawn token ends the stream."""


async def answer(
    request: HttpRequest, person: Person | None, still_allowed: StillAllowed
) -> HttpResponse | StreamingHttpResponse:
    """The stream, or one bunch when the client asked for JSON."""
    after = _number(request.headers.get("Last-Event-ID") or request.GET.get("after", ""))
    accepted = request.headers.get("Accept", "")
    if "text/event-stream" not in accepted and ("application/json" in accepted or "after" in request.GET):
        return await _poll(person, after, min(_number(request.GET.get("wait", "0")), LONGEST_POLL_S))
    response = StreamingHttpResponse(_lines(person, after, still_allowed), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"  # nginx must not hold the stream back
    return response


async def _poll(person: Person | None, after: int, wait_s: int) -> JsonResponse:
    wakened = hub.join()
    try:
        news = await _news(after, person)
        if not news and wait_s:
            await _wait(wakened, wait_s)
            news = await _news(after, person)
    finally:
        hub.leave(wakened)
    last = news[-1].seq if news else after
    return JsonResponse(Events(events=news, last_seq=last).model_dump(mode="json"))


async def _lines(person: Person | None, after: int, still_allowed: StillAllowed) -> AsyncIterator[bytes]:
    wakened = hub.join()
    try:
        yield b": hello\n\n"
        while await sync_to_async(_fresh(still_allowed), thread_sensitive=False)():
            wakened.clear()
            news = await _news(after, person)
            for event in news:
                after = event.seq
                yield f"id: {event.seq}\ndata: {event.model_dump_json()}\n\n".encode()
            if not news and not await _wait(wakened, HEARTBEAT_S):
                yield b": still here\n\n"
    finally:
        hub.leave(wakened)


async def _wait(wakened: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(wakened.wait(), seconds)
    except TimeoutError:
        return False
    return True


async def _news(after: int, person: Person | None) -> list[Event]:
    return await sync_to_async(_fresh(lambda: feed.after(after, person)), thread_sensitive=False)()


def _fresh(read: Callable[[], T]) -> Callable[[], T]:
    """`read` on a worker thread of ours, which must not keep a database connection that went stale."""

    def reading() -> T:
        close_old_connections()
        try:
            return read()
        finally:
            close_old_connections()

    return reading


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
