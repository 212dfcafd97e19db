"""What `rescousse doctor` looks at: each check gives a state, the key of its sentence, and facts."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from desktop_app.adapters.system.programs import answer_of
from desktop_app.domain.errors import CertificateRefused, ClockWrong, KeyringUnavailable, SupportError

if TYPE_CHECKING:
    from desktop_app.adapters.folders import Folders
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.adapters.keyring_vault import KeyringVault
    from desktop_app.adapters.store import Store

State = Literal["fine", "attention", "problem"]
_CLOCK_MAY_DIFFER_S = 600
_LITTLE_ROOM_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Check:
    """One thing looked at. `key` is its sentence in `words/doctor.toml`, or in `words/errors.toml` when `is_error`."""

    name: str
    state: State
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    is_error: bool = False


def storage(folders: Folders, store: Store) -> Check:
    """Whether what is written stays, and whether there is room."""
    if store.fault is not None:
        return _trouble("storage", store.fault)
    free = shutil.disk_usage(folders.state).free
    facts = {"folder": str(folders.state), "free_mb": free // 1024**2}
    return (
        Check("storage", "attention", "storage_little", facts)
        if free < _LITTLE_ROOM_BYTES
        else Check("storage", "fine", "storage_fine", facts)
    )


def helpdesk(client: HelpdeskClient, url: str) -> list[Check]:
    """One real question to the help desk: reachability, certificate and clock come out of it."""
    if not url:
        return [Check("helpdesk", "problem", "not_enrolled", is_error=True)]
    trouble: SupportError | None = None
    try:
        client.availability()
    except SupportError as error:
        trouble = error
    reached = _trouble("helpdesk", trouble) if trouble else Check("helpdesk", "fine", "helpdesk_fine", {"url": url})
    return [reached, _certificate(url, trouble), _clock(client.clock_offset_s, trouble)]


def proxy(url: str) -> Check:
    """Which proxy stands between this computer and the help desk, by the environment or the system."""
    from requests.utils import get_environ_proxies

    parts = urlsplit(url)
    found = get_environ_proxies(url, no_proxy=None).get(parts.scheme, "") if url else ""
    if not found and sys.platform == "linux":
        from desktop_app.adapters.system.desktop_proxy import automatic, desktop_proxy

        found = desktop_proxy(url) if url else ""
        if not found and automatic():
            return Check("proxy", "attention", "proxy_file")
    if not found:
        return Check("proxy", "fine", "proxy_none")
    place = urlsplit(found if "://" in found else f"//{found}")  # a password in it stays out of sight
    return Check("proxy", "fine", "proxy_used", {"proxy": f"{place.hostname}:{place.port or ''}".rstrip(":")})


def keyring(vault: KeyringVault) -> Check:
    """Whether the device's token can be kept."""
    try:
        vault.check()
    except KeyringUnavailable as error:
        return _trouble("keyring", error, "attention")
    return Check("keyring", "fine", "keyring_fine")


def display(environ: Mapping[str, str] = os.environ, system: str = sys.platform) -> list[Check]:
    """Tray, capture and input, as far as the environment tells; the app itself knows better once it runs."""
    kind = display_kind(environ, system)
    if kind == "none":
        return [Check(name, "attention", f"{name}_none") for name in ("tray", "capture", "input")]
    return [
        _tray(kind),
        Check("capture", "fine", f"capture_{'asks' if kind in {'wayland', 'macos'} else 'direct'}"),
        _input(kind),
    ]


def _input(kind: str) -> Check:
    """Under Wayland nobody can tell whose hand moves the mouse: it is never lent."""
    if kind == "wayland":
        return Check("input", "attention", "input_only_looking")
    return Check("input", "fine", f"input_{'asks' if kind == 'macos' else 'direct'}")


def display_kind(environ: Mapping[str, str], system: str) -> str:
    """windows, macos, wayland, x11 or none."""
    native = {"win32": "windows", "darwin": "macos"}.get(system)
    if native:
        return native
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if environ.get("DISPLAY") else "none"


def _tray(kind: str, ask: Callable[..., str] = answer_of) -> Check:
    if kind in {"windows", "macos", "x11"}:
        return Check("tray", "fine", "tray_likely")
    bus = ("busctl", "--user", "--timeout=1", "call", "org.freedesktop.DBus", "/org/freedesktop/DBus")
    answer = ask(*bus, "org.freedesktop.DBus", "NameHasOwner", "s", "org.kde.StatusNotifierWatcher")
    return Check("tray", "fine", "tray_likely") if "true" in answer else Check("tray", "attention", "tray_missing")


def _certificate(url: str, trouble: SupportError | None) -> Check:
    if isinstance(trouble, CertificateRefused):
        return _trouble("certificate", trouble)
    if urlsplit(url).scheme == "http":
        is_here = urlsplit(url).hostname in {"localhost", "127.0.0.1", "::1"}
        return Check(
            "certificate", "fine" if is_here else "problem", "certificate_here" if is_here else "certificate_none"
        )
    if trouble is not None:
        return Check("certificate", "attention", "certificate_unknown")
    return Check("certificate", "fine", "certificate_fine")


def _clock(offset_s: float | None, trouble: SupportError | None) -> Check:
    if isinstance(trouble, ClockWrong):
        return _trouble("clock", trouble)
    if offset_s is None:
        return Check("clock", "attention", "clock_unknown")
    facts = {"minutes": round(abs(offset_s) / 60)}
    if abs(offset_s) > _CLOCK_MAY_DIFFER_S:
        return Check("clock", "problem", "clock_ahead" if offset_s > 0 else "clock_behind", facts)
    return Check("clock", "fine", "clock_fine")


def _trouble(name: str, error: SupportError, state: State = "problem") -> Check:
    return Check(name, state, error.key, error.facts, is_error=True)
