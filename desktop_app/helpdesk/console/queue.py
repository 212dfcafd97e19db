"""The queue: what waits live above everything, then the requests by due time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TypedDict

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.amounts import whole
from desktop_app.domain.ticket import UNDERWAY, EntryKind, Priority, Status
from desktop_app.helpdesk import call_backs, conversations, handling
from desktop_app.helpdesk.availability import HERE, is_here
from desktop_app.helpdesk.console import bulk, fields, filters, words
from desktop_app.helpdesk.console.due import Due, due
from desktop_app.helpdesk.console.filters import Filter
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.finding import requests as finding
from desktop_app.helpdesk.finding.folding import Part
from desktop_app.helpdesk.models import Case, Entry, Kind, SavedView, Technician, Ticket, Watch
from desktop_app.helpdesk.similar import seen_by

_ROWS, _LONGEST_QUERY, _LONGEST_WORDS = 50, 200, 160
_PENDING = (Status.PENDING_REQUESTER, Status.PENDING_OTHER)
_DUE_SOON = timedelta(minutes=30)
_BY_DUE = ("priority", "answer_by", "solve_by", "-updated_at")

Narrow = Callable[[Technician], Q]
VIEWS = ("todo", "unassigned", "mine", "waiting", "followed", "due", "done")
_UNDERWAY: dict[str, Narrow] = {
    "todo": lambda _: Q(status__in=UNDERWAY.difference(_PENDING)),
    "unassigned": lambda _: Q(assignee=None),
    "mine": lambda me: Q(assignee=me),
    "waiting": lambda _: Q(status__in=_PENDING),
    "due": lambda _: _due(datetime.now(UTC) + _DUE_SOON),
}
"""Of what is underway, which; that it is underway is asked once for all of them."""
_APART: dict[str, Narrow] = {
    "followed": lambda me: Q(pk__in=Watch.objects.filter(technician=me).values("ticket")),
    "done": lambda _: Q(resolved_at__gte=_midnight()),
}


def _due(by: datetime) -> Q:
    """An answer, or a solution, is owed by then."""
    return Q(answer_by__lt=by) | Q(solve_by__lt=by)


class Row(TypedDict):
    """A request as the table shows it: a template looks into a mapping many times faster than into a row of a table.

    `kind`: its word, nothing for an incident. `owner`: the id of who looks after it.
    """

    id: str
    number: int
    subject: str
    requester: str
    hostname: str
    kind: str
    tags: list[str]
    owner: str
    assignee: str
    is_mine: bool
    priority: Priority
    state: str
    tone: str
    last_words: Sequence[Part]
    is_unread: bool
    due: Due


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The whole page."""
    return render(request, "queue.html", {**_content(request), **bulk.told(request)})


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
    query = fields.harmless(request.GET.get("q", "").strip()[:_LONGEST_QUERY])
    chosen = Filter.read(request.GET)
    wanted, counts = _wanted(me(request), view, query, chosen), _counts(me(request))
    total = wanted.count() if query or chosen.address else counts[view]
    page = 0 if query else min(_page(request), max(0, total - 1) // _ROWS)
    found = _rows(_shown(wanted, me(request), page), me(request), query)
    return {
        "nav": "queue",
        "view": view,
        "query": query,
        "most": _ROWS,
        "filter": chosen,
        "saved": [(one, Filter.read(one.filter).address) for one in SavedView.objects.filter(owner=me(request))],
        **filters.choices(),
        "title": words.say(f"view_{view}"),
        "views": [(key, words.say(f"view_{key}"), counts[key]) for key in VIEWS],
        "rows": found,
        "total": total,
        **_around(page, total),
        "place": chosen.address + (f"&page={page + 1}" if page else ""),
        "unread": sum(row["is_unread"] for row in found),
        "live": [(ticket, _minutes_since(ticket.created_at)) for ticket in _live()],
        "team": _team(),
        "calls": call_backs.to_call().count(),
        "cases": Case.objects.filter(closed_at=None).count(),
    }


def _counts(me: Technician) -> dict[str, int]:
    """How many each view has; of those underway, in one look at them."""
    each = {view: Count("number", filter=narrow(me)) for view, narrow in _UNDERWAY.items()}
    underway: dict[str, int] = Ticket.objects.filter(status__in=UNDERWAY).aggregate(**each)
    return underway | {view: Ticket.objects.filter(narrow(me)).count() for view, narrow in _APART.items()}


def _in(view: str, me: Technician) -> Q:
    return _APART[view](me) if view in _APART else Q(status__in=UNDERWAY) & _UNDERWAY[view](me)


def _wanted(me: Technician, view: str, query: str, chosen: Filter) -> "QuerySet[Ticket]":
    found = seen_by(me).filter(finding.matching(query) if query else _in(view, me)).filter(chosen.narrows(me))
    return found.order_by(*(("-updated_at",) if query else _BY_DUE))


def _shown(wanted: "QuerySet[Ticket]", me: Technician, page: int) -> "QuerySet[Ticket]":
    """The rows of a page; what costs more than a look at the request is asked of these alone."""
    numbers = list(wanted.values_list("number", flat=True)[page * _ROWS : (page + 1) * _ROWS])
    shown = Ticket.objects.filter(number__in=numbers).order_by(*wanted.query.order_by)
    news = Watch.objects.filter(ticket=OuterRef("pk"), technician=me, read_position__lt=OuterRef("position"))
    return (
        shown.select_related("requester", "assignee", "device")
        .prefetch_related(Prefetch("tags", to_attr="tagged"))
        .annotate(unread_followed=Exists(news), **_last())
    )


@cache
def _last() -> dict[str, Subquery]:
    """The last words of a request, and who of its people said them; to build the question costs more than to ask it."""
    said = Entry.objects.filter(ticket=OuterRef("pk")).exclude(kind__in=[EntryKind.EVENT, EntryKind.NOTE])
    last = said.order_by("-position").annotate(start=Substr("body", 1, _LONGEST_WORDS))
    return {"last_words": Subquery(last.values("start")[:1]), "last_person": Subquery(last.values("person")[:1])}


def _page(request: HttpRequest) -> int:
    """From 0; what is no page is the first."""
    return max(1, whole(request.GET.get("page", ""), digits=6)) - 1


def _around(page: int, total: int) -> dict[str, object]:
    """Which of them the page has, and the numbers of the pages before and after it; 0 where there is none."""
    last = min((page + 1) * _ROWS, total)
    return {"first": page * _ROWS + 1, "last": last, "before": page, "after": page + 2 if last < total else 0}


def _rows(found: "QuerySet[Ticket]", me: Technician, query: str) -> list[Row]:
    tickets, kinds = list(found), dict(filters.kinds())
    shown = finding.excerpts(tickets, query) if query else {}
    merged = Ticket.objects.filter(merged_into__in=tickets, read_by_desk__lt=F("public_seq"))
    wrote = set(merged.values_list("merged_into", flat=True))
    return [
        _row(ticket, me, kinds[ticket.kind], shown.get(ticket.pk), is_unread=ticket.pk in wrote or _has_unread(ticket))
        for ticket in tickets
    ]


def _row(ticket: Ticket, me: Technician, kind: str, excerpt: Sequence[Part] | None, *, is_unread: bool) -> Row:
    """What the table says of a request: its last words, or where it has those that were looked for."""
    state, tone = state_of(ticket)
    return Row(
        id=ticket.pk,
        number=ticket.number,
        subject=ticket.subject,
        requester=ticket.requester.name,
        hostname=ticket.device.hostname if ticket.device else "",
        kind="" if ticket.kind == Kind.INCIDENT else kind,
        tags=[tag.name for tag in getattr(ticket, "tagged", ())],
        owner=ticket.assignee_id or "",
        assignee=ticket.assignee.name if ticket.assignee else "",
        is_mine=ticket.assignee_id == me.pk,
        priority=Priority(ticket.priority),
        state=state,
        tone=tone,
        last_words=excerpt or [Part(getattr(ticket, "last_words", None) or "")],
        is_unread=is_unread,
        due=due(ticket),
    )


def _has_unread(ticket: Ticket) -> bool:
    """Its requester wrote, or who follows it has not seen it all."""
    is_theirs = getattr(ticket, "last_person", None) is not None
    has_news = bool(getattr(ticket, "unread_followed", False))
    return (ticket.read_by_desk < ticket.public_seq and is_theirs) or has_news


def state_of(ticket: Ticket) -> tuple[str, str]:
    """The word of the pill, and its tone."""
    if ticket.status == Status.OPEN and ticket.reopened:
        return words.say("state_reopened"), "w"
    tones = {Status.OPEN: "a", Status.RESOLVED: "s"}
    return words.say(f"state_{ticket.status}"), tones.get(Status(ticket.status), "")


def _live() -> list[Ticket]:
    """Unanswered requests whose machine is there now: somebody waits in front of it."""
    since = datetime.now(UTC) - HERE
    waiting = Ticket.objects.select_related("requester", "device")
    waiting = waiting.filter(status__in=UNDERWAY, assignee=None, first_answer_at=None)
    return list(waiting.filter(device__last_seen__gte=since).order_by("created_at")[:20])


def _team() -> list[tuple[Technician, str]]:
    return [(one, presence_of(one)) for one in Technician.objects.answering()]


def presence_of(technician: Technician) -> str:
    """`here`, `away` or `gone`."""
    return "away" if technician.is_away else "here" if is_here(technician.last_seen) else "gone"


def _minutes_since(moment: datetime) -> int:
    return max(0, int((datetime.now(UTC) - moment).total_seconds() // 60))


def _midnight() -> datetime:
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
