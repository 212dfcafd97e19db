"""A VPN that is down: brought up with what this computer knows, or told what is missing; down again on request."""

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names import name_to_find
from desktop_app.adapters.actions.network.names_systems import SYSTEMS as NETWORKS
from desktop_app.adapters.actions.network.vpn_systems import SYSTEMS, Profile
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("vpn", "count", "name")


def profiles(here: Here) -> list[Profile]:
    """Every VPN of this computer."""
    return SYSTEMS[here.system].profiles(here) or []


@check(
    "network.vpn",
    Shown(("up", "down", "several_down", "none", "no_names", "no_line"), _FACTS, {"wanted": str}),
)
def vpn_state(here: Here, given: Given) -> Result:
    """Whether a VPN is up (`wanted`: that one) and whether names are found through it."""
    wanted = given.text("wanted")
    every = [one for one in profiles(here) if wanted in ("", one.id)]
    up = [one for one in every if one.is_up]
    network, name = NETWORKS[here.system].look(here, name_to_find(here)), name_to_find(here)
    shown = (up or every)[0].name if every else ""
    items = tuple(Item(one.id, {"vpn": one.name}) for one in every if not one.is_up)
    outcome = _outcome(every, up, has_way=bool(network.gateway), finds=network.resolves or not name)
    detail = "; ".join(f"{one.name}: {'up' if one.is_up else 'down'}" for one in every)
    return Result(outcome, {"vpn": shown, "count": len(every), "name": name}, detail, items)


def _outcome(every: list[Profile], up: list[Profile], *, has_way: bool, finds: bool) -> str:
    if not every:
        return "none"
    if not has_way:
        return "no_line"
    if up:
        return "up" if finds else "no_names"
    return "down" if len(every) == 1 else "several_down"


@repair(
    "network.vpn.connect",
    Shown(
        ("done", "needs_secret", "not_allowed", "refused", "nothing"),
        _FACTS,
        {"profile": str},
        resource="vpn",
    ),
)
class Connect:
    """Brings one VPN up: the one of `profile`, or the only one there is."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one; `nothing` when it is up by now."""
        wanted = given.text("profile")
        down = [one for one in profiles(here) if not one.is_up and wanted in ("", one.id)]
        if not down:
            return Plan(outcome="nothing")
        return Plan({"profile": down[0].id}, {"vpn": down[0].name}, down[0].id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Up; one that is up already stays so."""
        one = self._one(here, saved)
        outcome = "done" if one.is_up else SYSTEMS[here.system].connect(here, one.id)
        say("reconnected" if outcome == "done" else "", 1)
        return Result(outcome, {"vpn": one.name})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The VPN must still be known."""
        return "" if saved["profile"] in {one.id for one in profiles(here)} else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Down again; ActionFailed when it stays up."""
        one = self._one(here, saved)
        if one.is_up:
            SYSTEMS[here.system].disconnect(here, one.id)
            if self._one(here, saved).is_up:
                raise ActionFailed(f"{one.name} stays up")

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _one(self, here: Here, saved: Saved) -> Profile:
        one = next((one for one in profiles(here) if one.id == saved["profile"]), None)
        if one is None:
            raise ActionFailed(f"no VPN {saved['profile']}")
        return one
