"""The package for RPM systems and the AppImage, made of a program of a few bytes."""

import filecmp
import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts import appimage, deb, rpm
from build_scripts.linux_tree import CONFIGURATION
from build_scripts.progress import Trouble

needs_rpm = pytest.mark.skipif(shutil.which("rpmbuild") is None, reason="rpmbuild of the package rpm is not here")
needs_squash = pytest.mark.skipif(shutil.which("mksquashfs") is None, reason="squashfs-tools is not here")
# Stands in for AppImage's own runtime: unpacks what follows its 4,096 bytes, and starts it
_RUNTIME = """#!/bin/sh
APPDIR=$(mktemp -d -p "${0%/*}")
unsquashfs -q -n -f -o 4096 -d "$APPDIR" "$0" > /dev/null
exec "$APPDIR/AppRun" "$@"
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program that says what it was asked."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    (folder / "rescousse").write_text('#!/bin/sh\necho "asked: $*"\n')
    (folder / "rescousse").chmod(0o755)
    return folder


def _said(*command: str) -> list[str]:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@needs_rpm
def test_an_rpm_holds_the_same_files_as_the_deb(bundle: Path, tmp_path: Path) -> None:
    made = rpm.make(bundle, tmp_path)
    held = set(_said("rpm", "--query", "--list", "--package", str(made)))
    listed = _said("dpkg-deb", "--contents", str(deb.make(bundle, tmp_path)))
    names = {line.split()[5].removeprefix(".") for line in listed if not line.startswith("d")}
    assert names - {"/usr/share/doc/rescousse/changelog.gz"} <= held
    kept = _said("rpm", "--query", "--configfiles", "--package", str(made))
    assert sorted(kept) == sorted(f"/{name}" for name in CONFIGURATION)


@needs_rpm
def test_the_same_source_makes_the_same_rpm(bundle: Path, tmp_path: Path) -> None:
    first = rpm.make(bundle, tmp_path / "first")
    assert filecmp.cmp(first, rpm.make(bundle, tmp_path / "second"), shallow=False)


def test_an_rpm_asks_for_libraries_and_not_for_the_names_of_one_distribution() -> None:
    asked = rpm.requires({"libc.so.6", "libm.so.6", "libX11.so.6"})
    assert asked == ["libc.so.6(GLIBC_2.34)(64bit)", "xkeyboard-config", "libX11.so.6()(64bit)"]


@needs_squash
def test_an_appimage_starts_from_the_one_file(bundle: Path, tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.write_bytes(_RUNTIME.encode().ljust(4096, b"\n"))
    image = appimage.make(bundle, tmp_path, runtime)
    assert image.suffix == ".AppImage"
    assert _said(str(image), "snapshot", "--json") == ["asked: snapshot --json"]


@needs_squash
def test_an_appimage_announces_itself_on_top_and_touches_nothing_of_the_computer(bundle: Path, tmp_path: Path) -> None:
    appimage.make(bundle, tmp_path)
    root = tmp_path / "AppDir"
    assert {"AppRun", "rescousse.desktop", "rescousse.svg", ".DirIcon"} <= {place.name for place in root.iterdir()}
    assert "Exec=rescousse %u" in (root / "rescousse.desktop").read_text()
    assert "/opt/" not in (root / "rescousse.desktop").read_text()
    assert not (root / "etc").exists()


@needs_squash
def test_the_same_source_makes_the_same_appimage(bundle: Path, tmp_path: Path) -> None:
    first = appimage.make(bundle, tmp_path / "first")
    assert filecmp.cmp(first, appimage.make(bundle, tmp_path / "second"), shallow=False)


@needs_squash
def test_a_runtime_that_is_not_there_is_told(bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no runtime"):
        appimage.make(bundle, tmp_path, tmp_path / "runtime")
