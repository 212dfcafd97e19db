"""Who sits at the machine, by their organisation's word."""

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja import Status as Answer

from desktop_app.helpdesk import identities
from desktop_app.protocol.identity import Proof, Proven

router = Router(tags=["identity"])


@router.post("identity", response=Proven)
def prove(request: HttpRequest, word: Proof) -> Proven:
    """Checked against the issuer that the administrator named, and for this very device."""
    return identities.prove(request.auth, word)  # type: ignore[attr-defined]  # ninja sets it to what the token names


@router.delete("identity", response={204: None})
def leave(request: HttpRequest) -> Answer[Any]:
    """They have signed out: the device has no requests but those asked while nobody was signed in."""
    identities.leave(request.auth)  # type: ignore[attr-defined]
    return Answer(204, None)
