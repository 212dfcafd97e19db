"""A message bus of its own with stand-ins for the system's services, made by python-dbusmock in the system's Python."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors.linux.bus import Bus

SYSTEM_PYTHON = "/usr/bin/python3"
MOCKS = Path("/usr/lib/python3/dist-packages/dbusmock")
FACE = "org.freedesktop.DBus.Mock"
Wait = Callable[[Callable[[], object]], None]

needs_mocks = pytest.mark.skipif(
    sys.platform != "linux" or not MOCKS.is_dir(), reason="needs Linux and python3-dbusmock in the system's Python"
)


class PrivateBus:
    """The bus at `path`. Stand-ins are started with `stand_in` or `template` and told what to say with `tell`."""

    def __init__(self, path: Path, wait_until: Wait) -> None:
        self.address = f"unix:path={path}"
        self._path = path
        self._wait = wait_until
        self._children: list[subprocess.Popen[bytes]] = []
        self._start("dbus-daemon", "--session", "--nofork", f"--address={self.address}")
        wait_until(self._answers)

    def template(self, name: str, service: str) -> None:
        """A service for which python-dbusmock knows how it behaves."""
        self._start(SYSTEM_PYTHON, "-m", "dbusmock", "--system", "-t", name)
        self._until_there(service)

    def stand_in(self, service: str, path: str, face: str, *more: str) -> None:
        """A service that says what it is told to say."""
        self._start(SYSTEM_PYTHON, "-m", "dbusmock", "--system", *more, service, path, face)
        self._until_there(service)

    def tell(self, service: str, path: str, member: str, signature: str, *body: Any) -> Any:
        """Call a stand-in's own methods, which change what it says."""
        with self.connection() as bus:
            answer = bus.call(service, path, FACE, member, signature, *body)
        assert answer is not None, f"{service} {member} refused"
        return answer

    def add(self, service: str, main: str, path: str, face: str, table: dict[str, tuple[str, Any]]) -> None:
        """An object with the properties of `table`: each a signature and a value."""
        self.tell(service, main, "AddObject", "ssa{sv}a(ssss)", path, face, table, [])

    def say(self, service: str, path: str, face: str, table: dict[str, tuple[str, Any]]) -> None:
        """Properties of an object that is there already, new ones or others than it had."""
        with self.connection() as bus:
            for name, value in table.items():
                if bus.call(service, path, FACE, "AddProperty", "ssv", face, name, value) is None:
                    done = bus.call(service, path, FACE, "UpdateProperties", "sa{sv}", face, {name: value})
                    assert done is not None, f"{service} {name} refused"

    @contextmanager
    def connection(self) -> Iterator[Bus]:
        """A connection of the test's own."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
            door.connect(str(self._path))
            yield Bus(door, 60)

    def _answers(self) -> bool:
        """Its socket is there a moment before anybody listens."""
        with suppress(FileNotFoundError, ConnectionRefusedError), self.connection():
            return True
        return False

    def _until_there(self, service: str) -> None:
        self._wait(lambda: self._has(service))

    def _has(self, service: str) -> bool:
        with self.connection() as bus:
            dbus = "org.freedesktop.DBus"
            return bool(bus.call(dbus, "/org/freedesktop/DBus", dbus, "NameHasOwner", "s", service)[0])

    def _start(self, *words: str) -> None:
        environ = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": self.address, "DBUS_SESSION_BUS_ADDRESS": self.address}
        self._children.append(subprocess.Popen(words, env=environ, stderr=subprocess.DEVNULL))

    def close(self) -> None:
        """End the stand-ins, then the bus."""
        for child in reversed(self._children):
            child.terminate()
            child.wait(60)
