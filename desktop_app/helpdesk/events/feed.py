"""Writes and reads the feed of events."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Min, Q

from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.models import Counter, News, Person, Ticket
from desktop_app.protocol.events import Event as EventWord

KEPT = timedelta(days=30)
_BUNCH = 500
_REQUESTERS, _DESK = News.Channel.REQUESTERS, News.Channel.DESK


def tell_of_ticket(ticket: Ticket, *, internal: bool = False) -> None:
    """The ticket has something new: for the technicians, and for its requester unless it is `internal`."""
    _add(_DESK, "ticket", ticket.id)
    if not internal:
        _add(_REQUESTERS, "ticket", ticket.id, ticket.requester)


@transaction.atomic
def tell_all(topic: str) -> None:
    """Something that concerns everybody changed: availability, incidents, organisation, articles."""
    _add(_DESK, topic)
    _add(_REQUESTERS, topic)


@transaction.atomic
def tell_desk(topic: str) -> None:
    """Something changed that technicians alone may know of."""
    _add(_DESK, topic)


@transaction.atomic
def stir() -> None:
    """Nothing to tell, but those who listen are looked at again: a token was withdrawn."""
    Counter.take("stir")
    transaction.on_commit(hub.wake)


def _add(channel: str, topic: str, ticket_id: str | None = None, person: Person | None = None) -> None:
    News.objects.create(channel=channel, seq=Counter.take(channel), topic=topic, ticket_id=ticket_id, person=person)
    transaction.on_commit(hub.wake)


def after(seq: int, person: Person | None) -> list[EventWord]:
    """What `person` (None: a technician) may know of, after `seq`, oldest first, at most 500.

    A `seq` that is not of this feed, or too old, gets one event of topic `everything`.
    """
    channel = _DESK if person is None else _REQUESTERS
    first, last = span(channel)
    if seq > last or (seq < first - 1 and seq != 0):
        return [EventWord(seq=last, topic="everything")]
    visible = News.objects.filter(channel=channel, seq__gt=seq)
    if person is not None:
        visible = visible.filter(Q(person=person) | Q(person=None))
    return [EventWord(seq=n.seq, topic=n.topic, ticket_id=n.ticket_id) for n in visible.order_by("seq")[:_BUNCH]]


def span(channel: str) -> tuple[int, int]:
    """The first and last sequence numbers kept; (1, 0) when there is none."""
    found = News.objects.filter(channel=channel).aggregate(first=Min("seq"), last=Max("seq"))
    return found["first"] or 1, found["last"] or 0


def forget_old() -> int:
    """Remove what nobody will resume from; the newest stays, it holds the count. How many went."""
    old = News.objects.filter(at__lt=datetime.now(UTC) - KEPT)
    return sum(old.filter(channel=channel, seq__lt=span(channel)[1]).delete()[0] for channel in News.Channel.values)


def marks() -> tuple[tuple[str, int], ...]:
    """Where every count stands: differs as soon as any process told anything."""
    return tuple(Counter.objects.order_by("name").values_list("name", "value"))
