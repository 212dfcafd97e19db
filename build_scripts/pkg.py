"""A package for macOS, made on a Mac: `python3 build_scripts/pkg.py --sign-app … --sign-package … --profile …`.

Builds the signed app, wraps it up with its start at login, has Apple look at it, and fastens Apple's answer to it.
Written without a Mac and not tried: see `resources/packaging/macos/release.md`.
"""

import argparse
import os
import plistlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import bundle
from build_scripts.bundle_contents import ROOT
from build_scripts.bundle_macos import APP, BUNDLE_ID, RIGHTS, SIGN_AS, agent, rights
from build_scripts.linux_tree import version
from build_scripts.progress import Trouble, step, tell

AGENT = f"Library/LaunchAgents/{BUNDLE_ID}.login.plist"
_SCRIPTS = ROOT / "resources" / "packaging" / "macos" / "scripts"


@dataclass(frozen=True)
class Signers:
    """Names in the keychain of the Mac: two certificates of Apple's, and what `notarytool store-credentials` kept."""

    app: str
    package: str
    profile: str


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sign-app", default="", metavar="NAME", help="“Developer ID Application: …”")
    parser.add_argument("--sign-package", default="", metavar="NAME", help="“Developer ID Installer: …”")
    parser.add_argument("--profile", default="", metavar="NAME", help="the kept credentials of notarytool")
    wanted = parser.parse_args()
    try:
        make(bundle.DIST, Signers(wanted.sign_app, wanted.sign_package, wanted.profile))
    except Trouble as trouble:
        return tell(trouble)
    return 0


def make(output: Path, signers: Signers) -> Path:
    """The package below `output`. Raises Trouble."""
    if sys.platform != "darwin":
        raise Trouble("The package for macOS can only be made on a Mac.")
    entitlements = output / "rights.plist"
    output.mkdir(parents=True, exist_ok=True)
    entitlements.write_bytes(rights())
    os.environ |= {SIGN_AS: signers.app, RIGHTS: str(entitlements)}
    bundle.build(output, [])
    root = lay_out(output / "Rescousse.app", output / "pkg-root")
    step("Making the package for macOS")
    made = output / f"rescousse-{version()}.pkg"
    for command in commands(root, made, signers):
        if subprocess.run(command, check=False).returncode:
            raise Trouble(f"This command did not succeed: {' '.join(command[:3])}")
    return made


def lay_out(app: Path, root: Path) -> Path:
    """The files as they lie on the Mac, and beside them what pkgbuild is told of the app."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(app, root / APP.lstrip("/"), symlinks=True)
    (root / AGENT).parent.mkdir(parents=True)
    (root / AGENT).write_bytes(agent())
    told = [
        {
            "RootRelativeBundlePath": APP.lstrip("/"),
            "BundleIsRelocatable": False,  # else it follows a copy that somebody moved
            "BundleOverwriteAction": "upgrade",
        }
    ]
    root.with_suffix(".plist").write_bytes(plistlib.dumps(told))
    return root


def commands(root: Path, made: Path, signers: Signers) -> list[list[str]]:
    """What is run, in order; without names of certificates, nothing is signed and Apple is not asked."""
    signed = ["--sign", signers.package] if signers.package else []
    build = [
        *("pkgbuild", "--root", str(root), "--component-plist", str(root.with_suffix(".plist"))),
        *("--identifier", BUNDLE_ID, "--version", version(), "--install-location", "/"),
        *("--scripts", str(_SCRIPTS), *signed, str(made)),
    ]
    if not signers.profile:
        return [build]
    submit = ["xcrun", "notarytool", "submit", str(made), "--keychain-profile", signers.profile, "--wait"]
    return [build, submit, ["xcrun", "stapler", "staple", str(made)]]


if __name__ == "__main__":
    sys.exit(main())
