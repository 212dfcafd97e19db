"""What macOS is given: written without a Mac, so here only what can be held without one."""

import plistlib
import stat
import struct
from pathlib import Path

import pytest

from build_scripts import bundle_icon, pkg
from build_scripts.bundle_contents import ROOT
from build_scripts.bundle_macos import APP, BUNDLE_ID, agent, information, rights
from build_scripts.policy_files import DOMAIN
from build_scripts.progress import Trouble
from desktop_app.adapters.system import macos

SIGNERS = pkg.Signers("Developer ID Application: Town", "Developer ID Installer: Town", "town")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    app = tmp_path / "Rescousse.app" / "Contents" / "MacOS"
    app.mkdir(parents=True)
    (app / "rescousse").write_text("#!/bin/sh\n")
    return pkg.lay_out(tmp_path / "Rescousse.app", tmp_path / "pkg-root")


def test_the_app_opens_our_addresses_and_has_no_place_in_the_dock() -> None:
    told = plistlib.loads(plistlib.dumps(information("1.2.3")))
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["rescousse"]
    assert told["LSUIElement"] is True
    assert told["CFBundleShortVersionString"] == "1.2.3"
    assert set(told["CFBundleLocalizations"]) == {"fr", "en", "de", "nl"}


def test_the_app_is_what_its_policy_is_for() -> None:
    assert BUNDLE_ID == DOMAIN


def test_everybodys_start_at_login_is_another_than_the_persons_own(root: Path) -> None:
    told = plistlib.loads((root / pkg.AGENT).read_bytes())
    assert told == plistlib.loads(agent())
    assert told["ProgramArguments"] == [f"{APP}/Contents/MacOS/rescousse", "--background"]
    assert (root / told["ProgramArguments"][0].lstrip("/")).is_file()
    assert told["RunAtLoad"] is True
    assert told["Label"] != macos.LABEL


def test_an_app_that_somebody_moved_is_not_followed(root: Path) -> None:
    (told,) = plistlib.loads(root.with_suffix(".plist").read_bytes())
    assert told["BundleIsRelocatable"] is False
    assert (root / told["RootRelativeBundlePath"]).is_dir()


def test_it_is_signed_looked_at_and_stapled_in_that_order(root: Path, tmp_path: Path) -> None:
    made = tmp_path / "rescousse.pkg"
    build, submit, staple = pkg.commands(root, made, SIGNERS)
    assert build[:3] == ["pkgbuild", "--root", str(root)]
    assert build[build.index("--sign") + 1] == SIGNERS.package
    assert submit[:4] == ["xcrun", "notarytool", "submit", str(made)]
    assert staple == ["xcrun", "stapler", "staple", str(made)]
    assert len(pkg.commands(root, made, pkg.Signers("", "", ""))) == 1


def test_it_asks_for_one_right_only() -> None:
    assert plistlib.loads(rights()) == {"com.apple.security.cs.disable-library-validation": True}


def test_elsewhere_it_says_that_it_needs_a_mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Trouble, match="on a Mac"):
        pkg.make(tmp_path, SIGNERS)


def test_the_script_names_the_agent_that_is_installed() -> None:
    script = ROOT / "resources/packaging/macos/scripts/postinstall"
    assert f"/{pkg.AGENT}" in script.read_text()
    assert script.stat().st_mode & stat.S_IXUSR


def test_the_icons_are_the_logo() -> None:
    kept = (ROOT / "resources/packaging/macos/rescousse.icns").read_bytes()
    assert struct.unpack(">I", kept[4:8]) == (len(kept),)
    drawn = kept[16:]
    assert drawn.startswith(b"\x89PNG")
    table = (ROOT / "resources/packaging/windows/rescousse.ico").read_bytes()
    count = struct.unpack("<H", table[4:6])[0]
    for place in range(6, 6 + 16 * count, 16):
        length, start = struct.unpack("<II", table[place + 8 : place + 16])
        assert table[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert start + length <= len(table)


def test_a_picture_is_drawn_as_large_as_it_is_asked_for(qapp: object) -> None:
    picture = bundle_icon.drawn(48)
    assert struct.unpack(">II", picture[16:24]) == (48, 48)
    both = bundle_icon.of_windows({48: picture, 256: bundle_icon.drawn(256)})
    assert both[6] == 48
    assert both[22] == 0, "256 is written as 0"
