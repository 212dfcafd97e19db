"""A recorded screen in place: a film and nothing else, whatever the file claims to be."""

import re
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.helpdesk import audit, keeping
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.security import POLICY
from desktop_app.helpdesk.console.thread import journal_line
from desktop_app.helpdesk.models import Attachment

_RANGE = re.compile(r"bytes=([0-9]{1,12})-([0-9]{0,12})")
_MOST = 4 * 1024 * 1024
"""Bytes of one answer; a player asks for the next ones by itself."""


@login_required
def page(request: HttpRequest, attachment_id: str) -> HttpResponse:
    """The player."""
    kept = _kept(attachment_id)
    audit.viewed(Act.FILE_FETCHED, me(request), kept)
    entry: Any = kept.entry
    content = {"nav": "queue", "file": kept, "ticket": entry.ticket, "happened": journal_line(entry)}
    response = render(request, "recording.html", content)
    response["Content-Security-Policy"] = f"{POLICY}; media-src 'self'"
    return response


@login_required
def film(request: HttpRequest, attachment_id: str) -> HttpResponse:
    """The part of it that the player asks for; 416 for one that is not there."""
    kept = _kept(attachment_id)
    audit.viewed(Act.FILE_FETCHED, me(request), kept)
    asked = _RANGE.fullmatch(request.headers.get("Range", "")) or _RANGE.fullmatch("bytes=0-")
    first, last = (int(place or kept.size - 1) for place in asked.groups())  # type: ignore[union-attr]
    last = min(last, first + _MOST - 1, kept.size - 1)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{kept.size}"})
    with keeping.opened(kept.sha256) as file:
        file.seek(first)
        response = HttpResponse(file.read(last - first + 1), status=206, content_type="video/mp4")
    response["Content-Range"] = f"bytes {first}-{last}/{kept.size}"
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _kept(attachment_id: str) -> Attachment:
    found = Attachment.objects.select_related("entry__ticket").exclude(entry=None)
    return get_object_or_404(found, pk=attachment_id, kind="recording")
