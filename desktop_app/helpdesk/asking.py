"""What technicians ask of a user inside a conversation, and what the user answers. Nothing is given without a yes."""

from django.db import transaction

from desktop_app.domain.asking import LONGEST_REASON, Answer, Asked, may_answer, may_be_asked
from desktop_app.domain.ticket import ENDED, EntryKind
from desktop_app.helpdesk import audit
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict, claim, locked, record, write_event
from desktop_app.helpdesk.models import Attempt, Entry, Person, Technician, Ticket
from desktop_app.protocol.tickets import NewAnswer


def ask_value(ticket_id: str, pseudonym: str, reason: str, technician: Technician) -> None:
    """Ask to see the value behind one pseudonym, and why. Raises Conflict when that is never shown, or has to wait."""
    if not may_be_asked(pseudonym):
        raise Conflict("never_shown")
    _ask(ticket_id, Asked.VALUE, {"pseudonym": pseudonym, "reason": reason}, technician)


def ask_report(ticket_id: str, reason: str, technician: Technician) -> None:
    """Ask for the computer report, and why. Raises Conflict when that has to wait."""
    _ask(ticket_id, Asked.REPORT, {"reason": reason}, technician)


def ask_fix(ticket_id: str, fix_id: str, reason: str, technician: Technician) -> None:
    """Ask the user to try a guided fix, and why. Raises Conflict when that has to wait."""
    _ask(ticket_id, Asked.FIX, {"fix": fix_id, "reason": reason}, technician)


def _ask(ticket_id: str, asked: Asked, facts: dict[str, str], technician: Technician) -> None:
    with transaction.atomic():
        ticket = locked(ticket_id)
        if ticket.status in ENDED:
            raise Conflict("moved_on")
        if any(_is_same(entry, asked, facts) for entry in waiting(ticket_id)):
            raise Conflict("asked_already")
        told = {**facts, "reason": facts["reason"][:LONGEST_REASON], "name": technician.first_name}
        record(ticket, asked, told, technician)


def _is_same(entry: Entry, asked: Asked, facts: dict[str, str]) -> bool:
    return entry.event == asked and all(entry.facts.get(name) == facts.get(name) for name in ("pseudonym", "fix"))


def waiting(ticket_id: str) -> list[Entry]:
    """What was asked in a conversation and has no answer yet, oldest first."""
    entries = Entry.objects.filter(ticket=ticket_id, kind=EntryKind.EVENT)
    answered = {entry.facts.get("asked") for entry in entries.filter(event__in=list(Answer))}
    return [entry for entry in entries.filter(event__in=list(Asked)).order_by("position") if entry.pk not in answered]


def answer(ticket_id: str, word: NewAnswer, person: Person) -> tuple[Entry, bool]:
    """The requester's word on what was asked: the first one counts, the same one again changes nothing.

    Raises Ticket.DoesNotExist, Entry.DoesNotExist, Conflict.
    """
    with transaction.atomic():
        ticket = locked(ticket_id, requester=person)
        known = Entry.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.person_id, known.event) != (ticket.id, person.id, word.answer):
                raise Conflict("id_taken")
            return known, False
        asked = ticket.entries.get(pk=word.asked, event__in=list(Asked))
        if not may_answer(asked.event, word.answer):
            raise Conflict("not_asked")
        if ticket.entries.filter(event__in=list(Answer), facts__asked=asked.pk).exists():
            raise Conflict("answered_already")
        return _written(ticket, asked, word, person), True


def _written(ticket: Ticket, asked: Entry, word: NewAnswer, person: Person) -> Entry:
    kept = {name: asked.facts[name] for name in ("pseudonym", "fix") if name in asked.facts}
    given = {"value": word.value} if word.value else {}
    if word.attempt:
        given |= {"title": word.attempt.title[:200], "result": word.attempt.result}
        Attempt.objects.create(ticket=ticket, **word.attempt.model_dump() | {"title": word.attempt.title[:200]})
    facts = {"asked": asked.pk, "what": asked.event, **kept, **given}
    entry = write_event(ticket, Entry(id=word.id, event=word.answer, facts=facts), person)
    claim(entry, word.attachments)
    if word.value:
        audit.write(Act.VALUE_REVEALED, person, ticket, pseudonym=kept.get("pseudonym", ""))
    return entry
