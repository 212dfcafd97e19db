"""Every error in one shape: RFC 9457 `application/problem+json` with a number to read out, in the reader's language."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import sync_and_async_middleware
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from desktop_app import resources
from desktop_app.domain.words import Language, nearest_language
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.keeping import Silent
from desktop_app.helpdesk.models import Device
from desktop_app.helpdesk.refusal import Refused
from desktop_app.helpdesk.rights import Reserved, holders
from desktop_app.protocol.problem import Problem

_log = logging.getLogger(__name__)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is mistaken for another when read out
_KEYS = {400: "unreadable", 401: "unknown_caller", 404: "nothing_here", 405: "wrong_method", 413: "too_much"}
MEDIA_TYPE = "application/problem+json"


def problem(request: HttpRequest, status: int, key: str = "", **facts: object) -> HttpResponse:
    """The answer for an error, with the sentence `key` of `refusals`; its request number stands in the log too."""
    number = "R-" + "".join(secrets.choice(_LETTERS) for _ in range(6))
    key = key or _KEYS.get(status, "refused")
    detail = resources.sentence("refusals", key, _language(request), **facts)
    word = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=key, request=number)
    _log.info("%s answered %s %s to %s %s", number, status, key, request.method, request.path)
    return HttpResponse(word.model_dump_json(), status=status, content_type=MEDIA_TYPE)


def _language(request: HttpRequest) -> Language:
    """The caller's own when it is known, else what it asks for."""
    caller = getattr(request, "auth", None)
    if isinstance(caller, Device):
        return nearest_language(caller.person.language)
    return nearest_language(request.headers.get("Accept-Language", ""), "en")


def register(api: NinjaAPI) -> None:
    """Give each kind of error its answer."""
    api.add_exception_handler(Silent, _silent)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(request, 422, "not_valid", where=_where(error))

    @api.exception_handler(AuthenticationError)
    def unknown_caller(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return problem(request, 401)

    @api.exception_handler(Conflict)
    def conflict(request: HttpRequest, error: Conflict) -> HttpResponse:
        return problem(request, 409, str(error))

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        return problem(request, error.status, error.key, **error.facts)

    @api.exception_handler(ObjectDoesNotExist)
    def missing(request: HttpRequest, _error: ObjectDoesNotExist) -> HttpResponse:
        return problem(request, 404)

    @api.exception_handler(RequestDataTooBig)
    def too_much(request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
        return problem(request, 413)

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        is_size = isinstance(error.__context__, RequestDataTooBig)
        return problem(request, 413 if is_size else error.status_code)


def _silent(request: HttpRequest, error: Silent | type[Silent]) -> HttpResponse:
    return problem(request, 503, error.key)


def _where(error: ValidationError) -> str:
    first = error.errors[0] if error.errors else {}
    place = ".".join(str(part) for part in first.get("loc", ()) if part not in {"body", "word"})
    return f"{place}: {first.get('msg', 'not valid')}"


@sync_and_async_middleware
def one_shape(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any | Awaitable[Any]]:
    """Whatever refuses a request of a program, Django's own answers too, does it in the one shape."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> Any:
            return _shaped(request, await get_response(request))

        return later
    return lambda request: _shaped(request, get_response(request))


def _shaped(request: HttpRequest, response: Any) -> Any:
    is_ours = response.headers.get("Content-Type", "").startswith(MEDIA_TYPE)
    if response.status_code < HTTPStatus.BAD_REQUEST or is_ours or not _is_program(request):
        return response
    shaped = problem(request, response.status_code)
    if "Allow" in response.headers:
        shaped["Allow"] = response["Allow"]
    return shaped


def _is_program(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _answer(request: HttpRequest, status: int, key: str) -> HttpResponse:
    if _is_program(request):
        return problem(request, status, key)
    return render(request, "lost.html", {"key": key}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 400; a body over the limit is 413."""
    return (
        _answer(request, 413, "too_much")
        if isinstance(exception, RequestDataTooBig)
        else _answer(request, 400, "unreadable")
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 403. What is reserved says for whom, and who they are."""
    if isinstance(exception, Reserved) and not _is_program(request):
        names = ", ".join(holders(exception.role).values_list("name", flat=True))
        return render(request, "reserved.html", {"role": exception.role, "names": names}, status=403)
    return _answer(request, 403, "refused")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 404."""
    return _answer(request, 404, "nothing_here")


def server_error(request: HttpRequest) -> HttpResponse:
    """A bug: the log has the rest. Nothing is asked of what may be broken: no template, no database."""
    return problem(request, 500, "fault")
