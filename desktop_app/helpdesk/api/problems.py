"""Every error in one shape: RFC 9457 `application/problem+json` with a number to read out."""

import logging
import secrets
from http import HTTPStatus

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from desktop_app.helpdesk.conversations import Conflict
from desktop_app.protocol.problem import Problem

_log = logging.getLogger(__name__)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is mistaken for another when read out


def problem(status: int, detail: str = "", code: str = "") -> HttpResponse:
    """The answer for an error; its request number stands in the log too."""
    number = "R-" + "".join(secrets.choice(_LETTERS) for _ in range(6))
    word = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code, request=number)
    _log.info("%s answered %s %s %s", number, status, code, detail)
    return HttpResponse(word.model_dump_json(), status=status, content_type="application/problem+json")


def register(api: NinjaAPI) -> None:
    """Give each kind of error its answer."""

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(422, _where(error), "not_valid")

    @api.exception_handler(AuthenticationError)
    def unknown_caller(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return problem(401, "This token is not known here, or was withdrawn.", "unauthorized")

    @api.exception_handler(Conflict)
    def conflict(_request: HttpRequest, error: Conflict) -> HttpResponse:
        return problem(409, str(error), "conflict")

    @api.exception_handler(ObjectDoesNotExist)
    def missing(_request: HttpRequest, _error: ObjectDoesNotExist) -> HttpResponse:
        return problem(404, "There is nothing here, or it is not yours to see.", "not_found")

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error), "refused")


def _where(error: ValidationError) -> str:
    first = error.errors[0] if error.errors else {}
    place = ".".join(str(part) for part in first.get("loc", ()) if part not in {"body", "word"})
    return f"{place}: {first.get('msg', 'not valid')}"


def bad_request(request: HttpRequest, _error: Exception) -> HttpResponse:
    """Django's 400."""
    return problem(400, "The request could not be read.", "bad_request")


def not_found(request: HttpRequest, _error: Exception) -> HttpResponse:
    """Django's 404."""
    return problem(404, "There is nothing here.", "not_found")


def server_error(request: HttpRequest) -> HttpResponse:
    """A bug: the log has the rest."""
    return problem(500, "The help desk has a fault of its own. What you sent can be sent again.", "fault")
