"""Network cards on Linux that real parts cannot show: tools that are missing, cards that programs make, odd answers."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_linux import Linux
from desktop_app.adapters.actions.network.link_linux_tools import fields
from desktop_app.adapters.actions.runner import Ran, ToolMissing
from desktop_app.domain.action import Given

PROFILE = "9dcb0886-ca8f-39c5-b562-4b579dad9ddf"


def row(name: str, *addresses: str, **more: Any) -> dict[str, Any]:
    """A card as `ip -json -details address` tells it."""
    given = [{"family": "inet", "local": one, "scope": "global", "dynamic": True} for one in addresses]
    flags = ["BROADCAST", "UP", "LOWER_UP"]
    return {"ifname": name, "flags": flags, "mtu": 1500, "link_type": "ether", "addr_info": given, **more}


class Machine:
    """iproute2 and, where `kept` is given, NetworkManager; nothing else is installed."""

    def __init__(self, cards: list[dict[str, Any]], ways: list[dict[str, Any]], kept: str = "", **said: str) -> None:
        self.cards, self.ways, self.kept, self.said = cards, ways, kept, said

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        words = " ".join(args)
        if args[0] == "ip":
            rows = self.cards if "address" in args else self.ways if "-4" in args else []
            return Ran(0, json.dumps(rows), "")
        if args[0] == "nmcli" and self.kept:
            return Ran(0, next((text for part, text in self.said.items() if part in words), self.kept), "")
        raise ToolMissing(f"{args[0]}: not found")

    def here(self, folder: Path) -> Here:
        return Here(folder, system="linux", home=folder, environ={}, tool=self, root=folder)


def test_cards_that_programs_make_are_no_cards(tmp_path: Path) -> None:
    lent = {"linkinfo": {"info_kind": "veth"}}
    cards = [
        row("lo", "127.0.0.1", link_type="loopback"),
        row("docker0", "172.17.0.1", linkinfo={"info_kind": "bridge"}),
        row("veth12ab", **lent),
        row("eth9", master="br0", **lent),
        row("enp3s0", "10.0.0.7"),
        row("office", "10.0.0.8"),
    ]
    sight = Linux().look(Machine(cards, []).here(tmp_path))
    assert [card.name for card in sight.cards] == ["enp3s0", "office"]


def test_a_way_out_through_a_tunnel_is_one(tmp_path: Path) -> None:
    tunnel = row("tun0", "10.9.0.2", link_type="none", linkinfo={"info_kind": "tun"})
    machine = Machine([row("wlan0", "10.0.0.7"), tunnel], [{"dst": "default", "dev": "tun0"}])
    found = Computer(tmp_path, here=machine.here(tmp_path)).check("network.gateway", Given())
    assert (found.outcome, found.facts["card"]) == ("answers", "tun0")


def test_without_networkmanager_everything_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    actions = Computer(tmp_path, here=Machine([row("enp3s0")], []).here(tmp_path))
    assert actions.check("network.address", Given()).outcome == "none"
    assert actions.check("network.wifi", Given()).outcome == "unknown"
    assert actions.plan("network.reconnect", Given()).outcome == "by_hand"
    for name in ("network.switch_on", "network.wifi.turn_on", "network.address.automatic", "network.metered.turn_off"):
        assert actions.plan(name, Given()).outcome == "nothing"


def test_a_connection_that_another_program_made_is_left_to_it(tmp_path: Path) -> None:
    kept = f"enp3s0:ethernet:connected (externally):{PROFILE}:enp3s0\n"
    machine = Machine([row("enp3s0")], [], kept)
    assert Computer(tmp_path, here=machine.here(tmp_path)).plan("network.reconnect", Given()).outcome == "by_hand"


@pytest.mark.parametrize("said", ["", "not json", "{"])
def test_an_old_ip_that_knows_no_json_is_unknown(tmp_path: Path, said: str) -> None:
    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        return Ran(1 if not said else 0, said, "unknown option")

    here = Here(tmp_path, system="linux", home=tmp_path, environ={}, tool=tool)
    assert Computer(tmp_path, here=here).check("network.way", Given()).outcome == "unknown"


@pytest.mark.parametrize(
    ("flags", "card", "outcome"),
    [
        ("enabled:disabled:disabled", True, "blocked"),
        ("enabled:enabled:disabled", True, "off"),
        ("enabled:missing:disabled", True, "off"),
        ("enabled:enabled:enabled", True, "on"),
        ("enabled:missing:enabled", False, "no_card"),
    ],
)
def test_radio_as_networkmanager_tells_it(tmp_path: Path, flags: str, card: bool, outcome: str) -> None:
    kept = f"wlan0:{'wifi' if card else 'ethernet'}:disconnected::\n"
    machine = Machine([row("wlan0")], [], kept, general=flags)
    assert Computer(tmp_path, here=machine.here(tmp_path)).check("network.wifi", Given()).outcome == outcome


def test_slow_cable_is_read_from_the_card(tmp_path: Path) -> None:
    speed = tmp_path / "sys/class/net/enp3s0/speed"
    speed.parent.mkdir(parents=True)
    speed.write_text("10\n")
    machine = Machine([row("enp3s0", "10.0.0.7")], [{"dst": "default", "dev": "enp3s0"}])
    found = Computer(tmp_path, here=machine.here(tmp_path)).check("network.speed", Given())
    assert (found.outcome, found.facts["speed"]) == ("slow_cable", 10)


def test_terse_lines_of_nmcli() -> None:
    assert fields(r"wlan0:wifi:Étage\: 2\\3") == ["wlan0", "wifi", "Étage: 2\\3"]
