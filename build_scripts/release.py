"""Everything that Linux can make, with one command: `python3 build_scripts/release.py` fills `dist`.

The bundle, the packages made of it, the help desk's, the list of what they carry, `SHA256SUMS` over all of them and,
with `--key`, its signature by minisign. A bundle of Windows in `dist/windows` becomes a package too.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import appimage, bill, bill_audit, bundle, deb, deb_helpdesk, msi, rpm
from build_scripts.bundle_contents import EXTRAS, ROOT
from build_scripts.linux_tree import version
from build_scripts.progress import Trouble, step, tell

KEYS = ROOT / "resources" / "release_keys.txt"


def main() -> int:
    """Make it all; 1 with a sentence when something is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runtime", type=Path, metavar="FILE", help="the official runtime of AppImage, type 2")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the secret key of minisign that signs the sums")
    parser.add_argument("--with", dest="extras", nargs="*", default=[], choices=EXTRAS, help="what to take in")
    wanted = parser.parse_args()
    try:
        kept = make(bundle.DIST, wanted.runtime, wanted.extras)
        if wanted.key:
            sign(kept, wanted.key)
    except Trouble as trouble:
        return tell(trouble)
    return 0


def make(output: Path, runtime: Path | None, extras: list[str]) -> Path:
    """All of it below `output`; the file with its sums. Raises Trouble."""
    require_key()
    program = bundle.build(output, extras)
    bill_audit.audit()
    bundle.weigh("-".join([sys.platform, *extras]), bundle.megabytes(program), keep=True)
    made = {
        "-".join([sys.platform, *extras, "deb"]): deb.make(program, output),
        "-".join([sys.platform, *extras, "rpm"]): rpm.make(program, output),
        "-".join([sys.platform, *extras, "appimage"]): appimage.make(program, output, runtime),
        "linux-helpdesk-deb": deb_helpdesk.make(output),
    }
    if (output / "windows").is_dir():
        made["windows-msi"] = msi.make(output / "windows", output)
    for name, package in made.items():
        bundle.weigh(name, bundle.megabytes(package), keep=True)
    return sums([*made.values(), bill.make(output)], output / "SHA256SUMS")


def require_key() -> None:
    """Without a key built in, what goes out could never believe that there is a newer version. Raises Trouble."""
    if not any("=" in line for line in KEYS.read_text(encoding="ascii").splitlines() if not line.startswith("#")):
        raise Trouble(
            "This is no release yet: resources/release_keys.txt holds no key for the notice of a new version. "
            "“Before the first release” in resources/packaging/release.md says how it is made."
        )


def sums(files: list[Path], kept: Path) -> Path:
    """What `sha256sum --check` reads, in `kept`."""
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(files))
    kept.write_text("".join(lines), encoding="ascii")
    step(f"Everything lies in {kept.parent}; its sums in {kept.name}")
    return kept


def sign(kept: Path, key: Path) -> Path:
    """The signature of the sums beside them; minisign asks for the key's password itself. Raises Trouble."""
    if shutil.which("minisign") is None:
        raise Trouble("minisign is missing. Type this, then start again:\n  sudo apt-get install --yes minisign")
    made = kept.with_name(f"{kept.name}.minisig")
    command = ["minisign", "-S", "-s", str(key), "-m", str(kept), "-x", str(made), "-t", f"rescousse {version()}"]
    if subprocess.run(command, check=False).returncode:
        raise Trouble("minisign did not sign the sums. Nothing else was changed.")
    return made


if __name__ == "__main__":
    sys.exit(main())
