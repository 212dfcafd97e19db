"""A desktop's portal that answers as the specification says (ScreenCast, Request, Session), on a real bus."""

import contextlib
import os
import socket
import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

NODE, SESSION = 42, "/org/freedesktop/portal/desktop/session/1_7/rescousse"


class StandinPortal(threading.Thread):
    """`Start` is answered with `code`, with silence when that is None. `asked`: what came, by the name of the call."""

    def __init__(self, address: str, code: int | None = 0, kinds: int = 3) -> None:
        super().__init__(daemon=True)
        self._code, self._kinds = code, kinds
        self.asked: dict[str, Any] = {}
        self._bus = open_dbus_connection(address, enable_fds=True, auth_timeout=60)
        self._bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"), timeout=60)
        self.start()

    def run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._hear(self._bus.receive())

    def close_session(self) -> None:
        """The person takes it back in their desktop's own bar."""
        self._bus.send(new_signal(DBusAddress(SESSION, interface="org.freedesktop.portal.Session"), "Closed"))

    def leave(self) -> None:
        """It dies."""
        with contextlib.suppress(OSError):
            self._bus.sock.shutdown(socket.SHUT_RDWR)
        self.join(60)
        assert not self.is_alive()
        self._bus.close()

    def _hear(self, call: Message) -> None:
        if call.header.message_type is not MessageType.method_call:
            return
        member = call.header.fields[HeaderFields.member]
        if member == "Get":
            self._bus.send(new_method_return(call, "v", (("u", self._kinds),)))
            return
        self.asked[member] = call.body
        if member == "OpenPipeWireRemote":
            read, write = os.pipe()
            self._bus.send(new_method_return(call, "h", (read,)))
            for end in (read, write):
                os.close(end)
        else:
            self._answer(call, member)

    def _answer(self, call: Message, member: str) -> None:
        sender = str(call.header.fields[HeaderFields.sender])
        token = call.body[-1]["handle_token"][1]
        path = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{token}"
        self._bus.send(new_method_return(call, "o", (path,)))
        results = {
            "CreateSession": {"session_handle": ("s", SESSION)},
            "Start": {"streams": ("a(ua{sv})", [(NODE, {})])},
        }
        code = self._code if member == "Start" else 0
        if code is not None:
            answer = (code, {} if code else results.get(member, {}))
            self._bus.send(
                new_signal(DBusAddress(path, interface="org.freedesktop.portal.Request"), "Response", "ua{sv}", answer)
            )
