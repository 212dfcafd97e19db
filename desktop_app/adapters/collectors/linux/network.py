"""Linux: cards, addresses, names and ways out, from /sys/class/net, /proc/net and /etc."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.linux import net_tables
from desktop_app.adapters.collectors.linux.addresses import addresses as of_this_machine
from desktop_app.adapters.collectors.linux.ids import named
from desktop_app.adapters.collectors.linux.managed_network import Managed, managed
from desktop_app.adapters.collectors.linux.settings import proxies
from desktop_app.adapters.collectors.linux.udev import described
from desktop_app.adapters.collectors.proxies import from_environment
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.network import (
    Address,
    Check,
    HostsEntry,
    Interface,
    Network,
    Profile,
    Route,
    Vpn,
)

_NET = "sys/class/net/"
_KINDS = {772: "loopback", 1: "ethernet", 512: "ppp", 65534: "tunnel"}
_VPN = ("tun", "tap", "wg", "ppp", "ipsec", "nordlynx", "proton")
_HOSTS_OF_ALL = frozenset(
    {"localhost", "ip6-localhost", "ip6-loopback", "ip6-allnodes", "ip6-allrouters", "ip6-localnet", "ip6-mcastprefix"}
)


def network(tree: Tree) -> Network | Partly:
    """The network as this machine sees it; nothing is asked of the network itself."""
    parts = Parts()
    addresses = parts.one(lambda: _addresses(tree)) or {}
    names = [name for name in tree.names(_NET) if tree.exists(f"{_NET}{name}/address")]
    told = parts.one(lambda: managed(tree)) or Managed()
    signals = net_tables.wifi(tree)
    cards = (_interface(tree, name, addresses.get(name, ()), signals.get(name, (None, None))) for name in names)
    interfaces = tuple(told.completed(card) for card in cards)
    routes = parts.rows(lambda: net_tables.routes(tree))
    gateways = tuple(route for route in routes if route.destination == "default")
    servers, search = _names(tree)
    tunnels = {tunnel.interface for tunnel in told.vpn}
    return parts.whole(
        Network(
            connected=any(card.up and card.cable and card.kind != "loopback" and card.addresses for card in interfaces),
            reachability=told.reachability,
            metered=told.metered,
            sign_in_page=None if told.reachability is None else told.reachability == "portal",
            interfaces=interfaces,
            gateways=gateways,
            routes=tuple(route for route in routes if route.destination != "default")[:50],
            dns_servers=servers,
            dns_search=search,
            addressing=next((card.addressing for card in interfaces if card.addressing), None),
            hosts_entries=tuple(_hosts(tree)),
            proxies=(*from_environment(tree.environ), *parts.rows(lambda: proxies(tree))),
            vpn=(*told.vpn, *(Vpn(None, None, n, True) for n in names if n.startswith(_VPN) and n not in tunnels)),
            listeners=parts.rows(lambda: net_tables.listeners(tree)),
            neighbours=parts.rows(lambda: net_tables.neighbours(tree)),
            firewall_profiles=tuple(_zones(tree)),
            checks=tuple(_answered(tree, gateways)),
        )
    )


def _addresses(tree: Tree) -> dict[str, tuple[Address, ...]]:
    if str(tree.root) != "/":
        return net_tables.recorded_addresses(tree)
    return of_this_machine()


def _interface(
    tree: Tree, name: str, addresses: tuple[Address, ...], wifi: tuple[int | None, float | None]
) -> Interface:
    here = _NET + name + "/"
    state, speed = tree.text(here + "operstate"), tree.number(here + "speed")
    flags, mac = tree.number(here + "flags") or 0, tree.text(here + "address")
    return Interface(
        name=name,
        kind=_kind(tree, name),
        up=bool(flags & 1),
        cable=tree.number(here + "carrier") == 1 if tree.number(here + "carrier") is not None else state == "up",
        mac=None if mac in {"00:00:00:00:00:00", None} else mac,
        speed_mbit=speed if speed and speed > 0 else None,
        duplex=tree.text(here + "duplex") if speed and speed > 0 else None,
        mtu=tree.number(here + "mtu"),
        model=_model(tree, name),
        driver=tree.target(here + "device/driver").rpartition("/")[2] or None,
        driver_version=tree.text(here + "device/driver/module/version"),
        addresses=addresses,
        received_bytes=tree.number(here + "statistics/rx_bytes"),
        sent_bytes=tree.number(here + "statistics/tx_bytes"),
        errors=_sum(tree, here, "rx_errors", "tx_errors"),
        drops=_sum(tree, here, "rx_dropped", "tx_dropped"),
        wifi_signal_dbm=wifi[0],
        wifi_quality_percent=wifi[1],
    )


def _kind(tree: Tree, name: str) -> str:
    here = _NET + name + "/"
    if tree.exists(here + "wireless") or tree.exists(here + "phy80211"):
        return "wifi"
    if tree.exists(here + "bridge"):
        return "bridge"
    if name.startswith(_VPN):
        return "tunnel"
    return (
        _KINDS.get(tree.number(here + "type") or 0, "other") if tree.exists(here + "device") else _virtual(tree, here)
    )


def _virtual(tree: Tree, here: str) -> str:
    return "loopback" if tree.number(here + "type") == 772 else "virtual"


def _model(tree: Tree, name: str) -> str | None:
    """Maker and model in words where udev or a list of names knows them, else as numbers."""
    here, number = f"{_NET}{name}/device/", tree.number(f"{_NET}{name}/ifindex")
    about = described(tree, f"n{number}")
    maker, device = about.get("ID_VENDOR_FROM_DATABASE"), about.get("ID_MODEL_FROM_DATABASE")
    numbers = [(tree.text(here + part) or "").removeprefix("0x") for part in ("vendor", "device")]
    if not device:
        maker, device = named(tree, "pci", *numbers)
    if device:
        return f"{maker} {device}" if maker else device
    return ":".join(numbers) if all(numbers) else None


def _sum(tree: Tree, here: str, *names: str) -> int | None:
    found = [tree.number(f"{here}statistics/{name}") for name in names]
    return sum(count or 0 for count in found) if any(count is not None for count in found) else None


def _names(tree: Tree) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name servers and search list; behind systemd's own resolver, the real ones."""
    real = "run/systemd/resolve/resolv.conf"
    lines = tree.lines("etc/resolv.conf")
    if any(line.split()[1:2] == ["127.0.0.53"] for line in lines) and tree.exists(real):
        lines = tree.lines(real)
    words = [line.split() for line in lines]
    servers = tuple(dict.fromkeys(word[1] for word in words if len(word) > 1 and word[0] == "nameserver"))
    search = tuple(name for word in words if word[:1] in (["search"], ["domain"]) for name in word[1:])
    return servers, tuple(dict.fromkeys(search))


def _hosts(tree: Tree) -> Iterator[HostsEntry]:
    """What somebody added to the hosts file; the lines every machine has are left out."""
    for line in tree.lines("etc/hosts")[:500]:
        address, *names = line.partition("#")[0].split() or [""]
        own = address.startswith("127.") or (names and _HOSTS_OF_ALL.issuperset(names))
        if names and not own:
            yield HostsEntry(address, " ".join(names))


def _zones(tree: Tree) -> Iterator[Profile]:
    """The zones of firewalld that somebody changed; by their presence they are in use."""
    for file in tree.names("etc/firewalld/zones"):
        if file.endswith(".xml"):
            yield Profile(file.removesuffix(".xml"), tree.exists("run/firewalld"))


def _answered(tree: Tree, gateways: tuple[Route, ...]) -> Iterator[Check]:
    """Whether the way out answered when it was last called; nothing is sent for it."""
    known = net_tables.answered(tree)
    heard = [known[route.gateway] for route in gateways if route.gateway in known]
    if heard:
        yield Check("gateway", any(heard))
