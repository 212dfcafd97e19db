"""The package for Windows under Wine: made, installed silently, used, upgraded, removed. A smoke test, and no more.

Behind one switch: minutes of work. A real Windows sees it at each release (resources/packaging/windows/release.md).
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts import bundle, msi
from build_scripts.bundle_contents import ROOT
from build_scripts.display import VirtualDisplay
from build_scripts.linux_tree import version
from desktop_app.privileged import SERVICE
from tests.packaging.painted import Wait, look
from tests.packaging.windows_in_wine import WindowsInWine, missing

_WHY = "RESCOUSSE_PACKAGING=1 makes the package for Windows and tries it in Wine (ten minutes); no real Windows is here"
pytestmark = [
    pytest.mark.skipif(os.environ.get("RESCOUSSE_PACKAGING") != "1", reason=_WHY),
    pytest.mark.timeout(2400),
]
INSTALLED = r"C:\Program Files\Rescousse\rescousse.exe"
TOLD = ("HELPDESK_URL=https://aide.example.org", "ENROLMENT_KEY=rse_of_the_town", "LANGUAGE=nl", "START_AT_LOGIN=1")
SERVICE_KEY = rf"HKLM\System\CurrentControlSet\Services\{SERVICE}"
DISABLED, STARTED = ("0x4", False), ("0x2", True)
PICTURES = ROOT / "pictures" / "packages"


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowsInWine]:
    if reason := missing():
        pytest.skip(reason)
    made = WindowsInWine(tmp_path_factory.mktemp("windows") / "w")
    yield made
    made.end()


@pytest.fixture(scope="module")
def program(windows: WindowsInWine) -> Path:
    return windows.bundle()


@pytest.fixture(scope="module")
def package(windows: WindowsInWine, program: Path) -> Path:
    return msi.make(program, windows.folder)


def _registry(windows: WindowsInWine, key: str) -> str:
    return windows.tried("reg", "query", rf"HKLM\Software\{key}", "/s").stdout


def _install(windows: WindowsInWine, package: Path, *properties: str) -> int:
    return windows.tried("msiexec", "/i", f"Z:{package}", "/qn", *properties, seconds=600).returncode


def _service(windows: WindowsInWine) -> tuple[str, bool]:
    """How Windows starts the service for what needs rights, and whether it runs."""
    told = windows.tried("reg", "query", SERVICE_KEY, "/v", "Start")
    return "" if told.returncode else told.stdout.split()[-1], "RUNNING" in windows.tried("sc", "query", SERVICE).stdout


def _policy(windows: WindowsInWine) -> dict[str, tuple[str, str]]:
    doctor = json.loads(windows.tried(INSTALLED, "doctor", "--json").stdout)
    return {row["key"]: (row["value"], row["source"]) for row in doctor["settings"]}


def test_our_ways_into_windows(windows: WindowsInWine) -> None:
    windows.run(
        "reg", "add", r"HKLM\Software\Policies\Rescousse\sharing", "/v", "allowed", "/t", "REG_DWORD", "/d", "0"
    )
    told = json.loads(windows.python("-m", "tests.packaging.windows_paths").splitlines()[-1])
    windows.run("reg", "delete", r"HKLM\Software\Policies\Rescousse", "/f")
    command = r'"C:\Program Files\Rescousse\rescousse.exe" --background'
    assert told["run_key"] == [False, True, command, False]
    assert told["vault"] == ["rst_of_windows", "", ""]
    assert told["policy"] == {"sharing.allowed": [False, True]}
    assert not told["policy_faults"]
    assert told["computer"]["system"] == "windows"
    assert told["computer"]["has_host"]
    assert told["computer"]["login"]
    assert told["computer"]["idle_s"] >= 0
    assert told["starts_at_login"] == "RunKey"
    assert told["folders"].startswith("C:\\users\\")


def test_the_commands_answer(windows: WindowsInWine, program: Path) -> None:
    started = str(program / "rescousse.exe")
    assert windows.run(started, "--version").strip() == version()
    found = json.loads(windows.run(started, "search", "imprimente bloké", "--json", RESCOUSSE_LANG="fr"))
    assert found[0]["id"] == "print_queue_stuck"
    assert "’" in found[0]["title"], "what is written into a pipe is UTF-8"
    taken = json.loads(windows.run(started, "snapshot", "--sections", "os", "--json"))
    assert taken["sections"]["os"]["status"] != "unavailable"


def test_it_is_as_large_as_it_may_be(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle.weigh("windows", bundle.megabytes(program), keep=False)
    assert "at most" in capsys.readouterr().out


def test_it_is_installed_silently_upgraded_and_removed(windows: WindowsInWine, program: Path, package: Path) -> None:
    assert _install(windows, package, "LANGUAGE=klingon") != 0
    assert not (windows.drive / "Program Files/Rescousse").exists()
    assert _install(windows, package, *TOLD) == 0
    assert windows.run(INSTALLED, "--version").strip() == version()
    settings = _policy(windows)
    assert settings["helpdesk.url"] == ("https://aide.example.org", "policy_default")
    assert settings["helpdesk.enrolment_key"][1] == "policy"
    assert settings["language"] == ("nl", "policy_default")
    assert "--background" in _registry(windows, r"Microsoft\Windows\CurrentVersion\Run")
    assert f'"{INSTALLED}" "%1"' in _registry(windows, r"Classes\rescousse")
    assert list(windows.drive.rglob("Start Menu/**/Rescousse.lnk"))
    assert _service(windows) == DISABLED
    _repair(windows, package)
    _upgrade(windows, program, package)
    _remove(windows)


def _repair(windows: WindowsInWine, package: Path) -> None:
    """What the computer keeps stays, whatever a repair is told."""
    before = [_registry(windows, key) for key in (r"Policies\Rescousse", "Rescousse")]
    assert "https://aide.example.org" in before[0]
    for told in ((), ("HELPDESK_URL=https://evil.example.org", "LANGUAGE=de", "PRIVILEGED_SERVICE=1")):
        assert _install(windows, package, "REINSTALL=ALL", "REINSTALLMODE=a", *told) == 0
        assert [_registry(windows, key) for key in (r"Policies\Rescousse", "Rescousse")] == before


def _upgrade(windows: WindowsInWine, program: Path, package: Path) -> None:
    """What the first installation was told is kept; what this one is told, counts."""
    newer = msi.make(program, windows.folder / "newer", "99.0.0")
    assert _install(windows, newer, "START_AT_LOGIN=0", "LANGUAGE=de", "PRIVILEGED_SERVICE=1") == 0
    settings = _policy(windows)
    assert settings["helpdesk.url"][0] == "https://aide.example.org"
    assert settings["helpdesk.enrolment_key"][1] == "policy"
    assert settings["language"][0] == "de"
    assert "rescousse" not in _registry(windows, r"Microsoft\Windows\CurrentVersion\Run")
    assert _service(windows) == STARTED
    line = windows.run("reg", "query", SERVICE_KEY, "/v", "ImagePath")
    assert f'"{INSTALLED}" privileged' in line, "with its quotes"
    assert _install(windows, package) != 0, "no way back to an older version"
    newest = msi.make(program, windows.folder / "newest", "99.0.1")
    assert _install(windows, newest) == 0
    assert _policy(windows)["language"][0] == "de"
    assert "rescousse" not in _registry(windows, r"Microsoft\Windows\CurrentVersion\Run")
    assert _service(windows) == STARTED
    assert windows.run(INSTALLED, "privileged", "ask").strip() == "[]", "it answers; no policy names a verb"


def _remove(windows: WindowsInWine) -> None:
    """What the person wrote stays."""
    newest = windows.folder / "newest" / "rescousse-99.0.1-x64.msi"
    windows.run("msiexec", "/x", f"Z:{newest}", "/qn", seconds=600)
    assert not (windows.drive / "Program Files/Rescousse/rescousse.exe").exists()
    for key in (r"Policies\Rescousse", r"Classes\rescousse", "Rescousse"):
        assert "rescousse" not in _registry(windows, key).lower()
    assert not list(windows.drive.rglob("Start Menu/**/Rescousse.lnk"))
    assert _service(windows) == ("", False)
    kept = windows.drive / "users"
    assert list(kept.rglob("AppData/Local/rescousse/*"))


def test_it_comes_up_near_the_clock(windows: WindowsInWine, program: Path, wait_until: Wait) -> None:
    windows.end()  # what runs already knows no screen
    own = {name: value for name, value in windows.environment.items() if name.startswith("WINE")}
    with VirtualDisplay(accessible=False) as screen:
        more = {**own, "RESCOUSSE_LANG": "fr", "RESCOUSSE_HOME": f"Z:{windows.folder / 'home'}"}
        app = screen.start(["wine", str(program / "rescousse.exe")], more)
        assert screen.wait_for_window("^Rescousse$", app, seconds=120)
        look(screen, PICTURES / "windows-in-wine.png", wait_until)
        windows.end()
