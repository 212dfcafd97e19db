"""Network cards on Linux: iproute2 tells them, NetworkManager changes them."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import CABLE, MOBILE, WIFI, Card, Sight, Values, Wireless
from desktop_app.adapters.actions.network.link_linux_tools import asked_json, nmcli, table
from desktop_app.adapters.actions.network.link_linux_way import LinuxWay
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed

_REAL = re.compile(r"(en|eth|wl|ww|usb)")
_KINDS = {"ethernet": CABLE, "wifi": WIFI, "gsm": MOBILE, "cdma": MOBILE}
_FORBIDDEN = re.compile(r"not authorized|insufficient privileges|not privileged|permission denied", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PATIENCE_S = 30
_PACKET = {CABLE: "802-3-ethernet.mtu", WIFI: "802-11-wireless.mtu", MOBILE: "gsm.mtu"}
_TOPICS = {
    (topic, kind): names or (_PACKET[kind],)
    for kind in _PACKET
    for topic, names in {
        "address": ("ipv4.method", "ipv4.addresses", "ipv4.gateway", "ipv4.dns"),
        "lease": ("ipv4.dhcp-client-id",),
        "packet": (),
        "cost": ("connection.metered",),
    }.items()
}


class Linux(LinuxWay):
    """A desktop with NetworkManager; without it, everything is told and little can be changed."""

    def look(self, here: Here) -> Sight:
        """Cards, ways out, and what NetworkManager says of both."""
        kept = {row[0]: row for row in table(here, "-f", "DEVICE,TYPE,STATE,CON-UUID,CONNECTION", "device") if row[4:]}
        general = next(iter(table(here, "-f", "NETWORKING,WIFI-HW,WIFI", "general")), ["", "", ""])
        ways = _ways(here)
        found = [_card(here, row, kept.get(row["ifname"]), ways) for row in asked_json(here, "-details", "address")]
        cards = tuple(card for card in found if card)
        return Sight(cards, _radio(general, kept), is_on=general[0] != "disabled", is_kept=bool(kept))

    def networks(self, here: Here) -> list[Wireless]:
        """Profiles of Wi-Fi whose network is in reach; nmcli listens anew when it last did 30 s ago."""
        seen: dict[str, tuple[int, bool]] = {}
        heard = ("-f", "SSID,SIGNAL,SECURITY", "device", "wifi", "list")
        for name, signal, security in table(here, *heard, deadline_s=20):
            seen[name] = max(seen.get(name, (0, False)), (int(signal or 0), bool(security)))
        joined = {row[0] for row in table(here, "-f", "CON-UUID", "device")}
        found = [
            Wireless(uuid, name, *seen[name], is_joined=uuid in joined)
            for uuid, name in self._profiles(here)
            if name in seen
        ]
        return sorted(found, key=lambda one: -one.percent)

    def _profiles(self, here: Here) -> list[tuple[str, str]]:
        """Wi-Fi profiles: number and name of the network."""
        wifi = [row[0] for row in table(here, "-f", "UUID,TYPE", "connection", "show") if row[1] == "802-11-wireless"]
        names = [word for uuid in wifi for word in ("uuid", uuid)]
        told = nmcli(here, "-e", "no", "-g", "802-11-wireless.ssid", "connection", "show", *names).out if names else ""
        return list(zip(wifi, (name.strip("\n") for name in told.split("\n\n")), strict=False))

    def known(self, here: Here, card: Card) -> str:
        """The strongest known network, or the cable's profile used last."""
        if card.kind == WIFI:
            return next((network.profile for network in self.networks(here)), "")
        rows = table(here, "-f", "TYPE,TIMESTAMP,UUID,DEVICE", "connection", "show")
        fitting = [
            (int(row[1] or 0), row[2]) for row in rows if row[0] == "802-3-ethernet" and row[3] in ("", card.name)
        ]
        return max(fitting)[1] if fitting and card.kind == CABLE else ""

    def join(self, here: Here, card: Card, profile: str) -> str:
        """Waits until the connection stands, 30 s at most. What is no profile is refused."""
        if not _UUID.fullmatch(profile):
            raise ActionFailed(f"{profile!r} is no connection")
        words = ("--wait", str(_PATIENCE_S), "connection", "up", "uuid", profile, "ifname", card.name)
        return _outcome(nmcli(here, *words, deadline_s=_PATIENCE_S + 5))

    def leave(self, here: Here, card: Card) -> None:
        """Until somebody joins again."""
        here.asked("nmcli", "device", "disconnect", card.name, deadline_s=20)

    def switch(self, here: Here, *, on: bool) -> None:
        """All of NetworkManager's cards."""
        here.asked("nmcli", "networking", "on" if on else "off")
        self._settle(here, on=on)

    def set_radio(self, here: Here, *, on: bool) -> None:
        """Also takes the software lock (rfkill) off."""
        here.asked("nmcli", "radio", "wifi", "on" if on else "off")
        self._settle(here, on=on)

    def _settle(self, here: Here, *, on: bool) -> None:
        """Waits until a known network was joined, or 15 s."""
        if on:
            with suppress(ActionFailed):
                here.run("nm-online", "-q", "-t", "15", deadline_s=20)

    def costs(self, here: Here, card: Card) -> bool | None:
        """As set, or as NetworkManager guesses of a telephone."""
        said = nmcli(here, "-g", "GENERAL.METERED", "device", "show", card.name).out.strip()
        return {"yes": True, "no": False}.get(said.partition(" ")[0])

    def read(self, here: Here, topic: str, card: Card) -> Values:
        """Properties of the card's profile."""
        if not _UUID.fullmatch(card.profile):
            return {}
        names = _TOPICS[topic, card.kind]
        said = here.asked("nmcli", "-e", "no", "-g", ",".join(names), "connection", "show", "uuid", card.profile)
        return dict(zip(names, said.split("\n"), strict=False))

    def wanted(self, topic: str, before: Values, packet: int) -> Values:
        """Another name for ourselves makes the server count us as somebody new: it gives an address that is free."""
        lease = "duid" if before.get("ipv4.dhcp-client-id") == "stable" else "stable"
        values = {"address": "", "lease": lease, "packet": str(packet), "cost": "no"}
        return {name: "auto" if name == "ipv4.method" else values[topic] for name in before}

    def write(self, here: Here, topic: str, card: Card, values: Values) -> str:
        """All properties at once, in memory only where the profile is only there."""
        if set(values) != set(self.read(here, topic, card)):
            raise ActionFailed(f"{sorted(values)} are not the settings of {topic}")
        pairs = [word for pair in values.items() for word in pair]
        memory = ("--temporary",) if self._is_in_memory(here, card.profile) else ()
        return _outcome(nmcli(here, "connection", "modify", *memory, "uuid", card.profile, *pairs))

    def _is_in_memory(self, here: Here, profile: str) -> bool:
        rows = table(here, "-f", "UUID,FILENAME", "connection", "show")
        return any(row[0] == profile and row[1].startswith("/run/") for row in rows)


def _outcome(ran: Ran) -> str:
    if ran.code == 0:
        return "done"
    return "not_allowed" if _FORBIDDEN.search(ran.err + ran.out) else "no_answer"


def _radio(general: list[str], kept: Mapping[str, list[str]]) -> str:
    if not kept:
        return "unknown"
    if not any(row[1] == "wifi" for row in kept.values()):
        return "none"
    if general[1] == "disabled":
        return "blocked"
    return "on" if general[2] == "enabled" else "off"


def _ways(here: Here) -> dict[str, tuple[int, str]]:
    """The way out of each card: rank and gateway. Version 4 first, then 6."""
    ways: dict[str, tuple[int, str]] = {}
    for version in ("-4", "-6"):
        for row in asked_json(here, version, "route", "show", "default"):
            if row.get("dev"):
                ways.setdefault(row["dev"], (int(row.get("metric", 0)), row.get("gateway", "")))
    return ways


def _card(here: Here, row: dict[str, Any], kept: list[str] | None, ways: Mapping[str, tuple[int, str]]) -> Card | None:
    """A card, unless it is one of those that programs make for themselves and no way out uses."""
    name = row["ifname"]
    is_made = bool(row.get("master")) or ("linkinfo" in row and not _REAL.match(name))
    if row["link_type"] == "loopback" or (is_made and name not in ways):
        return None
    has_signal = "LOWER_UP" in row["flags"]
    given = [info for info in row.get("addr_info", []) if info.get("scope") == "global" and not info.get("deprecated")]
    own = next((info["local"] for info in row.get("addr_info", []) if info["local"].startswith("169.254.")), "")
    v4 = [info for info in given if info["family"] == "inet" and info["local"] != own]
    return Card(
        name,
        _kind(here, name, kept),
        has_signal=has_signal,
        profile=kept[3] if kept else "",
        network=kept[4] if kept else "",
        addresses=tuple(info["local"] for info in given if info["local"] != own),
        self_given=own,
        gateway=ways.get(name, (0, ""))[1],
        has_way_out=has_signal and name in ways,
        metric=ways.get(name, (0, ""))[0],
        is_fixed=any(not info.get("dynamic") for info in v4),
        is_foreign=kept is not None and kept[2].endswith("(externally)"),
        is_taken=any(info.get("dadfailed") for info in row.get("addr_info", [])),
        speed_mbit=_speed(here, name),
        packet=int(row.get("mtu", 1500)),
    )


def _kind(here: Here, name: str, kept: list[str] | None) -> str:
    if kept and kept[1] in _KINDS:
        return _KINDS[kept[1]]
    if here.at(f"sys/class/net/{name}/wireless").exists() or name.startswith("wl"):
        return WIFI
    return MOBILE if name.startswith("ww") else CABLE


def _speed(here: Here, name: str) -> int:
    """What the card agreed on with the other side, in Mb/s; nothing when it does not say."""
    try:
        return max(0, int(here.at(f"sys/class/net/{name}/speed").read_text()))
    except (OSError, ValueError):
        return 0
