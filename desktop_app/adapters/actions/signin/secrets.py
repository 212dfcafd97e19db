"""The store of passwords of a Linux desktop, over the bus. No secret is ever asked for here: only names and locks."""

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Say

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

SERVICE, ROOT = "org.freedesktop.secrets", "/org/freedesktop/secrets"
_FACE = "org.freedesktop.Secret."
_PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
ITEM = re.compile(rf"{ROOT}/collection/\w+/\w+")
_DEADLINE_S = 3.0
_SLICE_S = 0.5


class Silent(ActionFailed):
    """The store is there and does not answer."""


class Missing(ActionFailed):
    """There is no store, or no bus to ask on."""


class Secrets:
    """One conversation with the store."""

    def __init__(self, connection: "DBusConnection") -> None:
        self._connection = connection

    def default(self) -> str:
        """The collection that programs save to; empty when there is none."""
        path = str(self._service("ReadAlias", "s", "default")[0])
        return "" if path == "/" else path

    def is_locked(self, path: str, face: str = "Collection") -> bool:
        """Whether a collection or an item is locked."""
        return bool(self._property(path, face, "Locked"))

    def lock(self, path: str) -> None:
        """Locks a collection: this never asks anything."""
        self._service("Lock", "ao", [path])

    def unlock(self, path: str, say: Say, patience_s: float) -> bool:
        """Has the system ask for the password in its own window; False when the user closes it or nothing can ask."""
        opened, prompt = self._service("Unlock", "ao", [path])
        return path in opened or self._prompt(prompt, say, patience_s)

    def items(self) -> list[str]:
        """The entries that are not locked."""
        return [str(path) for path in self._service("SearchItems", "a{ss}", {})[0]]

    def entry(self, path: str) -> dict[str, Any]:
        """Label, attributes and time of the last change of an entry."""
        return {name: self._property(path, "Item", name) for name in ("Label", "Attributes", "Modified")}

    def mark(self, path: str, attributes: Mapping[str, str]) -> None:
        """Gives an entry other attributes: programs look it up by them."""
        self._call(path, _PROPERTIES, "Set", "ssv", f"{_FACE}Item", "Attributes", ("a{ss}", dict(attributes)))

    def delete(self, path: str) -> None:
        """Deletes an entry for good."""
        self._call(path, f"{_FACE}Item", "Delete")

    def process_id(self) -> int:
        """The program behind the store; the bus itself answers, so a silent store is no obstacle."""
        return int(self._send(*_BUS, "GetConnectionUnixProcessID", "s", SERVICE)[0])

    def _service(self, member: str, signature: str, *body: Any) -> Any:
        return self._call(ROOT, f"{_FACE}Service", member, signature, *body)

    def _property(self, path: str, face: str, name: str) -> Any:
        return self._call(path, _PROPERTIES, "Get", "ss", _FACE + face, name)[0][1]

    def _call(self, path: str, face: str, member: str, signature: str = "", *body: Any) -> Any:
        return self._send(SERVICE, path, face, member, signature, *body)

    def _send(self, service: str, path: str, face: str, member: str, signature: str = "", *body: Any) -> Any:
        from jeepney import DBusAddress, MessageType, new_method_call

        message = new_method_call(DBusAddress(path, service, face), member, signature or None, body)
        try:
            answer = self._connection.send_and_get_reply(message, timeout=_DEADLINE_S)
        except TimeoutError as silence:
            raise Silent(f"{member}: no answer in {_DEADLINE_S:g} s") from silence
        if answer.header.message_type is MessageType.error:
            raise Missing(f"{member}: {answer.body[0] if answer.body else 'refused'}")
        return answer.body

    def _prompt(self, prompt: str, say: Say, patience_s: float) -> bool:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call

        rule = MatchRule(type="signal", interface=f"{_FACE}Prompt", member="Completed", path=prompt)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_DEADLINE_S)
        until = time.monotonic() + patience_s
        with self._connection.filter(rule) as told:
            address = DBusAddress(prompt, SERVICE, f"{_FACE}Prompt")
            self._connection.send(new_method_call(address, "Prompt", "s", ("",)))
            while time.monotonic() < until:
                say("", 0.5)
                with suppress(TimeoutError):
                    return not self._connection.recv_until_filtered(told, timeout=_SLICE_S).body[0]
        return False


@contextmanager
def secrets(here: Here) -> Iterator[Secrets]:
    """The store of this user; Missing when there is no bus."""
    from jeepney.io.blocking import open_dbus_connection

    address = here.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path=/run/user/{os.getuid()}/bus"
    try:
        connection = open_dbus_connection(address)
    except (OSError, ValueError, RuntimeError, StopIteration) as problem:
        raise Missing(f"no message bus: {problem}") from problem
    with connection:
        yield Secrets(connection)
