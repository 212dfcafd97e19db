"""Network cards on Windows: PowerShell's own network words, `netsh` for Wi-Fi. Names travel in the environment."""
# ruff: noqa: ARG002 -- every system has the same shape

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import link_windows_words as words
from desktop_app.adapters.actions.network.link_card import CABLE, MOBILE, WIFI, Card, Sight, Values, Wireless
from desktop_app.adapters.actions.network.link_windows_way import WindowsWay, told, tried
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.domain.action import ActionFailed

# MSFT_NetAdapter.NdisPhysicalMedium
_KINDS = {"9": WIFI, "8": MOBILE}
_BLUETOOTH = "10"
# Rights of an administrator in use (high, system), or the group of those who may change network settings
_MAY = ("S-1-16-12288", "S-1-16-16384", "S-1-5-32-556")
_NAMES = {"address": ("source", "address", "gateway", "dns"), "packet": ("mtu",), "cost": ("cost",), "lease": ()}
_NO_HOP = ("0.0.0.0", "::")  # noqa: S104 -- read, never listened on
_COSTS = ("Unrestricted", "Fixed", "Variable")


class Windows(WindowsWay):
    """Windows 10 and later."""

    def look(self, here: Here) -> Sight:
        """One question for all cards; the radio only when a Wi-Fi card is not in use."""
        answer = told(powershell(here, words.LOOK))
        tables = {name: answer.get(name) or [] for name in ("cards", "addresses", "ways", "ends", "profiles")}
        cards = tuple(_card(row, tables) for row in tables["cards"] if row["Medium"] != _BLUETOOTH)
        is_on = not tables["cards"] or any(row["Status"] != "Disabled" for row in tables["cards"])
        return Sight(cards, self._radio(here, cards), is_on)

    def _radio(self, here: Here, cards: tuple[Card, ...]) -> str:
        wifi = [card for card in cards if card.kind == WIFI]
        if not wifi:
            return "none"
        if any(card.has_signal for card in wifi):
            return "on"
        said = tried(here, words.RADIO)
        return {"On": "on", "Off": "off", "Disabled": "blocked"}.get(said, "unknown")

    def networks(self, here: Here) -> list[Wireless]:
        """What `netsh` hears, of what it knows."""
        now, known, near, *_ = [*tried(here, words.WIRELESS).split(words.MARK), "", ""]
        return read_wireless(now, known, near)

    def known(self, here: Here, card: Card) -> str:
        """The strongest known network; a cable is its own."""
        if card.kind != WIFI:
            return card.name
        return next((network.profile for network in self.networks(here)), "")

    def join(self, here: Here, card: Card, profile: str) -> str:
        """Wi-Fi leaves and joins; a cable asks for its address anew, which needs rights."""
        given = {"RESCOUSSE_CARD": card.name, "RESCOUSSE_PROFILE": profile}
        if card.kind != WIFI:
            is_done = self._allowed(here, words.RENEW, **given) == "done" or privileged.did(here, "network.restart")
            return "done" if is_done else "not_allowed"
        if '"' in profile:
            raise ActionFailed(f"{profile!r} is no name that netsh takes")
        return "done" if powershell(here, words.JOIN, 40, **given).strip().endswith("joined") else "no_answer"

    def leave(self, here: Here, card: Card) -> None:
        """Wi-Fi only: a cable is left by pulling it."""
        if card.kind == WIFI:
            powershell(here, words.LEAVE, RESCOUSSE_CARD=card.name)

    def switch(self, here: Here, *, on: bool) -> None:
        """All real cards."""
        if self._allowed(here, words.ENABLE if on else words.DISABLE) != "done":
            raise ActionFailed("needs the rights of an administrator")

    def set_radio(self, here: Here, *, on: bool) -> None:
        """As the switch in Settings does; also ends aeroplane mode for Wi-Fi."""
        powershell(here, words.SET_RADIO, RESCOUSSE_RADIO="On" if on else "Off")

    def costs(self, here: Here, card: Card) -> bool | None:
        """What Windows goes by."""
        cost = self.outside(here).get("cost", "")
        return cost != "Unrestricted" if cost in _COSTS else None

    def read(self, here: Here, topic: str, card: Card) -> Values:
        """Settings of the card; a cable's cost is one of the whole computer and left alone."""
        if topic == "lease" or (topic == "cost" and card.kind != WIFI):
            return {}
        if topic == "cost":
            cost = self.outside(here).get("cost", "")
            return {"cost": cost} if cost in _COSTS else {}
        answer = told(powershell(here, words.READ[topic], RESCOUSSE_CARD=card.name))
        return {name: str(answer.get(name) or "") for name in _NAMES[topic]}

    def wanted(self, topic: str, before: Values, packet: int) -> Values:
        """From the network, of that size, not paid."""
        after = {"source": "dhcp", "mtu": str(packet), "cost": "Unrestricted"}
        return {name: after.get(name, "") for name in before}

    def write(self, here: Here, topic: str, card: Card, values: Values) -> str:
        """The user's own Wi-Fi cost needs no rights, all else does."""
        if set(values) != set(_NAMES[topic]) or any('"' in value for value in values.values()):
            raise ActionFailed(f"{sorted(values)} are not the settings of {topic}")
        given = {"RESCOUSSE_CARD": card.name, "RESCOUSSE_PROFILE": card.profile}
        given |= {f"RESCOUSSE_{name.upper()}": value for name, value in values.items()}
        if topic == "cost":
            powershell(here, words.WRITE[topic], 20, **given)
            return "done"
        return self._allowed(here, words.WRITE[topic], **given)

    def _allowed(self, here: Here, script: str, **given: str) -> str:
        """Runs a script that needs rights, when we have them."""
        groups = here.asked("whoami", "/groups", "/fo", "csv", "/nh")
        if not any(right in groups for right in _MAY):
            return "not_allowed"
        powershell(here, script, 60, **given)
        return "done"


def _card(row: Mapping[str, Any], tables: Mapping[str, list[dict[str, Any]]]) -> Card:
    mine = {name: [r for r in rows if r.get("InterfaceIndex") == row["ifIndex"]] for name, rows in tables.items()}
    kind = _KINDS.get(str(row["Medium"]), CABLE)
    every = [str(one["IPAddress"]) for one in mine["addresses"]]
    given = [a for a in mine["addresses"] if not str(a["IPAddress"]).startswith(("169.254.", "fe80"))]
    way = min(mine["ways"], key=lambda one: int(one["RouteMetric"]), default=None)
    is_up = row["Status"] == "Up"
    end = next(iter(mine["ends"]), {})
    network = next((str(one["Name"]) for one in mine["profiles"]), "") if is_up else ""
    return Card(
        str(row["Name"]),
        kind,
        has_signal=is_up,
        profile=(network if kind == WIFI else str(row["Name"])) if is_up else "",
        network=network,
        addresses=tuple(str(one["IPAddress"]) for one in given if one["State"] == "Preferred"),
        self_given=next((address for address in every if address.startswith("169.254.")), ""),
        gateway=str(way["NextHop"]) if way and way["NextHop"] not in _NO_HOP else "",
        has_way_out=is_up and way is not None,
        metric=int(way["RouteMetric"]) if way else 0,
        is_fixed=end.get("Dhcp") == "Disabled",
        is_taken=any(one["State"] == "Duplicate" for one in mine["addresses"]),
        speed_mbit=int(row.get("Speed") or 0) // 1_000_000,
        packet=int(end.get("NlMtu") or 1500),
    )


def read_wireless(now: str, known: str, near: str) -> list[Wireless]:
    """`netsh wlan show interfaces`, `show profiles` and `show networks mode=bssid`, in whatever language."""
    joined = re.search(r"^\s*Profi\w*\s*: (.+?)\s*$", now, re.MULTILINE)
    profiles = [match.strip() for match in re.findall(r"^\s+\S.*?: (.+)$", known, re.MULTILINE)]
    blocks = re.split(r"^SSID \d+ :", near, flags=re.MULTILINE)[1:]
    found: dict[str, Wireless] = {}
    for block in blocks:
        name = block.partition("\n")[0].strip()
        percent = max((int(share) for share in re.findall(r"(\d+)%", block)), default=0)
        if name in profiles:
            is_joined = joined is not None and joined[1] == name
            found[name] = Wireless(name, name, percent, "WPA" in block or "WEP" in block, is_joined)
    return sorted(found.values(), key=lambda one: -one.percent)
