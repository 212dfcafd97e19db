"""What only who comes with a browser needs: files of pages, sessions, languages, forms, accounts.

A program that brings a token of its own passes by all of it: it has no cookie, and nothing of that is asked for it.
"""

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string

Answers = Callable[[HttpRequest], HttpResponseBase]


class ForBrowsers:
    """Django's middleware of the setting `FOR_BROWSERS`, one within the other as if each stood in `MIDDLEWARE`."""

    def __init__(self, get_response: Answers) -> None:
        self._past = self._through = get_response
        self._before_views: list[Callable[..., HttpResponseBase | None]] = []
        self._after_errors: list[Callable[..., HttpResponseBase | None]] = []
        for name in reversed(settings.FOR_BROWSERS):
            one = import_string(name)(self._through)
            if hasattr(one, "process_view"):
                self._before_views.insert(0, one.process_view)
            if hasattr(one, "process_exception"):
                self._after_errors.append(one.process_exception)
            self._through = cast("Answers", convert_exception_to_response(one))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer."""
        return (self._past if _has_token(request) else self._through)(request)

    def process_view(self, request: HttpRequest, *of: Any) -> HttpResponseBase | None:
        """Whoever of them answers in the view's place."""
        return None if _has_token(request) else _first(self._before_views, request, *of)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Whoever of them has an answer to an error of the view."""
        return None if _has_token(request) else _first(self._after_errors, request, error)


def _first(asked: list[Callable[..., HttpResponseBase | None]], *of: Any) -> HttpResponseBase | None:
    return next((answer for one in asked if (answer := one(*of)) is not None), None)


def _has_token(request: HttpRequest) -> bool:
    return request.path.startswith("/api/") and request.META.get("HTTP_AUTHORIZATION", "").startswith("Bearer ")
