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

SIGNED_IN = """
import sys
from types import SimpleNamespace
from desktop_app.bootstrap import House
from desktop_app.domain.errors import KeyringUnavailable

house = House()
house.folders.prepare()
identity = house.identity
identity._ports.vault._deadline_s = float(sys.argv[2])
if sys.argv[1] == "keep":
    identity._keep_refresh("-".join(("what", "renews")), SimpleNamespace(name="mairie"))
if sys.argv[1] == "drop":
    identity._drop_refresh()
try:
    kept = identity._ports.vault.load()
except KeyringUnavailable:
    kept = "unavailable"
print(kept, identity.state().is_kept, identity._refresh)
"""


def _in_a_session(home: Path, start: str, verb: str, program: str = PROGRAM, deadline_s: float = 20) -> str:
    """What `program` says on a new bus after `start`, with `home` as the user's folder."""
    (home / "secret.txt").write_text("password")
    (home / "vault.py").write_text(program)
    script = f'{start} exec "{sys.executable}" vault.py {verb} {deadline_s}'
    environ = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environ |= {
        "RESCOUSSE_HOME": str(home / "rescousse"),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
    }
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


def test_what_renews_a_sign_in_is_in_the_keyring_or_nowhere(home: Path) -> None:
    assert _in_a_session(home, OPEN, "keep", SIGNED_IN) == "mairie what-renews True mairie what-renews"
    assert _in_a_session(home, OPEN, "look", SIGNED_IN) == "mairie what-renews True"
    assert _in_a_session(home, LOCKED, "keep", SIGNED_IN, deadline_s=3) == "unavailable False mairie what-renews"
    assert _in_a_session(home, OPEN, "drop", SIGNED_IN) == "True"
    files = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file() and file.suffix != ".py")
    assert b"what-renews" not in files, "neither the database nor a settings file"
