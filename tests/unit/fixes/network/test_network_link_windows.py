"""Network cards on Windows: answers written after the documented fields of its network classes and netsh's tables."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import link_windows_words as words
from desktop_app.adapters.actions.network.link_windows import read_wireless
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

ADMINISTRATOR = '"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""\n'
EVERYBODY = '"Everyone","Well-known group","S-1-1-0","Mandatory group"\n'
NOW = """
There is 1 interface on the system:

    Name                   : Wi-Fi
    SSID                   : Bureau 2e
    BSSID                  : 00:11:22:33:44:55
    Signal                 : 31%
    Profile                : Bureau 2e
"""
NOW_GERMAN = NOW.replace("Profile  ", "Profil   ").replace("Signal ", "Signal ").replace("Name ", "Name ")
KNOWN = """
Profiles on interface Wi-Fi:

Group policy profiles (read only)
---------------------------------
    <None>

User profiles
-------------
    All User Profile     : Bureau 2e
    All User Profile     : Etage: 3
    All User Profile     : Maison
"""
NEAR = """
Interface name : Wi-Fi
There are 3 networks currently visible.

SSID 1 : Bureau 2e
    Network type            : Infrastructure
    Authentication          : WPA2-Enterprise
    Encryption              : CCMP
    BSSID 1                 : 00:11:22:33:44:55
         Signal             : 31%

SSID 2 : Etage: 3
    Authentication          : WPA2-Personal
    BSSID 1                 : 00:11:22:33:44:66
         Signal             : 22%
    BSSID 2                 : 00:11:22:33:44:77
         Signal             : 88%

SSID 3 : Voisin
    Authentication          : Open
    BSSID 1                 : 00:11:22:33:44:88
         Signal             : 99%
"""


class Pc:
    """A laptop with a cable and Wi-Fi. Every script is one of ours, whole; a name never becomes code."""

    def __init__(self, groups: str = EVERYBODY, **more: Any) -> None:
        self.groups, self.asked = groups, []  # type: str, list[tuple[str, dict[str, str]]]
        self.cards = [card("Ethernet", 3, "14"), card("Wi-Fi", 7, "9", Status="Disconnected")]
        self.addresses = [{"InterfaceIndex": 3, "IPAddress": "10.77.3.31", "State": "Preferred"}]
        self.ways = [{"InterfaceIndex": 3, "NextHop": "10.77.3.1", "RouteMetric": 25}]
        self.settings = {"source": "dhcp", "address": "", "gateway": "", "dns": "", "mtu": "1500"}
        self.radio, self.cost, self.level, self.calls = "On", "Unrestricted", "InternetAccess", "Success 2\n"
        self.largest, self.near = 1500, NEAR
        for name, value in more.items():
            setattr(self, name, value)

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] == "whoami":
            return Ran(0, self.groups, "")
        if "privileged" in args:
            return Ran(1, "", "nobody answers")
        script = args[-1].partition("UTF8; ")[2]
        given = {k.removeprefix("RESCOUSSE_"): v for k, v in environ.items() if k.startswith("RESCOUSSE_")}
        self.asked.append((script, given))
        return Ran(0, self._answer(script, given), "")

    def _answer(self, script: str, given: dict[str, str]) -> str:
        plain = {
            words.RADIO: self.radio,
            words.OUTSIDE: json.dumps({"level": self.level, "cost": self.cost}),
            words.WIRELESS: words.MARK.join((NOW, KNOWN, self.near)),
            words.READ["address"]: json.dumps(self.settings),
            words.READ["packet"]: json.dumps(self.settings),
        }
        if script == words.LOOK:
            return self._look()
        if script == words.CALL:
            fits = int(given["LOAD"]) + 28 <= self.largest
            return (self.calls if fits else "TimedOut 0\n") * int(given["CALLS"])
        if script in (words.WRITE["address"], words.WRITE["packet"]):
            self.settings |= {key.lower(): value for key, value in given.items() if key not in ("CARD", "PROFILE")}
        if script == words.WRITE["cost"]:
            self.cost = given["COST"]
        if script == words.SET_RADIO:
            self.radio = given["RADIO"]
        return "joined" if script == words.JOIN else plain.get(script, "")

    def _look(self) -> str:
        ends = [
            {
                "InterfaceIndex": 3,
                "NlMtu": int(self.settings["mtu"]),
                "Dhcp": "Disabled" if self.is_fixed else "Enabled",
            }
        ]
        profiles = [{"InterfaceIndex": 3, "Name": "corp.example"}, {"InterfaceIndex": 7, "Name": "Bureau 2e"}]
        tables = {
            "cards": self.cards,
            "addresses": self.addresses,
            "ways": self.ways,
            "ends": ends,
            "profiles": profiles,
        }
        return json.dumps(tables)

    @property
    def is_fixed(self) -> bool:
        return self.settings["source"] == "static"


def card(name: str, index: int, medium: str, **more: Any) -> dict[str, Any]:
    return {"Name": name, "ifIndex": index, "Status": "Up", "Speed": 1_000_000_000, "Medium": medium, **more}


def computer(tmp_path: Path, pc: Pc) -> Computer:
    here = Here(tmp_path, lambda: "https://desk.example/", "windows", tmp_path, {}, pc)
    return Computer(tmp_path, here=here)


def wireless() -> Pc:
    return Pc(
        cards=[card("Ethernet", 3, "14", Status="Disconnected"), card("Wi-Fi", 7, "9")],
        addresses=[{"InterfaceIndex": 7, "IPAddress": "10.0.0.5", "State": "Preferred"}],
        ways=[{"InterfaceIndex": 7, "NextHop": "10.0.0.1", "RouteMetric": 35}],
    )


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, "fine"),
        ({"cards": []}, "no_card"),
        ({"cards": [card("Ethernet", 3, "14", Status="Disabled")]}, "off"),
        ({"cards": [card("Ethernet", 3, "14", Status="Disconnected")]}, "no_cable"),
        ({"cards": [card("Wi-Fi", 7, "9", Status="Disconnected")], "radio": "Off"}, "wifi_off"),
        ({"cards": [card("Wi-Fi", 7, "9", Status="Disconnected")]}, "not_joined"),
        ({"addresses": [{"InterfaceIndex": 3, "IPAddress": "169.254.9.9", "State": "Preferred"}]}, "no_address"),
        ({"ways": []}, "no_gateway"),
        ({"calls": "TimedOut 0\n"}, "gateway_silent"),
        ({"level": "ConstrainedInternetAccess"}, "portal"),
        ({"level": "LocalAccess"}, "names_silent"),
    ],
)
def test_the_first_thing_that_is_broken(tmp_path: Path, more: dict[str, Any], outcome: str) -> None:
    assert computer(tmp_path, Pc(**more)).check("network.way", Given()).outcome == outcome


def test_what_windows_refuses_or_garbles_is_unknown(tmp_path: Path) -> None:
    for answer in (Ran(1, "", "not recognised"), Ran(0, "Get-NetAdapter : ...", "")):
        here = Here(tmp_path, system="windows", home=tmp_path, environ={}, tool=lambda *_, said=answer: said)
        assert Computer(tmp_path, here=here).check("network.way", Given()).outcome == "unknown"


def test_address_that_windows_found_to_be_taken(tmp_path: Path) -> None:
    pc = Pc(addresses=[{"InterfaceIndex": 3, "IPAddress": "10.77.3.31", "State": "Duplicate"}])
    assert computer(tmp_path, pc).check("network.address.taken", Given()).outcome == "taken"
    assert computer(tmp_path, Pc()).check("network.address.taken", Given()).outcome == "free"
    assert computer(tmp_path, pc).plan("network.address.other", Given()).outcome == "nothing"


@pytest.mark.parametrize("now", [NOW, NOW_GERMAN])
def test_wireless_tables_in_any_language(now: str) -> None:
    found = [(one.profile, one.percent, one.is_protected, one.is_joined) for one in read_wireless(now, KNOWN, NEAR)]
    assert found == [("Etage: 3", 88, True, False), ("Bureau 2e", 31, True, True)]
    assert read_wireless("", "", "") == []


def test_a_louder_network_is_joined_by_its_name_in_the_environment(tmp_path: Path) -> None:
    pc = wireless()
    actions = computer(tmp_path, pc)
    found = actions.check("network.wifi.signal", Given())
    assert (found.outcome, [item.id for item in found.items]) == ("weak", ["Etage: 3"])
    plan = actions.plan("network.wifi.join", Given({"to": "Etage: 3"}))
    assert plan.saved == {"card": "Wi-Fi", "before": "Bureau 2e", "after": "Etage: 3"}
    assert actions.apply("network.wifi.join", plan.saved, quiet).outcome == "done"
    assert (words.JOIN, {"CARD": "Wi-Fi", "PROFILE": "Etage: 3"}) in pc.asked
    assert actions.plan("network.wifi.join", Given({"to": "Voisin"})).outcome == "gone"
    with pytest.raises(ActionFailed):
        actions.apply("network.wifi.join", {**plan.saved, "after": '" & calc "'}, quiet)


def test_radio_is_switched_on_and_off_again(tmp_path: Path) -> None:
    pc = Pc(radio="Off")
    actions = computer(tmp_path, pc)
    assert actions.check("network.wifi", Given()).outcome == "off"
    plan = actions.plan("network.wifi.turn_on", Given())
    actions.apply("network.wifi.turn_on", plan.saved, quiet)
    assert (pc.radio, actions.check("network.wifi", Given()).outcome) == ("On", "on")
    actions.undo("network.wifi.turn_on", plan.saved)
    assert pc.radio == "Off"
    assert computer(tmp_path, Pc(radio="Disabled")).check("network.wifi", Given()).outcome == "blocked"


def test_a_fixed_address_gives_way_and_comes_back_where_allowed(tmp_path: Path) -> None:
    fixed = {
        "source": "static",
        "address": "192.168.40.7/24",
        "gateway": "192.168.40.1",
        "dns": "9.9.9.9",
        "mtu": "1500",
    }
    pc = Pc(ADMINISTRATOR, settings=dict(fixed))
    actions = computer(tmp_path, pc)
    plan = actions.plan("network.address.automatic", Given())
    assert actions.apply("network.address.automatic", plan.saved, quiet).outcome == "done"
    assert pc.settings == {"source": "dhcp", "address": "", "gateway": "", "dns": "", "mtu": "1500"}
    assert actions.hindrance("network.address.automatic", plan.saved) == ""
    actions.undo("network.address.automatic", plan.saved)
    assert pc.settings == fixed
    with pytest.raises(ActionFailed):
        actions.undo("network.address.automatic", {**plan.saved, "before": {"path": "x"}})


def test_without_rights_nothing_is_asked_of_windows(tmp_path: Path) -> None:
    pc = Pc(settings={"source": "static", "address": "1.2.3.4/24", "gateway": "", "dns": "", "mtu": "1500"})
    actions = computer(tmp_path, pc)
    for name in ("network.address.automatic", "network.reconnect"):
        plan = actions.plan(name, Given())
        assert actions.apply(name, plan.saved, quiet).outcome == "not_allowed"
    assert not {words.RENEW, *words.WRITE.values()} & {script for script, _ in pc.asked}


def test_packets_are_made_as_large_as_the_way_lets_through(tmp_path: Path) -> None:
    pc = Pc(ADMINISTRATOR, largest=1452)
    actions = computer(tmp_path, pc)
    assert actions.check("network.speed", Given()).outcome == "narrow"
    plan = actions.plan("network.packet.shrink", Given())
    actions.apply("network.packet.shrink", plan.saved, quiet)
    assert 1430 <= int(pc.settings["mtu"]) <= 1452
    assert actions.check("network.speed", Given()).outcome == "fine"
    actions.undo("network.packet.shrink", plan.saved)
    assert pc.settings["mtu"] == "1500"


def test_a_network_taken_for_a_paid_one(tmp_path: Path) -> None:
    pc = wireless()
    pc.cost = "Variable"
    actions = computer(tmp_path, pc)
    assert actions.check("network.metered", Given()).outcome == "spared"
    plan = actions.plan("network.metered.turn_off", Given())
    actions.apply("network.metered.turn_off", plan.saved, quiet)
    assert (pc.cost, actions.check("network.metered", Given()).outcome) == ("Unrestricted", "free")
    actions.undo("network.metered.turn_off", plan.saved)
    assert pc.cost == "Variable"
    assert computer(tmp_path, Pc(cost="Fixed")).plan("network.metered.turn_off", Given()).outcome == "nothing"


def test_cards_are_switched_on_where_allowed(tmp_path: Path) -> None:
    pc = Pc(ADMINISTRATOR, cards=[card("Ethernet", 3, "14", Status="Disabled")])
    actions = computer(tmp_path, pc)
    plan = actions.plan("network.switch_on", Given())
    actions.apply("network.switch_on", plan.saved, quiet)
    actions.undo("network.switch_on", plan.saved)
    assert [script for script, _ in pc.asked if script in (words.ENABLE, words.DISABLE)] == [
        words.ENABLE,
        words.DISABLE,
    ]
    with pytest.raises(ActionFailed):
        computer(tmp_path, Pc()).undo("network.switch_on", plan.saved)
