"""An issuer that lies, is down, or stands behind the company's network: what comes of a sign-in then."""

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests

from desktop_app.domain.errors import (
    CertificateRefused,
    ClockWrong,
    IssuerSilent,
    SignInCancelled,
    SignInUnproven,
    SupportError,
)
from tests.unit.client.conftest import Core
from tests.unit.client.issuing import Lying, SignedIn
from tests.unit.client.standin import StandIn
from tests.unit.client.test_certificates import a_certificate
from tests.unit.client.test_networks import Wait, behind, proxy
from tests.unit.knowledge.test_identity_seal import ANOTHERS, CLIENT, claims, signed


def test_a_good_answer_is_passed_on_with_the_verifier(program: SignedIn, issuer: Lying) -> None:
    program.sign_in()
    assert len(program.believed) == 1
    [form] = issuer.forms
    assert len(form["code_verifier"][0]) >= 43
    assert form["client_id"] == [CLIENT]
    assert program.ports.vault.load().split(" ")[1:] == ["r"], "beside the name of who gave it"


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda url, nonce: signed(iss=url, nonce="another"), SignInUnproven),
        (lambda url, nonce: signed(iss=url, nonce=None), SignInUnproven),
        (lambda url, nonce: signed(iss=url, nonce=nonce, aud="another"), SignInUnproven),
        (lambda url, nonce: signed(iss="https://evil.invalid", nonce=nonce), SignInUnproven),
        (lambda url, nonce: signed(ANOTHERS, iss=url, nonce=nonce), SignInUnproven),
        (lambda url, nonce: jwt.encode(claims(iss=url, nonce=nonce), "", "none"), SignInUnproven),
        (lambda url, nonce: "", SignInUnproven),
        (lambda url, nonce: signed(iss=url, nonce=nonce, iat=int(time.time()) + 7200), ClockWrong),
        (lambda url, nonce: signed(iss=url, nonce=nonce, exp=int(time.time()) - 7200), ClockWrong),
    ],
    ids=["nonce", "no-nonce", "audience", "issuer", "signature", "alg-none", "nothing", "early", "late"],
)
def test_what_proves_nothing_does_not_leave(
    program: SignedIn, issuer: Lying, make: Callable[[str, str], str], kind: type[SupportError]
) -> None:
    issuer.make = make
    with pytest.raises(kind):
        program.sign_in()
    assert program.believed == []
    assert program.identity.state().verified is None
    assert program.ports.vault.load() == ""


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"redirect": "http://evil.invalid/.well-known/openid-configuration"}, IssuerSilent),
        ({"described": {"token_endpoint": "http://evil.invalid/token"}}, SignInUnproven),
        ({"described": {"authorization_endpoint": "http://evil.invalid/a"}}, SignInUnproven),
        ({"described": {"issuer": "https://evil.invalid"}}, SignInUnproven),
    ],
    ids=["redirected", "token-by-http", "browser-by-http", "another"],
)
def test_nobody_is_sent_elsewhere(
    program: SignedIn, issuer: Lying, change: dict[str, Any], kind: type[SupportError]
) -> None:
    vars(issuer).update(change)
    with pytest.raises(kind):
        program.identity.begin()


def test_trouble_of_the_issuer_is_told_as_such(program: SignedIn, issuer: Lying) -> None:
    issuer.status = 503
    with pytest.raises(IssuerSilent):
        program.sign_in()
    issuer.status = 200
    program.sign_in()
    assert len(program.believed) == 1, "and the next time it works"


def test_given_up_before_the_browser_opened_leaves_no_door_open(program: SignedIn) -> None:
    address = parse_qs(urlsplit(program.identity.begin()).query)["redirect_uri"][0]
    program.identity.cancel()
    with pytest.raises(requests.ConnectionError):
        requests.get(address, timeout=30)
    with pytest.raises(SignInCancelled):
        program.identity.finish()


def test_behind_the_companys_proxy_and_authority(
    tmp_path: Path, wait_until: Wait, standin: StandIn, issuer: Lying, new_core: Callable[..., Core]
) -> None:
    file = a_certificate(tmp_path, datetime.now(UTC) - timedelta(days=1), datetime.now(UTC) + timedelta(days=30))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    issuer.socket, issuer.scheme = context.wrap_socket(issuer.socket, server_side=True), "https"
    with pytest.raises(CertificateRefused):
        SignedIn(new_core(), issuer).sign_in()
    with proxy(tmp_path, wait_until) as way:
        program = SignedIn(behind(new_core(), way.url, file), issuer)
        program.sign_in()
        assert f"CONNECT 127.0.0.1:{issuer.server_port}" in way.seen()
    assert len(program.believed) == 1
    assert standin.arrivals == [], "the help desk's token went nowhere"
