"""Users' wordings that technicians accepted, for the search of every desktop."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import TypeAdapter

from desktop_app.helpdesk import hearing
from desktop_app.helpdesk.api.tagged import described, tagged, unchanged
from desktop_app.protocol.wordings import Wording

router = Router(tags=["articles"])
_LIST: TypeAdapter[list[Wording]] = TypeAdapter(list[Wording])


@router.get("wordings", response={200: list[Wording], 304: None}, openapi_extra=described("the list that is known"))
def overview(request: HttpRequest) -> HttpResponse:
    """All that was accepted. With the last answer's `ETag` as `If-None-Match`: 304 while nothing changed."""
    tag, learnt = hearing.learnt()
    if same := unchanged(request, tag):
        return same
    said = [Wording.model_validate({"about": w.about, "language": w.language, "said": w.said}) for w in learnt]
    return tagged(HttpResponse(_LIST.dump_json(said), content_type="application/json"), tag)
