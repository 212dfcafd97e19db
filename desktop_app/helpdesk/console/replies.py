"""Canned replies: looked after on a page of their own, put into the composer of a request."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import replies, rights
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.ticket import show
from desktop_app.helpdesk.models import CannedReply, Technician, Ticket

_SUPERVISOR = Technician.Role.SUPERVISOR
_LONGEST_TITLE, _LONGEST_BODY = 120, 10_000


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The team's and one's own, and the form for a new one."""
    reply = CannedReply(owner=me(request))
    if request.method == "POST":
        return _save(request, reply)
    return _page(request, reply)


@login_required
def edit(request: HttpRequest, reply_id: str) -> HttpResponse:
    """One of them in the form."""
    reply = _changeable(request, reply_id)
    if request.method == "POST":
        return _save(request, reply)
    return _page(request, reply)


@login_required
@require_POST
def remove(request: HttpRequest, reply_id: str) -> HttpResponse:
    """Away with it; what was written with it stays."""
    _changeable(request, reply_id).delete()
    return redirect("replies")


@login_required
def put(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The filled words, for the page's script; sent with the composer: the page, with them after what is there."""
    ticket = get_object_or_404(Ticket.objects.select_related("requester", "assignee", "device"), pk=ticket_id)
    chosen = (request.POST or request.GET).get("reply", "").replace("\0", "")
    reply = replies.usable_by(me(request)).filter(pk=chosen).first()
    said = replies.filled(reply, ticket, me(request)) if reply else ""
    if request.method != "POST":
        return HttpResponse(said, content_type="text/plain; charset=utf-8")
    written = "\n".join(part for part in (field(request, "body"), said) if part)
    return show(request, ticket, written)


def _changeable(request: HttpRequest, reply_id: str) -> CannedReply:
    """Words that the team shares are for those who answer for it."""
    reply = get_object_or_404(replies.usable_by(me(request)), pk=reply_id)
    if reply.owner is None:
        rights.require(me(request), _SUPERVISOR)
    return reply


def _save(request: HttpRequest, reply: CannedReply) -> HttpResponse:
    is_shared = field(request, "scope") == "team"
    if is_shared:
        rights.require(me(request), _SUPERVISOR)
    reply.title, reply.body = field(request, "title"), field(request, "body").replace("\r\n", "\n")
    reply.owner = None if is_shared else me(request)
    if not reply.title or not reply.body or len(reply.title) > _LONGEST_TITLE or len(reply.body) > _LONGEST_BODY:
        return _page(request, reply, "reply_incomplete")
    reply.save()
    return redirect("replies")


def _page(request: HttpRequest, reply: CannedReply, fault: str = "") -> HttpResponse:
    may_share = rights.has(me(request), _SUPERVISOR)
    listed = [(one, one.owner is not None or may_share) for one in replies.usable_by(me(request))]
    content = {
        "nav": "queue",
        "replies": listed,
        "reply": reply,
        "is_new": reply._state.adding,
        "may_share": may_share,
        "gaps": [f"{{{gap}}}" for gap in replies.GAPS],
        "fault": fault,
    }
    return render(request, "replies.html", content, status=422 if fault else 200)
