"""Network cards on macOS: `networksetup`, `ifconfig`, `route` and `ipconfig`, all of which ship with it."""
# ruff: noqa: ARG002 -- every system has the same shape

import json
import re
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import CABLE, MOBILE, WIFI, Card, Sight, Values, Wireless
from desktop_app.adapters.actions.network.link_macos_way import MacWay
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed

_SERVICE = re.compile(r"^\((\d+|\*)\) (.+)\n\(Hardware Port: (.+), Device: (\w+)\)", re.MULTILINE)
_FORBIDDEN = re.compile(r"admin|not permitted|authoriz", re.IGNORECASE)
_REFUSED = re.compile(r"could not|failed|error|not found", re.IGNORECASE)
_NAMES = {"address": ("mode", "address", "mask", "router", "dns"), "packet": ("mtu",), "cost": (), "lease": ()}


class Mac(MacWay):
    """macOS 12 and later."""

    def look(self, here: Here) -> Sight:
        """Services in their order, with what their devices say."""
        services = _SERVICE.findall(here.asked("networksetup", "-listnetworkserviceorder"))
        devices = _devices(here.asked("ifconfig", "-a"))
        way = dict(re.findall(r"^\s*(\w+): (\S+)$", here.run("route", "-n", "get", "default").out, re.MULTILINE))
        cards = tuple(
            self._card(here, service, devices[service[3]], way) for service in services if service[3] in devices
        )
        is_on = not services or any(mark != "*" for mark, *_ in services)
        return Sight(cards, self._radio(here, cards), is_on)

    def _card(self, here: Here, service: tuple[str, str, str, str], device: str, way: dict[str, str]) -> Card:
        mark, name, port, card = service
        kind = WIFI if port in ("Wi-Fi", "AirPort") else MOBILE if "iPhone" in port or "WWAN" in port else CABLE
        has_signal = "status: active" in device
        is_out = way.get("interface") == card
        addresses = re.findall(r"^\s+inet6? ([0-9a-f.:]+)(?!\S*%)", device, re.MULTILINE)
        own = next((address for address in addresses if address.startswith("169.254.")), "")
        network = self._joined(here, card) if kind == WIFI and has_signal else ""
        return Card(
            card,
            kind,
            has_signal,
            profile="" if mark == "*" or not has_signal else network or name,
            network=network or name,
            addresses=tuple(one for one in addresses if not one.startswith(("169.254.", "fe80"))),
            self_given=own,
            gateway=way.get("gateway", "") if is_out else "",
            has_way_out=is_out and has_signal,
            is_fixed=has_signal and "Manual" in here.run("networksetup", "-getinfo", name).out,
            is_taken="duplicated" in device,
            packet=int((re.search(r" mtu (\d+)", device) or ["", "1500"])[1]),
        )

    def _joined(self, here: Here, card: str) -> str:
        """The name of the Wi-Fi network; nothing where the system keeps it to itself."""
        said = here.run("networksetup", "-getairportnetwork", card).out
        return said.partition("Network: ")[2].strip()

    def _radio(self, here: Here, cards: tuple[Card, ...]) -> str:
        wifi = next((card for card in cards if card.kind == WIFI), None)
        if wifi is None:
            return "none"
        said = here.run("networksetup", "-getairportpower", wifi.name).out.strip()
        return {"On": "on", "Off": "off"}.get(said.rpartition(": ")[2], "unknown")

    def networks(self, here: Here) -> list[Wireless]:
        """What the system hears, of what it prefers."""
        card = self.look(here).of(WIFI)
        if card is None:
            return []
        preferred = here.run("networksetup", "-listpreferredwirelessnetworks", card.name).out.splitlines()[1:]
        heard = here.run("system_profiler", "SPAirPortDataType", "-json", deadline_s=20).out
        return read_airport(heard, {line.strip() for line in preferred}, card.name)

    def known(self, here: Here, card: Card) -> str:
        """What the system would take by itself: the name of the service."""
        said = here.asked("networksetup", "-listnetworkserviceorder")
        return next((name for _, name, _, device in _SERVICE.findall(said) if device == card.name), "")

    def join(self, here: Here, card: Card, profile: str) -> str:
        """Wi-Fi: that network, or off and on for the same one; a cable's service: off and on."""
        if card.kind == WIFI:
            return self._join_wifi(here, card, profile)
        service = self.known(here, card)
        ran = [here.run("networksetup", "-setnetworkserviceenabled", service, state) for state in ("off", "on")]
        here.run("ipconfig", "waitall", deadline_s=60)
        return _outcome(*ran)

    def _join_wifi(self, here: Here, card: Card, profile: str) -> str:
        is_same = profile in (card.profile, self.known(here, card))
        powers = ("off", "on") if is_same else ("on",)
        ran = [here.run("networksetup", "-setairportpower", card.name, power) for power in powers]
        if not is_same:
            ran.append(here.run("networksetup", "-setairportnetwork", card.name, profile, deadline_s=40))
        here.run("ipconfig", "waitall", deadline_s=60)
        return _outcome(*ran)

    def leave(self, here: Here, card: Card) -> None:
        """Wi-Fi is left by switching it off: macOS knows no other way without rights."""
        self.set_radio(here, on=False)

    def switch(self, here: Here, *, on: bool) -> None:
        """Every service."""
        for _, name, _, _ in _SERVICE.findall(here.asked("networksetup", "-listnetworkserviceorder")):
            here.asked("networksetup", "-setnetworkserviceenabled", name, "on" if on else "off")

    def set_radio(self, here: Here, *, on: bool) -> None:
        """As the menu does."""
        card = self.look(here).of(WIFI)
        if card:
            here.asked("networksetup", "-setairportpower", card.name, "on" if on else "off")

    def costs(self, here: Here, card: Card) -> bool | None:
        """Not told to programs."""
        return None

    def read(self, here: Here, topic: str, card: Card) -> Values:
        """Settings of the service."""
        if topic == "packet":
            said = here.asked("networksetup", "-getMTU", card.name)
            return {"mtu": (re.search(r"Active MTU: (\d+)", said) or ["", ""])[1]}
        return self._address(here, self.known(here, card)) if topic == "address" else {}

    def _address(self, here: Here, service: str) -> Values:
        said = here.asked("networksetup", "-getinfo", service)
        told = dict(re.findall(r"^(\w[\w ]*): (\S+)$", said, re.MULTILINE))
        servers = here.run("networksetup", "-getdnsservers", service).out
        dns = " ".join(re.findall(r"^[0-9a-f.:]+$", servers, re.MULTILINE))
        if "Manual" not in said:
            return {"mode": "dhcp", "address": "", "mask": "", "router": "", "dns": dns}
        names = {"address": "IP address", "mask": "Subnet mask", "router": "Router"}
        return {"mode": "manual", **{name: told.get(key, "") for name, key in names.items()}, "dns": dns}

    def wanted(self, topic: str, before: Values, packet: int) -> Values:
        """From the network, of that size."""
        after = {"mode": "dhcp", "mtu": str(packet)}
        return {name: after.get(name, "") for name in before}

    def write(self, here: Here, topic: str, card: Card, values: Values) -> str:
        """Needs the rights of an administrator."""
        if set(values) != set(_NAMES[topic]) or any(value.startswith("-") for value in values.values()):
            raise ActionFailed(f"{sorted(values)} are not the settings of {topic}")
        if topic == "packet":
            return _outcome(here.run("networksetup", "-setMTU", card.name, values["mtu"]))
        service = self.known(here, card)
        manual = ("-setmanual", service, values["address"], values["mask"], values["router"])
        mode = manual if values["mode"] == "manual" else ("-setdhcp", service)
        servers = values["dns"].split() or ["empty"]
        return _outcome(here.run("networksetup", *mode), here.run("networksetup", "-setdnsservers", service, *servers))


def _outcome(*every: Ran) -> str:
    said = " ".join(f"{ran.out} {ran.err}" for ran in every)
    if _FORBIDDEN.search(said):
        return "not_allowed"
    return "no_answer" if any(ran.code for ran in every) or _REFUSED.search(said) else "done"


def _devices(text: str) -> dict[str, str]:
    """`ifconfig -a`, a block a device."""
    blocks = re.split(r"^(?=\w+: flags=)", text, flags=re.MULTILINE)
    return {block.partition(":")[0]: block for block in blocks if block.strip()}


def read_airport(text: str, preferred: set[str], card: str) -> list[Wireless]:
    """`system_profiler SPAirPortDataType -json`: the network in use and those around."""
    try:
        sections = json.loads(text)["SPAirPortDataType"]
        every = [one for section in sections for one in section.get("spairport_airport_interfaces", [])]
    except (ValueError, KeyError, TypeError):
        return []
    mine: dict[str, Any] = next((one for one in every if one.get("_name") == card), {})
    now = mine.get("spairport_current_network_information") or {}
    found = {str(row.get("_name")): _wireless(row) for row in _heard(mine) if row.get("_name") in preferred}
    if now.get("_name"):
        found[now["_name"]] = _wireless(now, is_joined=True)
    return sorted(found.values(), key=lambda one: -one.percent)


def _heard(mine: dict[str, Any]) -> list[dict[str, Any]]:
    """The weakest first, so that the strongest of one name stays."""
    rows = mine.get("spairport_airport_other_local_wireless_networks") or []
    return sorted(rows, key=lambda row: _wireless(row).percent)


def _wireless(row: dict[str, Any], *, is_joined: bool = False) -> Wireless:
    """-50 dBm and louder is all, -100 dBm is nothing."""
    loudness = re.match(r"(-\d+) dBm", str(row.get("spairport_signal_noise", "")))
    percent = max(0, min(100, 2 * (int(loudness[1]) + 100))) if loudness else 0
    name = str(row["_name"])
    is_protected = not str(row.get("spairport_security_mode", "none")).endswith("none")
    return Wireless(name, name, percent, is_protected, is_joined)
