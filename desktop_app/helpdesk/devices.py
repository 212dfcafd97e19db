"""How machines join, what tells one from its copy, and which one is another made anew."""

import re
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from desktop_app.domain.machine import is_another
from desktop_app.helpdesk import audit
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Device, Person
from desktop_app.helpdesk.tokens import new_token
from desktop_app.protocol.devices import Enrolment

_FINGERPRINTS = re.compile(r"[0-9a-f,]{1,200}")
_LONGEST_ADDRESS = 254
_LASTS = timedelta(days=90)
"""How long a token holds; machines ask for the next one a month before. One that is off for longer needs the key."""


_BESIDE = timedelta(minutes=10)
"""How long the token before holds once a machine joined again: where no key store answers, each of its programs (the
window, a command line) joins for itself, and would end the token that another one is using.
"""


def until() -> datetime:
    """When a token that is handed out now ends."""
    return datetime.now(UTC) + _LASTS


def by_token(token_hash: str) -> "QuerySet[Device]":
    """The machine of a token that holds, whenever that is asked."""
    earlier = Q(earlier_hash=token_hash, earlier_until__gt=Now())
    return allowed().filter(Q(token_hash=token_hash) | Q(next_hash=token_hash) | earlier).select_related("person")


def allowed() -> "QuerySet[Device]":
    """The machines whose access was not withdrawn and whose token has not ended, whenever that is asked."""
    holds = Q(token_until=None) | Q(token_until__gt=Now())
    return Device.objects.filter(holds, revoked_at=None)


@transaction.atomic
def join(word: Enrolment, told: str) -> str:
    """A machine joins, or joins again: a new token, and the old one soon ends. `told`: what it says it is made of.

    Raises Conflict: its access was withdrawn, or the id is another machine's, whose copy this one is.
    """
    machine = _readable(told)
    known = Device.objects.select_for_update().filter(pk=word.device_id).first()
    if known is not None and known.revoked_at is not None:
        raise Conflict("withdrawn")
    if known is not None and is_another(known.machine, machine):
        raise Conflict("another_machine")
    token, token_hash = new_token("rsd")
    stands = {"hostname": word.hostname, "system": word.system, "machine": machine or (known.machine if known else "")}
    told_now = {"person": _person(word, known), "last_seen": datetime.now(UTC)}
    access = {"token_hash": token_hash, "next_hash": None, "token_until": until(), **_beside(known)}
    Device.objects.update_or_create(pk=word.device_id, defaults={**stands, **told_now, **access})
    return token


def _beside(known: Device | None) -> dict[str, object]:
    """The token until now, for as long as another program of the machine may need it; not one that has ended."""
    now = datetime.now(UTC)
    if known is None or (known.token_until is not None and known.token_until <= now):
        return {"earlier_hash": None}
    return {"earlier_hash": known.token_hash, "earlier_until": now + _BESIDE}


@transaction.atomic
def renew(word: Enrolment, device: Device) -> str:
    """The next token. The old one holds until this one is used: an answer lost on its way locks nobody out.

    Raises Conflict for the id of another machine.
    """
    if word.device_id != device.pk:
        raise Conflict("another_machine")
    token, token_hash = new_token("rsd")
    _person(word, device)
    Device.objects.filter(pk=device.pk).update(hostname=word.hostname, next_hash=token_hash)
    return token


def take_up(device: Device, token_hash: str) -> None:
    """The next token was used: it is the token from now on."""
    if device.next_hash == token_hash:
        taken = {"token_hash": token_hash, "next_hash": None, "token_until": until()}
        Device.objects.filter(pk=device.pk, next_hash=token_hash).update(**taken)
        device.token_hash = token_hash


def is_itself(device: Device, told: str) -> bool:
    """Whether a token comes from the machine it was given to.

    If not, a copy of its disk runs somewhere: the token ends for both, for nobody can tell what was done with it, and
    both have to join again. A machine that joined before machines said what they are made of is noted at first sight.
    """
    machine = _readable(told)
    if is_another(device.machine, machine):
        _end_for_both(device)
        return False
    if machine and not device.machine:
        Device.objects.filter(pk=device.pk, machine="").update(machine=machine)
    return True


@transaction.atomic
def _end_for_both(device: Device) -> None:
    """Once: whoever comes second finds a token that is not known any more."""
    worthless = {"token_hash": new_token("rsd")[1], "next_hash": None, "earlier_hash": None}
    ended = Device.objects.filter(pk=device.pk, token_hash=device.token_hash).update(**worthless)
    if ended:
        feed.stir()
        audit.write(Act.DEVICE_COPIED, None, device, hostname=device.hostname)


@transaction.atomic
def replace(old_id: str, new_id: str) -> None:
    """The new machine is the old one made anew, or stands in its place: the old one's access ends, its person has both.

    Somebody of the team says so: whoever knows a machine could say as much of it when joining (`_person`). Nobody is
    signed in by it. Raises Conflict when they are one person's already, the old one's proved who they are, somebody is
    signed in at each, or the new one has no access, Device.DoesNotExist.
    """
    rows = Device.objects.select_for_update(of=("self",)).select_related("person", "unsigned")
    old, new = rows.get(pk=old_id), rows.get(pk=new_id)
    person, since = old.unsigned or old.person, new.unsigned or new.person
    are_both_in = old.person.is_proven and new.person.is_proven
    if person == since or new.revoked_at is not None or person.is_proven or are_both_in:
        raise Conflict("not_replaceable")
    told = _told(person, {name: getattr(since, name) for name in ("login", "name", "email", "language")})
    _hand_over(since, person)
    since.delete()
    Person.objects.filter(pk=person.pk).update(**told)
    Device.objects.filter(pk=old.pk, revoked_at=None).update(revoked_at=datetime.now(UTC))
    feed.stir()
    audit.write(Act.DEVICE_REPLACED, None, new, hostname=new.hostname, old=old.pk)


def seems_made_anew() -> dict[str, str]:
    """The id of each machine that seems to be another one made anew, and that one's: the same account, shared parts.

    A guess to show to the team, nothing more.
    """
    found, earlier = dict[str, str](), defaultdict[str, list[Device]](list)
    for device in _with_parts():
        same = [one for one in earlier[device.person.login] if not is_another(one.machine, device.machine)]
        if same and same[-1].person_id != device.person_id:
            found[device.pk] = same[-1].pk
        earlier[device.person.login].append(device)
    return found


def _with_parts() -> "QuerySet[Device]":
    known = Device.objects.filter(revoked_at=None).exclude(machine="")
    return known.select_related("person").order_by("enrolled_at", "pk")


def _hand_over(giver: Person, taker: Person) -> None:
    """Whatever is of `giver`; what `taker` has already (a vote, a subscription) is not had twice."""
    for relation in Person._meta.related_objects:
        field, rows = relation.field.name, relation.related_model._default_manager
        for pk in rows.filter(**{field: giver}).values_list("pk", flat=True):
            with suppress(IntegrityError), transaction.atomic():
                rows.filter(pk=pk).update(**{field: taker})
    Device.objects.filter(unsigned=giver).update(unsigned=taker)  # not among them: it has no name on that side


def _readable(told: str) -> str:
    return told if _FINGERPRINTS.fullmatch(told) else ""


def _person(word: Enrolment, device: Device | None) -> Person:
    """Each device has a person of its own. Every workstation carries the key and may say any name and address with it:
    were people joined by what they say, anybody could read anybody's requests.
    """
    told = word.person.model_dump() | {"email": word.person.email[:_LONGEST_ADDRESS]}
    if device is None:
        return Person.objects.create(**told)
    Person.objects.filter(pk=device.person_id).update(**_told(device.person, told))
    return device.person


def _told(person: Person, told: dict[str, str]) -> dict[str, str]:
    """What a machine may say of a person: not their name, once their organisation said it."""
    kept = {"name", "email"} if person.is_proven else set[str]()
    return {name: said for name, said in told.items() if name not in kept}
