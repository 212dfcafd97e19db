"""VPNs on Windows and macOS: what Get-VpnConnection, rasdial and scutil print (documented shapes), what is asked."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import vpn_systems
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

_NUMBER = "5E1B2C3D-1111-4222-8333-444455556666"
_NETWORK = json.dumps({"gateway": "192.168.1.1", "card": "Wi-Fi", "servers": [], "resolves": True})


class Windows:
    """One VPN in the phone book."""

    def __init__(self, code: int = 0) -> None:
        self.code, self.state = code, "Disconnected"
        self.dialled: list[Sequence[str]] = []

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] == "rasdial":
            self.dialled.append(args)
            self.state = "Disconnected" if self.code or "/disconnect" in args else "Connected"
            return Ran(self.code, "Remote Access error", "")
        listed = json.dumps({"Name": "Büro", "State": self.state})
        return Ran(0, listed if "Get-VpnConnection" in args[-1] else _NETWORK, "")


class Mac:
    """One VPN in the network settings."""

    def __init__(self) -> None:
        self.state = "Disconnected"

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[1:3] == ("--nc", "list"):
            line = f'* ({self.state})   {_NUMBER} PPP --> L2TP  "Work VPN"   [PPP:L2TP]'
            return Ran(0, f"Available network connection services in the current set (*=enabled):\n{line}\n", "")
        if args[1] == "--nc":
            assert args[3] == _NUMBER
            self.state = {"start": "Connected", "stop": "Disconnected"}[args[2]]
        return Ran(0, "gateway: 192.168.1.1\n", "")


def computer(tmp_path: Path, system: str, tool: Windows | Mac) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system=system, home=tmp_path, environ={}, tool=tool))


@pytest.mark.parametrize(("system", "kind"), [("windows", Windows), ("macos", Mac)])
def test_up_and_down(tmp_path: Path, system: str, kind: type[Windows | Mac]) -> None:
    tool = kind()
    actions = computer(tmp_path, system, tool)
    assert actions.check("network.vpn", Given()).outcome == "down"
    plan = actions.plan("network.vpn.connect", Given())
    assert actions.apply("network.vpn.connect", plan.saved, quiet).outcome == "done"
    assert actions.check("network.vpn", Given()).outcome == "up"
    assert actions.apply("network.vpn.connect", plan.saved, quiet).outcome == "done"
    actions.undo("network.vpn.connect", plan.saved)
    actions.undo("network.vpn.connect", plan.saved)
    assert tool.state == "Disconnected"


@pytest.mark.parametrize(("code", "outcome"), [(691, "needs_secret"), (703, "needs_secret"), (809, "refused")])
def test_windows_says_why_not(tmp_path: Path, code: int, outcome: str) -> None:
    tool = Windows(code)
    actions = computer(tmp_path, "windows", tool)
    plan = actions.plan("network.vpn.connect", Given({"profile": "Büro"}))
    assert actions.apply("network.vpn.connect", plan.saved, quiet).outcome == outcome
    assert list(tool.dialled[0]) == ["rasdial", "Büro"]


def test_a_vpn_that_nobody_knows_is_not_touched(tmp_path: Path) -> None:
    tool = Windows()
    actions = computer(tmp_path, "windows", tool)
    forged = {"profile": "/disconnect"}
    assert actions.hindrance("network.vpn.connect", forged) == "gone"
    with pytest.raises(ActionFailed):
        actions.undo("network.vpn.connect", forged)
    assert tool.dialled == []


def test_macos_that_never_connects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vpn_systems, "until", lambda fact: fact())
    tool = Mac()
    actions = computer(tmp_path, "macos", tool)
    plan = actions.plan("network.vpn.connect", Given())
    monkeypatch.setattr(Mac, "__setattr__", lambda *_: None)
    assert actions.apply("network.vpn.connect", plan.saved, quiet).outcome == "refused"
