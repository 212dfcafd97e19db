"""Recorded steps in place: the sentences as text, each picture as a picture and nothing else."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.helpdesk import audit
from desktop_app.helpdesk import steps as recorded
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Attachment


@login_required
def page(request: HttpRequest, attachment_id: str) -> HttpResponse:
    """All of them, one below the other."""
    kept = _kept(attachment_id)
    audit.viewed(Act.FILE_FETCHED, me(request), kept)
    content = {"nav": "queue", "file": kept, "ticket": kept.entry.ticket, "steps": recorded.steps(kept)}  # type: ignore[union-attr]
    return render(request, "steps.html", content)


@login_required
def picture(_request: HttpRequest, attachment_id: str, number: int) -> HttpResponse:
    """The picture of one step."""
    raw = recorded.picture(_kept(attachment_id), number)
    if not raw:
        raise Http404
    response = HttpResponse(raw, content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _kept(attachment_id: str) -> Attachment:
    found = Attachment.objects.select_related("entry__ticket").exclude(entry=None)
    return get_object_or_404(found, pk=attachment_id, kind="steps")
