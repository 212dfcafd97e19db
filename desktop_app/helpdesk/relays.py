"""The relays that a shared screen may travel through: addresses, and a credential that lives for hours."""

import base64
import hashlib
import hmac
import logging
import tomllib
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from desktop_app.helpdesk import settings
from desktop_app.protocol.base import Word
from desktop_app.protocol.sharing import Relay

LASTS = timedelta(hours=12)
_log = logging.getLogger(__name__)


class Relays(Word):
    """`relays.toml` in the help desk's folder. `secret` is the one of coturn's `static-auth-secret`.

    `urls` as browsers take them (RFC 7064, RFC 7065): `stun:relay.example`, `turns:relay.example:443?transport=tcp`.
    """

    urls: tuple[str, ...] = ()
    secret: str = ""


_RELAYS = TypeAdapter(Relays)


def relays(who: str, now: datetime) -> list[Relay]:
    """What `who` (a name for the relay's log) may use from now on; nothing when no relay is set up, or wrongly so."""
    known = _known()
    plain = [url for url in known.urls if url.startswith("stun")]
    guarded = [url for url in known.urls if url.startswith("turn")]
    found = [Relay(urls=plain)] if plain else []
    if guarded and known.secret:
        found.append(_with_credential(guarded, known.secret, f"{int((now + LASTS).timestamp())}:{who}"))
    return found


def _with_credential(urls: list[str], secret: str, username: str) -> Relay:
    """The credential that coturn's `use-auth-secret` takes: HMAC-SHA1 of the name, which begins with its last second.

    Source: draft-uberti-behave-turn-rest-00, section 2.2.
    """
    signed = hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()
    return Relay(urls=urls, username=username, credential=base64.b64encode(signed).decode())


def _known() -> Relays:
    file = settings.DATA / "relays.toml"
    try:
        return _RELAYS.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Relays()
    except (OSError, ValueError, ValidationError):
        _log.warning("%s cannot be read: screens are shared without a relay", file)
        return Relays()
