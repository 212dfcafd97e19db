"""How requesters found that it went, once their request has ended."""

from django.db import transaction

from desktop_app.domain.ticket import Status
from desktop_app.helpdesk.conversations import Conflict, locked, write_event
from desktop_app.helpdesk.models import Entry, Person
from desktop_app.protocol.tickets import Opinion


def give(ticket_id: str, word: Opinion, person: Person) -> tuple[Entry, bool]:
    """The requester's opinion: the first one counts, the same one again changes nothing.

    Raises Ticket.DoesNotExist, Conflict.
    """
    with transaction.atomic():
        ticket = locked(ticket_id, requester=person)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.person_id, known.event) != (ticket.id, person.id, "rated"):
                raise Conflict("id_taken")
            return known, False
        if ticket.score is not None:
            raise Conflict("rated_already")
        if ticket.status not in {Status.RESOLVED, Status.CLOSED}:
            raise Conflict("moved_on")
        ticket.score = word.score
        facts = {"score": str(word.score), "comment": word.comment}
        return write_event(ticket, Entry(id=word.id, event="rated", facts=facts), person), True
