"""A request that somebody tells on the telephone, written down by whoever answers."""

from dataclasses import dataclass

from django.db import transaction

from desktop_app.helpdesk import conversations, handling, labels, opening
from desktop_app.helpdesk.finding import requests as finding
from desktop_app.helpdesk.models import Device, Kind, Person, Technician, Ticket
from desktop_app.protocol.tickets import NewTicket

_MOST_FOUND = 8


@dataclass(frozen=True)
class Caller:
    """Who rings: somebody known, or a name and an address; and the name of the machine, if it is about one."""

    person: Person | None
    name: str = ""
    email: str = ""
    hostname: str = ""


def callers(typed: str) -> list[tuple[Person, list[Device]]]:
    """Who may be meant by a name, a login or an address, each with their machines, the last seen first."""
    found = finding.people(typed, _MOST_FOUND)
    devices = list(Device.objects.filter(person__in=found, revoked_at=None).order_by("-last_seen"))
    return [(one, [device for device in devices if device.person_id == one.pk]) for one in found]


def machine(caller: Caller) -> Device | None:
    """The machine of that name, the caller's own first; without a name, the one that the caller uses."""
    own = Device.objects.filter(person=caller.person, revoked_at=None).order_by("-last_seen") if caller.person else None
    if not caller.hostname:
        return own.first() if own is not None else None
    named = Device.objects.filter(hostname__iexact=caller.hostname, revoked_at=None).order_by("-last_seen")
    return (own.filter(hostname__iexact=caller.hostname).first() if own is not None else None) or named.first()


def take(word: NewTicket, caller: Caller, kind: Kind, by: Technician, *, is_mine: bool) -> Ticket:
    """Write it down: the same one when it is already there. `is_mine`: who answers looks after it."""
    with transaction.atomic():
        known = Ticket.objects.filter(pk=word.id).first()
        if known is not None:
            return known
        person = caller.person or Person.objects.create(login="", name=caller.name, email=caller.email)
        ticket = opening.open_for(word, person, machine(caller))
        conversations.record(ticket, "by_phone", {"name": by.first_name}, by, internal=True)
        if kind != Kind.INCIDENT:
            labels.change_kind(ticket.pk, kind, by)
        return handling.take(ticket.pk, by) if is_mine else ticket
