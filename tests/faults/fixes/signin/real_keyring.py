"""A real gnome-keyring on a bus of its own, in a home of its own."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PASSWORD = "password"
MISSING = not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-daemon") and shutil.which("secret-tool"))
PLACE = "/org/freedesktop/secrets"
# The door by which a sign-in hands its password on
MASTER = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
Wait = Callable[[Callable[[], object]], None]


class RealKeyring:
    """The bus and what runs on it; `home` is short, as it holds sockets."""

    def __init__(self, home: Path, wait_until: Wait) -> None:
        self.home = home
        self._wait = wait_until
        self._path = home / "bus"
        dropped = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        self.environ = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._path}",
        }
        address = f"--address={self.environ['DBUS_SESSION_BUS_ADDRESS']}"
        self.bus = self._start("dbus-daemon", "--session", "--nofork", "--nopidfile", address)
        wait_until(self._path.exists)

    def open(self) -> None:
        """Starts it as a sign-in with the password does."""
        command = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
        subprocess.run(command, env=self.environ, input=PASSWORD, text=True, check=True, capture_output=True)
        self._wait(lambda: len(self.keepers()) == 1)

    def start_locked(self) -> None:
        """Starts it as a sign-in with a finger does."""
        self.ask("gnome-keyring-daemon", "--start", "--components=secrets")

    def lock(self) -> None:
        """Locks it as a menu of the desktop does."""
        self.call("org.freedesktop.Secret.Service.Lock", "['/org/freedesktop/secrets/collection/login']")

    def unlock(self) -> None:
        """What the person does in the window of the system: types the password."""
        with open_dbus_connection(self.environ["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            _, session = _say(bus, "org.freedesktop.Secret.Service", "OpenSession", "sv", "plain", ("s", ""))
            typed = (session, b"", PASSWORD.encode(), "text/plain")
            _say(bus, MASTER, "UnlockWithMasterPassword", "o(oayays)", f"{PLACE}/collection/login", typed)

    def store(self, server: str, secret: str, user: str = "camille") -> None:
        """Keeps a password as the file manager does for a network drive."""
        words = ["server", server, "user", user, "protocol", "smb", "xdg:schema", "org.gnome.keyring.NetworkPassword"]
        command = ["secret-tool", "store", f"--label={user}@{server}", *words]
        subprocess.run(command, env=self.environ, input=secret, text=True, check=True, timeout=30)

    def found(self, server: str) -> str:
        """The password that a program finds for `server`."""
        command = ["secret-tool", "lookup", "server", server]
        return subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False, timeout=30).stdout

    def call(self, method: str, *words: str) -> str:
        """Calls the service."""
        place = ("--dest", "org.freedesktop.secrets", "--object-path", "/org/freedesktop/secrets")
        return self.ask("gdbus", "call", "--session", *place, "--method", method, *words)

    def ask(self, *command: str) -> str:
        """What a command prints."""
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, timeout=30, check=True)
        return done.stdout

    def keepers(self) -> list[psutil.Process]:
        """The running programs of this keyring."""
        found = []
        for process in psutil.process_iter(["name"]):
            if str(process.info["name"]).startswith("gnome-keyring") and self._is_ours(process):
                found.append(process)
        return found

    def freeze(self) -> None:
        """Makes it silent, as a program that hangs is."""
        for keeper in self.keepers():
            keeper.send_signal(signal.SIGSTOP)
            self._wait(lambda keeper=keeper: keeper.status() == psutil.STATUS_STOPPED)  # type: ignore[misc]

    def close(self) -> None:
        """Ends everything that this bus started."""
        for keeper in self.keepers():
            keeper.kill()
        self.bus.terminate()
        self.bus.wait(20)

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            return process.environ().get("HOME") == str(self.home) and process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            return False

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(words, env=self.environ, stderr=subprocess.DEVNULL)


@contextmanager
def real_keyring(home: Path, wait_until: Wait) -> Iterator[RealKeyring]:
    """Ended whatever happens."""
    home.mkdir(mode=0o700, exist_ok=True)
    keyring = RealKeyring(home, wait_until)
    try:
        yield keyring
    finally:
        keyring.close()


def _say(bus: DBusConnection, face: str, member: str, signature: str, *body: Any) -> Any:
    address = DBusAddress(PLACE, "org.freedesktop.secrets", face)
    return bus.send_and_get_reply(new_method_call(address, member, signature, body), timeout=60).body
