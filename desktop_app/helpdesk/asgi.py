"""What uvicorn, or any ASGI server, serves."""

import asyncio
import contextlib
import contextvars
import os
from collections.abc import AsyncIterator, Callable, Iterator
from typing import IO, TypeVar, cast

import django
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.signals import request_started
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desktop_app.helpdesk.settings")

from desktop_app.domain.ticket import LARGEST_FILE
from desktop_app.helpdesk.limits import Application, BoundedBodies, Receive, Scope, Send

T = TypeVar("T")


class InOneThread(ASGIHandler):
    """Django's handler, but all of a request in one thread of the loop's pool, with the connection to the database that
    this thread keeps; what a stream says later needs no thread.

    Django's own takes a new thread and a new connection for each request, and changes threads at every layer.
    """

    def __init__(self) -> None:
        super(ASGIHandler, self).__init__()
        self.load_middleware(is_async=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        """Serve one request: its body is whole before a thread is taken."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        with body:
            response = await _in_thread(lambda: self._answer(scope, body))
        try:
            await self._send(response, receive, send)
        finally:
            if not response.closed:
                await _in_thread(response.close)

    async def _send(self, response: HttpResponseBase, receive: Receive, send: Send) -> None:
        """All of it, or until nobody listens any more."""
        sending = asyncio.ensure_future(self.send_response(response, send))  # type: ignore[arg-type]
        if response.streaming:
            leaving = asyncio.ensure_future(receive())
            try:
                await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                leaving.cancel()
                sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending

    def _answer(self, scope: Scope, body: IO[bytes]) -> HttpResponseBase:
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refused = self.create_request(scope, body)
        response: HttpResponseBase = refused if request is None else self.get_response(request)  # type: ignore[assignment]
        response._handler_class = self.__class__  # type: ignore[attr-defined]
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = _later(iter(cast("Iterator[bytes]", response.streaming_content)))
        else:
            response.close()  # what the request held goes now: a stream may last for days
        return response


async def _later(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """One part after the other: a large file never lies in memory."""
    while (part := await _in_thread(lambda: next(parts, None))) is not None:
        yield part


async def _in_thread(work: Callable[[], T]) -> T:
    """What a request sets for itself (its language) is gone with it."""
    return await asyncio.get_running_loop().run_in_executor(None, contextvars.copy_context().run, work)


django.setup(set_prefix=False)
application = BoundedBodies(cast("Application", InOneThread()), LARGEST_FILE + 1)
