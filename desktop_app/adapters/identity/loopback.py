"""Where the browser comes back to: a door on this machine alone that opens for one answer (RFC 8252, 7.3 and 8.3)."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from hmac import compare_digest
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock
from urllib.parse import parse_qs, urlsplit

from desktop_app.domain.errors import SignInCancelled, SignInTooLate, SignInUnproven

_PATH = "/signed-in"
_LOOK_S, _SLOWEST_S = 0.2, 5
_OTHER_PLACES = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
Page = Callable[[str], str]
"""The sentence `page_done`, `page_refused` or `page_stranger`, as the browser shows it."""


class Loopback(ThreadingHTTPServer):
    """Listens from the beginning; `state` is what only the issuer has heard of, `issuer` whose answer is waited for.

    What comes without that state, from a page of another site or under another name of this machine changes nothing.
    """

    daemon_threads = False
    allow_reuse_address = False

    def __init__(self, state: str, issuer: str, page: Page) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.timeout = _LOOK_S
        self.page = page
        self._state, self._issuer = state, issuer
        self._answer: dict[str, str] | None = None
        self._lock, self._cancelled = Lock(), Event()
        self._is_waited_at = False

    def server_bind(self) -> None:
        """Without a question to the network about this machine's name, and shared with no other program."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    @property
    def address(self) -> str:
        """Where the issuer sends the browser."""
        return f"http://{self.host}{_PATH}"

    @property
    def host(self) -> str:
        """What a browser that was sent here by the issuer calls this machine."""
        return f"127.0.0.1:{self.server_port}"

    def wait(self, seconds: float) -> str:
        """The code. Raises SignInCancelled, SignInTooLate, SignInUnproven."""
        self._is_waited_at = True
        ends = time.monotonic() + seconds
        while self._answer is None:
            if self._cancelled.is_set():
                raise SignInCancelled
            if time.monotonic() > ends:
                raise SignInTooLate
            self.handle_request()
        if "code" in self._answer:
            return self._answer["code"]
        reason = self._answer.get("error", "")
        raise SignInCancelled if reason == "access_denied" else SignInUnproven(reason=reason[:100])

    def cancel(self) -> None:
        """Whoever waits is told soon; where nobody does, it closes. From any thread."""
        self._cancelled.set()
        if not self._is_waited_at:
            self.server_close()

    def close(self) -> None:
        """Nobody is answered any more."""
        self.cancel()
        self.server_close()

    def take(self, query: str) -> str:
        """The sentence for who asks: the first answer with the right state is taken, nothing else."""
        told = {name: values[0] for name, values in _parsed(query).items() if len(values) == 1}
        is_issuers = compare_digest(told.get("state", "").encode(), self._state.encode())
        with self._lock:
            is_new = self._answer is None
            if not (is_issuers and is_new and told.get("iss", self._issuer) == self._issuer):
                return "page_stranger"
            self._answer = told
        return "page_done" if "code" in told else "page_refused"


class _Door(BaseHTTPRequestHandler):
    timeout = _SLOWEST_S
    server: Loopback

    def do_GET(self) -> None:
        """The browser."""
        parts = urlsplit(self.path)
        is_browser = parts.path == _PATH and self._was_sent_here()
        key = self.server.take(parts.query) if is_browser else "page_stranger"
        self._show(key)

    def _was_sent_here(self) -> bool:
        """Opened as a page of its own, under the name that the issuer was told; not asked for by another page."""
        told = self.headers
        is_page = all(told.get(name, usual) == usual for name, usual in _OTHER_PLACES.items())
        return told.get_all("Host") == [self.server.host] and "Origin" not in told and is_page

    def _show(self, key: str) -> None:
        said = escape(self.server.page(key))
        content = f'<!doctype html><meta charset="utf-8"><title>Rescousse</title><p>{said}</p>'.encode()
        self.send_response(400 if key == "page_stranger" else 200)
        for name, value in (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(content))),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def version_string(self) -> str:
        """Whoever looks for open doors learns nothing."""
        return "-"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the base class
        """What comes here has a secret in its address."""


def _parsed(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
