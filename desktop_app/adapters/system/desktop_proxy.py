"""Linux: the proxy that the desktop names (GNOME and its relatives). Qt looks at the environment alone there."""

import ast
import re
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from desktop_app.adapters.system.programs import answer_of

_SCHEMA = "org.gnome.system.proxy"
_HERE = ("localhost", "127.0.0.0/8", "::1")
_READER, _READS_S = "org.gtk.GLib.PACRunner", 6


def desktop_proxy(url: str) -> str:
    """`http://host:port` that was written there by hand, or that a file of the network names (PAC), or nothing."""
    said, host = _settings(), urlsplit(url).hostname or ""
    if any(_covers(each, host) for each in (*_HERE, *_texts(said.get("ignore-hosts", "")))):
        return ""
    if said.get("mode") == "auto":
        return _by_file(said.get("autoconfig-url") or "wpad://", url)
    if said.get("mode") != "manual":
        return ""
    own = urlsplit(url).scheme if said.get(f"{urlsplit(url).scheme}.host") else "http"
    if own != urlsplit(url).scheme and said.get("use-same-proxy") != "true":
        return ""
    place, port = said.get(f"{own}.host", ""), said.get(f"{own}.port", "0")
    return f"http://{place}:{port}" if place and port.isdigit() and port != "0" else ""


def automatic() -> bool:
    """Whether a file of the network (PAC) decides. A reader that cannot run it says what one says that found none."""
    return _settings().get("mode") == "auto"


def _by_file(file: str, url: str) -> str:
    """What the desktop's own reader says (glib-networking). Such a file is a program: it is run there, not in here."""
    place = ("--dest", _READER, "--object-path", f"/{_READER.replace('.', '/')}", "--method", f"{_READER}.Lookup")
    first = re.search(r"'([^']*)'", answer_of("gdbus", "call", "--session", *place, file, url, seconds=_READS_S))
    return first[1].rstrip("/") if first and first[1].startswith("http://") else ""


def _settings() -> Mapping[str, str]:
    """`mode`, `https.host` and the like; nothing without GNOME's settings."""
    found = {}
    for line in answer_of("gsettings", "list-recursively", _SCHEMA).splitlines():
        schema, _, rest = line.partition(" ")
        name, _, value = rest.partition(" ")
        found[f"{schema.removeprefix(_SCHEMA)}.{name}".strip(".")] = value.strip("'")
    return found


def _texts(value: str) -> list[str]:
    """A list as gsettings writes it; `@as []` when it is empty."""
    with suppress(ValueError, SyntaxError):
        found = ast.literal_eval(value.removeprefix("@as "))
        return [each for each in found if isinstance(each, str)]
    return []


def _covers(pattern: str, host: str) -> bool:
    """A name, `*.example.org`, an address or a network."""
    with suppress(ValueError):
        return ip_address(host) in ip_network(pattern, strict=False)
    return host == pattern or (host.endswith(pattern.removeprefix("*")) and pattern.startswith(("*.", ".")))
