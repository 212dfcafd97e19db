"""Enrolment, organisation, availability, known incidents."""

from django.http import HttpRequest
from ninja import Router

from desktop_app.helpdesk import availability, devices
from desktop_app.helpdesk.api.access import EnrolmentToken
from desktop_app.helpdesk.api.words import incident_word, organisation_word
from desktop_app.helpdesk.models import Device, Incident, IncidentSubscription, Organisation
from desktop_app.protocol.base import Id
from desktop_app.protocol.desk import Availability
from desktop_app.protocol.desk import Incident as IncidentWord
from desktop_app.protocol.desk import Organisation as OrganisationWord
from desktop_app.protocol.devices import MACHINE, Enrolled, Enrolment

router = Router(tags=["desk"])


@router.post("enrol", auth=EnrolmentToken(), response=Enrolled)
def enrol(request: HttpRequest, word: Enrolment) -> Enrolled:
    """A device joins, or joins again: a new token, and the old one ends. With its own token it asks for the next one:
    that takes over when it is first used.
    """
    caller, until = request.auth, devices.until()  # type: ignore[attr-defined]  # ninja sets it to what the token names
    if isinstance(caller, Device):
        token = devices.renew(word, caller)
    else:
        token = devices.join(word, request.headers.get(MACHINE, ""))
    return Enrolled(token=token, device_id=word.device_id, until=until)


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
