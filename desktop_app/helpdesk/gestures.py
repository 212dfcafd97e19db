"""Signs of life in a conversation: somebody writes, somebody has read. Told to those whom it concerns, never kept."""

import time
from datetime import UTC, datetime

from desktop_app.helpdesk.events.hub import DESK, REQUESTERS
from desktop_app.helpdesk.events.whispers import whispers
from desktop_app.helpdesk.models import Device, Looking, Person, Technician, Ticket
from desktop_app.helpdesk.watching import OPEN
from desktop_app.protocol.events import Event

_EVERY_S = 1.0
_MOST = 10_000
_last: dict[tuple[str, str], float] = {}


def listener(one: Device | Technician) -> str:
    """The name that one is whispered to by."""
    return f"{DESK}{one.pk}" if isinstance(one, Technician) else _requester(one.person)


def requester_types(ticket: Ticket) -> None:
    """Told to the technicians who have the request open, or the one it was joined to."""
    if _may(ticket, _requester(ticket.requester)):
        whispers.tell(_looking(ticket), _typing(ticket.merged_into_id or ticket.pk, ticket.requester.name))


def technician_types(ticket: Ticket, technician: Technician) -> None:
    """Told to the requester; of notes nothing is told."""
    if _may(ticket, listener(technician)):
        whispers.tell([_requester(ticket.requester)], _typing(ticket.pk, technician.first_name))


def requester_read(ticket: Ticket) -> None:
    """The technicians who have it open look again."""
    whispers.tell(_looking(ticket), Event(seq=0, topic="read", ticket_id=ticket.merged_into_id or ticket.pk))


def desk_read(ticket: Ticket) -> None:
    """A technician has seen what the requester wrote."""
    whispers.tell([_requester(ticket.requester)], Event(seq=0, topic="read", ticket_id=ticket.pk))


def _typing(ticket_id: str, name: str) -> Event:
    return Event(seq=0, topic="typing", ticket_id=ticket_id, name=name)


def _may(ticket: Ticket, who: str) -> bool:
    """At most once a second for one who types in a request: what comes faster is dropped."""
    key, now = (ticket.pk, who), time.monotonic()
    if now - _last.get(key, -_EVERY_S) < _EVERY_S:
        return False
    if len(_last) >= _MOST:
        _last.clear()
    _last[key] = now
    return True


def _looking(ticket: Ticket) -> list[str]:
    open_now = Looking.objects.filter(
        ticket=ticket.merged_into_id or ticket.pk, at__gte=datetime.now(UTC) - OPEN
    ).select_related("technician")
    return [listener(one.technician) for one in open_now]


def _requester(person: Person) -> str:
    return f"{REQUESTERS}{person.pk}"
