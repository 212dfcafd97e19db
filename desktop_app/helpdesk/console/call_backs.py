"""Who waits for a call: by time, with the number to ring."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain import call_back
from desktop_app.domain.call_back import CallBack
from desktop_app.helpdesk import call_backs
from desktop_app.helpdesk.call_backs import Came
from desktop_app.helpdesk.console import fields, words
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Call, Ticket

_MOST = 200
_FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Wish:
    """A line of the list. `tone`: r when its time is over, w when it is now."""

    ticket: Ticket
    when: str
    phone: str
    tone: str
    tried: str


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Everybody who waits for a call, the next one first."""
    return _page(request)


def _page(request: HttpRequest, fault: str = "") -> HttpResponse:
    waiting = call_backs.to_call().select_related("requester", "assignee", "call").order_by("created_at")[:_MOST]
    wishes = [(call_back.read(ticket.call_back), ticket) for ticket in waiting]
    wishes.sort(key=lambda wish: (wish[0].starts or wish[0].ends or _FAR, wish[1].created_at))
    shown = [_wish(wish, ticket, datetime.now(UTC)) for wish, ticket in wishes]
    content = {"nav": "queue", "wishes": shown, "fault": fault}
    return render(request, "call_backs.html", content, status=422 if fault else 200)


@login_required
@require_POST
def called(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Somebody was reached, was written to instead, or nobody answered."""
    get_object_or_404(Ticket, pk=ticket_id)
    came = {"done": Came.REACHED, "written": Came.WRITTEN}.get(field(request, "act"), Came.IN_VAIN)
    try:
        call_backs.came_of(ticket_id, came, field(request, "wish"), me(request))
    except Conflict as conflict:
        return _page(request, str(conflict))
    return redirect("call-backs")


def _wish(wish: CallBack, ticket: Ticket, now: datetime) -> Wish:
    is_now = wish.starts is not None and wish.starts <= now
    tone = "r" if wish.ends and wish.ends < now else "w" if is_now else ""
    return Wish(ticket, when(wish), fields.harmless(wish.phone), tone, _tried(getattr(ticket, "call", None)))


def _tried(call: Call | None) -> str:
    if call is None or call.tried_at is None:
        return ""
    return words.say("call_tried", count=call.tries, when=words.day_and_clock(call.tried_at))


def when(wish: CallBack) -> str:
    """The slot in words."""
    if wish.starts and wish.ends:
        return words.say("call_between", start=words.day_and_clock(wish.starts), end=words.clock(wish.ends))
    if wish.starts:
        return words.say("call_from", start=words.day_and_clock(wish.starts))
    return words.say("call_until", end=words.day_and_clock(wish.ends)) if wish.ends else words.say("call_any_time")
