"""Names that are not found although the line works: who is silent, what is out of date, joining anew."""
# ruff: noqa: ARG002 -- every action has the same shape

from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.asking_names import ask
from desktop_app.adapters.actions.network.names_systems import SYSTEMS, Seen
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("name", "server", "count")


def name_to_find(here: Here) -> str:
    """The help desk's own name; nothing when its address is a number or not known."""
    host = urlsplit(here.helpdesk_url()).hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return host
    return ""


@check(
    "network.names",
    Shown(("answers", "stale", "unknown", "silent", "no_server", "no_line"), _FACTS),
)
def names(here: Here, _: Given) -> Result:
    """Whether names are found, and if not, who stands in the way.

    `stale`: a name server knows it, this computer does not; `unknown`: the name servers answer and do not know it.
    """
    name = name_to_find(here)
    seen = SYSTEMS[here.system].look(here, name)
    facts: Facts = {"name": name, "server": next(iter(seen.servers), ""), "count": len(seen.servers)}
    detail = f"{name or '-'}; {' '.join(seen.servers) or '-'}; {seen.gateway or '-'}"
    return Result("answers" if seen.resolves else _cause(here, seen, name), facts, detail)


def _cause(here: Here, seen: Seen, name: str) -> str:
    if not seen.gateway:
        return "no_line"
    told = ask(seen.servers, name)
    if told == "known":
        return "stale" if name else "answers"
    if told == "unknown":
        return "unknown" if name else "answers"
    if SYSTEMS[here.system].has_lost(here, seen.gateway):
        return "no_line"
    return "silent" if seen.servers else "no_server"


@repair(
    "network.names.forget",
    Shown(("done", "not_allowed"), _FACTS, resource="names", undoable=False),
)
class Forget:
    """Forgets the addresses this computer remembers: it asks again, nothing is lost."""

    def plan(self, here: Here, given: Given) -> Plan:
        """There is always something that may be forgotten."""
        return Plan({}, {"name": name_to_find(here)})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Forgets; `not_allowed` when nothing here does so for this person."""
        is_done = SYSTEMS[here.system].forget(here)
        say("addresses_forgotten" if is_done else "", 1)
        return Result("done" if is_done else "not_allowed")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """There is no way back, and none is missed."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is no way back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@repair(
    "network.names.reconnect",
    Shown(("done", "not_allowed", "not_ours"), _FACTS, resource="network", undoable=False),
)
class Reconnect:
    """Joins the same network again, so that it tells anew who answers for names."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The connection of the way out; `not_ours` when this person's tools do not reach it."""
        connection = SYSTEMS[here.system].look(here, "").connection
        if not connection:
            return Plan(outcome="not_ours")
        return Plan({"connection": connection}, detail=connection)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Joins it; once more does no harm."""
        is_done = SYSTEMS[here.system].reconnect(here, str(saved["connection"]))
        say("reconnected" if is_done else "", 1)
        return Result("done" if is_done else "not_allowed")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It is the same network before and after."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is no way back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
