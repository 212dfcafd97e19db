"""Windows and macOS updates: answers written after the makers' documentation, and exactly what is asked of them."""

import json
import plistlib
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from tests.faults.fixes.speed.real_program import SLEEP, called, running
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.speed.test_speed_other_systems import Refuses
from tests.unit.fixes.test_other_systems import Tools


def here(tmp_path: Path, system: str, tool: Tools | Refuses) -> Here:
    return Here(tmp_path / "held", system=system, home=tmp_path, environ={}, tool=tool, root=tmp_path)


@pytest.fixture(autouse=True)
def enough_room(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = psutil.disk_usage("/")
    monkeypatch.setattr(psutil, "disk_usage", lambda _: usage._replace(free=10**11))


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([{"Name": "wuauserv", "Status": "StopPending"}, {"Name": "bits", "Status": "Running"}], "stuck"),
        ([{"Name": "wuauserv", "Status": "Running"}, {"Name": "TiWorker", "Status": "Working"}], "working"),
        ([{"Name": "wuauserv", "Status": "Stopped"}], "fine"),
        ({"Name": "wuauserv", "Status": "Running"}, "fine"),
    ],
)
def test_services_of_windows(tmp_path: Path, rows: object, outcome: str) -> None:
    actions = Computer(tmp_path, here=here(tmp_path, "windows", Tools({"Get-Service": json.dumps(rows)})))
    assert actions.check("updates.stuck", Given()).outcome == outcome


@pytest.mark.parametrize(("system", "asked"), [("windows", "Restart-Service"), ("macos", "kickstart")])
def test_started_anew_with_the_users_own_rights(tmp_path: Path, system: str, asked: str) -> None:
    tools = Tools({})
    actions = Computer(tmp_path, here=here(tmp_path, system, tools))
    plan = actions.plan("updates.stuck.restart", Given())
    assert actions.apply("updates.stuck.restart", plan.saved, quiet).outcome == "done"
    assert asked in " ".join(tools.asked[-1][0])
    denied = Computer(tmp_path, here=here(tmp_path, system, Refuses([asked, "privileged"])))
    assert denied.apply("updates.stuck.restart", plan.saved, quiet).outcome == "no_rights"
    linux = Computer(tmp_path, here=here(tmp_path, "linux", tools))
    assert linux.plan("updates.stuck.restart", Given()).outcome == "no_rights"


def entry(title: str, result: int, code: int = 0) -> dict[str, object]:
    return {"Title": title, "ResultCode": result, "HResult": code}


@pytest.mark.parametrize(
    ("history", "outcome"),
    [
        ([entry("KB1", 4, -2147024784)], "no_space"),
        ([entry("KB1", 4, -2147012894)], "no_network"),
        ([entry("KB1", 4, -2145124329)], "failed"),
        ([entry("KB1", 2), entry("KB1", 4, -2145124329)], "fine"),
        ([entry("KB2", 2), entry("KB1", 5, -2145124329)], "failed"),
        ([], "fine"),
    ],
)
def test_the_history_of_windows(tmp_path: Path, history: list[object], outcome: str) -> None:
    text = json.dumps(history) if history else ""
    actions = Computer(tmp_path, here=here(tmp_path, "windows", Tools({"QueryHistory": text})))
    assert actions.check("updates.last", Given()).outcome == outcome


@pytest.mark.parametrize(("code", "outcome"), [(2, "fine"), (0, "fine"), (104, "failed"), (None, "fine")])
def test_the_last_result_of_macos(tmp_path: Path, code: int | None, outcome: str) -> None:
    if code is not None:
        file = tmp_path / "Library/Preferences/com.apple.SoftwareUpdate.plist"
        file.parent.mkdir(parents=True)
        file.write_bytes(plistlib.dumps({"LastResultCode": code}))
    assert Computer(tmp_path, here=here(tmp_path, "macos", Tools({}))).check("updates.last", Given()).outcome == outcome


def test_macos_installs(tmp_path: Path) -> None:
    actions = Computer(tmp_path, here=here(tmp_path, "macos", Tools({})))
    assert actions.check("updates.stuck", Given()).outcome == "fine"
    with running(called(tmp_path, "system_installd", SLEEP), "600"):
        assert actions.check("updates.stuck", Given()).outcome == "working"


@pytest.mark.parametrize(("system", "asked"), [("windows", "ms-settings:windowsupdate"), ("macos", "softwareupdate")])
def test_the_systems_own_window(tmp_path: Path, system: str, asked: str) -> None:
    tools = Tools({})
    actions = Computer(tmp_path, here=here(tmp_path, system, tools))
    plan = actions.plan("updates.open", Given())
    assert actions.apply("updates.open", plan.saved, quiet).outcome == "opened"
    assert asked in tools.asked[-1][0][-1]


def test_a_desktop_without_such_a_window(tmp_path: Path) -> None:
    assert (
        Computer(tmp_path, here=here(tmp_path, "linux", Tools({}))).plan("updates.open", Given()).outcome == "by_hand"
    )
