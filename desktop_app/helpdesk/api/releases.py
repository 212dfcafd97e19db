"""Whether a newer version is out, for the desktops."""

import hashlib

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import TypeAdapter

from desktop_app.helpdesk import releases
from desktop_app.helpdesk.api.tagged import described, tagged, unchanged
from desktop_app.protocol.releases import Release

router = Router(tags=["desk"])
_LIST: TypeAdapter[list[Release]] = TypeAdapter(list[Release])


@router.get("releases", response={200: list[Release], 304: None}, openapi_extra=described("the notice that is known"))
def overview(request: HttpRequest) -> HttpResponse:
    """The notice that is handed out, or none. With the last answer's `ETag` as `If-None-Match`: 304."""
    found = releases.handed_out()
    said = _LIST.dump_json([found] if found else [])
    tag = hashlib.sha256(said).hexdigest()[:32]
    return unchanged(request, tag) or tagged(HttpResponse(said, content_type="application/json"), tag)
