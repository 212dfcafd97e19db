"""Network cards on macOS: what its tools print, written after their manuals, and exactly what is asked of them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_linux_way import read_echo
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

DHCP = "DHCP Configuration\nIP address: 10.77.3.31\nSubnet mask: 255.255.255.0\nRouter: 10.77.3.1\nClient ID: \n"
MANUAL = "Manual Configuration\nIP address: 192.168.40.7\nSubnet mask: 255.255.255.0\nRouter: 192.168.40.1\n"
RIGHTS = "** Error: Command requires admin privileges.\n"
AIRPORT = {
    "SPAirPortDataType": [
        {
            "spairport_airport_interfaces": [
                {
                    "_name": "en0",
                    "spairport_current_network_information": {
                        "_name": "Bureau 2e",
                        "spairport_security_mode": "spairport_security_mode_wpa2_personal",
                        "spairport_signal_noise": "-84 dBm / -92 dBm",
                    },
                    "spairport_airport_other_local_wireless_networks": [
                        {
                            "_name": "Étage 3",
                            "spairport_security_mode": "spairport_security_mode_wpa3_transition",
                            "spairport_signal_noise": "-52 dBm / -92 dBm",
                        },
                        {"_name": "Étage 3", "spairport_signal_noise": "-90 dBm / -92 dBm"},
                        {"_name": "Voisin", "spairport_signal_noise": "-40 dBm / -92 dBm"},
                    ],
                }
            ]
        }
    ]
}


class Mac:
    """A laptop with an adapter for a cable. It remembers what was set, and refuses who has no rights."""

    def __init__(self, **more: Any) -> None:
        self.may, self.power, self.network, self.cable, self.out = True, "On", "Bureau 2e", True, "en5"
        self.info, self.dns, self.mtu, self.page, self.address = DHCP, "", "1500", "Success", "10.77.3.31"
        self.marks = {"Wi-Fi": "1", "USB 10/100/1000 LAN": "2"}
        self.done: list[tuple[str, ...]] = []
        for name, value in more.items():
            setattr(self, name, value)

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] == "networksetup" and args[1].startswith("-set"):
            return self._set(*args[1:])
        return Ran(0 if args[0] != "curl" or self.page else 6, self._say(*args), "")

    def _say(self, tool: str, verb: str = "", *more: str) -> str:
        order = "An asterisk (*) denotes that a network service is disabled.\n"
        for (name, mark), (port, device) in zip(
            self.marks.items(), (("Wi-Fi", "en0"), ("USB 10/100/1000 LAN", "en5")), strict=True
        ):
            order += f"({mark}) {name}\n(Hardware Port: {port}, Device: {device})\n\n"
        answers = {
            ("networksetup", "-listnetworkserviceorder"): order,
            ("networksetup", "-getairportpower"): f"Wi-Fi Power (en0): {self.power}\n",
            ("networksetup", "-getairportnetwork"): f"Current Wi-Fi Network: {self.network}\n",
            ("networksetup", "-listpreferredwirelessnetworks"): "Preferred networks on en0:\n\tBureau 2e\n\tÉtage 3\n",
            ("networksetup", "-getinfo"): self.info,
            ("networksetup", "-getMTU"): f"Active MTU: {self.mtu} (Current Setting: {self.mtu})\n",
            ("networksetup", "-getdnsservers"): self.dns or "There aren't any DNS Servers set on Wi-Fi.\n",
            ("system_profiler", "SPAirPortDataType"): json.dumps(AIRPORT),
            ("route", "-n"): f"   route to: default\n    gateway: 10.77.3.1\n  interface: {self.out}\n"
            if self.out
            else "",
            ("ifconfig", "-a"): self._cards(),
            ("curl", "--silent"): f"<HTML><BODY>{self.page}</BODY></HTML>",
            ("ping", "-n"): "5 packets transmitted, 5 packets received, 0.0% packet loss\n"
            "round-trip min/avg/max/stddev = 2.1/3.4/5.0/0.9 ms\n",
        }
        return answers.get((tool, verb), "")

    def _cards(self) -> str:
        flags = "flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu"
        wifi = "active" if self.power == "On" and self.network else "inactive"
        cable = (
            f"\tinet {self.address} netmask 0xffffff00 broadcast 10.77.3.255\n" if self.cable and self.address else ""
        )
        return (
            "lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384\n\tinet 127.0.0.1 netmask 0xff000000\n"
            f"en0: {flags} 1500\n\tether f0:18:98:00:11:22\n\tinet6 fe80::1c%en0 prefixlen 64 scopeid 0x6\n"
            f"\tinet 10.0.0.9 netmask 0xffffff00 broadcast 10.0.0.255\n\tstatus: {wifi}\n"
            f"en5: {flags} {self.mtu}\n{cable}\tstatus: {'active' if self.cable else 'inactive'}\n"
        )

    def _set(self, verb: str, *more: str) -> Ran:
        if not self.may and verb not in ("-setairportpower", "-setairportnetwork"):
            return Ran(14, RIGHTS, "")
        self.done.append((verb, *more))
        if verb == "-setairportpower":
            self.power = more[1].capitalize()
        if verb == "-setairportnetwork":
            self.network = more[1]
        if verb == "-setdhcp":
            self.info = DHCP
        if verb == "-setmanual":
            self.info = "Manual Configuration\nIP address: {}\nSubnet mask: {}\nRouter: {}\n".format(*more[1:])
        if verb == "-setdnsservers":
            self.dns = "" if more[1:] == ("empty",) else "\n".join(more[1:]) + "\n"
        if verb == "-setMTU":
            self.mtu = more[1]
        return Ran(0, "", "")


def computer(tmp_path: Path, mac: Mac) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, lambda: "", "macos", tmp_path, {}, mac))


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, "fine"),
        ({"page": "Welcome to the hotel"}, "portal"),
        ({"cable": False, "out": "", "power": "Off"}, "wifi_off"),
        ({"cable": False, "out": "", "network": ""}, "not_joined"),
        ({"out": ""}, "no_gateway"),
        ({"marks": {"Wi-Fi": "*", "USB 10/100/1000 LAN": "*"}}, "off"),
    ],
)
def test_the_first_thing_that_is_broken(tmp_path: Path, more: dict[str, Any], outcome: str) -> None:
    assert computer(tmp_path, Mac(**more)).check("network.way", Given()).outcome == outcome


def test_address_made_up_and_cable_pulled(tmp_path: Path) -> None:
    lonely = Mac(out="", address="169.254.8.8", network="")
    assert computer(tmp_path, lonely).check("network.address", Given()).outcome == "self_given"
    pulled = computer(tmp_path, Mac(cable=False, out="en0"))
    assert pulled.check("network.cable", Given()).outcome == "other_way"


def test_radio_is_switched_on_and_off_again(tmp_path: Path) -> None:
    mac = Mac(power="Off")
    actions = computer(tmp_path, mac)
    assert actions.check("network.wifi", Given()).outcome == "off"
    plan = actions.plan("network.wifi.turn_on", Given())
    actions.apply("network.wifi.turn_on", plan.saved, quiet)
    assert mac.power == "On"
    actions.undo("network.wifi.turn_on", plan.saved)
    assert mac.power == "Off"


def test_a_louder_network_is_joined_and_left_again(tmp_path: Path) -> None:
    mac = Mac(cable=False, out="en0")
    actions = computer(tmp_path, mac)
    found = actions.check("network.wifi.signal", Given())
    assert (found.outcome, [(item.id, item.facts["percent"]) for item in found.items]) == ("weak", [("Étage 3", 96)])
    plan = actions.plan("network.wifi.join", Given({"to": "Étage 3"}))
    assert actions.apply("network.wifi.join", plan.saved, quiet).outcome == "done"
    assert mac.network == "Étage 3"
    actions.undo("network.wifi.join", plan.saved)
    assert mac.network == "Bureau 2e"


def test_the_same_network_is_joined_anew_by_its_power(tmp_path: Path) -> None:
    mac = Mac(cable=False, out="en0", may=False)
    actions = computer(tmp_path, mac)
    plan = actions.plan("network.reconnect", Given())
    assert actions.apply("network.reconnect", plan.saved, quiet).outcome == "done"
    assert mac.done == [("-setairportpower", "en0", "off"), ("-setairportpower", "en0", "on")]


def test_a_fixed_address_gives_way_and_comes_back_where_allowed(tmp_path: Path) -> None:
    mac = Mac(info=MANUAL, dns="192.168.40.1\n9.9.9.9\n", address="192.168.40.7")
    actions = computer(tmp_path, mac)
    plan = actions.plan("network.address.automatic", Given())
    assert actions.apply("network.address.automatic", plan.saved, quiet).outcome == "done"
    assert (mac.info, mac.dns) == (DHCP, "")
    actions.undo("network.address.automatic", plan.saved)
    assert (mac.info, mac.dns) == (MANUAL, "192.168.40.1\n9.9.9.9\n")
    with pytest.raises(ActionFailed):
        actions.undo("network.address.automatic", {**plan.saved, "before": {**plan.saved["before"], "dns": "-x"}})
    mac.may = False
    plan = actions.plan("network.address.automatic", Given())
    assert actions.apply("network.address.automatic", plan.saved, quiet).outcome == "not_allowed"


def test_packet_size_is_read_and_set(tmp_path: Path) -> None:
    mac = Mac()
    actions = computer(tmp_path, mac)
    saved = {"card": "en5", "profile": "USB 10/100/1000 LAN", "before": {"mtu": "1500"}, "after": {"mtu": "1400"}}
    assert actions.apply("network.packet.shrink", saved, quiet).outcome == "done"
    assert mac.mtu == "1400"
    assert actions.hindrance("network.packet.shrink", saved) == ""
    actions.undo("network.packet.shrink", saved)
    assert mac.mtu == "1500"


def test_what_macos_does_not_tell_is_unknown(tmp_path: Path) -> None:
    assert computer(tmp_path, Mac()).check("network.address.taken", Given()).outcome == "unknown"
    assert computer(tmp_path, Mac()).plan("network.address.other", Given()).outcome == "nothing"


def test_echoes_of_every_ping() -> None:
    linux = "10 packets transmitted, 8 received, 20% packet loss, time 9ms\nrtt min/avg/max/mdev = 0.1/2.5/9.0/1.0 ms\n"
    echo = read_echo(linux)
    assert echo is not None
    assert (echo.lost_percent, echo.milliseconds) == (20, 2.5)
    assert read_echo("5 packets transmitted, 0 received, 100% packet loss\n") is None
