"""Writes and reads the feed of events."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Max, Min, Q

from desktop_app.helpdesk.events.hub import DESK, REQUESTERS, hub
from desktop_app.helpdesk.models import Counter, News, Ticket
from desktop_app.helpdesk.prepared import add
from desktop_app.protocol.events import Event as EventWord

KEPT = timedelta(days=30)
STIR = "stir"
"""Whose count it is that changes."""

BUNCH = 500
_REQUESTERS, _DESK = News.Channel.REQUESTERS, News.Channel.DESK
_NAMES = {_REQUESTERS: REQUESTERS, _DESK: DESK}

Row = tuple[str | None, EventWord]
"""Whose alone it is, and what is told."""


def tell_of_ticket(ticket: Ticket, *, internal: bool = False) -> None:
    """The ticket has something new: for the technicians, and for its requester unless it is `internal`."""
    _tell_of(ticket, "ticket", (_DESK,) if internal else (_DESK, _REQUESTERS))


def tell_of_sharing(ticket: Ticket) -> None:
    """A sharing of its requester's screen has moved on; inside the caller's transaction."""
    _tell_of(ticket, "sharing", (_DESK, _REQUESTERS))


def _tell_of(ticket: Ticket, topic: str, channels: Iterable[News.Channel]) -> None:
    whose = {_DESK: None, _REQUESTERS: ticket.requester_id}
    _add(*(News(channel=one, topic=topic, ticket_id=ticket.id, person_id=whose[one]) for one in channels))


@transaction.atomic
def tell_all(topic: str) -> None:
    """Something that concerns everybody changed: availability, incidents, organisation, articles."""
    _add(News(channel=_DESK, topic=topic), News(channel=_REQUESTERS, topic=topic))


@transaction.atomic
def tell_desk(topic: str) -> None:
    """Something changed that technicians alone may know of."""
    _add(News(channel=_DESK, topic=topic))


@transaction.atomic
def stir() -> None:
    """Nothing to tell, but the clock looks again at those who listen: a token was withdrawn."""
    Counter.take(STIR)


def _add(*told: News) -> None:
    """At most one on each channel."""
    taken = Counter.take_each([news.channel for news in told])
    for news in told:
        news.seq = taken[news.channel]
        transaction.on_commit(partial(hub.wake, _whom(news.channel, news.person_id)))
    add(*told)


def _whom(channel: str, person: str | None) -> str:
    return _NAMES[News.Channel(channel)] + (person or "")


def channel_of(person: str | None) -> str:
    """The feed of a person; of a technician for None."""
    return _DESK if person is None else _REQUESTERS


def after(seq: int, person: str | None) -> list[EventWord]:
    """What the person of that id (None: a technician) may know of, after `seq`, oldest first, at most 500.

    A `seq` that is not of this feed, or too old, gets one event of topic `everything`.
    """
    channel = channel_of(person)
    first, last = span(channel)
    if seq > last or (seq < first - 1 and seq != 0):
        return [EventWord(seq=last, topic="everything")]
    visible = News.objects.filter(channel=channel, seq__gt=seq)
    if person is not None:
        visible = visible.filter(Q(person=person) | Q(person=None))
    return [_word(news) for news in visible.order_by("seq")[:BUNCH]]


def newest(channel: str, seq: int, most: int) -> list[Row]:
    """The last of a channel after `seq`, at most so many, oldest first."""
    found = News.objects.filter(channel=channel, seq__gt=seq).order_by("-seq")[:most]
    return [(news.person_id, _word(news)) for news in reversed(found)]


def concerned(before: dict[str, int]) -> set[str]:
    """Those whom something was told since the counts stood there, as the hub names them."""
    told = Q()
    for channel in News.Channel.values:
        told |= Q(channel=channel, seq__gt=before.get(channel, 0))
    return {_whom(channel, person) for channel, person in News.objects.filter(told).values_list("channel", "person")}


def _word(news: News) -> EventWord:
    return EventWord(seq=news.seq, topic=news.topic, ticket_id=news.ticket_id)


def span(channel: str) -> tuple[int, int]:
    """The first and last sequence numbers kept; (1, 0) when there is none."""
    found = News.objects.filter(channel=channel).aggregate(first=Min("seq"), last=Max("seq"))
    return found["first"] or 1, found["last"] or 0


def forget_old() -> int:
    """Remove what nobody will resume from; the newest stays, it holds the count. How many went."""
    old = News.objects.filter(at__lt=datetime.now(UTC) - KEPT)
    return sum(old.filter(channel=channel, seq__lt=span(channel)[1]).delete()[0] for channel in News.Channel.values)


def marks() -> dict[str, int]:
    """Where every count stands: differs as soon as any process told anything."""
    return dict(Counter.objects.values_list("name", "value"))
