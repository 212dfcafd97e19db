"""The environment in `.venv`: made once, renewed when a lock file changes. Standard library only."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_scripts.progress import Trouble, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "build_scripts" / "locks"
OLDEST_PYTHON = (3, 11)
_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = _BIN / ("python.exe" if os.name == "nt" else "python")
RESCOUSSE = _BIN / ("rescousse.exe" if os.name == "nt" else "rescousse")


def prepare(lock: str) -> None:
    """Make `.venv` hold exactly what `locks/{lock}.txt` names; does nothing when it already does."""
    if sys.version_info < OLDEST_PYTHON:
        raise Trouble(f"Rescousse needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    wanted = _fingerprint(lock)
    stamp = VENV / f".{lock}.installed"
    if stamp.exists() and stamp.read_text() == wanted and RESCOUSSE.exists():
        return
    _create()
    step("Installing what the locked files name (a few minutes the first time)")
    _pip("install", "--quiet", "--require-hashes", "--requirement", str(LOCKS / f"{lock}.txt"))
    # compat: a plain path file; the default import hook would cost each start of the program some 16 ms
    plain = ["--config-settings", "editable_mode=compat"]
    _pip("install", "--quiet", "--no-deps", "--no-build-isolation", *plain, "--editable", str(ROOT))
    stamp.write_text(wanted)
    if lock == "test":  # it holds all of `app`, at the same versions
        (VENV / ".app.installed").write_text(_fingerprint("app"))


def build_translations() -> None:
    """Compile the catalogues that are newer than their built form."""
    run([str(PYTHON), "-m", "build_scripts.translations", "build"])


def build_vectors() -> None:
    """Compute the vectors of the pack's new texts; nothing is missing without them but search by meaning."""
    run([str(PYTHON), "-m", "build_scripts.vectors"])


def run(command: list[str], **options: object) -> None:
    """Run a command in the project's folder; its failure is told in one sentence."""
    done = subprocess.run(command, cwd=ROOT, check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        raise Trouble(f"This command did not succeed: {' '.join(command)}")


def _fingerprint(lock: str) -> str:
    files = (LOCKS / f"{lock}.txt", ROOT / "pyproject.toml")
    return hashlib.sha256(b"".join(file.read_bytes() for file in files) + sys.version.encode()).hexdigest()


def _create() -> None:
    if PYTHON.exists() and _works():
        return
    step("Creating the environment in .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)])


def _works() -> bool:
    """An environment of a removed or newer Python is made again."""
    asked = subprocess.run(
        [str(PYTHON), "-c", "import pip,sys;print(sys.version)"], check=False, capture_output=True, text=True
    )
    return asked.returncode == 0 and asked.stdout.strip() == sys.version.strip()


def _pip(*arguments: str) -> None:
    quiet = {
        **os.environ,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_WARN_SCRIPT_LOCATION": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    run([str(PYTHON), "-m", "pip", *arguments], env=quiet)
