"""macOS: cards, addresses, names and ways out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import decimal, text, whole
from desktop_app.adapters.collectors.macos.ways_out import gateways_from, neighbours_from, routes_from
from desktop_app.adapters.collectors.proxies import from_environment, without_login
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.network import (
    Check,
    HostsEntry,
    Interface,
    Listener,
    Network,
    Profile,
    Proxy,
    Vpn,
)

_SCUTIL = "/usr/sbin/scutil"
_KINDS = {
    "Ethernet": "ethernet",
    "AirPort": "wifi",
    "Wi-Fi": "wifi",
    "Bridge": "bridge",
    "PPP": "ppp",
    "WWAN": "mobile",
}
_TUNNELS = ("utun", "ipsec", "ppp", "tun", "tap", "wg")
_ADDRESSING = {"DHCP": "dhcp", "BOOTP": "dhcp", "MANUAL": "static", "INFORM": "static"}
_HOSTS_OF_ALL = frozenset({"localhost", "broadcasthost"})
_SECURITY = {
    "none": "open",
    "wep": "WEP",
    "wpa2_personal": "WPA2",
    "wpa3_personal": "WPA3",
    "wpa2_enterprise": "WPA2 Enterprise",
}
_CHANNEL = re.compile(r"(\d+)(?:\s*\((\d)(?:\.\d)?GHz)?")
_FIREWALL = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_LSOF = ("/usr/sbin/lsof", "-nP", "-iTCP", "-sTCP:LISTEN", "-F", "cn")
_MOST = 200


def network(mac: Mac) -> Network | Partly:
    """Cards, addresses, names and ways out."""
    parts = Parts()
    services = parts.rows(lambda: mac.around.all("SPNetworkDataType"))
    air = dict(parts.rows(lambda: _wireless(mac)))
    known = {str(service.get("interface")): service for service in services}
    cards = parts.rows(lambda: (_card(card, known, air) for card in psutil_facts.interfaces()))
    dns = parts.one(lambda: mac.said(_SCUTIL, "--dns")) or ""
    gateways = parts.rows(lambda: gateways_from(mac.said("/sbin/route", "-n", "get", "default")))
    heard = parts.one(lambda: mac.said("/usr/sbin/arp", "-an")) or ""
    return parts.whole(
        Network(
            connected=any(card.up and any(a.scope in {"private", "global"} for a in card.addresses) for card in cards),
            reachability=parts.one(lambda: _reachability(mac.said(_SCUTIL, "-r", "0.0.0.0"))),  # noqa: S104 - a route
            interfaces=cards,
            gateways=gateways,
            routes=parts.rows(lambda: routes_from(mac.said("/usr/sbin/netstat", "-rn", "-f", "inet")))[:50],
            dns_servers=tuple(dict.fromkeys(re.findall(r"nameserver\[\d+\] : (\S+)", dns))),
            dns_search=tuple(dict.fromkeys(re.findall(r"search domain\[\d+\] : (\S+)", dns))),
            addressing=next((card.addressing for card in cards if card.up and card.addressing), None),
            hosts_entries=tuple(_hosts(mac)),
            proxies=(
                *from_environment(mac.files.environ),
                *parts.rows(lambda: proxies_from(mac.said(_SCUTIL, "--proxy"))),
            ),
            vpn=(*parts.rows(lambda: tunnels_from(mac.said(_SCUTIL, "--nc", "list"))), *_cards_of_tunnels(cards)),
            listeners=parts.rows(lambda: listeners_from(mac.said(*_LSOF)))[:_MOST],
            neighbours=tuple(neighbours_from(heard))[:_MOST],
            firewall_profiles=parts.rows(lambda: _profiles(mac)),
            checks=tuple(_answered(heard, [way.gateway for way in gateways])),
        )
    )


def _card(card: Interface, known: dict[str, Table], air: dict[str, Table]) -> Interface:
    about = known.get(card.name or "", {})
    kind = _KINDS.get(str(about.get("type"))) or _KINDS.get(str(about.get("hardware")))
    dhcp, given = about.get("dhcp") or {}, about.get("IPv4") or {}
    is_tunnel = (card.name or "").startswith(_TUNNELS)
    return replace(
        card,
        kind=kind or ("loopback" if card.name == "lo0" else "tunnel" if is_tunnel else "other"),
        model=text(about.get("_name")),
        addressing=_ADDRESSING.get(str(given.get("ConfigMethod")).upper()),
        dhcp_server=text(dhcp.get("dhcp_server_identifier")),
        **_air(air.get(card.name or "", {})),
    )


def _wireless(mac: Mac) -> Iterator[tuple[str, Table]]:
    """Each wireless card with its network in use. Raises ProgramFailed."""
    for entry in mac.later.all("SPAirPortDataType"):
        for card in entry.get("spairport_airport_interfaces", ()):
            yield str(card.get("_name")), card.get("spairport_current_network_information") or {}


def _air(told: Table) -> dict[str, Any]:
    """The fields of a wireless card; macOS hides its name from programs that may not know where the user is."""
    if not told:
        return {}
    channel = _CHANNEL.match(str(told.get("spairport_network_channel", "")))
    security = str(told.get("spairport_security_mode", "")).removeprefix("spairport_security_mode_")
    return {
        "wifi_name": text(told.get("_name")),
        "wifi_bssid": text(told.get("spairport_network_bssid")),
        "wifi_signal_dbm": whole(told.get("spairport_signal_noise")),
        "wifi_channel": int(channel[1]) if channel else None,
        "wifi_rate_mbit": decimal(told.get("spairport_network_rate")),
        "wifi_security": _SECURITY.get(security) or text(security.replace("_", " ")),
    }


def _reachability(said: str) -> str | None:
    """Whether there is a way everywhere, by the tables of this machine; nothing is sent."""
    word = said.strip().partition(",")[0].partition("\n")[0].strip().lower()
    return {"reachable": "full", "not reachable": "none"}.get(word, "limited" if "reachable" in word else None)


def proxies_from(said: str) -> Iterator[Proxy]:
    """What `scutil --proxy` says."""
    values = dict(re.findall(r"^\s*(\w+) : (.+?)\s*$", said, re.MULTILINE))
    for kind in ("HTTP", "HTTPS", "SOCKS"):
        if values.get(f"{kind}Enable") == "1" and values.get(f"{kind}Proxy"):
            address = without_login(f"{values[f'{kind}Proxy']}:{values.get(f'{kind}Port', '0')}")
            yield Proxy(kind.lower(), address, None, "system")
    if values.get("ProxyAutoConfigEnable") == "1":
        yield Proxy("pac", without_login(values.get("ProxyAutoConfigURLString", "")), None, "system")


def tunnels_from(said: str) -> Iterator[Vpn]:
    """What `scutil --nc list` says: a star for what is in use, then the state, a number, the kind, the name."""
    shape = re.compile(r'^[* ] \(([\w ]+)\)\s+[0-9A-F-]{36}\s+(\S+).*?"(.*)"\s+\[(.+?)\]', re.MULTILINE)
    for state, kind, name, protocol in shape.findall(said):
        yield Vpn(clean(name), f"{kind} {protocol}", None, state == "Connected")


def _cards_of_tunnels(cards: tuple[Interface, ...]) -> Iterator[Vpn]:
    """Tunnels with an address that can be reached from elsewhere; macOS makes some without for itself."""
    for card in cards:
        if card.kind == "tunnel" and any(address.scope in {"private", "global"} for address in card.addresses):
            yield Vpn(None, None, card.name, bool(card.up))


def listeners_from(said: str) -> Iterator[Listener]:
    """What `lsof -F cn` says of this user's programs: a line for each program, then one for each place."""
    seen, program = set[int](), None
    for line in said.splitlines():
        if line[:1] == "c":
            program = clean(line[1:])
        host, _, port = line[1:].rpartition(":") if line[:1] == "n" else ("", "", "")
        if port.isdecimal() and int(port) not in seen:
            seen.add(int(port))
            yield Listener(int(port), "tcp", program, "this computer" if host in {"127.0.0.1", "[::1]"} else "network")


def _hosts(mac: Mac) -> Iterator[HostsEntry]:
    """What somebody added to the hosts file; the lines every machine has are left out."""
    for line in mac.files.lines("etc/hosts")[:500]:
        address, *names = clean(line.partition("#")[0]).split() or [""]
        if names and not address.startswith("127.") and not _HOSTS_OF_ALL.issuperset(names):
            yield HostsEntry(address, " ".join(names))


def firewall_on(mac: Mac) -> bool | None:
    """Whether the firewall works, by the number of its state. Raises ProgramFailed."""
    found = re.search(r"State = (\d)", mac.said(_FIREWALL, "--getglobalstate"))
    return found[1] != "0" if found else None


def _profiles(mac: Mac) -> Iterator[Profile]:
    on = firewall_on(mac)
    if on is not None:
        yield Profile("all networks", on)


def _answered(heard: str, gateways: list[str | None]) -> Iterator[Check]:
    """Whether the way out answered when it was last called; nothing is sent for it."""
    answers = [f"({gateway}) at (incomplete)" not in heard for gateway in gateways if f"({gateway})" in heard]
    if answers:
        yield Check("gateway", any(answers))
