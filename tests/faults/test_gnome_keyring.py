"""The real key store of a Linux desktop: open, locked, and not there at all. Each on a message bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus are not installed",
)
OPEN = "gnome-keyring-daemon --unlock --components=secrets <secret.txt >started.txt &&"
LOCKED = "gnome-keyring-daemon --start --components=secrets >started.txt &&"
PROGRAM = """
import sys
from desktop_app.adapters.keyring_vault import KeyringVault
from desktop_app.domain.errors import KeyringUnavailable

vault = KeyringVault("a-device", deadline_s=float(sys.argv[2]))
try:
    if sys.argv[1] == "save":
        vault.save("-".join(("the", "token")))
    print(repr(vault.load()))
except KeyringUnavailable as error:
    print("unavailable", error.facts["reason"])
"""


def _in_a_session(home: Path, start: str, verb: str, deadline_s: float = 20) -> str:
    """What the vault says on a new bus after `start`, with `home` as the user's folder."""
    (home / "secret.txt").write_text("password")
    (home / "vault.py").write_text(PROGRAM)
    script = f'{start} exec "{sys.executable}" vault.py {verb} {deadline_s}'
    environ = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environ |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home / "data")}
    environ |= {"PYTHONPATH": str(ROOT), "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring"}
    command = ["dbus-run-session", "--", "sh", "-c", script]
    done = subprocess.run(command, cwd=home, env=environ, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A short path: it holds sockets."""
    folder = tmp_path / "h"
    folder.mkdir(mode=0o700)
    return folder


def test_an_open_keyring_keeps_the_token_for_the_next_login(home: Path) -> None:
    assert _in_a_session(home, OPEN, "save") == "'the-token'"
    assert _in_a_session(home, OPEN, "load") == "'the-token'"
    assert b"the-token" not in b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_a_locked_keyring_is_told_and_never_waits_for_its_window(home: Path) -> None:
    assert _in_a_session(home, OPEN, "save") == "'the-token'"
    assert _in_a_session(home, LOCKED, "load", deadline_s=3).startswith("unavailable")


def test_a_missing_keyring_is_told(home: Path) -> None:
    assert _in_a_session(home, "", "save", deadline_s=10).startswith("unavailable")
