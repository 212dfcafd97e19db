"""Who somebody is by the word of their organisation's issuer (OpenID Connect), without a computer or a network."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Asks(StrEnum):
    """Whether the policy lets people sign in by their organisation's account, or wants it before anything is sent."""

    OFF = "off"
    OFFERED = "offered"
    REQUIRED = "required"


@dataclass(frozen=True)
class Verified:
    """What the help desk found proven: `by` is the issuer's name as people know it, `until` when it ends."""

    name: str
    email: str
    by: str
    until: datetime


def is_safe_address(url: str) -> bool:
    """Whether secrets may go there: https, or this very machine (RFC 8252, 8.3)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return bool(parts.hostname) and (parts.scheme == "https" or is_here)


def nonce_of(device_id: str, proof: str) -> str:
    """What the issuer is asked to sign along: a token made for one machine is worth nothing when another passes it on.

    Only who knows `proof` can say so, and for another machine nobody finds one that fits.
    """
    return sha256(f"{device_id}\n{proof}".encode()).hexdigest()
