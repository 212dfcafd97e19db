"""Who calls: a device with its token, or a technician with an API token or a session of the console."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.security import HttpBearer

from desktop_app.helpdesk.models import ApiToken, Device, EnrolmentKey, Technician
from desktop_app.helpdesk.refusal import Refused
from desktop_app.helpdesk.tokens import fingerprint
from desktop_app.helpdesk.tries import Tries

_SEEN_EVERY = timedelta(seconds=30)  # well within the minute after which somebody counts as gone
_wrong_keys = Tries(20, timedelta(minutes=5))


class DeviceToken(HttpBearer):
    """`Authorization: Bearer …` with a device's own token; the device is the authenticated caller."""

    def authenticate(self, request: HttpRequest, token: str) -> Device | None:
        """The device, or None: revoked and unknown are the same."""
        return device_of(token)


class TechnicianToken(HttpBearer):
    """`Authorization: Bearer …` with a technician's API token; the technician is the authenticated caller."""

    def authenticate(self, request: HttpRequest, token: str) -> Technician | None:
        """The technician, unless the token was withdrawn or the account closed."""
        caller = _technician_of(token)
        return caller.technician if caller else None


class EnrolmentToken(HttpBearer):
    """`Authorization: Bearer …` with an enrolment key."""

    def authenticate(self, request: HttpRequest, token: str) -> EnrolmentKey | None:
        """The key when it is still good. Only wrong ones are counted: a whole office may join from one address."""
        who = str(request.META.get("REMOTE_ADDR"))
        if _wrong_keys.too_many(who):
            raise Refused(429, "too_often")
        key = EnrolmentKey.objects.filter(key_hash=fingerprint(token), revoked_at=None).first()
        if key is None:
            _wrong_keys.count(who)
        return key


@dataclass(frozen=True)
class Caller:
    """Who listens to the stream: a device, or a technician."""

    device: Device | None = None
    technician: Technician | None = None


def caller_of(request: HttpRequest) -> Caller | None:
    """The caller of a view outside the typed API."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        device = device_of(token)
        return Caller(device=device) if device else _technician_of(token)
    user = request.user
    return Caller(technician=user) if isinstance(user, Technician) and user.is_active else None


def device_of(token: str) -> Device | None:
    """The device of a token that was not withdrawn; its being there is noted now and then."""
    return _noted(Device.objects.filter(token_hash=fingerprint(token), revoked_at=None))


def is_still_allowed(device: Device) -> bool:
    """Whether a device that listens still has its token; listening is being there."""
    return _noted(Device.objects.filter(pk=device.pk, token_hash=device.token_hash, revoked_at=None)) is not None


def _noted(found: "QuerySet[Device]") -> Device | None:
    device = found.select_related("person").first()
    now = datetime.now(UTC)
    if device is not None and (device.last_seen is None or now - device.last_seen > _SEEN_EVERY):
        Device.objects.filter(pk=device.pk).update(last_seen=now)
    return device


def _technician_of(token: str) -> Caller | None:
    found = ApiToken.objects.select_related("technician").filter(token_hash=fingerprint(token), revoked_at=None).first()
    return Caller(technician=found.technician) if found and found.technician.is_active else None
