"""Windows and macOS: cutting the network, answers written after the documentation of the tools."""

import json
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran, ToolMissing
from desktop_app.adapters.actions.security import evidence
from desktop_app.adapters.actions.security.remote_tools import REMOTE_TOOLS
from desktop_app.domain.action import Given
from tests.unit.fixes.own_home import quiet

CARDS = [{"Name": "Ethernet", "Radio": False}, {"Name": "Wi-Fi é", "Radio": True}]
PORTS = """
Hardware Port: Ethernet
Device: en1
Ethernet Address: 00:11:22:33:44:55

Hardware Port: Wi-Fi
Device: en0
Ethernet Address: 00:11:22:33:44:66
"""


class Machine:
    """Cards that are up until they are switched off. `refuses`: cards are an administrator's."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.up = {"Ethernet": True, "Wi-Fi é": True, "en0": True, "en1": False}
        self.refuses, self.asked = refuses, []  # type: ignore[var-annotated]

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        self.asked.append(" ".join(args))
        if args[0] == "powershell.exe":
            return self._windows(args[-1], environ)
        if args[0] == "ifconfig":
            return Ran(0, "status: active" if self.up[args[1]] else "status: inactive", "")
        if args[1] == "-setairportpower":
            self.up[args[2]] = args[3] == "on"
        return Ran(0, PORTS if args[1] == "-listallhardwareports" else "", "")

    def _windows(self, script: str, environ: Mapping[str, str]) -> Ran:
        if "Get-NetAdapter" in script:
            return Ran(0, json.dumps([card for card in CARDS if self.up[str(card["Name"])]]), "")
        if "RESCOUSSE_STATE" in script:
            self.up["Wi-Fi é"] = environ["RESCOUSSE_STATE"] == "On"
            return Ran(0, "", "")
        if self.refuses:
            return Ran(1, "", "Access is denied.")
        self.up[environ["RESCOUSSE_CARD"]] = "Enable-NetAdapter" in script
        return Ran(0, "", "")


@pytest.fixture(autouse=True)
def no_look_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs on this machine is no part of these tests."""
    monkeypatch.setattr(evidence, "_programs", lambda: iter(()))


def here(tmp_path: Path, system: str, tool: Machine) -> Here:
    return Here(tmp_path / "held", system=system, home=tmp_path, environ={}, tool=tool, root=tmp_path)


def test_an_administrator_switches_the_cards_of_windows(tmp_path: Path) -> None:
    machine = Machine()
    actions = Computer(tmp_path, here=here(tmp_path, "windows", machine))
    plan = actions.plan("security.network.cut", Given())
    assert plan.saved["names"] == ["cable:Ethernet", "radio:Wi-Fi é"]
    actions.apply("security.network.cut", plan.saved, quiet)
    assert actions.check("security.network", Given()).outcome == "off"
    assert not any("Ethernet" in asked for asked in machine.asked)
    actions.undo("security.network.cut", plan.saved)
    assert machine.up["Ethernet"]
    assert machine.up["Wi-Fi é"]


def test_a_user_switches_the_radio_and_pulls_the_cable(tmp_path: Path) -> None:
    machine = Machine(refuses=True)
    actions = Computer(tmp_path, here=here(tmp_path, "windows", machine))
    plan = actions.plan("security.network.cut", Given())
    actions.apply("security.network.cut", plan.saved, quiet)
    assert (machine.up["Ethernet"], machine.up["Wi-Fi é"]) == (True, False)
    assert actions.check("security.network", Given()).outcome == "on"
    machine.up["Ethernet"] = False
    assert actions.check("security.network", Given()).outcome == "off"
    actions.undo("security.network.cut", plan.saved)
    assert machine.up["Wi-Fi é"]


def test_the_wifi_of_macos(tmp_path: Path) -> None:
    machine = Machine()
    actions = Computer(tmp_path, here=here(tmp_path, "macos", machine))
    plan = actions.plan("security.network.cut", Given())
    assert plan.saved["names"] == ["wifi:en0"]
    actions.apply("security.network.cut", plan.saved, quiet)
    assert actions.check("security.network", Given()).outcome == "off"
    actions.undo("security.network.cut", plan.saved)
    assert machine.up["en0"]


@pytest.mark.parametrize(
    ("address", "family", "outcome"),
    [
        ("192.0.2.7", socket.AF_INET, "on"),
        ("2001:db8::7", socket.AF_INET6, "on"),
        ("169.254.1.1", socket.AF_INET, "off"),
        ("fe80::1%eth0", socket.AF_INET6, "off"),
        ("00:11:22:33:44:55", -1, "off"),
    ],
)
def test_without_networkmanager_the_addresses_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, family: int, outcome: str
) -> None:
    def no_busctl(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        raise ToolMissing("busctl")

    one, loop = (
        SimpleNamespace(family=family, address=address),
        SimpleNamespace(family=socket.AF_INET, address="10.0.0.1"),
    )
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: {"eth0": [one], "lo": [loop], "down0": [loop]})
    states = {
        "eth0": SimpleNamespace(isup=True),
        "lo": SimpleNamespace(isup=True),
        "down0": SimpleNamespace(isup=False),
    }
    monkeypatch.setattr(psutil, "net_if_stats", lambda: states)
    machine = Here(tmp_path / "held", system="linux", home=tmp_path, environ={}, tool=no_busctl)
    actions = Computer(tmp_path, here=machine)
    assert actions.check("security.network", Given()).outcome == outcome
    assert actions.plan("security.network.cut", Given()).outcome == ("by_hand" if outcome == "on" else "off")


def test_no_name_of_a_program_stands_for_two_tools() -> None:
    names = [name for _, every in REMOTE_TOOLS.values() for name in every]
    assert len(names) == len(set(names))
    assert all(name == name.lower() and not name.endswith(".exe") for name in names)
    assert not any("rescousse" in name for name in names)
