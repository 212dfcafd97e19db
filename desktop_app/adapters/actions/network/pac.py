"""An automatic proxy file that is gone, is no such file, or names only dead proxies: turned off, and on again."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
import urllib.error
import urllib.request
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import SYSTEMS
from desktop_app.adapters.actions.network.pac_sources import SOURCES, Set, Source
from desktop_app.adapters.actions.network.proxy import answers
from desktop_app.adapters.actions.network.proxy_sources import address
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("host", "count")
_DEADLINE_S = 4
_MOST_BYTES = 1_000_000
_MOST_PROXIES = 4
_PROXY = re.compile(r"\b(?:PROXY|HTTPS?|SOCKS[45]?)\s+([\w.\-\[\]:]+:\d{1,5})")
_BAD = ("unreachable", "broken", "dead")


def found(here: Here) -> list[Set]:
    """Every automatic address in force for this user."""
    return [one for name, source in SOURCES.items() if here.system in source.systems for one in source.read(here, name)]


def verdict(url: str) -> str:
    """What stands behind an automatic address: `fine`, `unreachable`, `broken` (no such file), `dead` proxies only."""
    try:
        text = _fetched(url)
    except (OSError, ValueError, HTTPException):
        return "unreachable"
    if "FindProxyForURL" not in text:
        return "broken"
    named = [at for match in _PROXY.finditer(text) if (at := address(match[1]))]
    is_dead = bool(named) and "DIRECT" not in text and not any(answers(*at) for at in named[:_MOST_PROXIES])
    return "dead" if is_dead else "fine"


def _fetched(url: str) -> str:
    """The file, asked for without any proxy; and its beginning only. OSError, ValueError, HTTPException."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        with Path(unquote(parts.path)).open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8", "replace")
    if parts.scheme not in ("http", "https"):
        raise ValueError(url)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=_DEADLINE_S) as answer:
        return str(answer.read(_MOST_BYTES).decode("utf-8", "replace"))


@check("network.pac", Shown(("none", "fine", "unreachable", "broken", "dead", "not_ours", "no_line"), _FACTS))
def automatic_proxy(here: Here, _: Given) -> Result:
    """Whether an automatic proxy file is set, and whether it leads anywhere."""
    every = found(here)
    judged = {one: verdict(one.url) for one in every}
    bad = [one for one, word in judged.items() if word in _BAD]
    detail = "; ".join(f"{one.source} {one.place}: {one.url}: {judged[one]}" for one in every)
    facts: Facts = {"host": _host((bad or every)[0].url) if every else "", "count": len(bad)}
    return Result(_outcome(here, every, judged, bad), facts, detail)


def _outcome(here: Here, every: list[Set], judged: dict[Set, str], bad: list[Set]) -> str:
    if not bad:
        return "fine" if every else "none"
    if judged[bad[0]] == "unreachable" and not _is_here(bad[0].url) and not SYSTEMS[here.system].look(here, "").gateway:
        return "no_line"
    return judged[bad[0]] if bad[0].is_ours else "not_ours"


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _is_here(url: str) -> bool:
    host = urlsplit(url).hostname or "localhost"
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@repair("network.pac.turn_off", Shown(("done", "nothing"), _FACTS, resource="proxy"))
class TurnOff:
    """Turns off every automatic address of this user that leads nowhere: pages go straight out."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which ones, each with its address."""
        bad = [one for one in found(here) if one.is_ours and verdict(one.url) in _BAD]
        if not bad:
            return Plan(outcome="nothing")
        parts = [{"source": one.source, "place": one.place, "url": one.url} for one in bad]
        detail = "; ".join(f"{one.source} {one.place}: {one.url}" for one in bad)
        return Plan({"parts": parts}, {"host": _host(bad[0].url), "count": len(bad)}, detail)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Off, one after the other."""
        for number, part in enumerate(saved["parts"], start=1):
            _source(here, part).turn(here, part["place"], part["url"], on=False)
            say("setting_changed" if number == len(saved["parts"]) else "", number / len(saved["parts"]))
        return Result("done", {"count": len(saved["parts"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only what is still as we left it is touched."""
        states = {_source(here, part).state(here, part["place"]) for part in saved["parts"]}
        return "" if states <= {"on", "off"} else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """On again."""
        for part in saved["parts"]:
            _source(here, part).turn(here, part["place"], part["url"], on=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _source(here: Here, part: dict[str, str]) -> Source:
    source = SOURCES.get(part["source"])
    if source is None or here.system not in source.systems:
        raise ActionFailed(f"no source {part['source']}")
    return source
