"""Everything that changes a conversation, for API and console: one transaction each, told to those concerned.

On PostgreSQL rows are taken in one order, here and wherever somebody calls this: requests, by their ids; what hangs on
them; what is told (`feed`); what was done (`audit`). Who takes them otherwise waits for ever for who does not.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Q

from desktop_app.domain.ticket import (
    ENDED,
    EntryKind,
    Status,
    Visibility,
    after_requester_writes,
    may_become,
)
from desktop_app.helpdesk import gestures, hearing, promises
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Attachment, Entry, Person, Technician, Ticket
from desktop_app.helpdesk.prepared import Change
from desktop_app.protocol.base import new_id
from desktop_app.protocol.tickets import NewEntry


class Conflict(Exception):
    """The id is taken by something else, or two acted at once. The text is the key of a sentence of `refusals`."""


_CLAIM = Change(
    lambda file, person, entry: (Attachment.objects.filter(pk=file, person=person, entry=None), {"entry": entry})
)


def _says_the_same(known: Entry, word: NewEntry) -> bool:
    files = known.attachments.values_list("pk", flat=True)
    return known.body == word.body and set(files) == set(word.attachments)


def requester_writes(ticket_id: str, word: NewEntry, person: Person) -> tuple[Entry, bool]:
    """A message of the requester; the stored one when it is known. Raises Ticket.DoesNotExist, Conflict."""
    while True:
        with transaction.atomic():
            into = Ticket.objects.values_list("merged_into", flat=True).get(pk=ticket_id, requester=person)
            held = all_locked(Q(pk__in=[ticket_id, into]))
            if (ticket := held.get(ticket_id)) and ticket.merged_into_id == into:
                return _requester_wrote(ticket, held[into or ticket_id], word, person)


def _requester_wrote(ticket: Ticket, target: Ticket, word: NewEntry, person: Person) -> tuple[Entry, bool]:
    known = Entry.objects.filter(pk=word.id).first()
    if known is not None:
        if known.ticket_id != ticket.id or known.person_id != person.id or not _says_the_same(known, word):
            raise Conflict("id_taken")
        return known, False
    entry = _write(ticket, Entry(id=word.id, body=word.body, person=person), word.attachments)
    _requester_waits(ticket, target)
    set_status(ticket, after_requester_writes(Status(ticket.status)))
    return entry, True


def _requester_waits(ticket: Ticket, target: Ticket) -> None:
    """An answer is owed; for what was merged, in the `target` where it goes on."""
    promises.requester_wrote(target)
    if target is not ticket:
        record(target, "merged_wrote", {"number": str(ticket.number)}, None, internal=True)
        set_status(target, after_requester_writes(Status(target.status)))


def technician_sends(ticket_id: str, word: NewEntry, technician: Technician) -> tuple[Entry, bool]:
    """A script's message or note, once per id; scripts bring no files. Raises Ticket.DoesNotExist, Conflict."""
    if word.attachments:
        raise Conflict("file_missing")
    with transaction.atomic():
        ticket = locked(ticket_id)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.technician_id, known.body) != (ticket.id, technician.id, word.body):
                raise Conflict("id_taken")
            return known, False
        kind = EntryKind.MESSAGE if word.visibility is Visibility.PUBLIC else EntryKind.NOTE
        entry = Entry(id=word.id, body=word.body, technician=technician, kind=kind)
        return _store_answer(ticket, entry, technician), True


def technician_writes(
    ticket_id: str,
    technician: Technician,
    body: str,
    kind: EntryKind = EntryKind.MESSAGE,
    files: Sequence[Attachment] = (),
) -> Entry:
    """A reply, a solution, or a note (`kind`), with `files` that are not stored yet; their bytes are.

    The first public words are the first answer.
    """
    with transaction.atomic():
        entry = Entry(id=new_id(), body=body, technician=technician, kind=kind)
        stored = _store_answer(locked(ticket_id), entry, technician)
        for file in files:
            file.entry = stored
            file.save(force_insert=True)
        return stored


def say(ticket: Ticket, body: str, by: Technician) -> Entry:
    """A sentence to the requester that answers nothing; inside the caller's transaction."""
    return _write(ticket, Entry(id=new_id(), body=body, technician=by), [])


def _store_answer(ticket: Ticket, entry: Entry, technician: Technician) -> Entry:
    is_internal = entry.kind == EntryKind.NOTE
    _write(ticket, entry, [], internal=is_internal)
    if not is_internal:
        _answered(ticket, technician)
    return entry


def _answered(ticket: Ticket, technician: Technician) -> None:
    ticket.first_answer_at = ticket.first_answer_at or datetime.now(UTC)
    ticket.assignee = ticket.assignee or technician
    ticket.save(update_fields=["first_answer_at", "assignee"])
    promises.answered(ticket)
    if ticket.status == Status.NEW:
        set_status(ticket, Status.OPEN)


def change_status(ticket_id: str, wanted: Status, by: Person | Technician) -> Ticket:
    """Close, reopen, resolve… Raises Conflict when it cannot become that from where it is."""
    with transaction.atomic():
        ticket = locked(ticket_id, requester=by if isinstance(by, Person) else None)
        if ticket.status == wanted:
            return ticket
        if not may_become(Status(ticket.status), wanted) and not _closes_at_once(ticket, wanted):
            raise Conflict("moved_on")
        if wanted in ENDED and ticket.status not in ENDED:
            hearing.request_ended(ticket)
        set_status(ticket, wanted)
        record(ticket, _EVENTS.get(wanted, "changed"), {}, by)
        return ticket


_EVENTS = {Status.RESOLVED: "resolved", Status.CLOSED: "closed", Status.OPEN: "reopened"}


def _closes_at_once(ticket: Ticket, wanted: Status) -> bool:
    """A requester's "it is solved" ends it from wherever it is."""
    return wanted is Status.CLOSED and ticket.status in {
        Status.NEW,
        Status.OPEN,
        Status.PENDING_REQUESTER,
        Status.PENDING_OTHER,
    }


def requester_read(ticket_id: str, person: Person, seq: int) -> None:
    """Everything up to `seq` was on the requester's screen."""
    ticket = Ticket.objects.get(pk=ticket_id, requester=person)
    if Ticket.objects.filter(pk=ticket.pk, read_seq__lt=seq).update(read_seq=min(seq, ticket.public_seq)):
        gestures.requester_read(ticket)


def locked(ticket_id: str, requester: Person | None = None) -> Ticket:
    """The request, held to the end of the caller's transaction; only `requester`'s own. Raises Ticket.DoesNotExist."""
    found = Ticket.objects.select_for_update().filter(pk=ticket_id)
    return (found.filter(requester=requester) if requester else found).get()


def all_locked(wanted: Q) -> dict[str, Ticket]:
    """Several, always in the same order: two who need the same ones wait for each other instead of for ever."""
    return {ticket.pk: ticket for ticket in Ticket.objects.select_for_update().filter(wanted).order_by("pk")}


def _write(ticket: Ticket, entry: Entry, attachments: list[str], *, internal: bool = False) -> Entry:
    """Give the entry its numbers, store it, claim its files, tell those concerned."""
    numbered(ticket, entry, internal=internal).save(force_insert=True)
    if entry.person is not None:
        claim(entry, attachments)
    _touch(ticket, internal=internal)
    return entry


def numbered(ticket: Ticket, entry: Entry, *, internal: bool = False) -> Entry:
    """The next line of the request; neither is stored yet."""
    entry.ticket = ticket
    entry.visibility = Visibility.INTERNAL if internal else Visibility.PUBLIC
    entry.created_at = datetime.now(UTC)
    ticket.position += 1
    ticket.public_seq += 0 if internal else 1
    entry.position, entry.seq = ticket.position, None if internal else ticket.public_seq
    if entry.person is not None:
        ticket.read_seq = ticket.public_seq
    return entry


def claim(entry: Entry, attachments: list[str]) -> None:
    """Give an entry the files that its writer brought before. Raises Conflict when one is not there."""
    person = entry.person_id or ""
    if not all(_CLAIM(one, person, entry.pk) for one in sorted(set(attachments))):
        raise Conflict("file_missing")


def set_status(ticket: Ticket, status: Status) -> None:
    """Move it on, with what is promised; inside the caller's transaction, which has asked whether it may."""
    if ticket.status == status:
        return
    if ticket.status in {Status.RESOLVED, Status.CLOSED} and status is Status.OPEN:
        ticket.reopened += 1
    before, ticket.status = Status(ticket.status), status
    ticket.resolved_at = datetime.now(UTC) if status in {Status.RESOLVED, Status.CLOSED} else None
    promises.status_changed(ticket, before)
    _touch(ticket)


def record(
    ticket: Ticket, key: str, facts: dict[str, str], by: Person | Technician | None, *, internal: bool = False
) -> None:
    """Write an event into the conversation: `event_{key}` of the words, filled with `facts`."""
    write_event(ticket, Entry(id=new_id(), event=key, facts=facts), by, internal=internal)


def write_event(ticket: Ticket, entry: Entry, by: Person | Technician | None, *, internal: bool = False) -> Entry:
    """The same with an id of the caller's own; inside the caller's transaction."""
    entry.kind = EntryKind.EVENT
    entry.technician = by if isinstance(by, Technician) else None
    entry.person = by if isinstance(by, Person) else None
    return _write(ticket, entry, [], internal=internal)


def _touch(ticket: Ticket, *, internal: bool = False) -> None:
    if not internal:
        ticket.version += 1
        ticket.updated_at = datetime.now(UTC)
    ticket.save()
    feed.tell_of_ticket(ticket, internal=internal)
