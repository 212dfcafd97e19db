"""The event stream, outside the typed API because it never ends."""

import asyncio

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt

from desktop_app.helpdesk import gestures
from desktop_app.helpdesk.api.access import caller_of
from desktop_app.helpdesk.api.problems import problem
from desktop_app.helpdesk.events import stream
from desktop_app.helpdesk.events.tail import asked
from desktop_app.helpdesk.models import Technician
from desktop_app.helpdesk.roll import Seat


class _AtTheDesk:
    """A technician who listens."""

    person = None

    def __init__(self, technician: Technician) -> None:
        self.who, self._id = gestures.listener(technician), technician.pk

    def enter(self, wakened: asyncio.Event) -> None:
        """They are few: each asks for itself."""

    def leave(self) -> None:
        """Nothing is kept."""

    async def stays(self) -> bool:
        """Whether the account still answers."""
        return await asked(Technician.objects.answering().filter(pk=self._id).exists)


@csrf_exempt  # it only reads
def events(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """`GET /api/v1/events` for a device, a script, or the console's session."""
    if request.method != "GET":
        return problem(request, 405)
    caller = caller_of(request)
    if caller is not None and caller.device is not None:
        return stream.answer(request, Seat(caller.device, gestures.listener(caller.device)))
    if caller is not None and caller.technician is not None:
        return stream.answer(request, _AtTheDesk(caller.technician))
    return problem(request, 401)
