"""A proxy that this user's settings name and that no longer answers: found, measured, turned off, and on again."""
# ruff: noqa: ARG002 -- every action has the same shape

import socket
import threading
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.proxy_sources import SOURCES, Found, of_environment
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("host", "port", "count")
_DEADLINE_S = 3.0
_SYSTEMS = ("linux", "windows")


def found(here: Here) -> list[Found]:
    """Every proxy that this user's own settings name."""
    return [one for name, source in SOURCES.items() if here.system in source.systems for one in source.read(here, name)]


def answers(host: str, port: int, deadline_s: float = _DEADLINE_S) -> bool:
    """Whether something accepts a connection there. A name that never resolves does not keep us waiting."""
    reached = threading.Event()

    def knock() -> None:
        try:
            socket.create_connection((host, port), deadline_s).close()
        except (OSError, ValueError):
            return
        reached.set()

    thread = threading.Thread(target=knock, daemon=True, name="proxy check")
    thread.start()
    thread.join(deadline_s + 1)
    return reached.is_set()


@check("network.proxy", Shown(("dead", "answers", "none", "not_ours"), _FACTS, systems=_SYSTEMS))
def user_proxy(here: Here, _: Given) -> Result:
    """Whether a proxy is set, and whether it answers."""
    ours = found(here)
    dead = [one for one in ours if not answers(one.host, one.port)]
    if dead:
        where = "; ".join(f"{one.source} {one.place}: {one.host}:{one.port}" for one in dead)
        return Result("dead", {"host": dead[0].host, "port": dead[0].port, "count": len(dead)}, where)
    if ours:
        return Result("answers", {"host": ours[0].host, "port": ours[0].port, "count": len(ours)})
    elsewhere = of_environment(here)
    if elsewhere and not _was_ours(here) and not answers(elsewhere.host, elsewhere.port):
        return Result("not_ours", {"host": elsewhere.host, "port": elsewhere.port, "count": 1})
    return Result("none", {"count": 0})


def _was_ours(here: Here) -> bool:
    """Whether our own change explains what the running programs still carry until the next sign-in."""
    return any(source.has_turned_off(here) for source in SOURCES.values() if here.system in source.systems)


@repair("network.proxy.turn_off", Shown(("done", "nothing"), _FACTS, systems=_SYSTEMS, resource="proxy"))
class TurnOff:
    """Turns off every dead proxy of this user's settings."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which settings, each with what is needed to turn it on again. No password of a proxy is written down."""
        dead = [one for one in found(here) if not answers(one.host, one.port)]
        if not dead:
            return Plan(outcome="nothing")
        parts = [{"source": one.source, "place": one.place, "before": one.state} for one in dead]
        unique = [part for number, part in enumerate(parts) if part not in parts[:number]]
        facts: Facts = {"host": dead[0].host, "port": dead[0].port, "count": len(unique)}
        return Plan({"parts": unique}, facts, "; ".join(f"{p['source']} {p['place']}" for p in unique))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Off, one after the other."""
        for number, part in enumerate(saved["parts"], start=1):
            SOURCES[part["source"]].turn_off(here, part["place"])
            say("setting_changed" if number == len(saved["parts"]) else "", number / len(saved["parts"]))
        return Result("done", {"count": len(saved["parts"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only a setting that is still as we left it is touched."""
        return next((reason for part in saved["parts"] if (reason := self._reason(here, part))), "")

    def _reason(self, here: Here, part: dict[str, Any]) -> str:
        source = SOURCES[part["source"]]
        return "" if source.is_off(here, part["place"]) or source.is_on(here, part["place"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """On again."""
        for part in saved["parts"]:
            SOURCES[part["source"]].turn_on(here, part["place"], part["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
