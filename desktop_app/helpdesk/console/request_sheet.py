"""Requests as lines of figures: without their words and without their requesters."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Sum
from django.utils import timezone

from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.sheets import rows
from desktop_app.helpdesk.figures import Span
from desktop_app.helpdesk.models import Ticket, TimeSpent

_COLUMNS = (
    "number",
    "created",
    "resolved",
    "state",
    "kind",
    "priority",
    "for",
    "answered",
    "late",
    "minutes",
    "score",
    "reopened",
    "tags",
)
_AT_ONCE = 500


def requests(span: Span) -> Iterator[str]:
    """What came or was solved in the span, a line each."""
    found = Ticket.objects.filter(span.of("created_at") | span.of("resolved_at"))
    return rows(_lines(list(found.order_by("number").values_list("pk", flat=True))))


def _lines(ids: list[str]) -> Iterator[list[object]]:
    yield [words.say(f"sheet_{column}") for column in _COLUMNS]
    for start in range(0, len(ids), _AT_ONCE):
        part = Ticket.objects.filter(pk__in=ids[start : start + _AT_ONCE]).order_by("number")
        noted = TimeSpent.objects.filter(entry__ticket__in=part).values_list("entry__ticket")
        spent = dict(noted.annotate(sum=Sum("minutes")).order_by())
        for ticket in part.select_related("assignee").prefetch_related("tags"):
            yield _line(ticket, spent.get(ticket.pk, 0))


def _line(ticket: Ticket, minutes: int) -> list[object]:
    is_late = ticket.answer_by is not None and ticket.answer_by < timezone.now()
    return [
        ticket.number,
        _moment(ticket.created_at),
        _moment(ticket.resolved_at),
        words.say(f"state_{ticket.status}"),
        words.say(f"kind_{ticket.kind}"),
        words.priority(str(ticket.priority)),
        ticket.assignee.name if ticket.assignee else "",
        _moment(ticket.first_answer_at),
        words.say("sheet_yes") if is_late else "",
        minutes,
        ticket.score,
        ticket.reopened,
        ", ".join(tag.name for tag in ticket.tags.all()),
    ]


def _moment(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""
