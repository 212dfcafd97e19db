"""A package for Fedora, Red Hat and openSUSE from the bundle: `python3 build_scripts/rpm.py` writes `dist/….rpm`.

It asks for libraries by their sonames, not by the names of packages: one file serves all three.
"""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle import steady
from build_scripts.bundle_contents import ROOT
from build_scripts.bundle_package import package
from build_scripts.linux_tree import CONFIGURATION, HOME, LIBC, files_of, lay_out, libraries_needed, settle, version
from build_scripts.progress import Trouble, step

_SPEC = ROOT / "resources" / "packaging" / "linux" / "rescousse.spec.in"
# the wheels of Qt are built for this C library and later
_ALWAYS = ("libc.so.6(GLIBC_2.34)(64bit)", "xkeyboard-config")
_SAME_BYTES = {
    "use_source_date_epoch_as_buildtime": "1",
    "clamp_mtime_to_source_date_epoch": "1",
    "_buildhost": "rescousse",
}


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    return package(__doc__, "linux-rpm", make)


def make(bundle: Path, output: Path) -> Path:
    """The package below `output`. Raises Trouble."""
    if shutil.which("rpmbuild") is None:
        raise Trouble("rpmbuild is missing. Type this, then start again:\n  sudo apt-get install --yes rpm")
    output.mkdir(parents=True, exist_ok=True)
    step("Making the package for RPM systems")
    root = lay_out(bundle, output / "rpm-root")
    settle(root)
    spec = output / "rescousse.spec"
    spec.write_text(_spec(root), encoding="utf-8")
    places = {"_tree": root, "_topdir": output / "rpm-work", "_rpmdir": output, "_rpmfilename": "%{NVRA}.rpm"}
    defined = [word for name, value in {**_SAME_BYTES, **places}.items() for word in ("--define", f"{name} {value}")]
    command = ["rpmbuild", "-bb", "--quiet", "--target", "x86_64", *defined, str(spec)]
    done = subprocess.run(command, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"rpmbuild refused: {done.stderr.strip()[-1000:]}")
    return output / f"rescousse-{version()}-1.x86_64.rpm"


def requires(sonames: set[str]) -> list[str]:
    """What the package asks the system for."""
    return [*_ALWAYS, *sorted(f"{soname}()(64bit)" for soname in sonames if not soname.startswith(LIBC))]


def _spec(root: Path) -> str:
    kept = {f"/{place}" for place in CONFIGURATION}
    apart = [place for place in files_of(root) if not place.startswith(f"/{HOME}/")]
    files = [f"%config(noreplace) {place}" if place in kept else place for place in apart]
    wanted = "\n".join(f"Requires: {need}" for need in requires(libraries_needed(root)))
    filled = _SPEC.read_text(encoding="utf-8").replace("@version@", version()).replace("@requires@", wanted)
    return filled.replace("@files@", "\n".join(files))


if __name__ == "__main__":
    sys.exit(main())
