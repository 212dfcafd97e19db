"""Enrolment, organisation, availability, known incidents."""

from datetime import UTC, datetime

from django.db import transaction
from django.http import HttpRequest
from ninja import Router

from desktop_app.helpdesk import availability
from desktop_app.helpdesk.api.access import EnrolmentToken
from desktop_app.helpdesk.api.words import incident_word, organisation_word
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Device, Incident, IncidentSubscription, Organisation, Person
from desktop_app.helpdesk.tokens import new_token
from desktop_app.protocol.base import Id
from desktop_app.protocol.desk import Availability
from desktop_app.protocol.desk import Incident as IncidentWord
from desktop_app.protocol.desk import Organisation as OrganisationWord
from desktop_app.protocol.devices import Enrolled, Enrolment

router = Router(tags=["desk"])
_LONGEST_ADDRESS = 254


@router.post("enrol", auth=EnrolmentToken(), response=Enrolled)
def enrol(request: HttpRequest, word: Enrolment) -> Enrolled:
    """A device joins, or joins again: a new token, and the old one ends."""
    token, token_hash = new_token("rsd")
    with transaction.atomic():
        known = Device.objects.select_for_update().filter(pk=word.device_id).first()
        if known is not None and known.revoked_at is not None:
            raise Conflict("withdrawn")
        person = _person(word, known)
        Device.objects.update_or_create(
            pk=word.device_id,
            defaults={
                "hostname": word.hostname,
                "system": word.system,
                "person": person,
                "token_hash": token_hash,
                "last_seen": datetime.now(UTC),
            },
        )
    return Enrolled(token=token, device_id=word.device_id)


def _person(word: Enrolment, device: Device | None) -> Person:
    """Each device has a person of its own. Every workstation carries the key and may say any name and address with it:
    were people joined by what they say, anybody could read anybody's requests.
    """
    told = word.person.model_dump() | {"email": word.person.email[:_LONGEST_ADDRESS]}
    if device is None:
        return Person.objects.create(**told)
    Person.objects.filter(pk=device.person_id).update(**told)
    return device.person


@router.get("health", auth=None, response={200: dict[str, str]})
def health(request: HttpRequest) -> dict[str, str]:
    """Whether it answers, its database included."""
    Organisation.load()
    return {"status": "ok"}


@router.get("organisation", response=OrganisationWord)
def organisation(request: HttpRequest) -> OrganisationWord:
    """The names people know their help desk by."""
    return organisation_word()


@router.get("availability", response=Availability)
def available(request: HttpRequest) -> Availability:
    """Who is there now."""
    return availability.availability()


@router.get("incidents", response=list[IncidentWord])
def incidents(request: HttpRequest) -> list[IncidentWord]:
    """What is known to be down."""
    person = request.auth.person  # type: ignore[attr-defined]  # ninja sets it to what the token names
    return [incident_word(incident, person) for incident in Incident.current()]


@router.post("incidents/{incident_id}/subscribe", response=IncidentWord)
def subscribe(request: HttpRequest, incident_id: Id) -> IncidentWord:
    """Tell me when it is over."""
    person = request.auth.person  # type: ignore[attr-defined]
    incident = Incident.objects.get(pk=incident_id)
    IncidentSubscription.objects.get_or_create(incident=incident, person=person)
    return incident_word(incident, person)
