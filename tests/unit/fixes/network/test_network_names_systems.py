"""Names on Windows and macOS: answers written from the documented shapes of their tools, and what is asked of them."""

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import asking_names, hosts_file, names
from desktop_app.adapters.actions.network.names_systems import SYSTEMS
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

DESK = "https://assistance.exemple.test:8443/desk"
SCUTIL = """\
DNS configuration

resolver #1
  nameserver[0] : 192.168.1.1
  nameserver[1] : fe80::1%en0
  if_index : 6 (en0)
  flags    : Request A records
  reach    : 0x00020002 (Reachable,Directly Reachable Address)

resolver #2
  domain   : local
  options  : mdns
"""
ORDER = """\
An asterisk (*) denotes that a network service is disabled.
(1) USB 10/100/1000 LAN
(Hardware Port: USB 10/100/1000 LAN, Device: en7)

(2) Wi-Fi
(Hardware Port: Wi-Fi, Device: en0)
"""
ROUTE = """\
   route to: default
destination: default
    gateway: 192.168.1.1
  interface: en0
"""
WLAN = """\

Il existe 1 interface sur le système :

    Nom                    : Wi-Fi
    Description            : Intel(R) Wi-Fi 6 AX201 160MHz
    GUID                   : 7c0a1f5e-0000-4a0f-9a53-9df6c1f0f001
    Adresse physique       : 00:11:22:33:44:55
    État                   : connecté
    SSID                   : Bureau
    BSSID                  : 66:77:88:99:aa:bb
    Type de réseau         : Infrastructure
    Authentification       : WPA2 - Personnel
    Chiffrement            : CCMP
    Profil                 : Bureau 2

    État du réseau hébergé : Non disponible
"""


class Tools:
    """Tools that answer as told, and remember what they were asked."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers
        self.asked: list[tuple[Sequence[str], dict[str, str]]] = []

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        self.asked.append((args, {k: v for k, v in environ.items() if k.startswith("RESCOUSSE_")}))
        return Ran(0, next((text for part, text in self.answers.items() if part in " ".join(args)), ""), "")


def computer(tmp_path: Path, system: str, **answers: str) -> tuple[Computer, Tools, Here]:
    tools = Tools(**answers)
    here = Here(tmp_path / "held", lambda: DESK, system, tmp_path, {"SystemRoot": str(tmp_path)}, tools)
    return Computer(tmp_path, here=here), tools, here


def windows_told(**more: object) -> str:
    return json.dumps(
        {"gateway": "192.168.1.1", "card": "Wi-Fi", "servers": ["192.168.1.1"], "resolves": False, **more}
    )


@pytest.mark.parametrize(
    ("told", "said", "outcome"),
    [
        ({"resolves": True}, "", "answers"),
        ({"gateway": ""}, "", "no_line"),
        ({}, "known", "stale"),
        ({}, "unknown", "unknown"),
        ({}, "silent", "silent"),
        ({"servers": []}, "silent", "no_server"),
    ],
)
def test_windows_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[str, object], said: str, outcome: str
) -> None:
    monkeypatch.setattr(names, "ask", lambda servers, name: said)
    actions, tools, _ = computer(tmp_path, "windows", **{"Get-NetRoute": windows_told(**told), "Get-NetNeigh": "Stale"})
    assert actions.check("network.names", Given()).outcome == outcome
    assert tools.asked[0][1] == {"RESCOUSSE_NAME": "assistance.exemple.test"}


def test_windows_line_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "ask", lambda servers, name: "silent")
    told = {"Get-NetRoute": windows_told(), "Get-NetNeighbor": "Unreachable"}
    actions, tools, _ = computer(tmp_path, "windows", **told)
    assert actions.check("network.names", Given()).outcome == "no_line"
    assert tools.asked[-1][1] == {"RESCOUSSE_GATEWAY": "192.168.1.1"}


def test_windows_joins_its_wireless_network_again(tmp_path: Path) -> None:
    actions, tools, _ = computer(tmp_path, "windows", **{"Get-NetRoute": windows_told(), "interfaces": WLAN})
    plan = actions.plan("network.names.reconnect", Given())
    assert actions.apply("network.names.reconnect", plan.saved, quiet).outcome == "done"
    assert tools.asked[-1][0] == ("netsh", "wlan", "connect", "name=Bureau 2", "interface=Wi-Fi")
    actions, tools, _ = computer(
        tmp_path, "windows", **{"Get-NetRoute": windows_told(card="Ethernet"), "interfaces": WLAN}
    )
    actions.apply("network.names.reconnect", actions.plan("network.names.reconnect", Given()).saved, quiet)
    assert list(tools.asked[-1][0]) == ["ipconfig", "/renew", "Ethernet"]
    actions.apply("network.names.forget", {}, quiet)
    assert list(tools.asked[-1][0]) == ["ipconfig", "/flushdns"]


def test_macos(tmp_path: Path) -> None:
    answers = {
        "route -n": ROUTE,
        "scutil": SCUTIL,
        "dscacheutil -q": "name: assistance.exemple.test\nip_address: 10.53.0.9\n",
        "-listnetworkserviceorder": ORDER,
        "-getinfo": "DHCP Configuration\nIP address: 192.168.1.20\n",
        "arp": "? (192.168.1.1) at (incomplete) on en0 ifscope [ethernet]\n",
    }
    actions, tools, here = computer(tmp_path, "macos", **answers)
    found = actions.check("network.names", Given())
    assert (found.outcome, found.facts["server"], found.facts["count"]) == ("answers", "192.168.1.1", 2)
    plan = actions.plan("network.names.reconnect", Given())
    actions.apply("network.names.reconnect", plan.saved, quiet)
    assert tools.asked[-1][0] == ("networksetup", "-setdhcp", "Wi-Fi")
    assert not SYSTEMS["macos"].has_lost(here, "192.168.1.1"), "it answers the ping"


def test_macos_address_written_by_hand_is_not_touched(tmp_path: Path) -> None:
    answers = {"route -n": ROUTE, "-listnetworkserviceorder": ORDER, "-getinfo": "Manual Configuration\n"}
    actions, _, _ = computer(tmp_path, "macos", **answers)
    assert actions.plan("network.names.reconnect", Given()).outcome == "not_ours"


@pytest.mark.parametrize(
    ("packet", "verdict"),
    [
        (struct.pack(">6H", 7, 0x8180, 1, 1, 0, 0), "known"),
        (struct.pack(">6H", 7, 0x8180, 1, 0, 0, 0), "unknown"),
        (struct.pack(">6H", 7, 0x8183, 1, 0, 0, 0), "unknown"),
        (struct.pack(">6H", 7, 0x8182, 1, 0, 0, 0), "silent"),
        (struct.pack(">6H", 8, 0x8180, 1, 1, 0, 0), "silent"),
        (struct.pack(">6H", 7, 0x0180, 1, 1, 0, 0), "silent"),
        (b"short", "silent"),
    ],
)
def test_answers_of_name_servers(packet: bytes, verdict: str) -> None:
    assert asking_names.read(packet, 7) == verdict


def test_what_cannot_be_a_name_is_not_asked() -> None:
    assert asking_names.ask(["127.0.0.1"], "a" * 70 + ".test") == "silent"
    assert asking_names.question(1, "été.test", 1).count(b"xn--t-9fab") == 1


def test_windows_hosts_file_is_where_windows_has_it(tmp_path: Path) -> None:
    actions, _, here = computer(tmp_path, "windows", **{"Get-NetRoute": windows_told()})
    file = hosts_file.file_of(here)
    assert file == tmp_path / "System32/drivers/etc/hosts"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"# Copyright\r\n6.6.6.6 www.bing.com\r\n")
    plan = actions.plan("network.hosts_file.clean", Given())
    actions.apply("network.hosts_file.clean", plan.saved, quiet)
    assert actions.check("network.hosts_file", Given()).outcome == "clean"
    assert actions.hindrance("network.hosts_file.clean", plan.saved) == ""
    actions.undo("network.hosts_file.clean", plan.saved)
    assert file.read_bytes() == b"# Copyright\r\n6.6.6.6 www.bing.com\r\n"
    file.write_bytes(b"# Copyright\r\n")
    assert actions.hindrance("network.hosts_file.clean", plan.saved) == "changed_since"


def test_a_forged_record_changes_no_hosts_file(tmp_path: Path) -> None:
    actions, _, here = computer(tmp_path, "windows")
    file = hosts_file.file_of(here)
    file.parent.mkdir(parents=True)
    file.write_text("# off-by-rescousse-: 6.6.6.6 bing.com\n")
    with pytest.raises(ActionFailed):
        actions.undo("network.hosts_file.clean", {"names": [], "token": ""})
