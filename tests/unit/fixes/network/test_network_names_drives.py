"""Drives of the network on Windows and macOS: `Get-SmbMapping` and `mount` as documented, and what is asked of them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran, ToolTooSlow
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

_SHARE = r"\\srv-01\compta & paie"


class Windows:
    """Two letters; one is unavailable until it is given again."""

    def __init__(self, refusal: str = "") -> None:
        self.states, self.refusal = {"Y:": 2, "Z:": 6}, refusal
        self.given: list[dict[str, str]] = []

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        assert all(_SHARE not in word for word in args)
        if "Get-SmbMapping" in args[-1]:
            rows = [{"LocalPath": name, "RemotePath": _SHARE, "State": state} for name, state in self.states.items()]
            return Ran(0, json.dumps(rows), "")
        self.given.append({name: value for name, value in environ.items() if name.startswith("RESCOUSSE_")})
        self.states["Z:"] = 0
        return Ran(1 if self.refusal else 0, "", self.refusal)


class Mac:
    """A volume that never answers until it is mounted again."""

    def __init__(self) -> None:
        self.is_stuck, self.acts = True, [""]

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] == "mount":
            return Ran(0, "//camille@srv-01/Compta on /Volumes/Compta 2 (smbfs, nodev, mounted by camille)\n", "")
        if args[0] == "df" and self.is_stuck:
            raise ToolTooSlow("df: no answer")
        if args[0] == "osascript":
            self.is_stuck = environ["RESCOUSSE_URL"] != "smb://camille@srv-01/Compta"
        self.acts.append(" ".join(args))
        return Ran(0, "", "")


def computer(tmp_path: Path, system: str, tool: Windows | Mac) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system=system, home=tmp_path, environ={}, tool=tool))


def test_windows(tmp_path: Path) -> None:
    tool = Windows()
    actions = computer(tmp_path, "windows", tool)
    found = actions.check("network.drives", Given())
    assert (found.outcome, found.facts["drive"]) == ("lost", "Z:")
    plan = actions.plan("network.drives.reconnect", Given())
    assert actions.apply("network.drives.reconnect", plan.saved, quiet).outcome == "done"
    assert tool.given == [{"RESCOUSSE_LETTER": "Z:", "RESCOUSSE_SHARE": _SHARE}]
    assert actions.check("network.drives", Given()).outcome == "fine"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("New-SmbMapping : Das Kennwort ist falsch.\nFullyQualifiedErrorId : Windows System Error 86", "needs_secret"),
        ("New-SmbMapping : Netzwerkpfad nicht gefunden.\nFullyQualifiedErrorId : Windows System Error 53", "refused"),
    ],
)
def test_windows_says_why_not(tmp_path: Path, words: str, outcome: str) -> None:
    actions = computer(tmp_path, "windows", Windows(words))
    plan = actions.plan("network.drives.reconnect", Given())
    assert actions.apply("network.drives.reconnect", plan.saved, quiet).outcome == outcome


def test_macos(tmp_path: Path) -> None:
    tool = Mac()
    actions = computer(tmp_path, "macos", tool)
    found = actions.check("network.drives", Given())
    assert (found.outcome, found.facts["drive"]) == ("lost", "Compta 2")
    plan = actions.plan("network.drives.reconnect", Given())
    assert actions.apply("network.drives.reconnect", plan.saved, quiet).outcome == "done"
    assert "diskutil unmount force /Volumes/Compta 2" in tool.acts
    assert actions.check("network.drives", Given()).outcome == "fine"


@pytest.mark.parametrize(
    ("system", "drive"),
    [
        ("windows", "C: C:\\"),
        ("windows", "Z:; rm \\\\x"),
        ("macos", "/Volumes/Macintosh HD"),
        ("linux", "file:///home"),
    ],
)
def test_what_is_no_drive_is_refused(tmp_path: Path, system: str, drive: str) -> None:
    actions = computer(tmp_path, system, Mac() if system == "macos" else Windows())
    with pytest.raises(ActionFailed):
        actions.apply("network.drives.reconnect", {"drive": drive}, quiet)
