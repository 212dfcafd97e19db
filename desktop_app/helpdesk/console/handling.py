"""What technicians do with a request: write in it, take it, hand it over, say how urgent it is, move it on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.ticket import LARGEST_FILE, LONGEST_MESSAGE, EntryKind, Priority, Status
from desktop_app.helpdesk import conversations, handling, work
from desktop_app.helpdesk.api.attachments import harmless_name, media_type, store
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.ticket import show
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.keeping import Silent
from desktop_app.helpdesk.models import Attachment, Technician, Ticket
from desktop_app.helpdesk.refusal import Refused
from desktop_app.protocol.base import new_id

_MAY_SET = {Status.OPEN, Status.PENDING_REQUESTER, Status.RESOLVED}
_LONGEST_REASON = 500
_MOST_FILES = 20


@login_required
@require_POST
def write(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """A reply or an internal note, with files; `resolve` makes the reply the solution. What is unclear is internal."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    body = field(request, "body")
    if len(body) > LONGEST_MESSAGE:
        return show(request, ticket, body, "too_much")
    try:
        files = _files(request)
    except Refused as error:
        return show(request, ticket, body, error.key, **error.facts)
    except Silent as error:
        return show(request, ticket, body, error.key)
    is_reply = request.POST.get("mode") == "reply"
    if body or files:
        resolves = is_reply and "resolve" in request.POST
        kind = EntryKind.NOTE if not is_reply else EntryKind.SOLUTION if resolves else EntryKind.MESSAGE
        with transaction.atomic():
            entry = conversations.technician_writes(ticket_id, me(request), body, kind, files)
            work.spend(entry, work.minutes(field(request, "minutes")))
        messages.success(request, "sent")  # the page then forgets what it kept of it
        if resolves:
            conversations.change_status(ticket_id, Status.RESOLVED, me(request))
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def take(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Make it mine; says who was faster."""
    get_object_or_404(Ticket, pk=ticket_id)
    try:
        handling.take(ticket_id, me(request))
    except handling.Taken as error:
        return _conflict(request, ticket_id, error.name)
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def hand_over(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Give it to a colleague, or back to everybody."""
    get_object_or_404(Ticket, pk=ticket_id)
    wanted = field(request, "to")
    to = get_object_or_404(Technician.objects.answering(), pk=wanted) if wanted else None
    try:
        handling.hand_over(ticket_id, to, me(request), field(request, "was"))
    except handling.Taken as error:
        return _conflict(request, ticket_id, error.name)
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def change_priority(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """More or less urgent, and why."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    wanted, reason = field(request, "priority"), field(request, "reason")[:_LONGEST_REASON]
    if wanted not in {str(one.value) for one in Priority}:
        return redirect("ticket", ticket_id)
    if not reason:
        return show(request, ticket, fault="priority_needs_reason")
    handling.change_priority(ticket_id, Priority(int(wanted)), reason, me(request))
    return redirect("ticket", ticket_id)


@login_required
@require_POST
def change_status(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Wait for the requester, go on, resolve, open again."""
    get_object_or_404(Ticket, pk=ticket_id)
    wanted = field(request, "status")
    if wanted in _MAY_SET:
        try:
            conversations.change_status(ticket_id, Status(wanted), me(request))
        except Conflict:
            return _conflict(request, ticket_id, "")
    return redirect("ticket", ticket_id)


def _conflict(request: HttpRequest, ticket_id: str, name: str) -> HttpResponse:
    return render(request, "conflict.html", {"name": name, "ticket_id": ticket_id}, status=409)


def _files(request: HttpRequest) -> list[Attachment]:
    """The files of the bounded form: their bytes are stored, their rows are not. Raises Refused, Silent."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FILE:
        raise Refused(413, "file_too_large", limit=LARGEST_FILE // 1024 // 1024)
    brought = request.FILES.getlist("files")
    if len(brought) > _MOST_FILES:
        raise Refused(413, "too_many_files", most=_MOST_FILES)
    return [_stored(file) for file in brought]


def _stored(file: "UploadedFile[bytes]") -> Attachment:
    digest, size = store(file, LARGEST_FILE)
    return Attachment(
        id=new_id(),
        filename=harmless_name(file.name or ""),
        media_type=media_type(file.content_type or ""),
        kind="file",
        size=size,
        sha256=digest,
    )
