"""Windows and macOS: what their tools print, written after their documentation, read right; and what is asked of them.

The registry is Wine's own where Wine is installed: its `reg.exe` reads, writes and exports as that of Windows does.
"""

import os
import plistlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import Computer, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran
from desktop_app.adapters.actions.speed import frozen
from desktop_app.adapters.actions.speed.registry_key import read_export
from desktop_app.domain.action import ActionFailed, Given
from tests.faults.fixes.speed.real_program import SLEEP, called, running
from tests.real_registry import RealRegistry, missing, real_registry
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.test_other_systems import Tools

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
SWITCHES = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
EXPORTED = (
    "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\…\\Run]\r\n"
    '"OneDrive é"="\\"C:\\\\Program Files\\\\OneDrive.exe\\" /background"\r\n'
    '"Teams"=hex(2):25,00,41,00,25,00,\\\r\n  00,00\r\n'
    '"switch"=hex:03,00,00,00,00,\\\r\n  00,00,00,00,00,00,00\r\n'
).encode("utf-16")


@dataclass
class Refuses:
    """A tool that says no to some of what it is asked."""

    refused: Sequence[str]
    answers: Mapping[str, str] = field(default_factory=dict)
    asked: list[Sequence[str]] = field(default_factory=list)

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        self.asked.append(args)
        line = " ".join(args)
        answer = next((text for part, text in self.answers.items() if part in line), "")
        return Ran(1 if any(part in line for part in self.refused) else 0, answer, "Access is denied.")


def here(tmp_path: Path, system: str, tool: Tools | Refuses) -> Here:
    return Here(tmp_path / "held", system=system, home=tmp_path, environ={}, tool=tool, root=tmp_path)


def test_the_registry_as_it_is_exported() -> None:
    assert read_export(EXPORTED) == {
        "OneDrive é": r'"C:\Program Files\OneDrive.exe" /background',
        "Teams": "%A%",
        "switch": "030000000000000000000000",
    }


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealRegistry]:
    if sys.platform != "linux" or missing():
        pytest.skip(missing() or "the registry of this computer is not played with")
    with real_registry(tmp_path_factory.mktemp("wine")) as found:
        if found is None:
            pytest.skip("wine does not start here")
        yield found


def test_the_run_key_switched_off_and_on_in_a_real_registry(tmp_path: Path, registry: RealRegistry) -> None:
    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        paths = [f"Z:{word}" if word.startswith("/") and word.count("/") > 1 else word for word in args]
        return registry(paths, deadline_s, environ)

    name, command = "OneDrive é & Cie", r'"C:\Program Files\OneDrive.exe" /background'
    registry.set(RUN, name, "REG_SZ", command)
    actions = Computer(tmp_path, here=replace(here(tmp_path, "windows", Tools({})), tool=tool))
    before = "020000000000000000000000"
    registry.set(SWITCHES, name, "REG_BINARY", before)
    plan = actions.plan("speed.startup.off", Given({"program": name}))
    assert plan.saved == {"entry": name, "before": before}
    actions.apply("speed.startup.off", plan.saved, quiet)
    assert actions.check("speed.startup", Given({"wanted": name})).outcome == "off"
    actions.undo("speed.startup.off", plan.saved)
    assert actions.plan("speed.startup.off", Given({"program": name})).saved == plan.saved


@dataclass
class Registry:
    """Two keys, exported as Windows does; what is written to them."""

    run: bytes
    switches: bytes
    written: list[Sequence[str]] = field(default_factory=list)

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[1] == "export":
            Path(args[3]).write_bytes(self.run if args[2] == RUN else self.switches)
        else:
            self.written.append(args)
        return Ran(0, "", "")


def switches(value: str) -> bytes:
    return f'[Key]\r\n"OneDrive é"={value}\r\n'.encode("utf-16")


def test_an_entry_without_a_switch_has_none_afterwards(tmp_path: Path) -> None:
    registry = Registry(EXPORTED, switches("hex:03,00,00,00,00,00,00,00"))
    actions = Computer(tmp_path, here=replace(here(tmp_path, "windows", Tools({})), tool=registry))
    actions.undo("speed.startup.off", {"entry": "OneDrive é", "before": ""})
    assert registry.written == [("reg", "delete", SWITCHES, "/v", "OneDrive é", "/f")]


@pytest.mark.parametrize("value", ['"text"', "hex:", "hex:07", "dword:00000003"])
def test_a_switch_of_another_shape_is_on(tmp_path: Path, value: str) -> None:
    registry = Registry(EXPORTED, switches(value))
    actions = Computer(tmp_path, here=replace(here(tmp_path, "windows", Tools({})), tool=registry))
    assert actions.check("speed.startup", Given({"wanted": "OneDrive é"})).outcome == "on"


def test_a_forged_switch_is_not_written(tmp_path: Path) -> None:
    registry = Registry(EXPORTED, switches("hex:03,00,00,00,00,00,00,00"))
    actions = Computer(tmp_path, here=replace(here(tmp_path, "windows", Tools({})), tool=registry))
    with pytest.raises(ActionFailed):
        actions.undo("speed.startup.off", {"entry": "OneDrive é", "before": "03 & calc"})
    assert registry.written == []


def test_launch_agents_of_macos(tmp_path: Path) -> None:
    agents = tmp_path / "Library/LaunchAgents"
    agents.mkdir(parents=True)
    for label, runs in (("com.acme.Updater", True), ("com.acme.OnDemand", False), ("org.off.Helper", True)):
        table = {"Label": label, "RunAtLoad": runs, "ProgramArguments": [f"/Applications/{label}", "-q"]}
        (agents / f"{label}.plist").write_bytes(plistlib.dumps(table))
    (agents / "broken.plist").write_bytes(b"no")
    disabled = 'disabled services = {\n\t"org.off.Helper" => disabled\n\t"com.acme.Updater" => enabled\n}\n'
    tools = Tools({"print-disabled": disabled})
    actions = Computer(tmp_path, here=here(tmp_path, "macos", tools))
    assert [item.id for item in actions.check("speed.startup", Given()).items] == ["com.acme.Updater"]
    plan = actions.plan("speed.startup.off", Given({"program": "com.acme.Updater"}))
    actions.apply("speed.startup.off", plan.saved, quiet)
    assert tools.asked[-1][0][1:] == ("disable", f"gui/{os.getuid()}/com.acme.Updater")


@pytest.mark.parametrize(("responds", "outcome"), [(True, "fine"), (False, "frozen")])
def test_windows_that_do_not_respond(tmp_path: Path, responds: bool, outcome: str) -> None:
    with running("sleep", "600") as program:
        row = f'{{"Id":{program.pid},"MainWindowTitle":"Budget","Responding":{str(responds).lower()}}}'
        tools = Tools({"MainWindowHandle": row})
        actions = Computer(tmp_path, here=here(tmp_path, "windows", tools))
        found = actions.check("speed.frozen", Given())
        assert found.outcome == outcome
        if not responds:
            assert (found.facts["window"], found.items[0].id) == (
                "sleep: Budget",
                processes.mark(psutil.Process(program.pid)),
            )


@pytest.mark.parametrize(("system", "expected"), [("windows", "CloseMainWindow"), ("macos", "quit application")])
def test_asked_to_close_as_by_its_own_button(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, expected: str
) -> None:
    monkeypatch.setattr(frozen, "_CLOSING_S", 0.1)
    with running("sleep", "600") as program:
        tools = Tools({})
        actions = Computer(tmp_path, here=here(tmp_path, system, tools))
        plan = actions.plan("speed.close", Given({"program": processes.mark(psutil.Process(program.pid))}))
        assert actions.apply("speed.close", plan.saved, quiet).outcome == "open"
        assert expected in " ".join(tools.asked[-1][0])
        assert str(program.pid) not in " ".join(tools.asked[-1][0])


@pytest.mark.parametrize(
    ("system", "start", "stop"), [("windows", "Start-Service", "Stop-Service"), ("macos", "on", "off")]
)
def test_the_search_of_the_system_is_an_administrators(tmp_path: Path, system: str, start: str, stop: str) -> None:
    name = "SearchIndexer.exe" if system == "windows" else "mds_stores"
    with running(called(tmp_path, name, SLEEP), "600"):
        tools, refusing = Tools({}), Refuses([stop])
        actions = Computer(tmp_path, here=here(tmp_path, system, tools))
        plan = actions.plan("speed.indexing.pause", Given())
        assert plan.saved == {"programs": []}
        assert actions.apply("speed.indexing.pause", plan.saved, quiet).outcome == "done"
        actions.undo("speed.indexing.pause", plan.saved)
        assert [stop in " ".join(args) for args, _ in tools.asked] == [True, False]
        assert start in " ".join(tools.asked[-1][0])
        denied = Computer(tmp_path, here=here(tmp_path, system, refusing))
        assert denied.apply("speed.indexing.pause", plan.saved, quiet).outcome == "no_rights"


class TestRestart:
    @pytest.mark.parametrize(("waits", "outcome"), [(True, "wanted"), (False, ("long", "recent"))])
    def test_windows(self, tmp_path: Path, waits: bool, outcome: str | tuple[str, ...]) -> None:
        tool = Refuses([] if waits else ["RebootRequired", "RebootPending"])
        actions = Computer(tmp_path, here=here(tmp_path, "windows", tool))
        assert actions.check("speed.restart", Given()).outcome in outcome
        plan = actions.plan("speed.restart.ask", Given())
        assert actions.apply("speed.restart.ask", plan.saved, quiet).outcome == "asked"
        assert "ShutdownWindows" in tool.asked[-1][-1]

    def test_macos(self, tmp_path: Path) -> None:
        tools = Tools({})
        actions = Computer(tmp_path, here=here(tmp_path, "macos", tools))
        assert actions.check("speed.restart", Given()).outcome != "wanted"
        file = tmp_path / "Library/Updates/index.plist"
        file.parent.mkdir(parents=True)
        file.write_bytes(plistlib.dumps({"InstallAtLogout": ["macOS 15.2"]}))
        assert actions.check("speed.restart", Given()).outcome == "wanted"
        plan = actions.plan("speed.restart.ask", Given())
        actions.apply("speed.restart.ask", plan.saved, quiet)
        assert "aevtrrst" in tools.asked[-1][0][-1]
