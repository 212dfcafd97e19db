"""What the help desk knows, for the desktops: everything published for users, and what they think of it."""

import gzip
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja import Status as Answer
from pydantic import TypeAdapter

from desktop_app.helpdesk import articles
from desktop_app.helpdesk.api.tagged import described, either, tagged, unchanged
from desktop_app.helpdesk.models import Device, Revision
from desktop_app.protocol import articles as words
from desktop_app.protocol.base import Id

router = Router(tags=["articles"])
_DESCRIBED = described("the list that is known")
_LIST: TypeAdapter[list[words.Article]] = TypeAdapter(list[words.Article])


@router.get(
    "articles", response={200: list[words.Article], 304: None}, openapi_extra=described("the list that is known")
)
def overview(request: HttpRequest) -> HttpResponse:
    """Everything published for users. With the last answer's `ETag` as `If-None-Match`: 304 while nothing changed."""
    tag, revisions = articles.list_of_users()
    if same := unchanged(request, tag):
        return same
    plain, packed = _rendered(revisions)
    return tagged(either(request, plain, packed), tag)


@router.post("articles/{article_id}/feedback", response={204: None})
def rate(request: HttpRequest, article_id: Id, word: words.Feedback) -> Answer[None]:
    """Whether it helped."""
    device: Device = request.auth  # type: ignore[attr-defined]  # ninja sets it to what the token names
    articles.rate(article_id, device.person, word)
    return Answer(204, None)


@lru_cache(maxsize=2)
def _rendered(revisions: tuple[int, ...]) -> tuple[bytes, bytes]:
    """The answer's bytes, plain and packed: revisions never change, so the next thousand desktops get the same ones."""
    found = Revision.objects.filter(pk__in=revisions).order_by("article")
    plain = _LIST.dump_json([_word(revision) for revision in found])
    return plain, gzip.compress(plain, mtime=0)


def _word(revision: Revision) -> words.Article:
    """What of it can be read, without what is half written in another language."""
    ready = articles.wording_of(revision).languages
    return words.Article.model_validate(
        {
            "id": revision.article_id,
            "revision": revision.number,
            "title": {language: revision.title[language] for language in ready},
            "body": {language: revision.body[language] for language in ready},
            "symptoms": {language: revision.symptoms.get(language, []) for language in ready},
        }
    )
