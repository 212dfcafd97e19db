"""A package for Debian and Ubuntu from the bundle: `python3 build_scripts/deb.py` writes `dist/rescousse_….deb`.

The same source gives the same bytes: every date is `SOURCE_DATE_EPOCH`, or when the source was last changed.
"""

import gzip
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle import megabytes, moment, steady
from build_scripts.bundle_package import package
from build_scripts.linux_tree import CONFIGURATION, LIBC, lay_out, libraries_needed, settle, version
from build_scripts.progress import Trouble, step

MAINTAINER = "Rescousse <packages@rescousse.invalid>"
# What the bundle asks of the system (soname: package), seen to be enough in a bare Debian 12
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcrypto.so.3": "libssl3",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libssl.so.3": "libssl3",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libzstd.so.1": "libzstd1",
}
# the wheels of Qt are built for this one and later
_ALWAYS = ("libc6 (>= 2.34)", "xkb-data")
_CONTROL = """\
Package: rescousse
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: xdg-utils, gnome-keyring | kwalletmanager, fonts-noto-core | fonts-dejavu-core, libpulse0
Section: misc
Priority: optional
Description: lifebuoy near the clock: guided fixes and help from IT support
 A guided fix looks, says in plain words what it would change, asks, changes,
 proves it by measuring again, and can be undone. When it does not help, one
 conversation reaches the help desk of the organisation, and nothing leaves
 unseen. French, English, German and Dutch.
"""


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    return package(__doc__, "linux-deb", make)


def make(bundle: Path, output: Path, as_version: str = "") -> Path:
    """The package below `output`; `as_version` in place of our own. Raises Trouble."""
    number = as_version or version()
    step("Making the package for Debian")
    root = lay_out(bundle, output / "deb-root")
    size = round(megabytes(root) * 1000)
    control(root, "control", _CONTROL.format(
        version=number, maintainer=MAINTAINER, kilobytes=size, depends=", ".join(depends(libraries_needed(root)))
    ))  # fmt: skip
    control(root, "conffiles", "".join(f"/{place}\n" for place in CONFIGURATION))
    return pack(root, output / f"rescousse_{number}_amd64.deb", number)


def pack(root: Path, made: Path, number: str) -> Path:
    """`made`, of what lies below `root`; it is called as what stands before its first underscore. Raises Trouble."""
    _write_changelog(root, made.name.partition("_")[0], number)
    settle(root)
    made.parent.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(made)]
    done = subprocess.run(command, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"dpkg-deb refused: {done.stderr.strip()}")
    return made


def depends(sonames: set[str]) -> list[str]:
    """The packages that bring these libraries. Raises Trouble for one that nobody has looked up yet."""
    wanted = {soname for soname in sonames if not soname.startswith(LIBC)}
    if unknown := sorted(wanted - PACKAGES.keys()):
        raise Trouble(f"The bundle now needs {', '.join(unknown)}: name the package in build_scripts/deb.py.")
    return [*_ALWAYS, *sorted({PACKAGES[soname] for soname in wanted})]


def control(root: Path, name: str, text: str, *, runs: bool = False) -> None:
    """One of the files that tell Debian about the package; `runs`: a script of it."""
    place = root / "DEBIAN" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")
    place.chmod(0o755 if runs else 0o644)


def _write_changelog(root: Path, name: str, number: str) -> None:
    day = format_datetime(datetime.fromtimestamp(moment(), UTC))
    first = f"{name} ({number}) stable; urgency=medium"
    text = f"{first}\n\n  * See CHANGELOG.md of the source.\n\n -- {MAINTAINER}  {day}\n"
    (root / "usr/share/doc" / name / "changelog.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    sys.exit(main())
