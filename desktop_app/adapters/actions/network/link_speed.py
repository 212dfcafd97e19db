"""A network that stutters, loses, or swallows large packets; the last is mended by sending smaller ones."""

from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import CABLE, Card, Echo, Sight, System
from desktop_app.adapters.actions.network.link_checks import FACTS, broken_at, facts, measured
from desktop_app.adapters.actions.network.link_repairs import RESOURCE
from desktop_app.adapters.actions.network.link_settings import OUTCOMES, Setting
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Result
from desktop_app.domain.findings.thresholds import SLOW_CABLE_MBIT
from desktop_app.domain.fix import Facts

_OUTCOMES = ("fine", "slow_cable", "poor", "poor_beyond", "narrow", "no_link", "unknown")
# Beyond these, pages stutter and voices break up: a share in percent, times there and back in milliseconds
_LOST, _NEAR, _FAR = 10.0, 150.0, 500.0
_FEW, _MANY = 5, 20
# Every network must carry this much (RFC 8200): one that does not carry it is broken in another way
_LEAST = 1280
_STEP = 20


@check("network.speed", Shown(_OUTCOMES, (*FACTS, "milliseconds")))
def speed(here: Here, _: Given) -> Result:
    """What gets lost on the way to the gateway and to the help desk, how long it takes, how large packets may be."""

    def look(net: System, sight: Sight) -> Result:
        card = sight.main()
        if card is None or broken_at(sight, card):
            return Result("no_link", facts(card))
        if card.kind == CABLE and 0 < card.speed_mbit <= SLOW_CABLE_MBIT:
            return Result("slow_cable", {**facts(card), "speed": card.speed_mbit})
        return _paced(here, net, card)

    return measured(here, look)


def _paced(here: Here, net: System, card: Card) -> Result:
    """The near part is measured again, longer, before the far one is blamed."""
    desk = _desk(here)
    near, far = _calmly(here, net, card.gateway, _NEAR), _calmly(here, net, desk, _FAR)
    if far and near and _is_poor(far, _FAR) and not _is_poor(near, _NEAR):
        near = net.echo(here, card.gateway, _MANY) or near
    for echo, most, place, outcome in ((near, _NEAR, card.gateway, "poor"), (far, _FAR, desk, "poor_beyond")):
        if echo and _is_poor(echo, most):
            lost: Facts = {"percent": round(echo.lost_percent), "milliseconds": round(echo.milliseconds)}
            return Result(outcome, {**facts(card), **lost, "host": place})
    if far and _swallows(here, net, card, desk):
        return Result("narrow", {**facts(card), "host": desk})
    return Result("fine" if near or far else "unknown", facts(card))


def _is_poor(echo: Echo, most: float) -> bool:
    return echo.lost_percent >= _LOST or echo.milliseconds > most


def _desk(here: Here) -> str:
    return urlsplit(here.helpdesk_url()).hostname or ""


def _calmly(here: Here, net: System, place: str, most: float) -> Echo | None:
    """A few calls; many more before saying that it is poor. A box that never answers calls says nothing."""
    echo = net.echo(here, place, _FEW) if place else None
    return net.echo(here, place, _MANY) if echo and _is_poor(echo, most) else echo


def _swallows(here: Here, net: System, card: Card, desk: str) -> bool:
    """Small packets get through, full ones vanish (RFC 2923: a black hole)."""
    return not net.passes(here, desk, card.packet) and net.passes(here, desk, _LEAST)


@repair("network.packet.shrink", Shown(OUTCOMES, FACTS, resource=RESOURCE))
class Shrink(Setting):
    """Packets as large as the way lets through."""

    topic = "packet"

    def packet(self, net: System, here: Here, card: Card) -> int:
        """The largest size that gets through, searched by halves; the present one when nothing was swallowed."""
        desk = _desk(here)
        if not desk or not _swallows(here, net, card, desk):
            return card.packet
        low, high = _LEAST, card.packet
        while high - low > _STEP:
            middle = (low + high) // 2
            low, high = (middle, high) if net.passes(here, desk, middle) else (low, middle)
        return low
