"""Linux: cards, addresses, names and ways out, from /sys/class/net, /proc/net and /etc."""

from collections.abc import Iterator

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.linux import net_tables
from desktop_app.adapters.collectors.proxies import from_environment
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.network import Address, HostsEntry, Interface, Network, Vpn

_NET = "sys/class/net/"
_KINDS = {772: "loopback", 1: "ethernet", 512: "ppp", 65534: "tunnel"}
_VPN = ("tun", "tap", "wg", "ppp", "ipsec", "nordlynx", "proton")
_HOSTS_OF_ALL = frozenset(
    {"localhost", "ip6-localhost", "ip6-loopback", "ip6-allnodes", "ip6-allrouters", "ip6-localnet", "ip6-mcastprefix"}
)


def network(tree: Tree) -> Network:
    """The network as this machine sees it; nothing is asked of the network itself."""
    addresses = psutil_facts.addresses() if str(tree.root) == "/" else net_tables.recorded_addresses(tree)
    names = [name for name in tree.names(_NET) if tree.exists(f"{_NET}{name}/address")]
    interfaces = tuple(_interface(tree, name, addresses.get(name, ())) for name in names)
    routes = tuple(net_tables.routes(tree))
    servers, search = _names(tree)
    return Network(
        connected=any(card.up and card.cable and card.kind != "loopback" and card.addresses for card in interfaces),
        interfaces=interfaces,
        gateways=tuple(route for route in routes if route.destination == "default"),
        routes=tuple(route for route in routes if route.destination != "default")[:50],
        dns_servers=servers,
        dns_search=search,
        hosts_entries=tuple(_hosts(tree)),
        proxies=from_environment(tree.environ),
        vpn=tuple(Vpn(interface=name, on=True) for name in names if name.startswith(_VPN)),
        listeners=tuple(net_tables.listeners(tree)),
        neighbours=tuple(net_tables.neighbours(tree)),
    )


def _interface(tree: Tree, name: str, addresses: tuple[Address, ...]) -> Interface:
    here = _NET + name + "/"
    wifi = net_tables.wifi(tree).get(name, (None, None))
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
        model=_model(tree, here),
        driver=tree.target(here + "device/driver").rpartition("/")[2] or None,
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


def _model(tree: Tree, here: str) -> str | None:
    maker, device = tree.text(here + "device/vendor"), tree.text(here + "device/device")
    return f"{maker.removeprefix('0x')}:{device.removeprefix('0x')}" if maker and device else None


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
