"""Where the way from this computer to the network breaks: its card, its address, the gateway, names, what is beyond."""

from collections.abc import Callable
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import CABLE, WIFI, Card, Sight, System
from desktop_app.adapters.actions.network.link_systems import system
from desktop_app.adapters.actions.network.proxy import answers, found
from desktop_app.adapters.actions.network.proxy_sources import of_environment
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.domain.action import ActionFailed, Given, Result
from desktop_app.domain.fix import Facts

FACTS = ("card", "network", "address", "gateway", "host", "percent", "better", "better_percent", "count", "speed")
_HERE = ("off", "no_card", "wifi_off", "not_joined", "no_cable", "no_address", "no_gateway")
_BEYOND = ("gateway_silent", "portal", "names_silent", "beyond")
# A name that is kept for ever by its registry (RFC 2606): somebody at home does not find the company's own names
_ALWAYS_THERE = "example.com"


def facts(card: Card | None) -> Facts:
    """What sentences say of a card."""
    if card is None:
        return {}
    address = next(iter(card.addresses), card.self_given)
    return {"card": card.name, "network": card.network or card.name, "address": address, "gateway": card.gateway}


def measured(here: Here, look: Callable[[System, Sight], Result]) -> Result:
    """What `look` finds; `unknown` when this computer cannot be asked."""
    net = system(here)
    try:
        return look(net, net.look(here))
    except ActionFailed as problem:
        return Result("unknown", {}, problem.detail)


def broken_at(sight: Sight, card: Card | None) -> str:
    """The first thing that is missing on this computer itself; empty when nothing is."""
    if not sight.is_on:
        return "off"
    if card is None:
        return "no_card"
    if not card.has_signal:
        return _unjoined(sight)
    if not card.addresses:
        return "not_joined" if card.kind == WIFI and not card.profile else "no_address"
    return "" if card.has_way_out else "no_gateway"


def _unjoined(sight: Sight) -> str:
    if sight.of(WIFI) is None:
        return "no_cable"
    return "wifi_off" if sight.radio in ("off", "blocked") else "not_joined"


@check("network.way", Shown(("fine", *_HERE, *_BEYOND, "unknown"), FACTS))
def way(here: Here, _: Given) -> Result:
    """Everything in order, the first thing that is broken."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        broken = broken_at(sight, card)
        if broken or card is None:
            return Result(broken, facts(card))
        if card.gateway and not net.answers(here, card):
            return Result("gateway_silent", facts(card))
        host = urlsplit(here.helpdesk_url()).hostname or ""
        return Result(_beyond(here, net, host), {**facts(card), "host": host})

    return measured(here, look)


def _beyond(here: Here, net: System, host: str) -> str:
    """Behind the gateway. A system that looks past a proxy finds nothing there, which is as it should be."""
    reach = net.reach(here)
    if reach in ("full", "portal"):
        return {"full": "fine"}.get(reach, reach)
    if not any(net.resolves(here, name) for name in (host, _ALWAYS_THERE) if name):
        return "names_silent"
    if reach == "limited" and not (of_environment(here) or found(here) or _desk_answers(here)):
        return "beyond"
    return "fine"


def _desk_answers(here: Here) -> bool:
    parts = urlsplit(here.helpdesk_url())
    port = parts.port or {"https": 443}.get(parts.scheme, 80)
    return bool(parts.hostname) and answers(parts.hostname or "", port)


@check("network.cable", Shown(("joined", "other_way", "no_cable", "no_card", "off", "unknown"), FACTS))
def cable(here: Here, _: Given) -> Result:
    """Whether the network cable carries anything."""

    def look(_: System, sight: Sight) -> Result:
        card, main = sight.of(CABLE), sight.main()
        if not sight.is_on or card is None:
            return Result("no_card" if sight.is_on else "off", facts(card))
        if card.has_signal:
            return Result("joined", facts(card))
        is_elsewhere = main is not None and main.has_way_out
        return Result("other_way" if is_elsewhere else "no_cable", facts(main if is_elsewhere else card))

    return measured(here, look)


@check("network.address", Shown(("fine", "self_given", "none", "no_link", "unknown"), FACTS))
def address(here: Here, _: Given) -> Result:
    """Whether somebody gave this computer an address."""

    def look(_: System, sight: Sight) -> Result:
        card = sight.main()
        broken = broken_at(sight, card)
        if card is not None and broken == "no_address":
            return Result("self_given" if card.self_given else "none", facts(card))
        return Result("fine" if broken in ("", "no_gateway") else "no_link", facts(card))

    return measured(here, look)


@check("network.address.fixed", Shown(("automatic", "fixed_fine", "fixed_lost", "no_address", "unknown"), FACTS))
def fixed(here: Here, _: Given) -> Result:
    """Whether an address written down by hand fits the network that this computer is on."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        if card is None or broken_at(sight, card) not in ("", "no_gateway"):
            return Result("no_address", facts(card))
        if not card.is_fixed:
            return Result("automatic", facts(card))
        is_fine = card.has_way_out and (not card.gateway or net.answers(here, card))
        return Result("fixed_fine" if is_fine else "fixed_lost", facts(card))

    return measured(here, look)


@check("network.gateway", Shown(("answers", "silent", "no_gateway", "no_address", "unknown"), FACTS))
def gateway(here: Here, _: Given) -> Result:
    """Whether the box that leads out is there."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        broken = broken_at(sight, card)
        if broken or card is None:
            return Result("no_gateway" if broken == "no_gateway" else "no_address", facts(card))
        is_there = not card.gateway or net.answers(here, card)
        return Result("answers" if is_there else "silent", facts(card))

    return measured(here, look)


@check("network.address.taken", Shown(("free", "taken", "no_address", "unknown"), FACTS))
def taken(here: Here, _: Given) -> Result:
    """Whether another machine answers at this computer's address."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        if card is None or not (card.addresses or card.is_taken):
            return Result("no_address", facts(card))
        answer = net.is_taken(here, card)
        return Result("unknown" if answer is None else "taken" if answer else "free", facts(card))

    return measured(here, look)
