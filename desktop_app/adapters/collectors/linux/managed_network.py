"""Linux: what NetworkManager knows of cards, wireless networks, leases, tunnels and the way out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.linux.bus import Bus, Table, plain_table, system_bus
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.network import Interface, Vpn

_NM, _PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_NOTHING = {"/", ""}
_REACHABILITY = {1: "none", 2: "portal", 3: "limited", 4: "full"}
_METERED, _NOT_METERED = {1, 3}, {2, 4}
_ACTIVE = 100
_PRIVACY, _WPA, _SAE, _ENTERPRISE, _OWE = 0x1, 0x100, 0x400, 0x200, 0x800
_TUNNELS = {"vpn", "wireguard", "tun", "ip-tunnel"}
_MOST = 50


@dataclass(frozen=True)
class Managed:
    """What NetworkManager told; `cards` by the name of the interface. `reachability` is None while it does not look."""

    reachability: str | None = None
    metered: bool | None = None
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)
    vpn: tuple[Vpn, ...] = ()

    def completed(self, card: Interface) -> Interface:
        """A card with what is known of it here."""
        told = self.cards.get(card.name or "", {})
        return replace(card, **{name: value for name, value in told.items() if value is not None})


def managed(tree: Tree) -> Managed:
    """Ask it; an empty answer where it does not run. Raises ProgramFailed."""
    with system_bus(tree) as bus:
        about = bus.properties(_NM, _PATH, _NM) if bus else {}
        if bus is None or not about:
            return Managed()
        metered = about.get("Metered")
        devices = [
            bus.properties(_NM, path, f"{_NM}.Device") | {"Path": path} for path in about.get("Devices", ())[:_MOST]
        ]
        return Managed(
            reachability=_REACHABILITY.get(about.get("Connectivity", 0)),
            metered=True if metered in _METERED else False if metered in _NOT_METERED else None,
            cards={str(device.get("Interface")): _card(bus, device) for device in devices},
            vpn=tuple(_tunnels(bus, about.get("ActiveConnections", ())[:_MOST])),
        )


def _card(bus: Bus, device: Table) -> dict[str, Any]:
    if device.get("State") != _ACTIVE:
        return {}
    lease = str(device.get("Dhcp4Config") or "")
    options = {} if lease in _NOTHING else bus.properties(_NM, lease, f"{_NM}.DHCP4Config").get("Options", {})
    given = plain_table(options)
    expiry = str(given.get("expiry", ""))
    return {
        "addressing": "dhcp" if lease not in _NOTHING else "static",
        "lease_until": moment(int(expiry)) if expiry.isdecimal() else None,
        "dhcp_server": given.get("dhcp_server_identifier"),
        "driver_version": device.get("DriverVersion") or None,
        **_wireless(bus, str(device["Path"])),
    }


def _wireless(bus: Bus, path: str) -> dict[str, Any]:
    about = bus.properties(_NM, path, f"{_NM}.Device.Wireless")
    point = str(about.get("ActiveAccessPoint") or "")
    if point in _NOTHING:
        return {}
    seen = bus.properties(_NM, point, f"{_NM}.AccessPoint")
    rate, mhz, strength = about.get("Bitrate") or 0, seen.get("Frequency") or 0, seen.get("Strength")
    return {
        "wifi_name": clean(bytes(seen.get("Ssid") or b"").decode("utf-8", "replace")) or None,
        "wifi_bssid": seen.get("HwAddress"),
        "wifi_quality_percent": float(strength) if strength is not None else None,
        "wifi_rate_mbit": rate / 1000 if rate else None,
        "wifi_mhz": mhz or None,
        "wifi_channel": channel(mhz),
        "wifi_security": security(seen.get("Flags", 0), seen.get("WpaFlags", 0), seen.get("RsnFlags", 0)),
    }


def channel(mhz: int) -> int | None:
    """The number of a wireless channel by its middle: 2.4, 5 and 6 GHz count each in their own way."""
    if mhz == 2484:
        return 14
    base = 2407 if 2412 <= mhz <= 2472 else 5000 if 5150 <= mhz <= 5895 else 5950 if 5955 <= mhz <= 7115 else 0
    return (mhz - base) // 5 if base else None


def security(flags: int, wpa: int, rsn: int) -> str:
    """How a wireless network is protected, by what its access point says that it can do."""
    found = [name for bit, name in ((_SAE, "WPA3"), (_OWE, "OWE")) if rsn & bit]
    if rsn & _WPA:
        found.insert(0, "WPA2")
    if rsn & _ENTERPRISE:
        found.append("WPA2 Enterprise")
    if not found and wpa:
        found.append("WPA")
    return "/".join(found) or ("WEP" if flags & _PRIVACY else "open")


def _tunnels(bus: Bus, paths: list[str]) -> Iterator[Vpn]:
    for path in paths:
        about = bus.properties(_NM, path, f"{_NM}.Connection.Active")
        if about.get("Type") in _TUNNELS or about.get("Vpn"):
            devices = [bus.properties(_NM, device, f"{_NM}.Device") for device in about.get("Devices", ())[:1]]
            card = next((str(device.get("Interface")) for device in devices), None)
            yield Vpn(about.get("Id"), about.get("Type"), card, about.get("State") == 2)
