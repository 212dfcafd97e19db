"""A real registry: Wine's own, whose `reg.exe` reads and writes as that of Windows does."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop_app.adapters.actions.runner import Ran


def missing() -> str:
    """Why there is none here; empty when there is."""
    return "" if shutil.which("wine") and shutil.which("wineserver") else "wine is not installed here"


class RealRegistry:
    """A Windows in a folder; an instance runs a tool in it, in the place of `runner.run`."""

    def __init__(self, folder: Path) -> None:
        self._environ = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all", "DISPLAY": ""}

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        words = ["wine", *args]
        ran = subprocess.run(words, env=self._environ, check=False, capture_output=True, timeout=120)
        if ran.returncode > 1:  # `reg` says 0 or 1: this was Wine, which on a busy machine now and then does not start
            ran = subprocess.run(words, env=self._environ, check=False, capture_output=True, timeout=120)
        return Ran(ran.returncode, ran.stdout.decode(errors="replace"), ran.stderr.decode(errors="replace"))

    def exported(self, key: str) -> str:
        """All values below `key`, as `reg query /s` prints them; empty when there is no such key."""
        ran = self(("reg", "query", key, "/s"), 0, {})
        return ran.out if ran.code == 0 else ""

    def set(self, key: str, name: str, kind: str, value: str) -> None:
        """Writes one value."""
        assert self(("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f"), 0, {}).code == 0

    def quietly(self, *words: str) -> int:
        """Runs something of Wine's own: what it starts and leaves running must not hold our pipes."""
        nowhere = subprocess.DEVNULL
        return subprocess.run(
            words, env=self._environ, check=False, timeout=150, stdout=nowhere, stderr=nowhere
        ).returncode


@contextmanager
def real_registry(folder: Path) -> Iterator[RealRegistry | None]:
    """A registry that answers; None when Wine does not start here."""
    registry = RealRegistry(folder)
    registry.quietly("wineserver", "-p")
    try:
        yield registry if registry.quietly("wine", "reg", "query", "HKCU") == 0 else None
    finally:
        registry.quietly("wineserver", "-k")
