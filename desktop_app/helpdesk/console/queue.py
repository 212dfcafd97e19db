"""The queue: what waits live above everything, then the requests by due time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.ticket import ENDED, EntryKind, Priority, Status
from desktop_app.helpdesk import conversations, handling
from desktop_app.helpdesk.availability import HERE, is_here
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.due import Due, due
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Entry, Technician, Ticket

_MOST_ROWS = 200
_PENDING = (Status.PENDING_REQUESTER, Status.PENDING_OTHER)
_DUE_SOON = timedelta(minutes=30)

Narrow = Callable[[Technician], Q]
VIEWS: dict[str, Narrow] = {
    "todo": lambda _: ~Q(status__in=[*ENDED, *_PENDING]),
    "unassigned": lambda _: ~Q(status__in=ENDED) & Q(assignee=None),
    "mine": lambda me: ~Q(status__in=ENDED) & Q(assignee=me),
    "waiting": lambda _: Q(status__in=_PENDING),
    "due": lambda _: ~Q(status__in=ENDED) & Q(answer_by__lt=datetime.now(UTC) + _DUE_SOON),
    "done": lambda _: Q(status__in=ENDED) & Q(resolved_at__gte=_midnight()),
}


@dataclass(frozen=True)
class Row:
    """A request as the table shows it."""

    ticket: Ticket
    priority: Priority
    state: str
    tone: str
    last_words: str
    is_unread: bool
    due: Due


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The whole page."""
    return render(request, "queue.html", _content(request))


@login_required
def rows(request: HttpRequest) -> HttpResponse:
    """Only the table, for a page that asked for what is new."""
    return render(request, "queue_rows.html", _content(request))


@login_required
@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    """The one that waits longest among those nobody has taken."""
    waiting = _live()
    for ticket in waiting:
        try:
            handling.take(ticket.pk, me(request))
        except conversations.Conflict:
            continue  # a colleague was faster: the next one
        return redirect("ticket", ticket.pk)
    return redirect("queue")


def _content(request: HttpRequest) -> dict[str, object]:
    view = request.GET.get("view", "todo")
    view = view if view in VIEWS else "todo"
    query = request.GET.get("q", "").strip()
    found = [row(ticket) for ticket in _found(me(request), view, query)]
    return {
        "nav": "queue",
        "view": view,
        "query": query,
        "title": words.say(f"view_{view}"),
        "views": [
            (key, words.say(f"view_{key}"), _tickets().filter(narrow(me(request))).count())
            for key, narrow in VIEWS.items()
        ],
        "rows": found,
        "unread": sum(row.is_unread for row in found),
        "live": [(ticket, _minutes_since(ticket.created_at)) for ticket in _live()],
        "team": _team(),
    }


def _tickets() -> "QuerySet[Ticket]":
    return Ticket.objects.select_related("requester", "assignee", "device")


def _found(me: Technician, view: str, query: str) -> "QuerySet[Ticket]":
    found = _tickets().filter(VIEWS[view](me)) if not query else _tickets().filter(_matches(query))
    return found.order_by("priority", "answer_by", "-updated_at")[:_MOST_ROWS]


def _matches(query: str) -> Q:
    """A number, a person, a machine, or a word of the conversation."""
    matches = Q(subject__icontains=query) | Q(requester__name__icontains=query) | Q(device__hostname__icontains=query)
    matches |= Q(pk__in=Entry.objects.filter(body__icontains=query).values("ticket"))
    return matches | Q(number=int(query)) if query.isascii() and query.isdigit() and len(query) < 9 else matches


def row(ticket: Ticket) -> Row:
    """What the table says of a request."""
    last = ticket.entries.exclude(kind__in=[EntryKind.EVENT, EntryKind.NOTE]).order_by("-position").first()
    state, tone = state_of(ticket)
    return Row(
        ticket,
        Priority(ticket.priority),
        state,
        tone,
        last.body[:160] if last else "",
        ticket.read_by_desk < ticket.public_seq and last is not None and last.person_id is not None,
        due(ticket),
    )


def state_of(ticket: Ticket) -> tuple[str, str]:
    """The word of the pill, and its tone."""
    if ticket.status == Status.OPEN and ticket.reopened:
        return words.say("state_reopened"), "w"
    tones = {Status.OPEN: "a", Status.RESOLVED: "s"}
    return words.say(f"state_{ticket.status}"), tones.get(Status(ticket.status), "")


def _live() -> list[Ticket]:
    """Unanswered requests whose machine is there now: somebody waits in front of it."""
    since = datetime.now(UTC) - HERE
    waiting = _tickets().filter(assignee=None, first_answer_at=None, device__last_seen__gte=since)
    return list(waiting.exclude(status__in=ENDED).order_by("created_at")[:20])


def _team() -> list[tuple[Technician, str]]:
    return [(one, presence_of(one)) for one in Technician.objects.filter(is_active=True).order_by("name")]


def presence_of(technician: Technician) -> str:
    """`here`, `away` or `gone`."""
    return "away" if technician.is_away else "here" if is_here(technician.last_seen) else "gone"


def _minutes_since(moment: datetime) -> int:
    return max(0, int((datetime.now(UTC) - moment).total_seconds() // 60))


def _midnight() -> datetime:
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
