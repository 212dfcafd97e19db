"""Forgetting a person: who they are and what was said goes, the figures stay."""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from desktop_app.domain.ticket import UNDERWAY
from desktop_app.helpdesk import audit, identities, keeping, retention
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict, all_locked
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import (
    Attachment,
    Attempt,
    Case,
    Device,
    Entry,
    Escalation,
    Identity,
    Person,
    Sharing,
    Technician,
    Ticket,
)

# Of what an event tells, these name nobody and are not somebody's words.
_NAMELESS = {"before", "after", "metric", "link", "number", "score", "fix", "asked", "what", "kind", "result", "part"}


def preview(person: Person) -> dict[str, int]:
    """What would go. Nothing is changed."""
    entries = Entry.objects.filter(ticket__requester=person)
    files = Attachment.objects.filter(Q(entry__in=entries) | Q(person=person))
    return {
        "requests": person.tickets.count(),
        "messages": entries.exclude(body="").count(),
        "files": files.count(),
        "devices": person.devices.count(),
        "open": person.tickets.filter(status__in=UNDERWAY).count(),
    }


def erase(person: Person, by: Technician | None) -> None:
    """For ever. Raises Silent; Conflict while a request of theirs is open: somebody is about to answer it."""
    keeping.require()
    _erase(person, by)


@transaction.atomic
def _erase(person: Person, by: Technician | None) -> None:
    if any(ticket.status in UNDERWAY for ticket in all_locked(Q(requester=person)).values()):
        raise Conflict("person_open")
    devices = list(Device.objects.select_for_update().filter(person=person).order_by("pk"))
    gone = {name: n for name, n in preview(person).items() if n}
    now, called = datetime.now(UTC), f"P-{person.pk[-8:].upper()}"
    retention.remove_files(Attachment.objects.filter(entry__ticket__requester=person))
    retention.remove_files(Attachment.objects.filter(person=person))
    for entry in Entry.objects.filter(ticket__requester=person).iterator():
        entry.body, entry.facts = "", _nameless(entry.facts)
        entry.save(update_fields=["body", "facts"])
    Attempt.objects.filter(ticket__requester=person).update(before="", after="")
    Escalation.objects.filter(ticket__requester=person).update(reason="", reference="")
    Case.objects.filter(ticket__requester=person).update(reason="")
    Sharing.objects.filter(ticket__requester=person).update(reason="", ready=None, offer=None, answer=None, record=None)
    Ticket.objects.filter(requester=person).update(
        subject=called, call_back="", content_hash="", version=F("version") + 1, updated_at=now
    )
    Person.objects.filter(pk=person.pk).update(login=called, name=called, email="")
    for device in devices:
        if device.proven_until is not None:
            identities.leave(device)
    Device.objects.filter(person=person, revoked_at=None).update(revoked_at=now)
    Device.objects.filter(person=person).update(hostname=called, machine="")
    Identity.objects.filter(person=person).delete()
    feed.stir()
    audit.write(Act.ERASED, by, person, **gone)


def _nameless(facts: dict[str, Any]) -> dict[str, Any]:
    """The sentences of events have gaps for all of them, so the names of facts stay."""
    return {name: fact if name in _NAMELESS else "" for name, fact in facts.items()}
