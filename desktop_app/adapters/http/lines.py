"""The connections of one thread: the system's certificates, and a hard deadline over each exchange.

Time-outs of `requests` count between two bytes: a server that drips one byte a second would hold a thread for ever.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from desktop_app.domain.errors import CertificateRefused


def trusting(ca_file: str) -> ssl.SSLContext:
    """The system's own store, and the company's file when there is one. Raises CertificateRefused for a bad file."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            raise CertificateRefused(host=ca_file, reason=str(error)) from error
    return context


class Sockets:
    """The open sockets of one session, so that another thread can cut them."""

    def __init__(self) -> None:
        self._open: set[socket.socket] = set()
        self._lock = Lock()

    def add(self, line: socket.socket) -> None:
        """A connection was made."""
        with self._lock:
            self._open = {known for known in self._open if known.fileno() >= 0}
            self._open.add(line)

    def cut(self) -> None:
        """Whoever is waiting for bytes gets none, at once."""
        with self._lock:
            for line in self._open:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Cut the line when the exchange takes longer."""
        timer = Timer(seconds, self.cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


class Lines(HTTPAdapter):
    """Makes connections whose sockets are known, verified against `context` and nothing else."""

    def __init__(self, context: ssl.SSLContext, sockets: Sockets) -> None:
        self._context = context
        self._sockets = sockets
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """The pool without a proxy."""
        super().init_poolmanager(*args, ssl_context=self._context, **options)  # type: ignore[no-untyped-call,unused-ignore]
        _watch(self.poolmanager, self._sockets)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """The pool behind `proxy`."""
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **options)
        _watch(manager, self._sockets)
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """The context decides; requests would add its own list of authorities."""
        del conn, url, verify, cert


def _watch(manager: PoolManager, sockets: Sockets) -> None:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            sockets.add(self.sock)

    class Secured(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            sockets.add(line)  # already here: a handshake can drip too
            return line

        def connect(self) -> None:
            super().connect()
            sockets.add(self.sock)

    plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain})
    secured = type("SecuredPool", (HTTPSConnectionPool,), {"ConnectionCls": Secured})
    pools: Mapping[str, Any] = {"http": plain, "https": secured}
    manager.pool_classes_by_scheme = dict(pools)
