"""The film of a shared screen, as the machine that showed it made it: kept with its request."""

from django.db import transaction

from desktop_app.helpdesk import audit
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict, claim, locked, write_event
from desktop_app.helpdesk.models import Attachment, Device, Entry, Ticket
from desktop_app.protocol.sharing import NewRecording

EVENT = "screen_recorded"


def keep(ticket_id: str, word: NewRecording, device: Device) -> Entry:
    """Put it with the request; the same id again changes nothing. Raises DoesNotExist, Conflict."""
    with transaction.atomic():
        ticket = locked(ticket_id, requester=device.person)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.person_id, known.event) != (ticket.pk, device.person_id, EVENT):
                raise Conflict("id_taken")
            return known
        return _put(ticket, word, device)


def _put(ticket: Ticket, word: NewRecording, device: Device) -> Entry:
    sharing = ticket.sharings.select_related("technician").get(pk=word.sharing)
    if not sharing.answer or sharing.joins_id is not None:
        raise Conflict("not_shown")
    if not Attachment.objects.filter(pk=word.attachment, kind="recording").exists():
        raise Conflict("file_missing")
    told = {"name": sharing.technician.first_name, "seconds": str(word.seconds)}
    entry = write_event(ticket, Entry(id=word.id, event=EVENT, facts=told), device.person)
    claim(entry, [word.attachment])
    audit.write(Act.RECORDING_KEPT, device.person, ticket, sharing=sharing.pk, seconds=word.seconds)
    return entry
