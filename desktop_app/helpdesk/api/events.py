"""The event stream, outside the typed API because it never ends."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt

from desktop_app.helpdesk.api.access import Caller, caller_of, is_still_allowed
from desktop_app.helpdesk.api.problems import problem
from desktop_app.helpdesk.events import stream
from desktop_app.helpdesk.models import Technician


@csrf_exempt  # it only reads
async def events(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """`GET /api/v1/events` for a device, a script, or the console's session."""
    if request.method != "GET":
        return problem(request, 405)
    caller = await sync_to_async(caller_of)(request)
    if caller is None:
        return problem(request, 401)
    person = caller.device.person if caller.device else None
    return await stream.answer(request, person, lambda: _still_allowed(caller))


def _still_allowed(caller: Caller) -> bool:
    if caller.device is not None:
        return is_still_allowed(caller.device)
    return caller.technician is not None and Technician.objects.filter(pk=caller.technician.pk, is_active=True).exists()
