"""The seal of a notice that a newer version is out: Ed25519 (RFC 8032), with a key that the program brings along.

What is signed is a fixed line and the notice as it stands: a signature of a pack never fits a notice, nor the reverse.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from desktop_app import resources
from desktop_app.knowledge import signing
from desktop_app.knowledge.pack_seal import public_keys
from desktop_app.protocol.releases import Release, ReleaseFacts

_CONTEXT = b"rescousse release signature 1\n"


class BadNotice(Exception):
    """A notice that is not believed. `reason`: unknown_key, bad_signature, not_a_notice, expired, rolled_back."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@cache
def built_in() -> Mapping[str, bytes]:
    """The keys of those who make the program; the next one stands beside the present one before it is used."""
    return public_keys(resources.path("release_keys.txt").read_text(encoding="ascii").splitlines())


def sign(facts: ReleaseFacts, key: str, private: str) -> Release:
    """The notice of `facts`; `private` is base64 of 32 bytes, ValueError when it is not."""
    notice = facts.model_dump_json()
    return Release(notice=notice, key=key, signature=signing.sign(_CONTEXT, notice.encode(), private))


def read(release: Release, keys: Mapping[str, bytes], now: datetime) -> ReleaseFacts:
    """What it says once it is known to be signed and still to count. Raises BadNotice."""
    _check_signature(release, keys)
    try:
        facts = ReleaseFacts.model_validate_json(release.notice)
    except ValueError as problem:
        raise BadNotice("not_a_notice") from problem
    if facts.until <= now:
        raise BadNotice("expired")
    return facts


def _check_signature(release: Release, keys: Mapping[str, bytes]) -> None:
    if release.key not in keys:
        raise BadNotice("unknown_key")
    if not signing.fits(release.signature, _CONTEXT, release.notice.encode(), keys[release.key]):
        raise BadNotice("bad_signature")
