"""Wi-Fi: whether it is on, how well it is heard, whether it is the right one; joining another that is known."""

import re
from collections.abc import Sequence

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import WIFI, Sight, System, Wireless
from desktop_app.adapters.actions.network.link_checks import FACTS, facts, measured
from desktop_app.adapters.actions.network.link_repairs import RESOURCE, Joining
from desktop_app.adapters.actions.network.link_systems import system
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Item, Plan, Result, Saved
from desktop_app.domain.fix import Facts

# Below this share of the best signal, meetings break up; a network that much louder is worth the change
_WEAK, _CLEARLY = 40, 20
_GUEST = re.compile(
    r"guest|invit|visit|gast|besuch|bezoek|public|hotspot|free|gratuit|portable|iphone|android|galaxy|pixel",
    re.IGNORECASE,
)


@check("network.wifi", Shown(("on", "off", "blocked", "no_card", "unknown"), FACTS))
def radio(here: Here, _: Given) -> Result:
    """Whether Wi-Fi is switched on."""

    def look(_: System, sight: Sight) -> Result:
        outcome, main = "no_card" if sight.radio == "none" else sight.radio, sight.main()
        return Result(outcome, {"network": main.network if main else ""})

    return measured(here, look)


def _items(networks: Sequence[Wireless]) -> tuple[Item, ...]:
    return tuple(Item(one.profile, {"network": one.name, "percent": one.percent}) for one in networks)


@check("network.wifi.signal", Shown(("strong", "weak", "weak_everywhere", "not_joined", "no_card", "unknown"), FACTS))
def signal(here: Here, _: Given) -> Result:
    """How well the network is heard, and whether another known one is clearly louder."""

    def look(net: System, sight: Sight) -> Result:
        networks = net.networks(here)
        joined = next((one for one in networks if one.is_joined), None)
        if joined is None:
            return Result({"none": "no_card", "unknown": "unknown"}.get(sight.radio, "not_joined"))
        found: Facts = {"network": joined.name, "percent": joined.percent}
        if joined.percent >= _WEAK:
            return Result("strong", found)
        better = [one for one in networks if one.percent >= joined.percent + _CLEARLY]
        if not better:
            return Result("weak_everywhere", found)
        found = {**found, "better": better[0].name, "better_percent": better[0].percent, "count": len(better)}
        return Result("weak", found, items=_items(better))

    return measured(here, look)


@check("network.wifi.place", Shown(("right", "guest", "other", "not_joined", "unknown"), FACTS, {"wanted": str}))
def place(here: Here, given: Given) -> Result:
    """Whether the network is one for work: `guest` when it is open or named so while a protected one is in reach.

    `wanted`: the profile that it should be.
    """

    def look(net: System, _: Sight) -> Result:
        networks = net.networks(here)
        joined = next((one for one in networks if one.is_joined), None)
        others = [one for one in networks if not one.is_joined]
        found: Facts = {"network": joined.name if joined else "", "count": len(others)}
        return Result(_placed(joined, others, given.text("wanted")), found, items=_items(others))

    return measured(here, look)


def _placed(joined: Wireless | None, others: Sequence[Wireless], wanted: str) -> str:
    if joined is None:
        return "not_joined"
    if wanted:
        return "right" if joined.profile == wanted else "other"
    if any(_is_for_work(one) for one in others) and not _is_for_work(joined):
        return "guest"
    return "other" if others else "right"


def _is_for_work(one: Wireless) -> bool:
    return one.is_protected and not _GUEST.search(one.name)


@repair("network.wifi.join", Shown(("done", "no_answer", "not_allowed", "gone"), FACTS, {"to": str}, resource=RESOURCE))
class JoinKnown(Joining):
    """Joins another known network."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Only what is known and in reach."""
        net = system(here)
        card = net.look(here).of(WIFI)
        chosen = next((one for one in net.networks(here) if one.profile == given.text("to")), None)
        if card is None or chosen is None:
            return Plan(outcome="gone")
        named: Facts = {**facts(card), "better": chosen.name, "better_percent": chosen.percent}
        return Plan(self._saved(card, chosen.profile), named, chosen.profile)

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The network before may be out of reach by now."""
        before = saved["before"]
        is_there = not before or any(one.profile == before for one in system(here).networks(here))
        return super().hindrance(here, saved) if is_there else "gone"
