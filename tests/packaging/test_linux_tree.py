"""The files of a Linux package: valid, in four languages, and the same bytes from the same source."""

import filecmp
import os
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from build_scripts import deb
from build_scripts.bundle_contents import ROOT
from build_scripts.linux_tree import CONFIGURATION, HOME, files_of, lay_out, settle, version
from build_scripts.progress import Trouble
from desktop_app.domain.words import LANGUAGES

GIVEN = ROOT / "resources" / "packaging" / "linux"
_OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program of a few bytes."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/usr/bin/true", folder / "rescousse")
    (folder / "_internal" / "read-me").write_text("x")
    return folder


def test_everything_lies_where_a_desktop_looks(bundle: Path, tmp_path: Path) -> None:
    root = lay_out(bundle, tmp_path / "root")
    there = set(files_of(root))
    assert {f"/{name}" for name in CONFIGURATION} <= there
    assert {
        "/usr/share/applications/rescousse.desktop",
        "/usr/share/icons/hicolor/scalable/apps/rescousse.svg",
    } <= there
    assert (root / "usr/bin/rescousse").readlink() == Path(f"/{HOME}/rescousse")
    assert (root / "etc/rescousse/policy.toml").read_bytes() == (
        ROOT / "resources/deploy/linux/policy.toml"
    ).read_bytes()
    release = parse(root / "usr/share/metainfo/org.rescousse.Rescousse.metainfo.xml").find("releases/release")  # noqa: S314 - ours
    assert release is not None
    assert release.get("version") == version()


@pytest.mark.parametrize("name", ["rescousse", "autostart"])
def test_what_is_shown_is_written_in_every_language(name: str) -> None:
    reader = RawConfigParser()
    reader.optionxform = str  # type: ignore[assignment,method-assign]
    reader.read(GIVEN / f"{name}.desktop", encoding="utf-8")
    for section in reader.sections():
        shown = {key for key in ("GenericName", "Comment", "Keywords") if key in reader[section]}
        shown |= {"Name"} if "Action" in section else set()
        assert not [f"{key}[{each}]" for key in shown for each in _OTHERS if f"{key}[{each}]" not in reader[section]]


def test_what_a_software_shop_shows_is_written_in_every_language() -> None:
    tree = parse(GIVEN / "org.rescousse.Rescousse.metainfo.xml")  # noqa: S314 - our own file
    said = [element.get("{http://www.w3.org/XML/1998/namespace}lang", "en") for element in tree.iter("p")]
    assert {language: said.count(language) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, 2)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli of the package appstream is not here")
def test_the_metadata_of_the_software_shop_is_valid(bundle: Path, tmp_path: Path) -> None:
    component = lay_out(bundle, tmp_path / "root") / "usr/share/metainfo/org.rescousse.Rescousse.metainfo.xml"
    done = subprocess.run(["appstreamcli", "validate", "--no-net", str(component)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
def test_the_files_of_the_menu_are_valid() -> None:
    files = sorted(map(str, GIVEN.glob("*.desktop")))
    done = subprocess.run(["desktop-file-validate", *files], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_same_source_makes_the_same_package(bundle: Path, tmp_path: Path) -> None:
    os.utime(bundle / "_internal" / "read-me", (1, 1))
    first = deb.make(bundle, tmp_path / "first")
    os.utime(bundle / "_internal" / "read-me", (2, 2))
    (bundle / "_internal" / "read-me").chmod(0o600)
    assert filecmp.cmp(first, deb.make(bundle, tmp_path / "second"), shallow=False)


def test_the_package_keeps_what_an_administrator_wrote(bundle: Path, tmp_path: Path) -> None:
    package = deb.make(bundle, tmp_path)
    fields = subprocess.run(["dpkg-deb", "--info", str(package), "conffiles"], capture_output=True, text=True)
    assert fields.stdout.split() == [f"/{name}" for name in CONFIGURATION]


def test_a_library_that_nobody_looked_up_stops_the_build() -> None:
    assert deb.depends({"libc.so.6", "libX11.so.6"}) == ["libc6 (>= 2.34)", "xkb-data", "libx11-6"]
    with pytest.raises(Trouble, match=r"libnew\.so\.1"):
        deb.depends({"libnew.so.1"})


def test_without_a_bundle_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"bundle\.py"):
        lay_out(tmp_path / "nothing", tmp_path / "root")


def test_every_file_is_readable_by_everybody(bundle: Path, tmp_path: Path) -> None:
    root = lay_out(bundle, tmp_path / "root")
    (root / HOME / "_internal" / "read-me").chmod(0o600)
    settle(root)
    assert (root / HOME / "_internal" / "read-me").stat().st_mode & 0o777 == 0o644
    assert (root / HOME / "rescousse").stat().st_mode & 0o777 == 0o755
