"""Automatic proxies on Windows and macOS: what `reg` and `networksetup` print (documented shapes), what is asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

_URL = "http://127.0.0.1:9/proxy.pac"
_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings"


class Registry:
    """The one value, kept as `reg` would; a policy when told so."""

    def __init__(self, policy: str = "") -> None:
        self.url, self.policy = _URL, policy

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        verb, key = args[1], args[2]
        if verb == "query":
            url = self.policy if "Policies" in key else self.url
            return Ran(0, f"\r\n{_KEY}\r\n    ProxyEnable    REG_DWORD    0x0\r\n{_line(url)}\r\n", "")
        assert "Policies" not in key
        self.url = "" if verb == "delete" else args[args.index("/d") + 1]
        return Ran(0, "", "")


def _line(url: str) -> str:
    return f"    AutoConfigURL    REG_SZ    {url}\r\n" if url else ""


class Services:
    """Two network services of macOS."""

    def __init__(self) -> None:
        self.on = {"Wi-Fi": True, "Thunderbolt Bridge": False}

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[1] == "-listallnetworkservices":
            return Ran(
                0,
                "An asterisk (*) denotes that a network service is disabled.\n*FireWire\nWi-Fi\nThunderbolt Bridge\n",
                "",
            )
        if args[1] == "-getautoproxyurl":
            return Ran(0, f"URL: {_URL}\nEnabled: {'Yes' if self.on[args[2]] else 'No'}\n", "")
        self.on[args[2]] = args[3] == "on"
        return Ran(0, "", "")


def computer(tmp_path: Path, system: str, tool: Registry | Services) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system=system, home=tmp_path, environ={}, tool=tool))


def test_windows(tmp_path: Path) -> None:
    registry = Registry()
    actions = computer(tmp_path, "windows", registry)
    assert actions.check("network.pac", Given()).outcome == "unreachable"
    plan = actions.plan("network.pac.turn_off", Given())
    actions.apply("network.pac.turn_off", plan.saved, quiet)
    actions.apply("network.pac.turn_off", plan.saved, quiet)
    assert registry.url == ""
    assert actions.check("network.pac", Given()).outcome == "none"
    actions.undo("network.pac.turn_off", plan.saved)
    assert registry.url == _URL


def test_windows_policy_is_not_ours(tmp_path: Path) -> None:
    actions = computer(tmp_path, "windows", Registry(policy=_URL))
    assert actions.check("network.pac", Given()).outcome == "not_ours"
    assert actions.plan("network.pac.turn_off", Given()).outcome == "nothing"


def test_macos(tmp_path: Path) -> None:
    services = Services()
    actions = computer(tmp_path, "macos", services)
    found = actions.check("network.pac", Given())
    assert (found.outcome, found.facts["count"]) == ("unreachable", 1)
    plan = actions.plan("network.pac.turn_off", Given())
    actions.apply("network.pac.turn_off", plan.saved, quiet)
    assert services.on == {"Wi-Fi": False, "Thunderbolt Bridge": False}
    assert actions.hindrance("network.pac.turn_off", plan.saved) == ""
    actions.undo("network.pac.turn_off", plan.saved)
    assert services.on == {"Wi-Fi": True, "Thunderbolt Bridge": False}


@pytest.mark.parametrize("source", ["windows", "nowhere"])
def test_a_record_of_another_place_is_refused(tmp_path: Path, source: str) -> None:
    actions = computer(tmp_path, "macos", Services())
    forged = {"parts": [{"source": source, "place": "/etc/passwd", "url": "x"}]}
    for act in (actions.undo, actions.hindrance):
        with pytest.raises(ActionFailed):
            act("network.pac.turn_off", forged)
