"""Windows: cards, addresses, names and ways out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.proxies import from_environment, without_login
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows import firewall, tables, wifi
from desktop_app.adapters.collectors.windows.net_cards import NetCard, net_cards
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import date_of, text, texts
from desktop_app.domain.sections.network import Check, HostsEntry, Interface, Network, Proxy, Route, Vpn

_INTERNET = r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings"
_BOOK = "Microsoft/Network/Connections/Pbk/rasphone.pbk"
_COSTS = r"HKLM\SOFTWARE\Microsoft\DusmSvc\Profiles"
_METERED = 2
_EVERYWHERE, _SOMEWHERE = 4, 1
_OF_ALL = frozenset({"localhost"})


def network(pc: Pc) -> Network | Partly:
    """Cards, addresses, names and ways out."""
    parts = Parts()
    known = parts.one(lambda: net_cards(pc)) or {}
    given = parts.rows(lambda: pc.now.all("Win32_NetworkAdapterConfiguration"))
    profiles = parts.rows(lambda: pc.now.all("MSFT_NetConnectionProfile"))
    air = parts.one(pc.calls.wireless) if wifi.may_ask(pc.keys) else {}
    by_number = {str(entry.get("SettingID")).upper(): entry for entry in given}
    cards = parts.rows(lambda: (_card(card, known, by_number, air or {}) for card in psutil_facts.interfaces()))
    cards = tuple(_named(card, profiles) for card in cards)
    names = {card.luid: name for name, card in known.items() if card.luid}
    ways = parts.rows(lambda: tables.routes(pc.calls.routes(), names))
    gateways = _gateways(ways, given)
    return parts.whole(
        Network(
            connected=any(card.up and _is_given(card) for card in cards),
            reachability=_reachability(profiles),
            metered=_metered(pc.keys, known, cards),
            interfaces=cards,
            gateways=gateways,
            routes=tuple(way for way in ways if way.destination != "default")[:50],
            dns_servers=_each(given, "DNSServerSearchOrder"),
            dns_search=_each(given, "DNSDomainSuffixSearchOrder"),
            addressing="dhcp" if any(e.get("DHCPEnabled") for e in given) else "static" if given else None,
            hosts_entries=tuple(_hosts(pc)),
            proxies=(*_proxies(pc.keys), *from_environment(pc.files.environ)),
            vpn=tuple(_tunnels(pc, cards)),
            listeners=parts.rows(psutil_facts.listeners),
            neighbours=parts.rows(lambda: tables.neighbours(pc.calls.neighbours(), names)),
            firewall_profiles=tuple(firewall.profiles(pc.keys)),
            checks=tuple(_answered(pc, gateways)),
        )
    )


def _is_given(card: Interface) -> bool:
    return any(address.scope in {"private", "global"} for address in card.addresses)


def _card(
    card: Interface,
    known: dict[str, NetCard],
    given: dict[str, dict[str, Any]],
    air: dict[str, tuple[bytes, int | None, int | None]],
) -> Interface:
    about = known.get(card.name or "", NetCard())
    lease = given.get(about.number, {})
    told = wifi.connection(*air[about.number]) if about.number in air else {}
    return replace(
        card,
        kind=about.kind or ("loopback" if "loopback" in (card.name or "").lower() else "other"),
        model=about.model,
        driver=about.driver,
        driver_version=about.version,
        addressing={True: "dhcp", False: "static"}.get(lease.get("DHCPEnabled", "")),
        lease_until=date_of(lease.get("DHCPLeaseExpires")),
        dhcp_server=text(lease.get("DHCPServer")),
        **told,
    )


def _named(card: Interface, profiles: tuple[dict[str, Any], ...]) -> Interface:
    """The name of a wireless network as Windows calls the network: that needs nobody's yes."""
    name = next((text(entry.get("Name")) for entry in profiles if entry.get("InterfaceAlias") == card.name), None)
    return replace(card, wifi_name=name) if card.kind == "wifi" and card.wifi_name is None else card


def _gateways(ways: tuple[Route, ...], given: tuple[dict[str, Any], ...]) -> tuple[Route, ...]:
    found = tuple(way for way in ways if way.destination == "default" and way.gateway)
    if found:
        return found
    pairs = (
        (gateway, text(entry.get("Description"))) for entry in given for gateway in texts(entry.get("DefaultIPGateway"))
    )
    return tuple(Route("default", gateway, name) for gateway, name in pairs)


def _each(given: tuple[dict[str, Any], ...], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for entry in given for value in texts(entry.get(name))))


def _reachability(profiles: tuple[dict[str, Any], ...]) -> str | None:
    """How far Windows itself got (NLM_CONNECTIVITY of each network): 4 is the internet."""
    reached = [max(int(entry.get(f"IPv{v}Connectivity") or 0) for v in (4, 6)) for entry in profiles]
    if not reached:
        return None
    return "full" if max(reached) >= _EVERYWHERE else "limited" if max(reached) >= _SOMEWHERE else "none"


def _metered(keys: Registry, known: dict[str, NetCard], cards: tuple[Interface, ...]) -> bool | None:
    """Whether the user said of the network in use that it costs by amount."""
    used = [known[card.name].number for card in cards if card.up and card.name in known and _is_given(card)]
    costs = [keys.value(rf"{_COSTS}\{n}\{name}", "UserCost") for n in used for name in keys.keys(rf"{_COSTS}\{n}")]
    return _METERED in costs if used else None


def _hosts(pc: Pc) -> Iterator[HostsEntry]:
    """What somebody added to the hosts file."""
    for line in pc.files.lines(f"{pc.folder('SYSTEMROOT')}/System32/drivers/etc/hosts")[:500]:
        address, *names = clean(line.partition("#")[0]).split() or [""]
        if names and not _OF_ALL.issuperset(names):
            yield HostsEntry(address, " ".join(names))


def _proxies(keys: Registry) -> Iterator[Proxy]:
    address, script = keys.value(_INTERNET, "ProxyServer"), keys.value(_INTERNET, "AutoConfigURL")
    bypass = text(keys.value(_INTERNET, "ProxyOverride"))
    if keys.value(_INTERNET, "ProxyEnable") == 1 and isinstance(address, str):
        for part in address.split(";"):
            kind, mark, rest = part.rpartition("=")
            yield Proxy(kind if mark else "all", without_login(rest), bypass, "registry")
    if isinstance(script, str) and script:
        yield Proxy("pac", without_login(script), None, "registry")


def _tunnels(pc: Pc, cards: tuple[Interface, ...]) -> Iterator[Vpn]:
    """The names in the phone books, and the cards that other programs made; one that is used is a card that is up."""
    used = {card.name for card in cards if card.up}
    seen = set[str]()
    for variable in ("APPDATA", "PROGRAMDATA"):
        for line in pc.files.lines(f"{pc.folder(variable)}/{_BOOK}"):
            name = clean(line).strip("[]") if line.startswith("[") else ""
            if name and name not in seen:
                seen.add(name)
                yield Vpn(name, "phone book", name if name in used else None, name in used)
    for card in cards:
        if card.kind == "tunnel" and card.name not in seen:
            yield Vpn(None, card.model, card.name, bool(card.up))


def _answered(pc: Pc, gateways: tuple[Route, ...]) -> Iterator[Check]:
    """Whether the way out answered when it was last called; nothing is sent for it."""
    known = tables.answered(pc.calls.neighbours())
    heard = [known[way.gateway] for way in gateways if way.gateway in known]
    if heard:
        yield Check("gateway", any(heard))
