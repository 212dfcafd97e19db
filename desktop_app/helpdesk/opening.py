"""How a request comes in: numbered, stored with its first words and all that is owed on it, told to those concerned."""

import hashlib
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from desktop_app.domain import containment
from desktop_app.domain.ticket import Priority, priority
from desktop_app.helpdesk import call_backs, promises
from desktop_app.helpdesk.conversations import Conflict, claim, numbered
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Attempt, Case, Device, Entry, Organisation, Person, Ticket
from desktop_app.helpdesk.prepared import Change, Question, add
from desktop_app.protocol.tickets import NewTicket

_FIRST_NUMBER = 4801
_TICKET = Question(lambda ticket: Ticket.objects.filter(pk=ticket))
_ENTRY = Question(lambda entry: Entry.objects.filter(pk=entry))
_COUNT_ON = Change(
    lambda: (Organisation.objects.filter(pk=1), {"last_number": Greatest(F("last_number"), _FIRST_NUMBER - 1) + 1})
)


def open_ticket(word: NewTicket, device: Device) -> tuple[Ticket, bool]:
    """Store a request; the same one when it is already there (and False). Raises Conflict when the id is another's."""
    with transaction.atomic():
        organisation = Organisation.hold()  # the same request sent twice at once waits for itself
        known = _TICKET.first(word.id)
        if known is not None:
            if known.requester_id != device.person_id or known.content_hash != _digest(word):
                raise Conflict("id_taken")
            return known, False
        if _ENTRY(word.entry_id):
            raise Conflict("id_taken")
        ticket = _store(word, _new_ticket(word, device.person, device), organisation)
        tried = [Attempt(ticket=ticket, **one.model_dump() | {"title": one.title[:200]}) for one in word.attempts]
        add(*tried)
        if _is_suspected(word):
            Case.objects.create(ticket=ticket, opened_at=ticket.created_at)
        return ticket, True


def open_for(word: NewTicket, person: Person, device: Device | None) -> Ticket:
    """Store what a requester tells in person; inside the caller's transaction, which has asked whether it is there."""
    return _store(word, _new_ticket(word, person, device), Organisation.hold())


def _new_ticket(word: NewTicket, person: Person, device: Device | None) -> Ticket:
    now = datetime.now(UTC)
    return Ticket(
        id=word.id,
        subject=word.subject,
        impact=word.impact,
        blocked=word.blocked,
        priority=Priority.CRITICAL if _is_suspected(word) else priority(word.impact, word.blocked),
        requester=person,
        device=device,
        language=word.language,
        call_back=call_backs.kept(word.call_back),
        content_hash=_digest(word),
        created_at=now,
        updated_at=now,
    )


def _store(word: NewTicket, ticket: Ticket, organisation: Organisation) -> Ticket:
    """With its first words and what is owed on it, each row written once; told to those concerned."""
    ticket.number = _next_number(organisation)
    entry = numbered(ticket, Entry(id=word.entry_id, body=word.body, person=ticket.requester))
    owed = promises.opened(ticket, organisation)
    add(ticket)
    add(*owed)
    add(entry)
    claim(entry, word.attachments)
    feed.tell_of_ticket(ticket)
    return ticket


def _is_suspected(word: NewTicket) -> bool:
    return containment.suspected((attempt.fix_id, attempt.result) for attempt in word.attempts)


def _next_number(organisation: Organisation) -> int:
    """From the counter row, which this transaction holds."""
    _COUNT_ON()
    return max(organisation.last_number, _FIRST_NUMBER - 1) + 1


def _digest(word: NewTicket) -> str:
    return hashlib.sha256(word.model_dump_json().encode()).hexdigest()
