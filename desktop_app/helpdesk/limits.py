"""The door: a body over the limit never reaches the disk or the memory of the application behind it."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = dict[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class BoundedBodies:
    """An ASGI application whose requests are at most `limit` bytes.

    What is longer is still read and thrown away up to four times that, so that the sender hears the answer instead of
    a broken line; the application gets a body that is one byte too long, and refuses it in its own words.
    """

    def __init__(self, application: Application, limit: int) -> None:
        self._application, self._limit = application, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        passed = 0

        async def bounded() -> Message:
            nonlocal passed
            message = await receive()
            if message["type"] != "http.request":
                return message
            body: bytes = message.get("body", b"")[: self._limit + 1 - passed]
            passed += len(body)
            if passed > self._limit:
                await _throw_away(message, receive, 3 * self._limit)
                return {"type": "http.request", "body": body, "more_body": False}
            return {**message, "body": body}

        await self._application(scope, bounded, send)


async def _throw_away(message: Message, receive: Receive, most: int) -> None:
    thrown = 0
    while message.get("more_body") and thrown < most:
        message = await receive()
        if message["type"] != "http.request":
            return
        thrown += len(message.get("body", b""))
