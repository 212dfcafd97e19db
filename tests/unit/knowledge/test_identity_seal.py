"""An issuer's word is believed when it is the issuer's, for this client and for now; everything else is not."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop_app.knowledge.identity_seal import Claims, NotProven, keys_of, places, read

ISSUER, CLIENT = "https://id.valclair.invalid", "rescousse"
OURS, ANOTHERS = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
Change = dict[str, Any]


def document(key: rsa.RSAPrivateKey = OURS) -> bytes:
    told = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return json.dumps({"keys": [told | {"kid": "one", "alg": "RS256"}]}).encode()


def claims(**changes: Any) -> Change:
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": CLIENT, "sub": "c1", "iat": now, "exp": now + 600, "nonce": "n", "name": "Camille"}
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def signed(key: rsa.RSAPrivateKey = OURS, kid: str = "one", **changes: Any) -> str:
    return jwt.encode(claims(**changes), key, "RS256", headers={"kid": kid})


def test_a_good_word_is_read() -> None:
    now = int(time.time())
    told = read(signed(email="c@valclair.invalid", iat=now), keys_of(document()), ISSUER, CLIENT)
    made_at = datetime.fromtimestamp(now, UTC)
    assert told == Claims(ISSUER, "c1", "Camille", "c@valclair.invalid", "n", made_at)
    unverified = signed(email="c@valclair.invalid", email_verified=False, name=None)
    told = read(unverified, keys_of(document()), ISSUER, CLIENT)
    assert (told.name, told.email) == ("c1", ""), "an address that the issuer did not verify is nobody's"


def _none() -> str:
    return jwt.encode(claims(), "", "none", headers={"kid": "one"})


def _with_the_public_key_as_a_secret() -> str:
    """What a reader who takes any algorithm would believe."""
    public = OURS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    head, body, _ = signed().split(".")
    head = jwt.utils.base64url_encode(json.dumps({"alg": "HS256", "kid": "one"}).encode()).decode()
    seal = hmac.new(public, f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{jwt.utils.base64url_encode(seal).decode()}"


def _changed() -> str:
    head, _, seal = signed().split(".")
    body = jwt.utils.base64url_encode(json.dumps(claims(sub="m1")).encode()).decode()
    return f"{head}.{body}.{seal}"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: signed(aud="another"), "InvalidAudienceError"),
        (lambda: signed(aud=[CLIENT, "another"]), "InvalidAudienceError"),
        (lambda: signed(azp="another"), "InvalidAudienceError"),
        (lambda: signed(iss="https://evil.invalid"), "InvalidIssuerError"),
        (lambda: signed(exp=int(time.time()) - 120), "too_late"),
        (lambda: signed(iat=int(time.time()) + 600), "too_early"),
        (lambda: signed(exp=None), "MissingRequiredClaimError"),
        (lambda: signed(iat=None), "MissingRequiredClaimError"),
        (lambda: signed(sub=None), "MissingRequiredClaimError"),
        (lambda: signed(ANOTHERS), "InvalidSignatureError"),
        (lambda: signed(kid="two"), "unknown_key"),
        (_none, "InvalidAlgorithmError"),
        (_with_the_public_key_as_a_secret, "InvalidAlgorithmError"),
        (_changed, "InvalidSignatureError"),
        (lambda: "not a token", "DecodeError"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_everything_else_is_not_believed(make: Callable[[], str], reason: str) -> None:
    with pytest.raises(NotProven) as refused:
        read(make(), keys_of(document()), ISSUER, CLIENT)
    assert refused.value.reason == reason


def _described(**changes: Any) -> bytes:
    places_ = {f"{name}_endpoint": f"{ISSUER}/{name}" for name in ("authorization", "token")}
    return json.dumps({"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys", **places_, **changes}).encode()


def test_an_issuer_describes_itself_and_leads_nowhere_else() -> None:
    assert places(_described(), f"{ISSUER}/").token == f"{ISSUER}/token"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_described(issuer="https://evil.invalid"), "another_issuer"),
        (_described(token_endpoint="http://id.valclair.invalid/token"), "not_safe"),
        (_described(jwks_uri="http://127.0.0.1.evil.invalid/keys"), "not_safe"),
        (_described(authorization_endpoint="file:///etc/passwd"), "not_safe"),
        (b"<html>Welcome to our Wi-Fi</html>", "not_an_issuer"),
        (b"[]", "not_an_issuer"),
        (b'{"issuer": "x"}', "not_an_issuer"),
    ],
)
def test_what_is_not_the_issuers_is_not_asked(content: bytes, reason: str) -> None:
    with pytest.raises(NotProven) as refused:
        places(content, ISSUER)
    assert refused.value.reason == reason


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"keys": []}', b'{"keys": 3}', b'{"keys": [{"kty": "x"}]}'])
def test_no_keys_are_no_keys(content: bytes) -> None:
    with pytest.raises(NotProven):
        keys_of(content)
