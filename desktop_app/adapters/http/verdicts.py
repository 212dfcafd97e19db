"""What an answer, or its absence, really means: ours, another's, a refusal, trouble."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import requests
from pydantic import TypeAdapter, ValidationError
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProtocolError, ReadTimeoutError

from desktop_app.adapters.http.answer import Answer
from desktop_app.domain.errors import (
    AccessWithdrawn,
    AnswerLost,
    CertificateRefused,
    ClockWrong,
    HelpdeskTroubled,
    HelpdeskUnreachable,
    NotTheHelpdesk,
    ProxyWantsPassword,
    RequestRefused,
    SupportError,
)
from desktop_app.protocol.problem import Problem

T = TypeVar("T")

_NOT_YET_VALID, _EXPIRED = 9, 10
_TEMPORARY = {408, 425, 429}
_MAY_NOT_COME_IN = 401
PROXY_MAY_NOT = 407
_WANTS_NAME = tuple(f"Tunnel connection failed: {status}" for status in (PROXY_MAY_NOT, _MAY_NOT_COME_IN))
"""How Python's http.client words a proxy's no to CONNECT: the only trace of it that is left. Some say 401 to a name."""
_SERVER_TROUBLE = 500
_RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier day than this program was made is certainly wrong."""


@contextmanager
def told_plainly(host: str) -> Iterator[None]:
    """The failures of `requests` as the foreseen ones."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise _certificate(error, host) from error
    except requests.exceptions.ProxyError as error:
        raise (ProxyWantsPassword if wants_name(error) else HelpdeskUnreachable)(host=host) from error
    except requests.RequestException as error:
        raise (HelpdeskUnreachable if _never_left(error) else AnswerLost)(host=host) from error
    except (OSError, ProtocolError, ReadTimeoutError) as error:  # while the body was being read
        raise AnswerLost(host=host) from error


def wants_name(error: requests.exceptions.ProxyError) -> bool:
    """Whether a proxy lets nobody through without a name, or without another one."""
    return any(words in str(error) for words in _WANTS_NAME)


def refusal(answer: Answer, host: str) -> SupportError:
    """What an answer of 400 or more means; a proxy's 407 is not the help desk's."""
    if answer.status == PROXY_MAY_NOT:
        return ProxyWantsPassword(host=host)
    problem = read_problem(answer)
    if answer.status >= _SERVER_TROUBLE or answer.status in _TEMPORARY:
        return HelpdeskTroubled(host=host, request=problem.request if problem else "")
    if problem is None:
        return NotTheHelpdesk(host=host)
    if answer.status == _MAY_NOT_COME_IN:
        return AccessWithdrawn(host=host)
    detail = problem.detail or problem.title
    return RequestRefused(detail=detail, request=problem.request, code=problem.code, status=answer.status)


def read_problem(answer: Answer) -> Problem | None:
    """The help desk's sentence, or None when something else is talking."""
    if answer.media_type not in {"application/problem+json", "application/json"}:
        return None
    try:
        return Problem.model_validate_json(answer.content)
    except ValidationError:
        return None


def read(answer: Answer, kind: TypeAdapter[T], host: str) -> T:
    """The word of an answer. Raises AnswerLost for JSON that was cut, NotTheHelpdesk for anything else."""
    if answer.media_type != "application/json":
        raise NotTheHelpdesk(host=host)
    try:
        return kind.validate_python(json.loads(answer.content))
    except (ValidationError, RecursionError) as error:
        raise NotTheHelpdesk(host=host) from error
    except ValueError as error:
        raise AnswerLost(host=host) from error


def clock_offset_s(answer: Answer) -> float | None:
    """How far this computer's clock is ahead of the answering one's, in seconds; None when it does not say."""
    with suppress(KeyError, TypeError, ValueError):
        return (datetime.now(UTC) - parsedate_to_datetime(answer.headers["date"])).total_seconds()
    return None


def _certificate(error: requests.exceptions.SSLError, host: str) -> SupportError:
    cause = _find(error, ssl.SSLCertVerificationError)
    if cause is None:
        return HelpdeskUnreachable(host=host)  # the handshake broke: no certificate was judged
    code = getattr(cause, "verify_code", 0)
    present = datetime.now(UTC)
    if code == _NOT_YET_VALID or (code == _EXPIRED and _is_far_off(present)) or present < _RELEASED:
        return ClockWrong(host=host, here_moment=present.isoformat())
    return CertificateRefused(host=host, reason=getattr(cause, "verify_message", "") or str(cause))


def _is_far_off(present: datetime) -> bool:
    return present.year > _RELEASED.year + 15


def _never_left(error: BaseException) -> bool:
    """Whether not one byte of the request can have arrived."""
    return isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.InvalidURL) or (
        _find(error, NewConnectionError, ConnectTimeoutError) is not None
    )


def _find(error: BaseException | None, *kinds: type[BaseException]) -> BaseException | None:
    """The first of `kinds` among what caused `error`: urllib3 nests them in arguments, reasons and causes."""
    waiting, seen = [error], set[int]()
    while waiting:
        candidate = waiting.pop()
        if not isinstance(candidate, BaseException) or id(candidate) in seen:
            continue
        if isinstance(candidate, kinds):
            return candidate
        seen.add(id(candidate))
        waiting += [candidate.__cause__, candidate.__context__, getattr(candidate, "reason", None), *candidate.args]
    return None
