"""Cards, addresses, names, ways out."""

from dataclasses import dataclass, field

from desktop_app.domain.sections.entries import fact, items


@dataclass(frozen=True)
class Address:
    """An address of a network card."""

    address: str | None = fact(mask="ip")
    prefix: int | None = fact()
    family: str | None = fact(plain=True)
    scope: str | None = fact(plain=True)
    duplicate: bool | None = fact()


@dataclass(frozen=True)
class Interface:
    """A network card, real or virtual."""

    name: str | None = fact()
    kind: str | None = fact(plain=True)
    up: bool | None = fact()
    cable: bool | None = fact()
    mac: str | None = fact(mask="mac")
    speed_mbit: int | None = fact(unit="Mb/s")
    duplex: str | None = fact(plain=True)
    mtu: int | None = fact()
    model: str | None = fact(plain=True)
    driver: str | None = fact(plain=True)
    addresses: tuple[Address, ...] = items("address")
    received_bytes: int | None = fact(unit="bytes", volatile=True)
    sent_bytes: int | None = fact(unit="bytes", volatile=True)
    errors: int | None = fact(volatile=True)
    drops: int | None = fact(volatile=True)
    wifi_signal_dbm: int | None = fact(unit="dBm", volatile=True)
    wifi_quality_percent: float | None = fact(unit="%", volatile=True)
    wifi_name: str | None = fact(mask="ssid")
    wifi_channel: int | None = fact()
    wifi_security: str | None = fact(plain=True)


@dataclass(frozen=True)
class Route:
    """A way out of this machine; destination `default` is the way to everywhere else."""

    destination: str | None = fact(mask="ip")
    gateway: str | None = fact(mask="ip")
    interface: str | None = fact()
    metric: int | None = fact()


@dataclass(frozen=True)
class HostsEntry:
    """A line of the hosts file: names that are not asked of the network."""

    address: str | None = fact(mask="ip")
    names: str | None = fact(mask="host")


@dataclass(frozen=True)
class Listener:
    """A program that other programs may call."""

    port: int | None = fact()
    protocol: str | None = fact(plain=True)
    program: str | None = fact(plain=True)
    reachable: str | None = fact(plain=True)


@dataclass(frozen=True)
class Neighbour:
    """A machine on the same network that was spoken to."""

    address: str | None = fact(mask="ip")
    mac: str | None = fact(mask="mac")
    interface: str | None = fact()


@dataclass(frozen=True)
class Proxy:
    """Where programs are told to pass through; passwords in it are never read."""

    kind: str | None = fact(plain=True)
    address: str | None = fact(mask="host")
    bypass: str | None = fact(mask="host")
    source: str | None = fact(plain=True)


@dataclass(frozen=True)
class Network:
    """Cards, addresses, names, ways out."""

    connected: bool | None = fact()
    reachability: str | None = fact(plain=True)
    metered: bool | None = fact()
    sign_in_page: bool | None = fact()
    interfaces: tuple[Interface, ...] = items("name")
    gateways: tuple[Route, ...] = items("destination+interface")
    routes: tuple[Route, ...] = items("destination+interface")
    dns_servers: tuple[str, ...] = field(default_factory=tuple, metadata={"mask": "ip"})
    dns_search: tuple[str, ...] = field(default_factory=tuple, metadata={"mask": "domain"})
    addressing: str | None = fact(plain=True)
    hosts_entries: tuple[HostsEntry, ...] = items("names")
    proxies: tuple[Proxy, ...] = items("kind+source")
    vpn: tuple[str, ...] = items()
    listeners: tuple[Listener, ...] = items("port+protocol", volatile=True)
    neighbours: tuple[Neighbour, ...] = items("address", volatile=True)
    firewall: str | None = fact(plain=True)
    firewall_on: bool | None = fact()
