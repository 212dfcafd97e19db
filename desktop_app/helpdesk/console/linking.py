"""Links of a request and its merging, beside the conversation."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import linking
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.ticket import show
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Ticket, TicketLink

_WITH_PEOPLE = ("requester", "assignee", "device", "merged_into")


@login_required
@require_POST
def link(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Link it with the request of a number, or take the link away whose button it was."""
    ticket = get_object_or_404(Ticket.objects.select_related(*_WITH_PEOPLE), pk=ticket_id)
    kind = field(request, "link")
    try:
        if gone := field(request, "remove"):
            linking.unlink(ticket_id, gone, me(request))
        elif kind in TicketLink.Kind.values:
            linking.link(ticket_id, TicketLink.Kind(kind), _number(request), me(request))
    except Conflict as error:
        return show(request, ticket, fault=str(error))
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def merge(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Go on with it in another one, whose page comes next."""
    ticket = get_object_or_404(Ticket.objects.select_related(*_WITH_PEOPLE), pk=ticket_id)
    try:
        target = linking.merge(ticket_id, _number(request), me(request))
    except Conflict as error:
        return show(request, ticket, fault=str(error))
    return redirect("ticket", target.pk)


def _number(request: HttpRequest) -> str:
    return field(request, "number").removeprefix("#").strip()
