"""Packs of the organisation for the desktops, and how guided fixes ended on them."""

import gzip
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja import Status as Answer
from pydantic import TypeAdapter

from desktop_app.helpdesk import fix_counts, packs
from desktop_app.helpdesk.api.tagged import described, either, tagged, unchanged
from desktop_app.helpdesk.models import OrganisationPack
from desktop_app.protocol.fix_counts import FixCount
from desktop_app.protocol.packs import Pack

router = Router(tags=["packs"])
_LIST: TypeAdapter[list[Pack]] = TypeAdapter(list[Pack])


@router.get("packs", response={200: list[Pack], 304: None}, openapi_extra=described("the packs that are known"))
def overview(request: HttpRequest) -> HttpResponse:
    """Every pack that is handed out. With the last answer's `ETag` as `If-None-Match`: 304 while nothing changed."""
    tag = packs.tag()
    if same := unchanged(request, tag):
        return same
    plain, packed = _rendered(tag)
    return tagged(either(request, plain, packed), tag)


@router.post("fix-counts", response={204: None})
def count(request: HttpRequest, word: FixCount) -> Answer[None]:
    """How a guided fix ended. Which desktop says so is not kept."""
    fix_counts.take(word)
    return Answer(204, None)


@lru_cache(maxsize=2)
def _rendered(_tag: str) -> tuple[bytes, bytes]:
    """The answer's bytes, plain and packed, the same ones for the next thousand desktops."""
    found = OrganisationPack.objects.order_by("pk")
    plain = _LIST.dump_json([Pack(name=pack.pk, version=pack.version, files=pack.files) for pack in found])
    return plain, gzip.compress(plain, mtime=0)
