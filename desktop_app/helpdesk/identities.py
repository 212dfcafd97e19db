"""Who sits at a machine by the word of their organisation, which is checked here and nowhere else.

A machine has its own person while nobody has signed in at it, and the requests of whoever has. The first to sign in
takes over what was asked there before: it was theirs to read anyhow. Everybody after that has only their own.
"""

from datetime import UTC, datetime, timedelta
from hmac import compare_digest

from django.db import transaction

from desktop_app.domain.identity import nonce_of
from desktop_app.helpdesk import audit, issuer
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Audit, Device, Identity, Person
from desktop_app.helpdesk.refusal import Refused
from desktop_app.helpdesk.tries import Tries
from desktop_app.knowledge.identity_seal import Claims
from desktop_app.protocol import identity as words

LASTS = timedelta(days=7)
"""How long what was proven counts as known; computers that can, prove it again each day."""

_wrong = Tries(10, timedelta(minutes=5))


def prove(device: Device, word: words.Proof) -> words.Proven:
    """Whoever the token names sits at that machine from now on. Raises Refused."""
    if _wrong.too_many(device.pk):
        raise Refused(429, "too_often")
    try:
        claims, by = _believed(device, word)
    except Refused as error:
        if error.status == 403:
            _wrong.count(device.pk)
        raise
    return _take_up(device.pk, claims, by)


def _believed(device: Device, word: words.Proof) -> tuple[Claims, str]:
    claims, by = issuer.believed(word.id_token)
    known = Identity.objects.filter(issuer=claims.issuer, subject=claims.subject).first()
    if not _is_for(device, word.proof, claims, known):
        raise Refused(403, "identity_elsewhere")
    if known is not None and _has_left(device, known, claims.made_at):
        raise Refused(403, "identity_late")
    return claims, by


def _is_for(device: Device, proof: str, claims: Claims, known: Identity | None) -> bool:
    """Made for this very machine, or one more of who has proven it there already."""
    if proof:
        return compare_digest(claims.nonce, nonce_of(device.pk, proof))
    return device.proven_until is not None and known is not None and known.person_id == device.person_id


def _has_left(device: Device, known: Identity, since: datetime) -> bool:
    """Who signs out leaves nothing behind that would let the next one in under their name."""
    left = {"by": audit.named(known.person), "about": audit.named(device), "at__gte": since + timedelta(seconds=1)}
    return Audit.objects.filter(act=Act.PERSON_LEFT, **left).exists()


@transaction.atomic
def _take_up(device_id: str, claims: Claims, by: str) -> words.Proven:
    device = _held(device_id)
    told = {"by": by[:200], "proven_at": (now := datetime.now(UTC))}
    made = {"person": lambda: _person_for(device, claims), **told}
    rows = Identity.objects.select_for_update()
    known, is_new = rows.get_or_create(issuer=claims.issuer, subject=claims.subject, defaults=made)
    Identity.objects.filter(pk=known.pk).update(**told)
    person, is_other = known.person, known.person_id != device.person_id
    Person.objects.filter(pk=person.pk).update(name=claims.name, email=claims.email)
    if is_other and device.unsigned_id is None and not device.person.is_proven:
        device.unsigned = device.person
    device.person, device.proven_until = person, now + LASTS
    device.save(update_fields=["person", "unsigned", "proven_until"])
    if is_other or is_new:
        _wrote(Act.PERSON_PROVEN, person, device)
    proven = {"name": claims.name, "email": claims.email, "by": by, "until": device.proven_until}
    return words.Proven.model_validate({**proven, "is_other": is_other})


def _person_for(device: Device, claims: Claims) -> Person:
    if device.unsigned_id is None and not device.person.is_proven:
        return device.person
    told = {"login": device.person.login, "language": device.person.language}
    return Person.objects.create(**told, name=claims.name, email=claims.email)


@transaction.atomic
def leave(device: Device) -> None:
    """Nobody has signed in at that machine any more; a second time changes nothing."""
    device = _held(device.pk)
    if device.proven_until is None:
        return
    gone, login = device.person, device.person.login
    device.unsigned = device.unsigned or Person.objects.create(login=login, name=login, language=gone.language)
    device.person, device.proven_until = device.unsigned, None
    device.save(update_fields=["person", "unsigned", "proven_until"])
    _wrote(Act.PERSON_LEFT, gone, device)


def _held(device_id: str) -> Device:
    """The machine alone, not who uses it: what refers to a person is checked by others meanwhile."""
    rows = Device.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("person").get(pk=device_id)


def _wrote(act: Act, person: Person, device: Device) -> None:
    feed.stir()
    audit.write(act, person, device)
