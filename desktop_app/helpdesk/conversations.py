"""Everything that changes a conversation, for API and console: one transaction each, told to those concerned."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.db import transaction

from desktop_app.domain.ticket import EntryKind, Status, Visibility, after_requester_writes, may_become, priority
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Attachment, Attempt, Device, Entry, Organisation, Person, Technician, Ticket
from desktop_app.protocol.base import new_id
from desktop_app.protocol.tickets import NewEntry, NewTicket

_FIRST_NUMBER = 4801


class Conflict(Exception):
    """The id is taken by something else, or two acted at once. The text is the key of a sentence of `refusals`."""


def open_ticket(word: NewTicket, device: Device) -> tuple[Ticket, bool]:
    """Store a request; the same one when it is already there (and False). Raises Conflict when the id is another's."""
    digest = _digest(word.model_dump_json())
    with transaction.atomic():
        _one_at_a_time()
        known = Ticket.objects.filter(pk=word.id).first()
        if known is not None:
            if known.requester_id != device.person_id or known.content_hash != digest:
                raise Conflict("id_taken")
            return known, False
        if Entry.objects.filter(pk=word.entry_id).exists():
            raise Conflict("id_taken")
        ticket = _new_ticket(word, device, digest)
        for attempt in word.attempts:
            Attempt.objects.create(ticket=ticket, **attempt.model_dump() | {"title": attempt.title[:200]})
        _write(ticket, Entry(id=word.entry_id, body=word.body, person=device.person), word.attachments)
        return ticket, True


def _new_ticket(word: NewTicket, device: Device, digest: str) -> Ticket:
    now = datetime.now(UTC)
    organisation = Organisation.load()
    return Ticket.objects.create(
        id=word.id,
        number=_next_number(),
        subject=word.subject,
        impact=word.impact,
        blocked=word.blocked,
        priority=priority(word.impact, word.blocked),
        requester=device.person,
        device=device,
        language=word.language,
        call_back=word.call_back[:500],
        content_hash=digest,
        created_at=now,
        updated_at=now,
        answer_by=organisation.calendar().after(now, timedelta(minutes=organisation.answer_minutes)),
    )


def _next_number() -> int:
    """From the counter row, in this transaction."""
    organisation = _one_at_a_time()
    organisation.last_number = max(organisation.last_number, _FIRST_NUMBER - 1) + 1
    organisation.save(update_fields=["last_number"])
    return organisation.last_number


def _one_at_a_time() -> Organisation:
    """Holds the counter's row to the end of the transaction: the same request sent twice at once waits for itself."""
    return Organisation.objects.select_for_update().get(pk=Organisation.load().pk)


def _says_the_same(known: Entry, word: NewEntry) -> bool:
    files = known.attachments.values_list("pk", flat=True)
    return known.body == word.body and set(files) == set(word.attachments)


def requester_writes(ticket_id: str, word: NewEntry, person: Person) -> tuple[Entry, bool]:
    """A message of the requester; the stored one when it is known. Raises Ticket.DoesNotExist, Conflict."""
    with transaction.atomic():
        ticket = locked(ticket_id, requester=person)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if known.ticket_id != ticket.id or known.person_id != person.id or not _says_the_same(known, word):
                raise Conflict("id_taken")
            return known, False
        entry = _write(ticket, Entry(id=word.id, body=word.body, person=person), word.attachments)
        _set_status(ticket, after_requester_writes(Status(ticket.status)))
        return entry, True


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


def _store_answer(ticket: Ticket, entry: Entry, technician: Technician) -> Entry:
    is_internal = entry.kind == EntryKind.NOTE
    _write(ticket, entry, [], internal=is_internal)
    if not is_internal:
        _answered(ticket, technician)
    return entry


def _answered(ticket: Ticket, technician: Technician) -> None:
    ticket.first_answer_at = ticket.first_answer_at or datetime.now(UTC)
    ticket.assignee = ticket.assignee or technician
    ticket.answer_by = None
    ticket.save(update_fields=["first_answer_at", "assignee", "answer_by"])
    if ticket.status == Status.NEW:
        _set_status(ticket, Status.OPEN)


def change_status(ticket_id: str, wanted: Status, by: Person | Technician) -> Ticket:
    """Close, reopen, resolve… Raises Conflict when it cannot become that from where it is."""
    with transaction.atomic():
        ticket = locked(ticket_id, requester=by if isinstance(by, Person) else None)
        if ticket.status == wanted:
            return ticket
        if not may_become(Status(ticket.status), wanted) and not _closes_at_once(ticket, wanted):
            raise Conflict("moved_on")
        _set_status(ticket, wanted)
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
    Ticket.objects.filter(pk=ticket.pk, read_seq__lt=seq).update(read_seq=min(seq, ticket.public_seq))


def locked(ticket_id: str, requester: Person | None = None) -> Ticket:
    """The request, held to the end of the caller's transaction; only `requester`'s own. Raises Ticket.DoesNotExist."""
    found = Ticket.objects.select_for_update().filter(pk=ticket_id)
    return (found.filter(requester=requester) if requester else found).get()


def _write(ticket: Ticket, entry: Entry, attachments: list[str], *, internal: bool = False) -> Entry:
    """Give the entry its numbers, store it, claim its files, tell those concerned."""
    entry.ticket = ticket
    entry.visibility = Visibility.INTERNAL if internal else Visibility.PUBLIC
    entry.created_at = datetime.now(UTC)
    ticket.position += 1
    ticket.public_seq += 0 if internal else 1
    entry.position, entry.seq = ticket.position, None if internal else ticket.public_seq
    entry.save(force_insert=True)
    if entry.person is not None:
        _claim(entry, attachments)
        ticket.read_seq = ticket.public_seq
    _touch(ticket, internal=internal)
    return entry


def _claim(entry: Entry, attachments: list[str]) -> None:
    claimed = Attachment.objects.filter(pk__in=attachments, person=entry.person, entry=None).update(entry=entry)
    if claimed != len(set(attachments)):
        raise Conflict("file_missing")


def _set_status(ticket: Ticket, status: Status) -> None:
    if ticket.status == status:
        return
    if ticket.status in {Status.RESOLVED, Status.CLOSED} and status is Status.OPEN:
        ticket.reopened += 1
    ticket.status = status
    ticket.resolved_at = datetime.now(UTC) if status in {Status.RESOLVED, Status.CLOSED} else None
    _touch(ticket)


def record(
    ticket: Ticket, key: str, facts: dict[str, str], by: Person | Technician | None, *, internal: bool = False
) -> None:
    """Write an event into the conversation: `event_{key}` of the words, filled with `facts`."""
    entry = Entry(id=new_id(), kind=EntryKind.EVENT, event=key, facts=facts)
    entry.technician = by if isinstance(by, Technician) else None
    entry.person = by if isinstance(by, Person) else None
    _write(ticket, entry, [], internal=internal)


def _touch(ticket: Ticket, *, internal: bool = False) -> None:
    if not internal:
        ticket.version += 1
        ticket.updated_at = datetime.now(UTC)
    ticket.save()
    feed.tell_of_ticket(ticket, internal=internal)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
