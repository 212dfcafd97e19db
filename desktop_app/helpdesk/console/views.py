"""Filters of the queue that a technician keeps under a name of their own."""

from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from desktop_app.helpdesk.console import fields
from desktop_app.helpdesk.console.filters import Filter
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.queue import VIEWS
from desktop_app.helpdesk.models import SavedView

_LONGEST, _MOST = 60, 30


@login_required
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """The filter that is on the page, under a name; the same name again is the newer one."""
    name, view = fields.harmless(field(request, "name"))[:_LONGEST], field(request, "view")
    view, chosen = view if view in VIEWS else "todo", Filter.read(request.POST)
    own = SavedView.objects.filter(owner=me(request))
    if name and (own.filter(name=name).exists() or own.count() < _MOST):
        kept = {"view": view, "filter": asdict(chosen)}
        own.update_or_create(owner=me(request), name=name, defaults=kept)
    return redirect(f"{reverse('queue')}?view={view}{chosen.address}")


@login_required
@require_POST
def forget(request: HttpRequest, view_id: str) -> HttpResponse:
    """No longer under the standard ones; the requests stay where they are."""
    get_object_or_404(SavedView, pk=view_id, owner=me(request)).delete()
    return redirect("queue")
