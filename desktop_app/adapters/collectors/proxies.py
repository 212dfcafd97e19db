"""Where programs are told to pass through, without the name and password that may stand in the address."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from desktop_app.domain.sections.network import Proxy

_VARIABLES = {"http_proxy": "http", "https_proxy": "https", "ftp_proxy": "ftp", "all_proxy": "all"}


def from_environment(environ: Mapping[str, str]) -> tuple[Proxy, ...]:
    """The proxies that the variables of the user's programs name."""
    lower = {name.lower(): value for name, value in environ.items()}
    bypass = lower.get("no_proxy") or None
    return tuple(
        Proxy(kind, address, bypass, "environment")
        for name, kind in _VARIABLES.items()
        if (address := without_login(lower.get(name, "")))
    )


def without_login(address: str) -> str | None:
    """`host:port` of a proxy address; None when there is none or it cannot be read."""
    if not address:
        return None
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    return f"{parts.hostname}{port}" if parts.hostname else None
