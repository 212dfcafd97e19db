"""Requests and their conversation, for the requester's own device and for technicians' scripts."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router
from ninja import Status as Answer
from pydantic import Field

from desktop_app.domain.ticket import Status, Visibility
from desktop_app.helpdesk import asking, call_backs, conversations, gestures, opening, opinions, waiting
from desktop_app.helpdesk.api.access import DeviceToken, TechnicianToken
from desktop_app.helpdesk.api.words import entry_word, ticket_word
from desktop_app.helpdesk.models import Device, Entry, Technician, Ticket
from desktop_app.helpdesk.refusal import Refused
from desktop_app.protocol import tickets as words
from desktop_app.protocol.base import Id, Moment

router = Router(tags=["tickets"])
_REQUESTER_MAY = {Status.CLOSED, Status.OPEN}
Seq = Annotated[int, Field(ge=0, lt=2**31)]
_BOTH = [DeviceToken(), TechnicianToken()]


def _caller(request: HttpRequest) -> Device | Technician:
    caller: Device | Technician = request.auth  # type: ignore[attr-defined]  # ninja sets it to what the token names
    return caller


def _device(request: HttpRequest) -> Device:
    caller = _caller(request)
    if isinstance(caller, Technician):
        raise Refused(403, "refused")
    return caller


def _visible(request: HttpRequest) -> "QuerySet[Ticket]":
    """A requester's own; all of them for a technician."""
    found, caller = Ticket.objects.select_related("assignee", "merged_into"), _caller(request)
    return found if isinstance(caller, Technician) else found.filter(requester=caller.person)


@router.post("tickets", response={200: words.Ticket, 201: words.Ticket})
def create(request: HttpRequest, word: words.NewTicket) -> Answer[Any]:
    """A new request; the same id again gives the same answer."""
    ticket, is_new = opening.open_ticket(word, _device(request))
    return Answer(201 if is_new else 200, ticket_word(ticket))


@router.get("tickets", response=list[words.Ticket], auth=_BOTH)
def overview(request: HttpRequest, updated_after: Moment | None = None) -> list[words.Ticket]:
    """The requester's own, for a technician all, newest change first, at most 500."""
    found = _visible(request)
    if updated_after is not None:
        found = found.filter(updated_at__gt=updated_after)
    is_desk = isinstance(_caller(request), Technician)
    return [ticket_word(ticket, is_desk=is_desk) for ticket in found.order_by("-updated_at")[:500]]


@router.get("tickets/{ticket_id}", response=words.Ticket, auth=_BOTH)
def one(request: HttpRequest, ticket_id: Id) -> words.Ticket:
    """One request."""
    return ticket_word(_visible(request).get(pk=ticket_id), is_desk=isinstance(_caller(request), Technician))


@router.get("tickets/{ticket_id}/place", response=words.Place)
def place(request: HttpRequest, ticket_id: Id) -> words.Place:
    """Which place it has in the waiting line, and how long that usually takes."""
    return waiting.place(_visible(request).get(pk=ticket_id))


@router.get("tickets/{ticket_id}/entries", response=list[words.Entry], auth=_BOTH)
def entries(request: HttpRequest, ticket_id: Id, after: Seq = 0) -> list[words.Entry]:
    """The lines after a sequence number; internal notes for technicians only."""
    lines = _visible(request).get(pk=ticket_id).entries.select_related("technician").prefetch_related("attachments")
    if isinstance(_caller(request), Technician):
        return _with_notes(lines.order_by("position"), after)
    return [entry_word(e) for e in lines.filter(visibility=Visibility.PUBLIC, seq__gt=after).order_by("seq")]


def _with_notes(lines: "QuerySet[Entry]", after: int) -> list[words.Entry]:
    """A note stands after a public line and is told with its number."""
    found, seq = [], 0
    for line in lines:
        seq = line.seq or seq
        if seq > after or (line.seq is None and seq == after):
            found.append(entry_word(line, is_desk=True).model_copy(update={"seq": seq}))
    return found


@router.post("tickets/{ticket_id}/entries", response={200: words.Entry, 201: words.Entry}, auth=_BOTH)
def write(request: HttpRequest, ticket_id: Id, word: words.NewEntry) -> Answer[Any]:
    """A message; writing in a solved request opens it again. A technician's `visibility` is heeded."""
    if not word.body.strip() and not word.attachments:
        raise Refused(422, "empty_message")
    caller = _caller(request)
    if isinstance(caller, Technician):
        entry, is_new = conversations.technician_sends(ticket_id, word, caller)
        return Answer(201 if is_new else 200, entry_word(entry, is_desk=True))
    entry, is_new = conversations.requester_writes(ticket_id, word, caller.person)
    return Answer(201 if is_new else 200, entry_word(entry))


@router.post("tickets/{ticket_id}/typing", response={204: None})
def types(request: HttpRequest, ticket_id: Id) -> Answer[Any]:
    """The requester is writing: who has the request open sees it, now or never. What is written is not told."""
    found = Ticket.objects.select_related("requester").filter(requester=_device(request).person)
    gestures.requester_types(found.get(pk=ticket_id))
    return Answer(204, None)


@router.post("tickets/{ticket_id}/answers", response={200: words.Entry, 201: words.Entry})
def answer(request: HttpRequest, ticket_id: Id, word: words.NewAnswer) -> Answer[Any]:
    """The user's word on what a technician asked: the first one counts."""
    entry, is_new = asking.answer(ticket_id, word, _device(request).person)
    return Answer(201 if is_new else 200, entry_word(entry))


@router.post("tickets/{ticket_id}/opinion", response={200: words.Entry, 201: words.Entry})
def opinion(request: HttpRequest, ticket_id: Id, word: words.Opinion) -> Answer[Any]:
    """How it went, as its requester found."""
    entry, is_new = opinions.give(ticket_id, word, _device(request).person)
    return Answer(201 if is_new else 200, entry_word(entry))


@router.post("tickets/{ticket_id}/call-back", response={200: words.Entry, 201: words.Entry})
def call_back(request: HttpRequest, ticket_id: Id, word: words.NewCallBack) -> Answer[Any]:
    """Its requester would rather be rung."""
    entry, is_new = call_backs.wish(ticket_id, word, _device(request).person)
    return Answer(201 if is_new else 200, entry_word(entry))


@router.post("tickets/{ticket_id}/status", response=words.Ticket)
def change_status(request: HttpRequest, ticket_id: Id, word: words.StatusChange) -> words.Ticket:
    """It is solved, or it is not after all."""
    if word.status not in _REQUESTER_MAY:
        raise conversations.Conflict("desk_only")
    conversations.change_status(ticket_id, word.status, _device(request).person)
    return ticket_word(_visible(request).get(pk=ticket_id))


@router.post("tickets/{ticket_id}/read", response={204: None})
def read(request: HttpRequest, ticket_id: Id, word: words.Read) -> Answer[Any]:
    """Everything up to `seq` was on the screen."""
    conversations.requester_read(ticket_id, _device(request).person, word.seq)
    return Answer(204, None)
