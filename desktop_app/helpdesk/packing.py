"""Pages of the console and what they load travel packed. Never the event stream: it would be held back."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_PLACES = ("/console/", "/static/")
_KINDS = ("text/", "application/javascript", "application/json", "image/svg+xml")
_STREAM = "text/event-stream"


class Packed(GZipMiddleware):
    """Text that a console asked for, whole. Django adds a few random bytes: nobody learns a secret from its length."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Pack it when that is of use and its reader takes it."""
        kind = response.headers.get("Content-Type", "")
        is_text = kind.startswith(_KINDS) and not kind.startswith(_STREAM)
        if response.status_code != 200 or not is_text or not request.path.startswith(_PLACES):
            return response
        return super().process_response(request, response)
