"""A proxy that only the browser uses, set in its own settings, and that no longer answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from desktop_app.adapters.actions.browser import settings
from desktop_app.adapters.actions.browser.policies import policies
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of, profiles
from desktop_app.adapters.actions.browser.reset import OUTCOMES, Reset
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.proxy import answers
from desktop_app.adapters.actions.network.proxy_sources import address
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Result
from desktop_app.domain.fix import Facts

_FACTS = ("browser", "profile", "host", "port")
_KEYS: settings.Keys = {"mozilla": ("network.proxy.type",), "chromium": ("proxy",)}
_MANUAL, _SCRIPT = 1, 2
_MOST_KNOCKS = 6


@dataclass(frozen=True)
class Found:
    """A proxy in a browser's own settings; `profile` None: the organisation set it."""

    profile: Profile | None
    browser: str
    host: str
    port: int


@check("browser.proxy", Shown(("dead", "answers", "managed", "none"), _FACTS, {"profile": str}))
def browser_proxy(here: Here, given: Given) -> Result:
    """Whether a browser goes its own way to the network, and whether that way is open."""
    wanted = given.text("profile")
    every = [profile_of(here, wanted)] if wanted else profiles(here)
    own = [found for profile in every for found in _of(profile)][:_MOST_KNOCKS]
    dead = next((found for found in own if not answers(found.host, found.port)), None)
    if dead:
        return Result("dead", _facts(dead), f"{dead.browser}: {dead.host}:{dead.port}")
    managed = next((found for found in _of_policy(here) if not answers(found.host, found.port)), None)
    if managed:
        return Result("managed", _facts(managed))
    return Result("answers", _facts(own[0])) if own else Result("none")


def _facts(found: Found) -> Facts:
    facts: Facts = {"browser": found.browser, "host": found.host, "port": found.port}
    return {**facts, "profile": found.profile.id} if found.profile else facts


def _of(profile: Profile) -> Iterator[Found]:
    """The addresses that the browser itself is told to go through."""
    written = _of_firefox(profile) if profile.family == "mozilla" else _of_chromium(settings.value_of(profile, "proxy"))
    for text in written:
        if at := address(_with_port(text)):
            yield Found(profile, profile.browser, *at)


def _with_port(text: str) -> str:
    """The address of a script says its port by how it is fetched."""
    parts = urlsplit(text)
    port = {"http": 80, "https": 443}.get(parts.scheme)
    return f"{parts.hostname}:{port}" if port and parts.path.strip("/") and ":" not in parts.netloc else text


def _of_firefox(profile: Profile) -> Iterator[str]:
    kind = settings.value_of(profile, "network.proxy.type")
    if kind == _SCRIPT:
        yield str(settings.value_of(profile, "network.proxy.autoconfig_url") or "")
    for name in ("ssl", "http", "socks") if kind == _MANUAL else ():
        host = settings.value_of(profile, f"network.proxy.{name}")
        if host:
            yield f"{host}:{settings.value_of(profile, f'network.proxy.{name}_port') or 0}"


def _of_chromium(proxy: Any) -> Iterator[str]:
    """`{"mode": "fixed_servers", "server": "http=one:1;https=two:2"}` or `{"mode": "pac_script", "pac_url": …}`."""
    if not isinstance(proxy, dict):
        return
    if proxy.get("mode") == "pac_script":
        yield str(proxy.get("pac_url") or "")
    elif proxy.get("mode") == "fixed_servers":
        yield from (part.rpartition("=")[2] for part in str(proxy.get("server") or "").split(";"))


def _of_policy(here: Here) -> Iterator[Found]:
    """The address that the organisation prescribes."""
    for browser, policy in policies(here):
        inner = policy.get("ProxySettings")
        server = policy.get("ProxyServer") or (inner.get("ProxyServer") if isinstance(inner, dict) else "")
        if at := address(str(server or "")):
            yield Found(None, browser, *at)


@repair("browser.proxy.reset", Shown(OUTCOMES, _FACTS, {"profile": str}, resource="browser"))
class ResetProxy(Reset):
    """Makes the browser go the way of the system again; the addresses stay written in Firefox."""

    keys = _KEYS
