"""Whether names are answered and the help desk can be reached: the only thing a report sends, and policy may forbid it.

One name is asked for and one connection opened and closed again, to the help desk that this computer belongs to.
Behind a proxy neither would tell anything, so nothing is sent.
"""

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from time import monotonic
from urllib.parse import SplitResult, urlsplit

from desktop_app.domain.sections.network import Check

NAMES, HELPDESK = "names", "help desk"
_CONNECT_S = 1.0
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Reached:
    """What answered."""

    checks: tuple[Check, ...]


def reached(url: str) -> Reached:
    """Asks for the name of the help desk at `url` and knocks at its door; nothing without one."""
    return Reached(tuple(_checks(urlsplit(url))) if url else ())


def silent(url: str) -> tuple[Check, ...]:
    """What it means that `reached` has not come back in time: the knock is bounded, so it is the name."""
    host = urlsplit(url).hostname or ""
    return (Check(HELPDESK if _is_number(host) else NAMES, ok=False),)


def _checks(place: SplitResult) -> Iterator[Check]:
    from urllib.request import getproxies, proxy_bypass  # long to load, and most computers have no help desk to ask

    host, port = place.hostname or "", place.port or _PORTS.get(place.scheme, 443)
    if not host or (getproxies().get(place.scheme) and not proxy_bypass(host)):
        return
    if not _is_number(host):
        started = monotonic()
        try:
            socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            yield Check(NAMES, ok=False, took_ms=_since(started))
            return
        yield Check(NAMES, ok=True, took_ms=_since(started))
    yield _knock(host, port)


def _knock(host: str, port: int) -> Check:
    started = monotonic()
    try:
        socket.create_connection((host, port), timeout=_CONNECT_S).close()
    except OSError:
        return Check(HELPDESK, ok=False, took_ms=_since(started))
    return Check(HELPDESK, ok=True, took_ms=_since(started))


def _is_number(host: str) -> bool:
    with suppress(ValueError):
        ip_address(host.partition("%")[0])
        return True
    return False


def _since(started: float) -> float:
    return round((monotonic() - started) * 1000, 1)
