"""The organisation's own issuer of accounts, as its administrator named it (`sign-in set`), and what it signs with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from time import monotonic

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from jwt import PyJWK

from desktop_app.helpdesk.refusal import Refused
from desktop_app.knowledge.identity_seal import Claims, NotProven, discovery, key_name, keys_of, places, read

PROVIDER = "organisation"
DESKTOPS = "desktop_client_id"
"""Under which name the client of computers stands among the settings: a public one, without a secret."""

_KEPT_S, _AGAIN_S = 3600, 30


@dataclass
class Keys:
    """The public keys of the issuer at `address`; asked for once an hour, and when a token names another one."""

    address: str
    issuer: str = ""
    _known: Mapping[str, PyJWK] = field(default_factory=dict)
    _read_at: float | None = None
    _lock: Lock = field(default_factory=Lock)

    def naming(self, name: str) -> Mapping[str, PyJWK]:
        """All of them, with that one if there is such a one. Raises NotProven, requests.RequestException."""
        with self._lock:
            age = _KEPT_S if self._read_at is None else monotonic() - self._read_at
            if age >= _KEPT_S or (name not in self._known and age >= _AGAIN_S):
                self._fetch()
            return self._known

    def _fetch(self) -> None:
        found = places(_content(discovery(self.address)), self.address)
        self._known, self.issuer, self._read_at = keys_of(_content(found.keys)), found.issuer, monotonic()


def is_asked() -> bool:
    """Whether computers may prove who sits at them."""
    return _named() is not None


def believed(token: str) -> tuple[Claims, str]:
    """What a token says, and the issuer's name as people know it. Raises Refused: it is not believed."""
    app = _named()
    if app is None:
        raise Refused(409, "identity_off")
    try:
        keys = _keys(app.settings["server_url"])
        known = keys.naming(key_name(token))
        return read(token, known, keys.issuer, app.settings[DESKTOPS]), str(app.name)
    except requests.RequestException as error:
        raise Refused(424, "issuer_silent") from error
    except NotProven as error:
        raise Refused(403, "identity_late" if error.is_of_time else "identity_unproven") from error


def _named() -> SocialApp | None:
    app = SocialApp.objects.filter(provider_id=PROVIDER).first()
    return app if app and app.settings.get(DESKTOPS) else None


@cache
def _keys(address: str) -> Keys:
    return Keys(address)


def _content(url: str) -> bytes:
    """By the same way out, and believing the same certificates, as where technicians sign in by it."""
    with get_adapter().get_requests_session() as session:
        answer = session.get(url, allow_redirects=False)
        answer.raise_for_status()
        return bytes(answer.content)
