"""The clock of this computer and the certificate of the help desk: measured and explained, nothing is changed."""

import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import Given, Result
from desktop_app.domain.fix import Facts

_FACTS = ("offset_seconds", "host", "automatic")
_TOLERATED_S = 120
_DEADLINE_S = 5
# What OpenSSL answers when it does not trust a certificate
_VERDICTS: Mapping[int, str] = {9: "not_yet", 10: "expired", 62: "other_name", 64: "other_name"}


@check("signin.clock", Shown(("right", "ahead", "behind", "unknown"), _FACTS))
def clock_offset(here: Here, _: Given) -> Result:
    """How far this clock is from the help desk's."""
    url = here.helpdesk_url()
    there = _date_of(url) if url else None
    facts: Facts = {"automatic": _sets_itself(here), "host": urlsplit(url).hostname or ""}
    if there is None:
        return Result("unknown", facts)
    offset = (datetime.now(UTC) - there).total_seconds()
    facts = {**facts, "offset_seconds": abs(offset)}
    if abs(offset) <= _TOLERATED_S:
        return Result("right", facts, f"{offset:+.0f} s")
    return Result("ahead" if offset > 0 else "behind", facts, f"{offset:+.0f} s")


def _date_of(url: str) -> datetime | None:
    """The date the help desk answers with; no certificate is asked, as a wrong clock makes every one look wrong."""
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    request = urllib.request.Request(url, method="HEAD")  # noqa: S310 -- scheme checked above
    try:
        context = ssl._create_unverified_context()  # noqa: S323 -- only the date is read, nothing is sent
        with urllib.request.urlopen(request, timeout=_DEADLINE_S, context=context) as answer:  # noqa: S310
            date = answer.headers.get("Date", "")
    except urllib.error.HTTPError as refusal:
        date = refusal.headers.get("Date", "")
        refusal.close()
    except (OSError, ValueError, HTTPException):
        return None
    try:
        return parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None


def _sets_itself(here: Here) -> bool:
    """Whether the system sets its clock from the network; False when that is not known."""
    if here.system != "linux":
        return False
    try:
        return "NTP=yes" in here.run("timedatectl", "show", deadline_s=3).out
    except ToolMissing:
        return False


@check(
    "signin.certificate",
    Shown(("valid", "expired", "not_yet", "unknown_issuer", "other_name", "not_used", "unknown"), ("host",)),
)
def certificate_state(here: Here, _: Given) -> Result:
    """What is wrong with the proof of identity of the help desk, as this computer sees it."""
    parts = urlsplit(here.helpdesk_url())
    host = parts.hostname or ""
    if parts.scheme != "https" or not host:
        return Result("not_used", {"host": host})
    outcome, detail = _handshake(host, parts.port or 443)
    return Result(outcome, {"host": host}, detail)


def _handshake(host: str, port: int) -> tuple[str, str]:
    context = ssl.create_default_context()
    try:
        with socket.create_connection((host, port), _DEADLINE_S) as plain:
            context.wrap_socket(plain, server_hostname=host).close()
    except ssl.SSLCertVerificationError as doubt:
        return verdict(doubt.verify_code), str(doubt)
    except OSError as problem:
        return "unknown", str(problem)
    return "valid", ""


def verdict(code: int) -> str:
    """The outcome for OpenSSL's number."""
    return _VERDICTS.get(code, "unknown_issuer")
