"""Lists that desktops ask for again and again: an answer with its tag, or that nothing changed (RFC 9110, `ETag`)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


def unchanged(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The answer 304 for who knows `tag` already, else None."""
    same: HttpResponse | None = get_conditional_response(request, etag=_etag(tag))
    return same


def tagged(response: HttpResponse, tag: str) -> HttpResponse:
    """`response`, to be kept by its reader and asked for with its tag."""
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = _etag(tag)
    return response


def either(request: HttpRequest, plain: bytes, packed: bytes) -> HttpResponse:
    """The bytes as the reader takes them: packed by gzip, or plain."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(packed if takes_gzip else plain, content_type="application/json")
    if takes_gzip:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    return response


def described(known: str) -> dict[str, Any]:
    """The request's header for the API's description; `known`: what the reader has."""
    return {
        "parameters": [
            {
                "name": "If-None-Match",
                "in": "header",
                "description": f"The `ETag` of {known}.",
                "schema": {"type": "string"},
            }
        ]
    }


def _etag(tag: str) -> str:
    return f'W/"{tag}"'
