"""Signalling of a shared screen: for the requester's own machine, and for the technician's browser that asked."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja import Status as Answered
from ninja.security import SessionAuth

from desktop_app.helpdesk import recordings, sharing
from desktop_app.helpdesk.api.access import DeviceToken, signed_in
from desktop_app.helpdesk.models import Device, Sharing, Technician
from desktop_app.helpdesk.relays import relays
from desktop_app.protocol import sharing as words
from desktop_app.protocol.base import Id


class ConsoleSession(SessionAuth):
    """A technician who is signed in at the console; a script's token is nobody in front of a screen."""

    def authenticate(self, request: HttpRequest, _key: str | None) -> Technician | None:
        """The technician, while the account is open."""
        return signed_in(request)


router = Router(tags=["sharings"])
_BROWSER, _BOTH = ConsoleSession(), [DeviceToken(), ConsoleSession()]
_ONE = "tickets/{ticket_id}/sharings/{sharing_id}"


def sharing_word(found: Sharing, side: str) -> words.Sharing:
    """How it stands, for a `side` that may use the relays until it is over."""
    is_over = found.state == Sharing.State.ENDED
    told = {name: getattr(found, name) for name in ("ready", "offer", "answer")}
    return words.Sharing.model_validate(
        {
            "id": found.pk,
            "ticket_id": found.ticket_id,
            "state": found.state,
            "technician": found.technician.name,
            "reason": found.reason,
            "asked_at": found.asked_at,
            "joins": found.joins_id,
            "commitment": found.commitment,
            "relays": [] if is_over else relays(f"{side}-{found.pk}", datetime.now(UTC)),
            "ending": found.ending or None,
            **told,
        }
    )


@router.get("sharings", response=words.Sharings, auth=_BOTH)
def overview(request: HttpRequest) -> words.Sharings:
    """Those of the caller that are not over: a machine's, or those that the technician asked for."""
    found = sharing.of(_caller(request)).exclude(state=Sharing.State.ENDED).order_by("asked_at")
    return words.Sharings(items=[_word(request, one) for one in found])


@router.post("tickets/{ticket_id}/sharings", response={200: words.Sharing, 201: words.Sharing}, auth=_BROWSER)
def ask(request: HttpRequest, ticket_id: Id, word: words.NewSharing) -> Answered[Any]:
    """Ask to see the screen of the person who opened the request."""
    found, is_new = sharing.ask(ticket_id, word, _technician(request))
    return Answered(201 if is_new else 200, _word(request, found))


@router.get(_ONE, response=words.Sharing, auth=_BOTH)
def one(request: HttpRequest, ticket_id: Id, sharing_id: Id) -> words.Sharing:
    """How it stands."""
    return _word(request, sharing.of(_caller(request)).get(ticket=ticket_id, pk=sharing_id))


@router.put(f"{_ONE}/ready", response=words.Sharing)
def ready(request: HttpRequest, ticket_id: Id, sharing_id: Id, word: words.Ready) -> words.Sharing:
    """The desktop is awake and shows the question."""
    return _word(request, sharing.ready(ticket_id, sharing_id, word, _device(request)))


@router.put(f"{_ONE}/offer", response=words.Sharing, auth=_BROWSER)
def offer(request: HttpRequest, ticket_id: Id, sharing_id: Id, word: words.Offer) -> words.Sharing:
    """The browser's side of one round."""
    return _word(request, sharing.offer(ticket_id, sharing_id, word, _technician(request)))


@router.put(f"{_ONE}/answer", response=words.Sharing)
def answer(request: HttpRequest, ticket_id: Id, sharing_id: Id, word: words.Answer) -> words.Sharing:
    """The desktop's side of the same round: the user said yes."""
    return _word(request, sharing.answer(ticket_id, sharing_id, word, _device(request)))


@router.put(f"{_ONE}/ended", response=words.Sharing)
def ended(request: HttpRequest, ticket_id: Id, sharing_id: Id, word: words.Record) -> words.Sharing:
    """What happened."""
    return _word(request, sharing.end(ticket_id, sharing_id, word, _device(request)))


@router.post("tickets/{ticket_id}/recordings", response={201: None})
def recorded(request: HttpRequest, ticket_id: Id, word: words.NewRecording) -> Answered[None]:
    """A film of it, which the machine made and has brought."""
    recordings.keep(ticket_id, word, _device(request))
    return Answered(201, None)


@router.put(f"{_ONE}/withdrawn", response=words.Sharing, auth=_BROWSER)
def withdrawn(request: HttpRequest, ticket_id: Id, sharing_id: Id) -> words.Sharing:
    """The technician takes the question back, or ends what has no line any more."""
    return _word(request, sharing.withdraw(ticket_id, sharing_id, _technician(request)))


def _word(request: HttpRequest, found: Sharing) -> words.Sharing:
    return sharing_word(found, "browser" if isinstance(_caller(request), Technician) else "machine")


def _caller(request: HttpRequest) -> Device | Technician:
    caller: Device | Technician = request.auth  # type: ignore[attr-defined]  # ninja sets it to who was let in
    return caller


def _device(request: HttpRequest) -> Device:
    device: Device = request.auth  # type: ignore[attr-defined]  # only a device's token opens these
    return device


def _technician(request: HttpRequest) -> Technician:
    technician: Technician = request.auth  # type: ignore[attr-defined]  # only a session opens these
    return technician
