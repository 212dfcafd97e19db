"""Whether the help desk lives, whether it is ready, and its figures for Prometheus."""

import hmac
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import sync_and_async_middleware
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from desktop_app.domain.ticket import UNDERWAY
from desktop_app.helpdesk import availability, keeping
from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.models import Ticket

_LOOPBACK = {"127.0.0.1", "::1"}
_answers = Counter("rescousse_http_answers", "Answers by kind of request and of answer", ["method", "status"])
_seconds = Histogram("rescousse_http_seconds", "Time until an answer began")


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers: nothing else is asked. 200."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(_request: HttpRequest) -> JsonResponse:
    """Whether requests can be served now: 200, or 503 with what is missing."""
    found = {"database": _is_database_ready(), "attachments": keeping.answers()}
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """For this machine itself, or with the token of the file `metrics-token` in the data folder."""
    if not _may_see(request):
        return HttpResponse(status=403)
    return HttpResponse(generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


@sync_and_async_middleware
def measured(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any | Awaitable[Any]]:
    """Counts every answer; a stream counts when it begins."""
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> Any:
            began = time.perf_counter()
            return _counted(request, await get_response(request), began)

        return later

    def at_once(request: HttpRequest) -> Any:
        began = time.perf_counter()
        return _counted(request, get_response(request), began)

    return at_once


def _counted(request: HttpRequest, response: Any, began: float) -> Any:
    method = request.method if request.method in {"GET", "POST", "PUT", "HEAD", "OPTIONS"} else "other"
    _answers.labels(method, f"{response.status_code // 100}xx").inc()
    _seconds.observe(time.perf_counter() - began)
    return response


def _is_database_ready() -> bool:
    """It answers, and its tables are those of this version."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _may_see(request: HttpRequest) -> bool:
    """A proxy on this machine forwards strangers: whoever was forwarded needs the token."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    file = settings.DATA / "metrics-token"
    if token and file.exists() and hmac.compare_digest(token.encode(), file.read_bytes().strip()):
        return True
    is_forwarded = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))
    return not is_forwarded and request.META.get("REMOTE_ADDR") in _LOOPBACK


class _Desk(Collector):
    """Figures that are looked up when somebody asks."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """One family each."""
        requests = GaugeMetricFamily("rescousse_requests", "Requests by status", labels=["status"])
        for row in Ticket.objects.values("status").annotate(count=Count("pk")):
            requests.add_metric([row["status"]], row["count"])
        yield requests
        waiting = Ticket.objects.filter(status__in=UNDERWAY, first_answer_at=None)
        oldest = waiting.aggregate(at=Min("created_at"))["at"]
        age = (datetime.now(UTC) - oldest).total_seconds() if oldest else 0
        yield _gauge("rescousse_waiting", "Open requests without an answer", waiting.count())
        yield _gauge("rescousse_longest_wait_seconds", "Age of the oldest open request without an answer", age)
        yield _gauge("rescousse_technicians_here", "Technicians with an open console", availability.people())
        yield _gauge("rescousse_attachments_answer", "Whether files can be read and brought now", keeping.answers())
        yield _gauge("rescousse_streams", "Open event streams of this process", hub.count())

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing is asked of the database while it is registered."""
        yield from ()


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, text, value=value)


REGISTRY.register(_Desk())
