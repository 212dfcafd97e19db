"""The organisation's issuer as a public client asks it: OAuth 2.0 for native apps (RFC 8252) with PKCE (RFC 7636)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from desktop_app.adapters.http.exchange import Call, Exchange
from desktop_app.domain.errors import (
    CertificateRefused,
    ClockWrong,
    HelpdeskUnreachable,
    IssuerSilent,
    ProxyWantsPassword,
    SignInEnded,
    SignInUnproven,
)
from desktop_app.knowledge.identity_seal import Claims, NotProven, discovery, keys_of, places, read
from desktop_app.services.identity_ports import Asked, Given

if TYPE_CHECKING:
    from desktop_app.adapters.http.answer import Answer

_SCOPES, _FOR_LATER = "openid profile email", "offline_access"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_SERVER_TROUBLE = 500
Connect = Callable[[str], Exchange]


class Issuer:
    """Known by its own description, which is fetched at once. Every method raises IssuerSilent, SignInUnproven, and
    what stands in the way of any server: CertificateRefused, ProxyWantsPassword, ClockWrong.
    """

    def __init__(self, connect: Connect, address: str, client_id: str) -> None:
        self._connect = connect
        self._client_id = client_id
        content = self._fetch(discovery(address))
        try:
            self._places = places(content, address)
        except NotProven as error:
            raise _plainly(error, address) from error
        self.name = self._places.issuer

    def address(self, asked: Asked) -> str:
        """Where the person says to the issuer who they are."""
        is_for_later = _FOR_LATER in self._places.scopes
        query = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": asked.redirect,
            "scope": f"{_SCOPES} {_FOR_LATER}" if is_for_later else _SCOPES,
            "state": asked.state,
            "nonce": asked.nonce,
            "code_challenge": _challenge(asked.verifier),
            "code_challenge_method": "S256",
        }
        place = self._places.authorization
        return f"{place}{'&' if urlsplit(place).query else '?'}{urlencode(query)}"

    def exchange(self, code: str, asked: Asked) -> Given:
        """What the code of the browser stands for."""
        told = {"code": code, "redirect_uri": asked.redirect, "code_verifier": asked.verifier}
        return self._given({"grant_type": "authorization_code", **told})

    def renew(self, refresh: str) -> Given:
        """The next word about the same person. Raises SignInEnded."""
        return self._given({"grant_type": "refresh_token", "refresh_token": refresh})

    def revoke(self, refresh: str) -> None:
        """It is to renew nothing any more (RFC 7009); nothing happens where the issuer takes nothing back."""
        if place := self._places.revocation:
            self._post(place, {"token": refresh, "token_type_hint": "refresh_token"})

    def _given(self, form: dict[str, str]) -> Given:
        told = _object(self._post(self._places.token, form).content)
        token, refresh = str(told.get("id_token") or ""), str(told.get("refresh_token") or "")
        return Given(token, refresh, self._claims(token) if token else None)

    def _post(self, place: str, form: dict[str, str]) -> Answer:
        content = urlencode({**form, "client_id": self._client_id}).encode()
        answer = self._ask(place, Call("POST", place, content, _FORM))
        if answer.is_refusal:
            raise _refusal(answer)
        return answer

    def _claims(self, token: str) -> Claims:
        try:
            return read(token, keys_of(self._fetch(self._places.keys)), self.name, self._client_id)
        except NotProven as error:
            raise _plainly(error, self._places.token) from error

    def _fetch(self, url: str) -> bytes:
        answer = self._ask(url, Call("GET", url))
        if answer.is_refusal:
            raise IssuerSilent(host=_host(url))
        return answer.content

    def _ask(self, url: str, call: Call) -> Answer:
        exchange = self._connect(url)
        try:
            answer = exchange.ask(call, "")
        except (CertificateRefused, ProxyWantsPassword, ClockWrong):
            raise
        except HelpdeskUnreachable as error:
            raise IssuerSilent(host=exchange.host) from error
        finally:
            exchange.close()
        if answer.status >= _SERVER_TROUBLE:
            raise IssuerSilent(host=exchange.host)
        return answer


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _refusal(answer: Answer) -> SignInEnded | SignInUnproven:
    reason = str(_object(answer.content).get("error") or answer.status)[:100]
    return SignInEnded() if reason == "invalid_grant" else SignInUnproven(reason=reason)


def _object(content: bytes) -> dict[str, object]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _plainly(error: NotProven, url: str) -> ClockWrong | SignInUnproven:
    if error.is_of_time:
        return ClockWrong(host=_host(url), here_moment=datetime.now().astimezone().isoformat())
    return SignInUnproven(reason=error.reason)


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
