"""Guided fixes on Windows that meet a no, and ask the service: recorded refusals, and exactly what is asked of it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import link_windows
from desktop_app.adapters.actions.network.link_card import CABLE, Card
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed
from desktop_app.privileged import verbs
from tests.unit.fixes.own_home import quiet

ALLOWED = tuple(verbs.of("windows"))


class Refusing:
    """A Windows that lets this person do nothing, and our service, which does what is allowed."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed
        self.did: list[str] = []

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] == "whoami":
            return Ran(0, '"Everyone","Well-known group","S-1-1-0"', "")
        if "privileged" not in args:
            return Ran(1, "", "Access is denied.")
        words = args[list(args).index("--") + 1 :]
        if not words:
            return Ran(0, json.dumps(self.allowed, indent=2), "")
        if words[0] in self.allowed:
            self.did.append(" ".join(words))
        return Ran(0 if words[0] in self.allowed else 1, "", "NotAllowed")


def here_of(tmp_path: Path, tool: Refusing) -> Here:
    return Here(tmp_path, system="windows", home=tmp_path, environ={"SystemRoot": str(tmp_path)}, tool=tool)


@pytest.mark.parametrize(
    ("action", "saved", "verb", "otherwise"),
    [
        ("network.names.forget", {}, "names.flush", "not_allowed"),
        ("network.names.reconnect", {"connection": "Ethernet"}, "network.restart", "not_allowed"),
        ("signin.clock.automatic", {"before": "yes"}, "clock.automatic", "not_allowed"),
        ("updates.stuck.restart", {"system": "windows"}, "updates.restart", "no_rights"),
        ("printing.service.restart", {}, "printing.restart", "not_allowed"),
        ("speed.indexing.pause", {"programs": []}, "indexing.stop", "no_rights"),
    ],
)
def test_after_a_no_the_service_is_asked(
    tmp_path: Path, action: str, saved: dict[str, object], verb: str, otherwise: str
) -> None:
    tool, alone = Refusing(*ALLOWED), Refusing()
    assert Computer(tmp_path, here=here_of(tmp_path, tool)).apply(action, saved, quiet).outcome == "done"
    assert tool.did == [verb]
    assert Computer(tmp_path, here=here_of(tmp_path, alone)).apply(action, saved, quiet).outcome == otherwise


def test_the_search_that_waits_goes_on_again_and_never_waits_for_good(tmp_path: Path) -> None:
    tool = Refusing(*ALLOWED)
    Computer(tmp_path, here=here_of(tmp_path, tool)).undo("speed.indexing.pause", {"programs": []})
    assert tool.did == ["indexing.start"]
    half = Refusing("indexing.stop")
    paused = Computer(tmp_path, here=here_of(tmp_path, half)).apply("speed.indexing.pause", {"programs": []}, quiet)
    assert (paused.outcome, half.did) == ("no_rights", []), "what cannot be started again is not stopped"


def test_a_cable_asks_for_its_address_anew(tmp_path: Path) -> None:
    tool, alone = Refusing(*ALLOWED), Refusing()
    cable = Card("Ethernet", CABLE)
    assert link_windows.Windows().join(here_of(tmp_path, tool), cable, "") == "done"
    assert tool.did == ["network.restart"]
    assert link_windows.Windows().join(here_of(tmp_path, alone), cable, "") == "not_allowed"


def test_a_hosts_file_that_is_not_this_persons_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(file: Path, text: str) -> None:
        raise PermissionError(13, "Access is denied", str(file))

    monkeypatch.setattr("desktop_app.adapters.actions.network.hosts_file.rewrite", denied)
    hosts = tmp_path / "System32/drivers/etc/hosts"
    hosts.parent.mkdir(parents=True)
    hosts.write_bytes(b"6.6.6.6 www.bing.com\r\n")
    saved = {"names": ["bing.com"], "token": "0123abcd"}
    tool = Refusing(*ALLOWED)
    actions = Computer(tmp_path, here=here_of(tmp_path, tool))
    assert actions.apply("network.hosts_file.clean", saved, quiet).outcome == "done"
    hosts.write_bytes(b"# off-by-rescousse-0123abcd: 6.6.6.6 www.bing.com\r\n")
    actions.undo("network.hosts_file.clean", saved)
    assert tool.did == ["hosts.clean 0123abcd", "hosts.restore 0123abcd"]
    with pytest.raises(ActionFailed):
        Computer(tmp_path, here=here_of(tmp_path, Refusing())).undo("network.hosts_file.clean", saved)
