"""Following a request, and the notice that a colleague is in it already."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import gestures, watching
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Ticket


@login_required
@require_POST
def follow(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Follow it, or no longer."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    act = watching.unfollow if "stop" in request.POST else watching.follow
    act(ticket, me(request))
    return redirect("ticket", ticket_id)


@login_required
def others(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Who else has it open; asking says that one has it open oneself, sending that one writes: colleagues see it, and
    the requester when it is a reply.
    """
    ticket = get_object_or_404(Ticket.objects.select_related("requester"), pk=ticket_id)
    watching.note(ticket, me(request), types=request.method == "POST")
    if request.POST.get("mode") == "reply":
        gestures.technician_types(ticket, me(request))
    return render(request, "others.html", {"ticket": ticket, "there": watching.others(ticket, me(request))})
