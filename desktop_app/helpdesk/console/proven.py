"""Whether somebody is who they seem, for whoever is about to help them."""

from dataclasses import dataclass

from django.utils import timezone

from desktop_app.helpdesk import issuer
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Device, Identity, Person


@dataclass(frozen=True)
class Standing:
    """One line below a name, with its icon."""

    text: str
    icon: str


def standing(person: Person, device: Device | None = None) -> Standing | None:
    """What their organisation said, at this machine or at another one; nothing where no issuer is asked."""
    identity = Identity.objects.filter(person=person).first()
    if identity is None:
        return Standing(words.say("identity_none"), "user") if issuer.is_asked() else None
    if device is not None and _is_proven_at(device, person):
        return Standing(words.say("identity_proven", by=identity.by), "shield-check")
    return Standing(
        words.say("identity_was_proven", by=identity.by, when=words.day_and_clock(identity.proven_at)), "clock"
    )


def _is_proven_at(device: Device, person: Person) -> bool:
    ends = device.proven_until
    return device.person_id == person.pk and ends is not None and ends > timezone.now()
