"""An issuer that says what it is told to say, and a program in front of it."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

from desktop_app import resources
from desktop_app.adapters.helpdesk_client import elsewhere
from desktop_app.adapters.identity.issuer import Issuer
from desktop_app.adapters.identity.loopback import Loopback
from desktop_app.protocol.identity import Proven
from desktop_app.services.identity import Identity
from desktop_app.services.identity_ports import Ports
from desktop_app.services.unclaimed import UnclaimedWords
from tests.unit.client.conftest import Core
from tests.unit.knowledge.test_identity_seal import CLIENT, document, signed


class Lying(ThreadingHTTPServer):
    """Says of itself what `described` changes; gives the token that `make` makes of the nonce."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.described: dict[str, Any] = {}
        self.redirect = ""
        self.status = 200
        self.scheme = "http"
        self.make: Callable[[str, str], str] = lambda url, nonce: signed(iss=url, nonce=nonce)
        self.nonce = ""
        self.taken_back = 200
        self.forms: list[dict[str, list[str]]] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}"

    def description(self) -> dict[str, Any]:
        ends = {f"{name}_endpoint": f"{self.url}/{name}" for name in ("authorization", "token")}
        return {"issuer": self.url, "jwks_uri": f"{self.url}/keys", **ends, **self.described}


class _Answers(BaseHTTPRequestHandler):
    server: Lying

    def do_GET(self) -> None:
        if self.server.redirect:
            self.send_response(302)
            self.send_header("Location", self.server.redirect)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/keys":
            self._say(document())
        else:
            self._say(json.dumps(self.server.description()).encode())

    def do_POST(self) -> None:
        self.server.forms.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        if self.path == "/revocation":
            self._say(b"{}", self.server.taken_back)
            return
        token = self.server.make(self.server.url, self.server.nonce)
        self._say(json.dumps({"id_token": token, "refresh_token": "r"}).encode(), self.server.status)

    def _say(self, content: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Silent."""


class Desk:
    """A help desk that believes everything."""

    def __init__(self) -> None:
        self.believed: list[str] = []

    def prove(self, id_token: str, proof: str) -> Proven:
        self.believed.append(id_token)
        return Proven(name="Camille", email="", by="la mairie", until=datetime.now(UTC) + timedelta(days=7))

    def leave(self) -> None:
        """Believed too."""


class Memory:
    """A key store."""

    kept = ""

    def load(self) -> str:
        return self.kept

    def save(self, token: str) -> None:
        self.kept = token

    def clear(self) -> None:
        self.kept = ""


def ports(core: Core, issuer: Lying) -> Ports:
    return Ports(
        desk=Desk(),
        vault=Memory(),
        issuer=lambda: Issuer(lambda url: elsewhere(core.client, core.settings, url), issuer.url, CLIENT),
        door=lambda state, name: Loopback(state, name, lambda key: resources.sentence("sign_in", key, "fr")),
        own_id=lambda: "a-machine",
        words=UnclaimedWords(core.store, core.outbox, core.journal),
    )


class SignedIn:
    """One program in front of that issuer."""

    def __init__(self, core: Core, issuer: Lying) -> None:
        self.ports, self.issuer = ports(core, issuer), issuer
        self.identity = Identity(self.ports, core.tickets, core.store, core.settings, core.journal)

    def sign_in(self) -> None:
        """The browser comes back with a code; what the issuer makes of it is its own matter."""
        told = {name: values[0] for name, values in parse_qs(urlsplit(self.identity.begin()).query).items()}
        self.issuer.nonce = told["nonce"]
        back = f"{told['redirect_uri']}?{urlencode({'state': told['state'], 'code': 'c'})}"
        browser = threading.Thread(target=requests.get, args=(back,), kwargs={"timeout": 30})
        browser.start()
        try:
            self.identity.finish()
        finally:
            browser.join()

    @property
    def believed(self) -> list[str]:
        assert isinstance(self.ports.desk, Desk)
        return self.ports.desk.believed
