"""Who has the console open: noted at each page and at each beat of the console's own stream."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.http import HttpRequest
from django.utils.decorators import sync_and_async_middleware

from desktop_app.helpdesk.availability import is_here
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Technician

_NOTED_EVERY = timedelta(seconds=20)


def me(request: HttpRequest) -> Technician:
    """Who is signed in, in a view that `login_required` guards."""
    if not isinstance(request.user, Technician):
        raise TypeError("login_required lets nobody else in")
    return request.user


@sync_and_async_middleware
def seen(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any | Awaitable[Any]]:
    """Note that the technician is there; only for pages of the console, a script with a token is nobody at a desk."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> Any:
            await sync_to_async(_note)(request)
            return await get_response(request)

        return later

    def at_once(request: HttpRequest) -> Any:
        _note(request)
        return get_response(request)

    return at_once


def _note(request: HttpRequest) -> None:
    if request.path.startswith("/console/") and isinstance(request.user, Technician):
        note(request.user)


def note(technician: Technician) -> None:
    """The technician is there now; everybody is told when nobody knew that a moment ago."""
    now = datetime.now(UTC)
    if technician.last_seen is not None and now - technician.last_seen < _NOTED_EVERY:
        return
    was_here = is_here(technician.last_seen, now)
    technician.last_seen = now
    technician.save(update_fields=["last_seen"])
    if not was_here:
        feed.tell_all("availability")
