"""One file that runs on any desktop Linux: `python3 build_scripts/appimage.py --runtime FILE` writes `dist/….AppImage`.

The runtime is the small program in front that mounts the rest; the machine that makes releases has the official one
as a file. Without `--runtime` only the rest is made: `….squashfs`, which `unsquashfs` unpacks and `AppRun` starts.
"""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle import steady
from build_scripts.bundle_package import package
from build_scripts.linux_tree import HOME, lay_out, settle, version
from build_scripts.progress import Trouble, step


def main() -> int:
    """Make it; 1 with a sentence when something is missing."""
    return package(__doc__, "linux-appimage", make, runtime="the official runtime of AppImage, type 2")


def make(bundle: Path, output: Path, runtime: Path | None = None) -> Path:
    """The AppImage below `output`, or what is behind its runtime. Raises Trouble."""
    if shutil.which("mksquashfs") is None:
        raise Trouble("mksquashfs is missing. Type this, then start again:\n  sudo apt-get install squashfs-tools")
    if runtime is not None and not runtime.is_file():
        raise Trouble(f"There is no runtime at {runtime}.")
    output.mkdir(parents=True, exist_ok=True)
    step("Making the AppImage")
    root = _app_folder(bundle, output / "AppDir")
    payload = output / f"rescousse-{version()}-x86_64.squashfs"
    _squash(root, payload)
    return payload if runtime is None else _joined(runtime, payload)


def _app_folder(bundle: Path, root: Path) -> Path:
    """What AppImage expects on top: the start, one menu entry, its icon. Nothing of the whole computer."""
    lay_out(bundle, root)
    shutil.rmtree(root / "etc")
    shutil.rmtree(root / "usr/bin")
    (root / "AppRun").symlink_to(f"{HOME}/rescousse")
    entry = (root / "usr/share/applications/rescousse.desktop").read_text(encoding="utf-8")
    lines = [line for line in entry.splitlines() if not line.startswith("TryExec=")]
    (root / "rescousse.desktop").write_text("\n".join(lines).replace(f"/{HOME}/", "") + "\n", encoding="utf-8")
    shutil.copy(root / "usr/share/icons/hicolor/scalable/apps/rescousse.svg", root)
    (root / ".DirIcon").symlink_to("rescousse.svg")
    settle(root)
    return root


def _squash(root: Path, payload: Path) -> None:
    payload.unlink(missing_ok=True)
    options = ["-root-owned", "-noappend", "-comp", "zstd", "-Xcompression-level", "9", "-b", "1M", "-quiet"]
    command = ["mksquashfs", str(root), str(payload), *options, "-no-progress"]
    done = subprocess.run(command, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"mksquashfs refused: {done.stderr.strip()}")


def _joined(runtime: Path, payload: Path) -> Path:
    image = payload.with_suffix(".AppImage")
    image.write_bytes(runtime.read_bytes() + payload.read_bytes())
    image.chmod(0o755)
    payload.unlink()
    return image


if __name__ == "__main__":
    sys.exit(main())
