"""The files of a Linux package as they lie on the computer: the .deb, the .rpm and the AppImage share them."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from build_scripts.bundle import moment
from build_scripts.bundle_contents import ROOT
from build_scripts.progress import Trouble

HOME = "opt/rescousse"
CONFIGURATION = ("etc/rescousse/policy.toml", "etc/xdg/autostart/rescousse.desktop")
"""What an administrator changes and an upgrade leaves alone."""

LIBC = ("ld-linux", "libc.so", "libdl.so", "libm.so", "libpthread.so", "libresolv.so", "librt.so")
"""How the sonames of the C library begin."""

_GIVEN = ROOT / "resources" / "packaging" / "linux"
_COMPONENT = "usr/share/metainfo/org.rescousse.Rescousse.metainfo.xml"
_FILES = {
    "usr/share/applications/rescousse.desktop": _GIVEN / "rescousse.desktop",
    "usr/share/icons/hicolor/scalable/apps/rescousse.svg": ROOT / "resources" / "icons" / "logo.svg",
    "etc/xdg/autostart/rescousse.desktop": _GIVEN / "autostart.desktop",
    "etc/rescousse/policy.toml": ROOT / "resources" / "deploy" / "linux" / "policy.toml",
    "usr/share/doc/rescousse/copyright": _GIVEN / "copyright",
}
_PRIVILEGED = {
    "usr/lib/systemd/system": "rescousse-privileged.service",
    "usr/share/dbus-1/system-services": "org.rescousse.Privileged1.service",
    "usr/share/dbus-1/system.d": "org.rescousse.Privileged1.conf",
    "usr/share/polkit-1/actions": "org.rescousse.privileged.policy",
}
_FILES |= {f"{place}/{name}": _GIVEN / "privileged" / name for place, name in _PRIVILEGED.items()}
_NEEDED = re.compile(r"NEEDED\s+(\S+)")


def version() -> str:
    """The one in `desktop_app/__init__.py`."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "desktop_app" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise Trouble("desktop_app/__init__.py does not say which version this is.")
    return found[1]


def lay_out(bundle: Path, root: Path) -> Path:
    """Put `bundle` and what announces it to the desktop below `root`, made anew. Raises Trouble."""
    if not (bundle / "rescousse").is_file():
        raise Trouble(f"There is no program in {bundle}. Make it first: python3 build_scripts/bundle.py")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / HOME, symlinks=True)
    for place, source in _FILES.items():
        _put(root / place, source.read_text(encoding="utf-8"))
    day = datetime.fromtimestamp(moment(), UTC).date()
    component = (_GIVEN / Path(_COMPONENT).name).read_text(encoding="utf-8")
    _put(root / _COMPONENT, component.replace("{version}", version()).replace("{date}", str(day)))
    (root / "usr/share/doc/rescousse/third-party.txt").symlink_to(f"/{HOME}/third-party.txt")
    (root / "usr/bin").mkdir()
    (root / "usr/bin/rescousse").symlink_to(f"/{HOME}/rescousse")
    return root


def settle(root: Path) -> None:
    """One date, and rights that do not depend on who builds: the same source makes the same package."""
    for place in (root, *root.rglob("*")):
        if not place.is_symlink():
            runs = place.is_dir() or place.stat().st_mode & 0o100
            place.chmod(0o755 if runs else 0o644)
        os.utime(place, (moment(), moment()), follow_symlinks=False)


def libraries_needed(root: Path) -> set[str]:
    """The sonames that the system has to bring. Raises Trouble without objdump."""
    if shutil.which("objdump") is None:
        raise Trouble("objdump is missing. Type this, then start again:\n  sudo apt-get install --yes binutils")
    program = root / HOME / "rescousse"
    own = [program, *(file for file in root.rglob("*.so*") if file.is_file())]
    asked = subprocess.run(["objdump", "-p", *map(str, own)], capture_output=True, text=True, check=False)
    return set(_NEEDED.findall(asked.stdout)) - {file.name for file in own}


def files_of(root: Path) -> Iterator[str]:
    """Each file and link below `root`, as the installed computer calls it."""
    yield from sorted(
        f"/{place.relative_to(root)}" for place in root.rglob("*") if not place.is_dir() or place.is_symlink()
    )


def _put(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
