"""The seal of an issuer's word about a person: a signed ID token (OpenID Connect Core, 3.1.3.7), with PyJWT.

The desktop looks before it passes the word on, the help desk looks again and believes nobody else's look.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt

from desktop_app.domain.identity import is_safe_address

# Of key pairs only: neither "none" nor a secret that the token's reader shares
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_NEEDED = ["exp", "iat", "iss", "aud", "sub"]
_LEEWAY_S = 60
_LONGEST, _LONGEST_ADDRESS = 200, 254
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_TOO_EARLY, _TOO_LATE = "too_early", "too_late"


class NotProven(Exception):
    """A word that is not believed. `reason`: too_early, too_late, unknown_key, or PyJWT's own name for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def is_of_time(self) -> bool:
        """Whether it may be good, and a clock wrong."""
        return self.reason in {_TOO_EARLY, _TOO_LATE}


@dataclass(frozen=True)
class Claims:
    """What the issuer says of a person; `subject` is theirs for ever, name and address are what it has of them now.

    `made_at`: to the second.
    """

    issuer: str
    subject: str
    name: str
    email: str
    nonce: str
    made_at: datetime


@dataclass(frozen=True)
class Places:
    """Where an issuer is asked for what (OpenID Connect Discovery, 3). `scopes`: what it says that it knows;
    `revocation`: where it takes back what it gave (RFC 8414, 2), or nothing.
    """

    issuer: str
    authorization: str
    token: str
    keys: str
    scopes: frozenset[str]
    revocation: str = ""


def discovery(issuer: str) -> str:
    """The address at which an issuer describes itself."""
    return issuer.rstrip("/") + "/.well-known/openid-configuration"


def places(content: bytes, issuer: str) -> Places:
    """What the issuer says of itself. Raises NotProven: it is another one, or leads over a line that anybody reads."""
    try:
        told = json.loads(content)
        authorization, token, keys = (str(told[name]) for name in _ENDPOINTS)
        named, scopes = str(told["issuer"]), frozenset(map(str, told.get("scopes_supported") or ()))
        revocation = str(told.get("revocation_endpoint") or "")
    except (ValueError, TypeError, KeyError) as error:
        raise NotProven("not_an_issuer") from error
    if named.rstrip("/") != issuer.rstrip("/"):
        raise NotProven("another_issuer")
    if not all(map(is_safe_address, (named, authorization, token, keys))):
        raise NotProven("not_safe")
    return Places(named, authorization, token, keys, scopes, revocation if is_safe_address(revocation) else "")


def keys_of(content: bytes) -> dict[str, jwt.PyJWK]:
    """The issuer's public keys by their names. Raises NotProven."""
    try:
        return {key.key_id or "": key for key in jwt.PyJWKSet.from_dict(json.loads(content)).keys}
    except (ValueError, TypeError, AttributeError, jwt.PyJWTError) as error:
        raise NotProven("no_keys") from error


def key_name(token: str) -> str:
    """The key that a token says it is signed with; nothing is believed yet. Raises NotProven."""
    try:
        return str(jwt.get_unverified_header(token).get("kid") or "")
    except jwt.PyJWTError as error:
        raise NotProven(type(error).__name__) from error


def read(token: str, keys: Mapping[str, jwt.PyJWK], issuer: str, client_id: str) -> Claims:
    """What it says, once it is known to be the issuer's, for this client and for now. Raises NotProven."""
    name = key_name(token)
    key = keys.get(name) or (next(iter(keys.values())) if not name and len(keys) == 1 else None)
    if key is None:
        raise NotProven("unknown_key")
    told = _decoded(token, key, issuer, client_id)
    if told.get("azp", client_id if _is_alone(told["aud"]) else "") != client_id:
        raise NotProven("InvalidAudienceError")
    email = str(told.get("email") or "") if told.get("email_verified", True) is True else ""
    called = told.get("name") or told.get("preferred_username") or email or told["sub"]
    return Claims(
        str(told["iss"]),
        str(told["sub"]),
        str(called)[:_LONGEST],
        email if len(email) <= _LONGEST_ADDRESS else "",
        str(told.get("nonce") or ""),
        datetime.fromtimestamp(int(told["iat"]), UTC),
    )


def _is_alone(audience: object) -> bool:
    """One of several that a token is for has to be named as the one that it was made for."""
    return isinstance(audience, str) or (isinstance(audience, list) and len(audience) == 1)


def _decoded(token: str, key: jwt.PyJWK, issuer: str, client_id: str) -> dict[str, Any]:
    try:
        return jwt.decode(
            token,
            key,
            algorithms=_ALGORITHMS,
            issuer=issuer,
            audience=client_id,
            leeway=_LEEWAY_S,
            options={"require": _NEEDED},
        )
    except jwt.ImmatureSignatureError as error:
        raise NotProven(_TOO_EARLY) from error
    except jwt.ExpiredSignatureError as error:
        raise NotProven(_TOO_LATE) from error
    except jwt.PyJWTError as error:
        raise NotProven(type(error).__name__) from error
