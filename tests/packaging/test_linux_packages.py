"""The packages for Linux, made, installed and used as people will. Minutes of work: behind one switch."""

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts import appimage, bill, bundle, deb, rpm
from build_scripts.bundle_contents import ROOT
from build_scripts.display import VirtualDisplay
from build_scripts.linux_tree import version
from desktop_app import resources
from tests.packaging.clean_root import USER, CleanRoot, missing
from tests.packaging.painted import Wait, look

_WHY = "RESCOUSSE_PACKAGING=1 makes the packages for Linux and installs them in a clean Debian (ten minutes, root)"
pytestmark = [
    pytest.mark.skipif(os.environ.get("RESCOUSSE_PACKAGING") != "1" or sys.platform != "linux", reason=_WHY),
    pytest.mark.timeout(1500),
]
PICTURES = ROOT / "pictures" / "packages"
_IN_THE_TRAY = re.compile(r'"Rescousse": \("\w+" "Rescousse"\)  22x22')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="module")
def program(folder: Path) -> Path:
    return bundle.build(folder / "first", []) / "rescousse"


@pytest.fixture(scope="module")
def package(folder: Path, program: Path) -> Path:
    return deb.make(program.parent, folder)


@pytest.fixture
def screen() -> Iterator[VirtualDisplay]:
    with VirtualDisplay(accessible=False) as display:
        subprocess.run(["xsetroot", "-solid", "#5b7083"], env=display.environment, check=True)
        yield display


def _asked(program: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(program), *words], capture_output=True, text=True)


def _is_in_the_tray(screen: VirtualDisplay) -> bool:
    seen = subprocess.run(["xwininfo", "-root", "-tree"], env=screen.environment, capture_output=True, text=True)
    return bool(_IN_THE_TRAY.search(seen.stdout))


def _look(screen: VirtualDisplay, wait_until: Wait, name: str) -> None:
    wait_until(lambda: _is_in_the_tray(screen))
    look(screen, PICTURES / f"{name}.png", wait_until)


def test_the_commands_answer(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCOUSSE_LANG", "fr")
    assert _asked(program, "--version").stdout.strip() == version()
    assert {check["name"] for check in json.loads(_asked(program, "doctor", "--json").stdout)["checks"]} >= {"storage"}
    taken = json.loads(_asked(program, "snapshot", "--json").stdout)
    assert not [name for name, part in taken["sections"].items() if part["status"] == "unavailable" and "os" in name]
    assert json.loads(_asked(program, "search", "imprimente bloké", "--json").stdout)[0]["id"] == "print_queue_stuck"
    fixes = json.loads(_asked(program, "fix", "list", "--json").stdout)
    assert len(fixes) == len(list(resources.path("packs/core/fixes").rglob("*.yaml")))


def test_the_help_desk_is_elsewhere(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCOUSSE_LANG", "nl")
    said = _asked(program, "helpdesk", "serve")
    assert (said.returncode, said.stderr.strip()) == (1, resources.sentence("errors", "helpdesk_apart", "nl"))


def test_the_bundle_comes_up_in_the_tray(program: Path, screen: VirtualDisplay, wait_until: Wait) -> None:
    app = screen.start([str(program)])
    assert screen.wait_for_window("Rescousse", app)
    _look(screen, wait_until, "bundle")


def test_it_is_as_large_as_it_may_be(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle.weigh("linux", bundle.megabytes(program.parent), keep=False)
    assert "at most: 140" in capsys.readouterr().out


def test_it_says_what_it_carries_and_under_which_licences(program: Path) -> None:
    made = json.loads(bill.make(program.parents[1]).read_text())
    names = {part["name"] for part in made["components"]}
    assert {"PySide6_Essentials", "requests", "Python", "libsqlite3.so.0"} <= names
    assert {"Django", "pyinstaller", "pytest", "av"}.isdisjoint(names)
    assert made["metadata"]["component"]["version"] == version()
    assert "LGPL-3.0-only" in (program.parent / "third-party.txt").read_text()


def test_two_builds_are_the_same_byte_by_byte(folder: Path, package: Path) -> None:
    again = deb.make(bundle.build(folder / "second", []), folder / "second")
    assert filecmp.cmp(package, again, shallow=False)


def test_it_is_installed_used_upgraded_and_removed(
    folder: Path, package: Path, screen: VirtualDisplay, wait_until: Wait
) -> None:
    if reason := missing():
        pytest.skip(reason)
    clean = CleanRoot(folder / "debian")
    before = clean.files()
    _install(clean, package)
    assert clean.run("rescousse", "--version").strip() == version()
    assert not _unresolved(clean)
    app = clean.start("/usr/bin/rescousse", display=screen.environment["DISPLAY"])
    try:
        assert screen.wait_for_window("Rescousse", app)
        _look(screen, wait_until, "installed-linux")
        _upgrade(clean, deb.make(folder / "first" / "rescousse", folder, "99.0"))
        assert app.poll() is None
    finally:
        app.terminate()
        app.wait(timeout=30)
    _purge(clean, before)


def test_the_appimage_holds_a_program_that_comes_up(
    folder: Path, program: Path, screen: VirtualDisplay, wait_until: Wait
) -> None:
    payload = appimage.make(program.parent, folder)
    subprocess.run(["unsquashfs", "-quiet", "-no-progress", "-dest", str(folder / "mounted"), str(payload)], check=True)
    app = screen.start([str(folder / "mounted" / "AppRun")])
    assert screen.wait_for_window("Rescousse", app)
    wait_until(lambda: _is_in_the_tray(screen))


def test_the_rpm_asks_for_what_the_program_needs(folder: Path, program: Path) -> None:
    made = rpm.make(program.parent, folder)
    asked = subprocess.run(["rpm", "--query", "--requires", "--package", str(made)], capture_output=True, text=True)
    assert {"libEGL.so.1()(64bit)", "libX11.so.6()(64bit)", "libssl.so.3()(64bit)"} <= set(asked.stdout.split("\n"))
    assert "libxcb-cursor" not in asked.stdout  # carried along


def _install(clean: CleanRoot, package: Path) -> None:
    shutil.copy(package, clean.folder / "tmp")
    clean.run("apt-get", "install", "--yes", "--no-install-recommends", f"/tmp/{package.name}")  # noqa: S108 - inside


def _unresolved(clean: CleanRoot) -> list[str]:
    """Libraries that some file of ours asks for and that are not there."""
    ours = [f"/{file.relative_to(clean.folder)}" for file in (clean.folder / "opt/rescousse").rglob("*.so*")]
    said = clean.run("env", "LD_LIBRARY_PATH=/opt/rescousse/_internal", "ldd", *ours)
    return [line for line in said.splitlines() if "not found" in line]


def _upgrade(clean: CleanRoot, package: Path) -> None:
    """What the administrator wrote stays."""
    policy = clean.folder / "etc/rescousse/policy.toml"
    policy.write_text('[helpdesk]\nurl = "https://aide.example.org"\n')
    _install(clean, package)
    assert "99.0" in clean.run("dpkg-query", "--show", "rescousse")
    assert "aide.example.org" in policy.read_text()


def _purge(clean: CleanRoot, before: set[str]) -> None:
    """Nothing of ours is left but what the person wrote."""
    clean.run("dpkg", "--purge", "rescousse")
    left = {name for name in clean.files() - before if "rescousse" in name.lower()}
    assert not left
    kept = clean.folder / "home" / USER / ".local/share/rescousse"
    assert any(kept.rglob("*"))
