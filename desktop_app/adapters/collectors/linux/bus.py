"""Linux: asks the system's services over D-Bus. A silent one costs its section a reason, never the snapshot its time.

Nothing is started for it: a service that does not run has nothing to tell.
"""

import os
import socket
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic
from typing import Any

from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.snapshot import Reason

PATIENCE_S = 0.8
LARGEST_ANSWER = 16 * 1024 * 1024
_SYSTEM = "run/dbus/system_bus_socket"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_OBJECTS = "org.freedesktop.DBus.ObjectManager"

Table = dict[str, Any]


class Bus:
    """A connection. Questions that are not answered `patience_s` seconds after it was made raise ProgramFailed."""

    def __init__(self, door: socket.socket, patience_s: float = PATIENCE_S) -> None:
        from jeepney import Parser

        self._door = door
        self._parser: Any = Parser()
        self._serial = self._heard = 0
        self._until = monotonic() + patience_s
        self._greet()

    def properties(self, service: str, path: str, interface: str) -> Table:
        """All properties of one interface; none when nobody answers to that name."""
        found = self.call(service, path, _PROPERTIES, "GetAll", "s", interface)
        return plain_table(found[0]) if found else {}

    def objects(self, service: str, path: str = "/") -> dict[str, dict[str, Table]]:
        """Every object of a service with its interfaces and their properties."""
        found = self.call(service, path, _OBJECTS, "GetManagedObjects")
        tables = found[0] if found else {}
        return {
            name: {face: plain_table(table) for face, table in faces.items()} for name, faces in sorted(tables.items())
        }

    def call(self, service: str, path: str, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        """What a method answers; None when the service is not there or says no. Raises ProgramFailed."""
        from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

        message: Any = new_method_call(DBusAddress(path, service, interface), member, signature or None, body)
        message.header.flags |= MessageFlag.no_auto_start
        answer = self._answer(message)
        return answer.body if answer.header.message_type is MessageType.method_return else None

    def _greet(self) -> None:
        from jeepney.auth import BEGIN, Authenticator

        self._door.sendall(b"\0")
        greeting: Any = Authenticator(enable_fds=False, inc_null_byte=False)
        for line in greeting:
            self._door.sendall(line)
            greeting.feed(self._read())
        self._door.sendall(BEGIN)
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello")

    def _answer(self, message: Any) -> Any:
        from jeepney import HeaderFields

        self._serial += 1
        self._door.sendall(message.serialise(self._serial))
        while True:
            found = self._parser.get_next_message()
            if found is None:
                self._parser.add_data(self._read())
            elif found.header.fields.get(HeaderFields.reply_serial) == self._serial:
                return found

    def _read(self) -> bytes:
        left = self._until - monotonic()
        if left <= 0:
            raise ProgramFailed(Reason.TOO_SLOW)
        self._door.settimeout(left)
        found = self._door.recv(65536)
        self._heard += len(found)
        if not found or self._heard > LARGEST_ANSWER:
            raise ProgramFailed(Reason.TOO_MUCH if found else Reason.UNREADABLE)
        return found


@contextmanager
def system_bus(tree: Tree) -> Iterator[Bus | None]:
    """The bus of the machine whose tree this is; None where there is none. Raises ProgramFailed, OSError."""
    with _connected(tree.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or f"unix:path={tree.at(_SYSTEM)}") as bus:
        yield bus


@contextmanager
def session_bus(tree: Tree) -> Iterator[Bus | None]:
    """The bus of the user's own programs; None where there is none. Raises ProgramFailed, OSError."""
    with _connected(tree.environ.get("DBUS_SESSION_BUS_ADDRESS", "")) as bus:
        yield bus


@contextmanager
def _connected(address: str) -> Iterator[Bus | None]:
    path = _socket(address)
    if not path:
        yield None
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(PATIENCE_S)
        try:
            yield _met(door, path)
        except TimeoutError as error:
            raise ProgramFailed(Reason.TOO_SLOW) from error


def _met(door: socket.socket, path: str) -> Bus | None:
    try:
        door.connect(path)
    except (ConnectionRefusedError, FileNotFoundError):
        return None
    return Bus(door)


def _socket(address: str) -> str:
    """The first socket of an address list that is there; `\\0…` for one without a file."""
    for part in address.split(";"):
        kind, _, rest = part.partition(":")
        keys = dict(pair.partition("=")[::2] for pair in rest.split(","))
        if kind == "unix" and keys.get("abstract"):
            return "\0" + keys["abstract"]
        if kind == "unix" and _is_socket(keys.get("path", "")):
            return keys["path"]
    return ""


def _is_socket(path: str) -> bool:
    try:
        return stat.S_ISSOCK(os.stat(path).st_mode)  # noqa: PTH116 - `path` may hold what pathlib would tidy
    except (OSError, ValueError):
        return False


def plain_table(table: Mapping[str, Any]) -> Table:
    """A table of variants without their types; texts are cleaned."""
    return {str(name): plain(value[1]) for name, value in table.items()}


def plain(value: Any) -> Any:
    """A value of the bus as the collectors use it: texts cleaned, the rest as it came."""
    return clean(value) if isinstance(value, str) else value
