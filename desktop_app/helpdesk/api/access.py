"""Who calls: a device with its token, or a technician with an API token or a session of the console."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest
from ninja.security import HttpBearer

from desktop_app.helpdesk import devices
from desktop_app.helpdesk.models import ApiToken, Device, EnrolmentKey, Technician
from desktop_app.helpdesk.prepared import Question
from desktop_app.helpdesk.refusal import Refused
from desktop_app.helpdesk.signing_in import lacks_second_factor
from desktop_app.helpdesk.tokens import fingerprint
from desktop_app.helpdesk.tries import Tries
from desktop_app.protocol.devices import MACHINE

_SEEN_EVERY = timedelta(seconds=30)  # well within the minute after which somebody counts as gone
_wrong_keys = Tries(20, timedelta(minutes=5))
_BY_TOKEN = Question(devices.by_token)


class DeviceToken(HttpBearer):
    """`Authorization: Bearer …` with a device's own token; the device is the authenticated caller."""

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        """The device, or None: revoked and unknown are the same."""
        return device_of(request, token)


class TechnicianToken(HttpBearer):
    """`Authorization: Bearer …` with a technician's API token; the technician is the authenticated caller."""

    def authenticate(self, request: HttpRequest, token: str) -> Technician | None:
        """The technician, unless the token was withdrawn or the account no longer answers."""
        caller = _technician_of(token)
        return caller.technician if caller else None


class EnrolmentToken(HttpBearer):
    """`Authorization: Bearer …` with an enrolment key, or with the token of a device that wants the next one."""

    def authenticate(self, request: HttpRequest, token: str) -> EnrolmentKey | Device | None:
        """The key when it is still good. Only wrong ones are counted: a whole office may join from one address."""
        who = str(request.META.get("REMOTE_ADDR"))
        if _wrong_keys.too_many(who):
            raise Refused(429, "too_often")
        key = EnrolmentKey.objects.filter(key_hash=fingerprint(token), revoked_at=None).first()
        found = key or _renewing(request, token)
        if found is None:
            _wrong_keys.count(who)
        return found


@dataclass(frozen=True)
class Caller:
    """Who listens to the stream: a device, or a technician."""

    device: Device | None = None
    technician: Technician | None = None


def caller_of(request: HttpRequest) -> Caller | None:
    """The caller of a view outside the typed API."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        device = device_of(request, token)
        return Caller(device=device) if device else _technician_of(token)
    user = signed_in(request)
    return Caller(technician=user) if user else None


def signed_in(request: HttpRequest) -> Technician | None:
    """Who has the console open, when that is somebody who answers and proved all that the rules ask for."""
    user = getattr(request, "user", None)  # nobody is, where the caller brought a token
    if not isinstance(user, Technician) or not user.answers or lacks_second_factor(request, user):
        return None
    return user


def device_of(request: HttpRequest, token: str) -> Device | None:
    """The device of a token that was not withdrawn; its being there is noted now and then.

    None as well for a copy of that device, and from then on for both.
    """
    token_hash = fingerprint(token)
    device = _noted(_BY_TOKEN.first(token_hash))
    if device is None or not devices.is_itself(device, request.headers.get(MACHINE, "")):
        return None
    devices.take_up(device, token_hash)
    return device


def _renewing(request: HttpRequest, token: str) -> Device | None:
    """A device that may have its next token: with the one it has now. A machine that joined again put an end to the one
    before; whoever has that one, too, shall not come back by it.
    """
    device = device_of(request, token)
    return device if device is not None and device.earlier_hash != fingerprint(token) else None


def _noted(device: Device | None) -> Device | None:
    now = datetime.now(UTC)
    if device is not None and (device.last_seen is None or now - device.last_seen > _SEEN_EVERY):
        Device.objects.filter(pk=device.pk).update(last_seen=now)
    return device


def _technician_of(token: str) -> Caller | None:
    found = ApiToken.objects.select_related("technician").filter(token_hash=fingerprint(token), revoked_at=None).first()
    return Caller(technician=found.technician) if found and found.technician.answers else None
