"""Settings of the network in use that keep it from working: changed on a yes, written back exactly on an undo."""
# ruff: noqa: ARG002 -- every action has the same shape

from dataclasses import replace

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import Card, Sight, System, Values
from desktop_app.adapters.actions.network.link_checks import FACTS, broken_at, facts, measured
from desktop_app.adapters.actions.network.link_repairs import RESOURCE, card_of
from desktop_app.adapters.actions.network.link_systems import system
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

OUTCOMES = ("done", "no_answer", "not_allowed", "nothing")


class Setting:
    """Changes the settings of a `topic`. `saved`: the card, its profile, the values before and after."""

    topic = "address"

    def packet(self, net: System, here: Here, card: Card) -> int:
        """The packet size to set, where that is the topic."""
        return card.packet

    def plan(self, here: Here, given: Given) -> Plan:
        """The values before and after; nothing where they are right, or where the system has none."""
        net = system(here)
        card = net.look(here).main()
        before = net.read(here, self.topic, card) if card and card.profile else {}
        packet = self.packet(net, here, card) if card and before else 0
        after = net.wanted(self.topic, before, packet)
        if card is None or not before or after == before:
            return Plan(outcome="nothing")
        saved = {"card": card.name, "profile": card.profile, "before": dict(before), "after": dict(after)}
        return Plan(saved, {**facts(card), "count": packet}, "; ".join(f"{k}: {v}" for k, v in after.items()))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Written, then joined anew so that it counts."""
        outcome = self._change(here, saved, saved["after"])
        say("setting_changed" if outcome == "done" else "", 1)
        return Result(outcome, facts(system(here).look(here).named(str(saved["card"]))))

    def _change(self, here: Here, saved: Saved, values: Values) -> str:
        """A card that has been joined to something else meanwhile stays there."""
        net, card = system(here), card_of(here, saved)
        ours = replace(card, profile=str(saved["profile"]))
        outcome = "done" if net.read(here, self.topic, ours) == values else net.write(here, self.topic, ours, values)
        if outcome == "done" and card.profile in ("", ours.profile):
            return net.join(here, card, ours.profile)
        return outcome

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only settings that are as we left them are touched."""
        net = system(here)
        card = net.look(here).named(str(saved["card"]))
        if card is None:
            return "gone"
        try:
            now = net.read(here, self.topic, replace(card, profile=str(saved["profile"])))
        except ActionFailed:
            return "gone"
        return "" if now in (saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """Written back, then joined anew; the network may be one that does not answer, as before."""
        if self._change(here, saved, saved["before"]) == "not_allowed":
            raise ActionFailed("not allowed to write the settings back")

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@repair("network.address.automatic", Shown(OUTCOMES, FACTS, resource=RESOURCE))
class Automatic(Setting):
    """An address written down by hand gives way to the one that the network gives."""

    topic = "address"


@repair("network.address.other", Shown(OUTCOMES, FACTS, resource=RESOURCE))
class Other(Setting):
    """Asks the network for another address than the one that somebody else uses."""

    topic = "lease"


@check("network.metered", Shown(("spared", "free", "no_link", "unknown"), FACTS))
def metered(here: Here, _: Given) -> Result:
    """Whether the computer holds back because it takes the network for one that is paid by the amount."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        if card is None or broken_at(sight, card):
            return Result("no_link", facts(card))
        costs = net.costs(here, card)
        return Result("unknown" if costs is None else "spared" if costs else "free", facts(card))

    return measured(here, look)


@repair("network.metered.turn_off", Shown(OUTCOMES, FACTS, resource=RESOURCE))
class Free(Setting):
    """The network counts as one that costs nothing."""

    topic = "cost"
