"""Joining the network again, and networking or Wi-Fi switched on again; each way back is the state before."""
# ruff: noqa: ARG002 -- every action has the same shape

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import CABLE, WIFI, Card, Sight
from desktop_app.adapters.actions.network.link_checks import FACTS, facts
from desktop_app.adapters.actions.network.link_systems import system
from desktop_app.adapters.actions.registry import Shown, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

RESOURCE = "network"
JOINED = ("done", "no_answer", "not_allowed", "by_hand", "nothing")


def card_of(here: Here, saved: Saved) -> Card:
    """The card of a record; ActionFailed when this computer has none of that name."""
    card = system(here).look(here).named(str(saved["card"]))
    if card is None:
        raise ActionFailed(f"no card {saved['card']!r}")
    return card


class Joining:
    """Joins a card to a profile. `saved`: the card, the profile before (nothing: it was free) and after."""

    def _saved(self, card: Card, profile: str) -> Saved:
        return {"card": card.name, "before": card.profile, "after": profile}

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Joins; what is joined already is joined anew."""
        net, card = system(here), card_of(here, saved)
        outcome = net.join(here, card, str(saved["after"]))
        say("setting_changed" if outcome == "done" else "", 1)
        return Result(outcome, facts(system(here).look(here).named(card.name)))

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The card may be gone, or joined to something else by now."""
        card = system(here).look(here).named(str(saved["card"]))
        if card is None:
            return "gone"
        return "" if card.profile in ("", saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to what it was joined to, or to nothing."""
        net, card = system(here), card_of(here, saved)
        if card.profile == saved["before"]:
            return
        if not saved["before"]:
            net.leave(here, card)
        elif net.join(here, card, str(saved["before"])) != "done":
            raise ActionFailed(f"{card.name} could not go back to {saved['before']}")

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@repair("network.reconnect", Shown(JOINED, FACTS, {"kind": str}, resource=RESOURCE))
class Reconnect(Joining):
    """Leaves and joins the network again: a new address, a new way out."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The card in use and its profile, or the one it would use."""
        net = system(here)
        sight = net.look(here)
        card = sight.of(given.text("kind")) if given.text("kind") else self._card(sight)
        profile = (card.profile or net.known(here, card)) if card else ""
        if card is None or not profile or not sight.is_kept or card.is_foreign:
            return Plan(outcome="by_hand", facts=facts(card))
        return Plan(self._saved(card, profile), {**facts(card), "network": card.network or card.name}, profile)

    def _card(self, sight: Sight) -> Card | None:
        """A cable without signal is nothing to join."""
        main = sight.main()
        return main if main is None or main.has_signal or main.kind == WIFI else sight.of(WIFI)


@repair("network.switch_on", Shown(("done", "nothing"), FACTS, resource=RESOURCE))
class SwitchOn:
    """Networking as a whole."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Only what is off is switched on."""
        sight = system(here).look(here)
        return Plan(outcome="nothing") if sight.is_on else Plan({"before": "off"}, facts(sight.main()))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On."""
        system(here).switch(here, on=True)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Off is where it came from, on is where we left it."""
        return ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Off."""
        system(here).switch(here, on=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@repair("network.wifi.turn_on", Shown(("done", "nothing"), FACTS, resource=RESOURCE))
class RadioOn:
    """Wi-Fi as a whole."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Only what is off is switched on; a switch on the case cannot be."""
        sight = system(here).look(here)
        if sight.radio != "off":
            return Plan(outcome="nothing")
        return Plan({"before": "off"}, facts(sight.of(WIFI) or sight.of(CABLE)))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On."""
        system(here).set_radio(here, on=True)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Off is where it came from, on is where we left it."""
        return "gone" if system(here).look(here).radio in ("none", "blocked") else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Off."""
        system(here).set_radio(here, on=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
