"""Who would rather be rung: wished with a request or while it waits, told to the team, met by a call or in writing."""

from datetime import UTC, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import F, QuerySet

from desktop_app.domain.call_back import LONGEST_WISH, read
from desktop_app.domain.ticket import UNDERWAY
from desktop_app.helpdesk.conversations import Conflict, locked, record, write_event
from desktop_app.helpdesk.models import Call, Entry, Person, Technician, Ticket
from desktop_app.protocol.tickets import NewCallBack


def kept(wish: str) -> str:
    """A wish as it is stored. It is read with patience, so that none is lost: a slot may be over when it arrives."""
    return wish[:LONGEST_WISH]


def wish(ticket_id: str, word: NewCallBack, person: Person) -> tuple[Entry, bool]:
    """The requester would rather be rung: the later wish holds, and has to be met anew; the same one changes nothing.

    Raises Ticket.DoesNotExist, Conflict.
    """
    with transaction.atomic():
        ticket = locked(ticket_id, requester=person)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.person_id, known.event) != (ticket.id, person.id, "call_wished"):
                raise Conflict("id_taken")
            return known, False
        if ticket.status not in UNDERWAY:
            raise Conflict("moved_on")
        Call.objects.filter(ticket=ticket).delete()
        ticket.call_back = kept(word.call_back)
        facts = {"call_back": ticket.call_back, "phone": read(ticket.call_back).phone}
        return write_event(ticket, Entry(id=word.id, event="call_wished", facts=facts), person), True


def is_met(ticket: Ticket) -> bool:
    """Whether somebody has rung since it was wished, or written instead."""
    return bool(ticket.call_back) and Call.objects.filter(ticket=ticket, done_at__isnull=False).exists()


def is_waited_for(ticket: Ticket) -> bool:
    """Whether its requester waits for a call: one of `to_call`."""
    return bool(ticket.call_back) and ticket.status in UNDERWAY and not is_met(ticket)


def to_call() -> "QuerySet[Ticket]":
    """Requests whose requester waits for a call."""
    wished = Ticket.objects.filter(status__in=UNDERWAY).exclude(call_back="")  # few, and an index has all it asks
    return Ticket.objects.filter(number__in=wished.values("number")).exclude(call__done_at__isnull=False)


class Came(StrEnum):
    """What came of a wish; each is `event_…` of the console's words."""

    REACHED = "called"
    WRITTEN = "call_written"
    IN_VAIN = "called_in_vain"


def came_of(ticket_id: str, came: Came, wish: str, by: Technician) -> None:
    """Somebody rang, or wrote instead; nobody answering, the wish stays.

    Raises Conflict when another wish than `wish` stands there by now: what was done does not meet that one.
    """
    is_met, now = came is not Came.IN_VAIN, datetime.now(UTC)
    with transaction.atomic():
        ticket = locked(ticket_id)
        if ticket.call_back.split() != wish.split():  # a form turns the ends of lines
            raise Conflict("call_changed")
        Call.objects.get_or_create(ticket=ticket)
        open_call = Call.objects.filter(ticket=ticket, done_at=None)
        if open_call.update(**({"done_at": now} if is_met else {"tries": F("tries") + 1, "tried_at": now})):
            ticket.version += is_met  # its requester waits for no call any more
            record(ticket, came, {}, by, internal=True)
