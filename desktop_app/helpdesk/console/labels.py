"""The kind and the tags of a request, changed beside its conversation."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import labels
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Kind, Ticket


@login_required
@require_POST
def kind(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """What it is about."""
    get_object_or_404(Ticket, pk=ticket_id)
    if (wanted := field(request, "kind")) in Kind.values:
        labels.change_kind(ticket_id, Kind(wanted), me(request))
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def tags(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Add what is typed, between commas; take off the tag whose button it was."""
    get_object_or_404(Ticket, pk=ticket_id)
    if gone := field(request, "remove"):
        labels.remove(ticket_id, gone, me(request))
    else:
        labels.add(ticket_id, field(request, "tag"), me(request))
    return redirect("ticket", ticket_id)
