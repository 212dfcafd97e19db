"""Started at login once, whoever decided it: the package for everybody, or the person."""

import sys
from pathlib import Path

import pytest

from build_scripts.bundle_contents import ROOT
from desktop_app.adapters.system.linux import XdgAutostart
from desktop_app.adapters.system.programs import own_program
from desktop_app.cli import main

_STARTED = 7  # what the stand-in for the app ends with
COMMAND = ("/opt/rescousse/rescousse", "--background")


@pytest.fixture
def everybodys(tmp_path: Path) -> Path:
    """What the package installs."""
    folder = tmp_path / "everybody"
    folder.mkdir()
    given = ROOT / "resources/packaging/linux/autostart.desktop"
    (folder / "rescousse.desktop").write_text(given.read_text(encoding="utf-8"))
    return folder


def test_the_package_starts_it_for_everybody(everybodys: Path, tmp_path: Path) -> None:
    switch = XdgAutostart(COMMAND, tmp_path / "own", everybodys)
    assert switch.is_on()
    switch.set(on=True)
    assert not (tmp_path / "own" / "rescousse.desktop").exists()


def test_a_person_may_switch_off_what_the_package_started_and_on_again(everybodys: Path, tmp_path: Path) -> None:
    switch = XdgAutostart(COMMAND, tmp_path / "own", everybodys)
    switch.set(on=False)
    assert "Hidden=true" in (tmp_path / "own" / "rescousse.desktop").read_text().splitlines()
    assert not switch.is_on()
    switch.set(on=True)
    assert switch.is_on()


def test_without_a_package_the_entry_is_the_persons_own(tmp_path: Path) -> None:
    switch = XdgAutostart(COMMAND, tmp_path / "own", tmp_path / "everybody")
    assert not switch.is_on()
    switch.set(on=True)
    assert switch.is_on()
    switch.set(on=False)
    assert not (tmp_path / "own" / "rescousse.desktop").exists()


@pytest.mark.parametrize(
    ("mounted", "started"),
    [
        ("/run/mount_x", "/home/c/Rescousse.AppImage"),
        ("/run/mount_y", "/run/mount_x/opt/rescousse/rescousse"),
        ("", "/run/mount_x/opt/rescousse/rescousse"),
    ],
    ids=["its-own", "of-another-program", "nowhere"],
)
def test_an_appimage_is_started_by_its_file(mounted: str, started: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/run/mount_x/opt/rescousse/rescousse")
    monkeypatch.setenv("APPDIR", mounted)
    monkeypatch.setenv("APPIMAGE", "/home/c/Rescousse.AppImage")
    assert own_program() == (started,)


@pytest.mark.parametrize(("choice", "ends"), [("true", _STARTED), ("false", 0)])
def test_who_said_no_is_left_alone_where_everybody_gets_it(
    choice: str, ends: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESCOUSSE_HOME", str(tmp_path))
    monkeypatch.setenv("RESCOUSSE_POLICY", str(tmp_path / "none.toml"))
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings/settings.toml").write_text(f"start_at_login = {choice}\n")
    monkeypatch.setattr("desktop_app.ui.start.run_app", lambda _house, *, background: _STARTED)
    assert main(["--background"]) == ends
