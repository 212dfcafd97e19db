"""Requests and their conversation, for the requester's own device."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja import Status as Answer

from desktop_app.domain.ticket import Status, Visibility
from desktop_app.helpdesk import conversations
from desktop_app.helpdesk.api.words import entry_word, ticket_word
from desktop_app.helpdesk.models import Device, Ticket
from desktop_app.protocol import tickets as words

router = Router(tags=["tickets"])
_REQUESTER_MAY = {Status.CLOSED, Status.OPEN}


def _device(request: HttpRequest) -> Device:
    device: Device = request.auth  # type: ignore[attr-defined]  # ninja sets it to what the token names
    return device


def _own(request: HttpRequest, ticket_id: str) -> Ticket:
    return Ticket.objects.select_related("assignee").get(pk=ticket_id, requester=_device(request).person)


@router.post("tickets", response={200: words.Ticket, 201: words.Ticket})
def create(request: HttpRequest, word: words.NewTicket) -> Answer[Any]:
    """A new request; the same id again gives the same answer."""
    ticket, is_new = conversations.open_ticket(word, _device(request))
    return Answer(201 if is_new else 200, ticket_word(ticket))


@router.get("tickets", response=list[words.Ticket])
def overview(request: HttpRequest, updated_after: datetime | None = None) -> list[words.Ticket]:
    """The requester's own, newest change first."""
    found = Ticket.objects.select_related("assignee").filter(requester=_device(request).person)
    if updated_after is not None:
        found = found.filter(updated_at__gt=updated_after)
    return [ticket_word(ticket) for ticket in found.order_by("-updated_at")[:500]]


@router.get("tickets/{ticket_id}", response=words.Ticket)
def one(request: HttpRequest, ticket_id: str) -> words.Ticket:
    """One of the requester's own."""
    return ticket_word(_own(request, ticket_id))


@router.get("tickets/{ticket_id}/entries", response=list[words.Entry])
def entries(request: HttpRequest, ticket_id: str, after: int = 0) -> list[words.Entry]:
    """The public lines after a sequence number."""
    lines = _own(request, ticket_id).entries.filter(visibility=Visibility.PUBLIC, seq__gt=after)
    return [entry_word(e) for e in lines.select_related("technician").prefetch_related("attachments").order_by("seq")]


@router.post("tickets/{ticket_id}/entries", response={200: words.Entry, 201: words.Entry})
def write(request: HttpRequest, ticket_id: str, word: words.NewEntry) -> Answer[Any]:
    """A message; writing in a solved request opens it again."""
    entry, is_new = conversations.requester_writes(ticket_id, word, _device(request).person)
    return Answer(201 if is_new else 200, entry_word(entry))


@router.post("tickets/{ticket_id}/status", response=words.Ticket)
def change_status(request: HttpRequest, ticket_id: str, word: words.StatusChange) -> words.Ticket:
    """It is solved, or it is not after all."""
    if word.status not in _REQUESTER_MAY:
        raise conversations.Conflict("Only the help desk can do that.")
    conversations.change_status(ticket_id, word.status, _device(request).person)
    return ticket_word(_own(request, ticket_id))


@router.post("tickets/{ticket_id}/read", response={204: None})
def read(request: HttpRequest, ticket_id: str, word: words.Read) -> Answer[Any]:
    """Everything up to `seq` was on the screen."""
    conversations.requester_read(ticket_id, _device(request).person, word.seq)
    return Answer(204, None)
