"""Writes and reads the feed of events."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Min, Q

from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.models import Event, Person, Ticket
from desktop_app.protocol.events import Event as EventWord

KEPT = timedelta(days=30)
_BUNCH = 500


def tell_of_ticket(ticket: Ticket, *, internal: bool = False) -> None:
    """The ticket has something new: for the technicians, and for its requester unless it is `internal`."""
    person = None if internal else ticket.requester
    Event.objects.create(topic="ticket", ticket_id=ticket.id, person=person)
    transaction.on_commit(hub.wake)


def tell_all(topic: str) -> None:
    """Something that concerns everybody changed: availability, incidents, organisation."""
    Event.objects.create(topic=topic, for_all=True)
    transaction.on_commit(hub.wake)


def after(seq: int, person: Person | None) -> list[EventWord]:
    """What `person` (None: a technician) may know of, after `seq`, oldest first, at most 500.

    A `seq` that is not of this feed, or too old, gets one event of topic `everything`.
    """
    first, last = span()
    if seq > last or (seq < first - 1 and seq != 0):
        return [EventWord(seq=last, topic="everything")]
    visible = Event.objects.filter(seq__gt=seq)
    if person is not None:
        visible = visible.filter(Q(person=person) | Q(for_all=True))
    return [EventWord(seq=e.seq, topic=e.topic, ticket_id=e.ticket_id) for e in visible.order_by("seq")[:_BUNCH]]


def span() -> tuple[int, int]:
    """The first and last sequence numbers kept; (1, 0) when there is none."""
    found = Event.objects.aggregate(first=Min("seq"), last=Max("seq"))
    return found["first"] or 1, found["last"] or 0


def forget_old() -> int:
    """Remove what nobody will resume from; the newest stays, it holds the count. How many went."""
    last = span()[1]
    return Event.objects.filter(at__lt=datetime.now(UTC) - KEPT, seq__lt=last).delete()[0]
