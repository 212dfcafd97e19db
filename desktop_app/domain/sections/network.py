"""Cards, addresses, names, ways out."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Address:
    """An address of a network card."""

    address: str | None = fact(mask="ip")
    prefix: int | None = fact()
    family: str | None = fact(plain=True)
    scope: str | None = fact(plain=True)
    duplicate: bool | None = fact()


@entry
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
    driver_version: str | None = fact(plain=True)
    addressing: str | None = fact(plain=True)
    lease_until: str | None = fact(unit="moment", volatile=True)
    dhcp_server: str | None = fact(mask="ip")
    addresses: tuple[Address, ...] = items("address")
    received_bytes: int | None = fact(unit="bytes", volatile=True)
    sent_bytes: int | None = fact(unit="bytes", volatile=True)
    errors: int | None = fact(volatile=True)
    drops: int | None = fact(volatile=True)
    wifi_signal_dbm: int | None = fact(unit="dBm", volatile=True)
    wifi_quality_percent: float | None = fact(unit="%", volatile=True)
    wifi_name: str | None = fact(mask="ssid")
    wifi_bssid: str | None = fact(mask="mac")
    wifi_channel: int | None = fact()
    wifi_mhz: int | None = fact(unit="MHz")
    wifi_rate_mbit: float | None = fact(unit="Mb/s", volatile=True)
    wifi_security: str | None = fact(plain=True)


@entry
class Route:
    """A way out of this machine; destination `default` is the way to everywhere else."""

    destination: str | None = fact(mask="ip")
    gateway: str | None = fact(mask="ip")
    interface: str | None = fact()
    metric: int | None = fact()


@entry
class HostsEntry:
    """A line of the hosts file: names that are not asked of the network."""

    address: str | None = fact(mask="ip")
    names: str | None = fact(mask="host")


@entry
class Listener:
    """A program that other programs may call."""

    port: int | None = fact()
    protocol: str | None = fact(plain=True)
    program: str | None = fact(plain=True)
    reachable: str | None = fact(plain=True)


@entry
class Neighbour:
    """A machine on the same network that was spoken to."""

    address: str | None = fact(mask="ip")
    mac: str | None = fact(mask="mac")
    interface: str | None = fact()


@entry
class Proxy:
    """Where programs are told to pass through; passwords in it are never read."""

    kind: str | None = fact(plain=True)
    address: str | None = fact(mask="host")
    bypass: str | None = fact(mask="host")
    source: str | None = fact(plain=True)


@entry
class Vpn:
    """A tunnel to another network."""

    name: str | None = fact(mask="label")
    kind: str | None = fact(plain=True)
    interface: str | None = fact()
    on: bool | None = fact()


@entry
class Profile:
    """What the firewall does in one kind of network."""

    name: str | None = fact(plain=True)
    on: bool | None = fact()


@entry
class Check:
    """Whether something on the way out answered, and in which time. `name`: gateway, names, help desk."""

    name: str | None = fact(plain=True)
    ok: bool | None = fact()
    took_ms: float | None = fact(volatile=True)


@entry
class Network:
    """Cards, addresses, names, ways out."""

    connected: bool | None = fact()
    reachability: str | None = fact(plain=True)
    metered: bool | None = fact()
    sign_in_page: bool | None = fact()
    interfaces: tuple[Interface, ...] = items("name")
    gateways: tuple[Route, ...] = items("destination+interface")
    routes: tuple[Route, ...] = items("destination+interface")
    dns_servers: tuple[str, ...] = items(mask="ip")
    dns_search: tuple[str, ...] = items(mask="domain")
    addressing: str | None = fact(plain=True)
    hosts_entries: tuple[HostsEntry, ...] = items("names")
    proxies: tuple[Proxy, ...] = items("kind+source")
    vpn: tuple[Vpn, ...] = items("interface+name")
    listeners: tuple[Listener, ...] = items("port+protocol", volatile=True)
    neighbours: tuple[Neighbour, ...] = items("address", volatile=True)
    firewall_profiles: tuple[Profile, ...] = items("name")
    checks: tuple[Check, ...] = items("name", volatile=True)
